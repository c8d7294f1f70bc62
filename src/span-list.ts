/** A growing list of spans in one flat array: what the hot stages pass on instead of objects. */
export interface SpanList {
  /** `start` and `end` in turn: `bounds[2 * i]`, `bounds[2 * i + 1]`. */
  bounds: Int32Array
  /** How many spans there are. */
  length: number
}

/** An empty list that can be cleared (`length = 0`) and filled again without new memory. */
export function spanList(capacity = 64): SpanList {
  return { bounds: new Int32Array(2 * capacity), length: 0 }
}

/** Adds a span at the end of the list. */
export function pushSpan(list: SpanList, start: number, end: number): void {
  const at = 2 * list.length
  if (at === list.bounds.length) grow(list)
  list.bounds[at] = start
  list.bounds[at + 1] = end
  list.length += 1
}

function grow(list: SpanList): void {
  const larger = new Int32Array(2 * list.bounds.length)
  larger.set(list.bounds)
  list.bounds = larger
}
