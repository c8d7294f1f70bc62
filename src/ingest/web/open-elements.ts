/**
 * The elements that are open at a place of a page, with what HTML says of tags that are left out.
 * `<li>` ends the item before it; `</b>` in `<b><p>Sue</b>: yes</p>` does not end the paragraph.
 * Every step costs the same, however many elements are open.
 */
import { BLOCK, ENDS, ENDS_PARAGRAPH, TABLE_PARTS, VOID, WALL } from './page-elements.ts'

/** A stack of open elements, each with a value of the reader's own. */
export interface OpenElements<T> {
  /** The value of the innermost element. */
  readonly current: T
  /** Opens an element, with the value that its content has. */
  open(name: string, value: T): void
  /** Closes what the beginning of an element ends: to be called before it is opened. */
  makeRoomFor(name: string): void
  /** Closes an element, and what is open in it; nothing if there is none to be closed. */
  close(name: string): void
}

interface Element<T> {
  readonly name: string
  readonly value: T
}

/** Nothing open yet; `root` is the value outside of every element. */
export function openElements<T>(root: T): OpenElements<T> {
  const stack: Element<T>[] = []
  /** Where the open elements of each name are in the stack. */
  const places = new Map<string, number[]>()
  const blocks: number[] = []
  const walls: number[] = []

  const placesOf = (name: string): number[] => {
    const known = places.get(name)
    if (known !== undefined) return known
    const none: number[] = []
    places.set(name, none)
    return none
  }

  const closeDownTo = (depth: number) => {
    while (stack.length > depth) {
      const name = stack.pop()?.name ?? ''
      const at = stack.length
      for (const list of [placesOf(name), blocks, walls]) if (list.at(-1) === at) list.pop()
    }
  }

  const last = (list: readonly number[] | undefined): number => list?.at(-1) ?? -1
  const lastOf = (names: readonly string[]): number =>
    Math.max(...names.map((name) => last(places.get(name))))

  return {
    get current() {
      return stack.at(-1)?.value ?? root
    },
    open(name, value) {
      if (VOID.has(name)) return
      const at = stack.length
      stack.push({ name, value })
      placesOf(name).push(at)
      if (BLOCK.has(name)) blocks.push(at)
      if (WALL.has(name)) walls.push(at)
    },
    makeRoomFor(name) {
      const ends = ENDS.get(name)
      if (ends !== undefined) {
        const limit = Math.max(lastOf(ends.within), TABLE_PARTS.has(name) ? -1 : last(walls))
        const open = ends.ended.map((ended) => last(places.get(ended))).filter((at) => at > limit)
        if (open.length > 0) closeDownTo(Math.min(...open))
      }
      const paragraph = last(places.get('p'))
      if (paragraph > last(walls) && ENDS_PARAGRAPH.has(name)) closeDownTo(paragraph)
    },
    close(name) {
      const own = places.get(name)
      const at = last(own)
      if (at === -1) return
      const isBlock = BLOCK.has(name)
      // `</b>` behind a paragraph that it does not hold: the element goes, the paragraph stays.
      if (!isBlock && at < last(blocks)) own?.pop()
      else if (WALL.has(name) || at > (TABLE_PARTS.has(name) ? lastOf(['table']) : last(walls))) {
        closeDownTo(at)
      }
    },
  }
}
