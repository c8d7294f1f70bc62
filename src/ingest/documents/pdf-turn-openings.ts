/** Which lines of a PDF begin like a turn, before anything is known of its paragraphs. */
import { headOn } from '../head-shapes.ts'
import { likenessOf } from '../label-likeness.ts'
import type { Head } from '../turn-head.ts'
import type { PdfLine } from './pdf-lines.ts'

/**
 * Learns from all lines which labels speakers have: those that name a role or a number, and names
 * that begin several lines. `given` holds the labels of `voices.yaml` in lower case.
 */
export function turnOpenings(
  lines: readonly PdfLine[],
  given: ReadonlySet<string>,
): (line: PdfLine) => boolean {
  const heads = new Map<PdfLine, Head>()
  const times = new Map<string, number>()
  for (const line of lines) {
    const head = headOf(line.text)
    if (head === undefined) continue
    heads.set(line, head)
    times.set(head.label, (times.get(head.label) ?? 0) + 1)
  }
  return (line) => {
    const head = heads.get(line)
    if (head === undefined) return false
    if (head.label === '') return head.alone
    const likeness = likenessOf(head.label, given)
    return likeness === 'certain' || (likeness === 'name' && (times.get(head.label) ?? 0) > 1)
  }
}

function headOf(text: string): Head | undefined {
  return text === ''
    ? undefined
    : headOn({ text, start: 0, end: text.length, opensParagraph: true }, 0)
}
