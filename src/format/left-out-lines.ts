import type { ChalkInstance } from 'chalk'
import { amount } from '../amount.ts'
import type { FileInspection } from '../analyse/inspection.ts'
import type { LeftOutInspection } from '../analyse/inspection-left-out.ts'
import { withoutControls } from './diagnostics.ts'

/** What is left out of coding in a file: a few pieces one by one, many by their reasons. */
export function leftOutLines(file: FileInspection, chalk: ChalkInstance): readonly string[] {
  const reasons = file.left_out_reasons
  if (reasons.length === 0) return []
  const pieces = reasons.reduce((sum, reason) => sum + reason.pieces, 0)
  const words = reasons.reduce((sum, reason) => sum + reason.words, 0)
  const lines = pieces > MOST_PIECES ? reasonLines(file) : pieceLines(file)
  return [`  left out of coding: ${amount(words, 'word')}`, ...lines.map((line) => chalk.dim(line))]
}

function pieceLines({ left_out }: FileInspection): readonly string[] {
  return left_out.map(({ line, reason, text }) => {
    const shown = text === '' ? '' : `: ${withoutControls(text)}`
    return `    line ${line}, ${reason}${shown}`
  })
}

function reasonLines({ left_out, left_out_reasons }: FileInspection): readonly string[] {
  return left_out_reasons.map(({ reason, pieces }) => {
    const own = left_out.filter((piece) => piece.reason === reason)
    const shown = different(own).slice(0, MOST_EXAMPLES)
    const examples = shown.map(({ line, text }) => `; line ${line}: ${withoutControls(text)}`)
    const isMore = shown.length > 0 && pieces > shown.length
    return `    ${reason}, ${amount(pieces, 'time')}${examples.join('')}${isMore ? ' …' : ''}`
  })
}

/** The first piece of each text; none of those without any. */
function different(pieces: readonly LeftOutInspection[]): readonly LeftOutInspection[] {
  const seen = new Set([''])
  return pieces.filter(({ text }) => {
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew
  })
}

/** More pieces than this are told by their reasons. */
const MOST_PIECES = 8
const MOST_EXAMPLES = 3
