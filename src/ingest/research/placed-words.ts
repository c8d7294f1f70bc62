/**
 * Speech that stands in its source with something between its words or in them (an escape, an
 * entity, a code) is cut there, so that the place of each piece's first word is exact.
 */

/** Text and where it begins in the source, in UTF-16 code units. */
export interface PlacedText {
  readonly text: string
  readonly offset: number
}

/**
 * Joins the parts and cuts them again at white space, wherever the next word does not stand in the
 * source where it would if all between was written as it is. No piece is empty.
 */
export function placedWords(parts: readonly PlacedText[]): PlacedText[] {
  const text = parts.map((part) => part.text).join('')
  const pieces: { start: number; end: number; offset: number }[] = []
  let next = 0
  let partStart = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    while (index >= partStart + (parts[next]?.text.length ?? Number.POSITIVE_INFINITY)) {
      partStart += parts[next]?.text.length ?? 0
      next += 1
    }
    const offset = (parts[next]?.offset ?? 0) + index - partStart
    const last = pieces.at(-1)
    const end = index + word.length
    if (last !== undefined && offset - last.offset === index - last.start) last.end = end
    else pieces.push({ start: index, end, offset })
  }
  return pieces.map(({ start, end, offset }) => ({ text: text.slice(start, end), offset }))
}

/** What stands between two blanks: "don’t". */
const WORD = /\S+/gu
