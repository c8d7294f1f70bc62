/**
 * What is printed on every page and nobody says: page headers, page footers, page numbers. They are
 * found by standing at the same height on several pages with the same words, numbers aside.
 */
import { groupedBy } from './pdf-groups.ts'
import type { PdfLine } from './pdf-lines.ts'

/** A line that belongs to the page, and what it is. */
export type Furniture = ReadonlyMap<PdfLine, 'page header' | 'page footer' | 'page number'>

/** A page with its lines. */
export interface PageOfLines {
  readonly height: number
  readonly lines: readonly PdfLine[]
}

/** Finds the headers, footers and numbers of pages. `opensTurn`: a line begins like a turn. */
export function furnitureOf(
  pages: readonly PageOfLines[],
  opensTurn: (line: PdfLine) => boolean,
): Furniture {
  const furniture = new Map<PdfLine, 'page header' | 'page footer' | 'page number'>()
  const gap = widestGap(pages)
  for (const zone of ['header', 'footer'] as const) {
    const edges = pages.flatMap((page) => edgeLines(page, zone))
    for (const group of groupsOf(edges)) {
      const facts = { pages: pages.length, gap, opensTurn }
      if (!isRepeated(group, facts)) continue
      const isNumber = PAGE_NUMBER.test(group[0]?.form ?? '')
      for (const { line } of group) furniture.set(line, isNumber ? 'page number' : `page ${zone}`)
    }
  }
  return furniture
}

/** A line near the upper or lower edge of its page. */
interface EdgeLine {
  readonly line: PdfLine
  /** Its words with numbers written `#`. */
  readonly form: string
  /** Points from the edge. */
  readonly distance: number
  /** Points to the next line towards the middle of the page. */
  readonly gap: number
}

/** The lines in the outer part of a page, from the edge inwards. */
function edgeLines({ height, lines }: PageOfLines, zone: 'header' | 'footer'): EdgeLine[] {
  const distanceOf = ({ y }: PdfLine) => (zone === 'header' ? y : height - y)
  const sorted = [...lines].sort((a, b) => distanceOf(a) - distanceOf(b))
  const edge = sorted.slice(0, MOST_LINES).filter((line) => distanceOf(line) <= ZONE * height)
  return edge.map((line) => {
    const distance = distanceOf(line)
    const inner = sorted.find((other) => distanceOf(other) > distance + LEVEL * line.size)
    const gap = inner === undefined ? Number.POSITIVE_INFINITY : distanceOf(inner) - distance
    return { line, form: formOf(line.text), distance, gap }
  })
}

function formOf(text: string): string {
  return text.toLowerCase().replace(NUMBER, '#').replace(WHITE, ' ').trim()
}

/** Lines of the same form at the same distance from the edge. */
function groupsOf(edges: readonly EdgeLine[]): EdgeLine[][] {
  const byForm = groupedBy(edges, ({ form }) => form)
  return [...byForm.values()].flatMap((same) => {
    const groups: EdgeLine[][] = []
    for (const edge of same.sort((a, b) => a.distance - b.distance)) {
      const group = groups.at(-1)
      const last = group?.at(-1)
      const isSame = last !== undefined && edge.distance - last.distance <= SAME_PLACE
      if (isSame) group?.push(edge)
      else groups.push([edge])
    }
    return groups
  })
}

interface DocumentFacts {
  readonly pages: number
  /** Points between lines of the text that are rarely exceeded. */
  readonly gap: number
  readonly opensTurn: (line: PdfLine) => boolean
}

/** Whether a group stands on so many pages, or so clearly apart, that it belongs to the pages. */
function isRepeated(group: readonly EdgeLine[], { pages, gap, opensTurn }: DocumentFacts): boolean {
  const count = new Set(group.map(({ line }) => line.page)).size
  const isNumber = PAGE_NUMBER.test(group[0]?.form ?? '')
  if (pages === 1) return isNumber && group.every(isOwnNumber)
  const isOnMost = count >= FEWEST_PAGES && count >= pages / 2
  if (isOnMost) return true
  if (count < FEWEST_PAGES && (count < 2 || count < pages / 2)) return false
  if (followsPages(group) && (count >= FEWEST_PAGES || isNumber)) return true
  if (group.some(({ line }) => opensTurn(line))) return false
  if (followsPages(group)) return true
  return !isNumber && group.every((edge) => edge.gap > gap)
}

/** Whether the last number of each line counts the pages on. */
function followsPages(group: readonly EdgeLine[]): boolean {
  const offsets = new Set(
    group.map(({ line }) => {
      const number = numberIn(line.text)
      return number === undefined ? undefined : number - line.page
    }),
  )
  return offsets.size === 1 && !offsets.has(undefined)
}

/** "Page 1", "1/1" on the only page. */
function isOwnNumber({ line, gap }: EdgeLine): boolean {
  return numberIn(line.text) === line.page && gap > APART * line.size
}

/** The number of a page: the first of "3 of 12" and "3/12", else the last of the line. */
function numberIn(text: string): number | undefined {
  const found = OF_PAGES.exec(text)?.groups?.page ?? [...text.matchAll(NUMBER)].at(-1)?.[0]
  return found === undefined ? undefined : Number(found)
}

/** The distance between lines that nine in ten do not exceed, and a little more. */
function widestGap(pages: readonly PageOfLines[]): number {
  const gaps = pages.flatMap(({ lines }) =>
    lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? line.y)),
  )
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b)
  return 1.1 * (sorted[Math.floor(0.9 * sorted.length)] ?? 0)
}

/** Lines at each edge of a page that are looked at. */
const MOST_LINES = 4
/** Share of the height of a page at each edge. */
const ZONE = 0.15
/** Points by which the height of a header may differ from page to page. */
const SAME_PLACE = 3
/** On fewer pages, a header must be on half of them, and apart from the text. */
const FEWEST_PAGES = 3
/** Of the font size: lines nearer than this are on one height. */
const LEVEL = 0.5
/** Of the font size: the space around a lone page number. */
const APART = 2
/** "12" */
const NUMBER = /\d+/gu
const WHITE = /\s+/gu
/** "#", "- # -", "page # of #", "#/#", "p. #". */
const PAGE_NUMBER = /^[\s–—|([-]*(?:page|p\.|pg\.?)?\s*#(?:\s*(?:of|\/|\|)\s*#)?[\s–—|)\]-]*$/u
/** "3 of 12", "3/12" */
const OF_PAGES = /(?<page>\d+)\s*(?:of|\/)\s*\d+\s*$/u
