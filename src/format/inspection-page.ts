/** What `voices inspect` prints for people. */
import type { ChalkInstance } from 'chalk'
import type {
  DocumentInspection,
  FileInspection,
  LeftOutInspection,
} from '../analyse/inspection.ts'
import { amount } from './amount.ts'
import { withoutControls } from './diagnostics.ts'

/** More pieces of left-out text than this are counted, not listed. */
const MOST_LEFT_OUT = 8
/** More speakers than this are counted, not listed. */
const MOST_SPEAKERS = 12

/** A paragraph for each file, then the files that were skipped. */
export function inspectionPage(
  files: readonly FileInspection[],
  skipped: readonly { readonly path: string; readonly reason: string }[],
  chalk: ChalkInstance,
): string {
  const blocks = files.map((file) => fileBlock(file, chalk).join('\n'))
  if (skipped.length > 0) {
    blocks.push(
      ['Skipped', ...skipped.map(({ path, reason }) => `  ${path}: ${reason}`)].join('\n'),
    )
  }
  return `${blocks.join('\n\n')}\n`
}

function fileBlock(file: FileInspection, chalk: ChalkInstance): readonly string[] {
  const how = file.reader === '' ? 'not read' : `${file.reader}, ${file.encoding}`
  return [
    `${chalk.bold(file.path)}  ${chalk.dim(how)}`,
    ...file.documents.flatMap((document) => documentLines(document, file.path)),
    ...leftOutLines(file.left_out, chalk),
    ...file.warnings.map((warning) => chalk.yellow(`  ! ${withoutControls(warning)}`)),
  ]
}

function documentLines(document: DocumentInspection, path: string): readonly string[] {
  const name = document.document === path ? '' : `${document.document}: `
  const counts = `${name}${amount(document.turns, 'turn')}, ${amount(document.words, 'word')}`
  const [only] = document.speakers
  if (document.speakers.length === 1 && only?.speaker === document.document) {
    return [`  ${counts}, no speaker labels`]
  }
  const listed = document.speakers.slice(0, MOST_SPEAKERS)
  const width = Math.max(...listed.map(({ speaker }) => speaker.length))
  return [
    `  ${counts}, ${amount(document.speakers.length, 'speaker')}`,
    ...listed.map(
      ({ speaker, role, words }) =>
        `    ${withoutControls(speaker).padEnd(width)}  ${withoutControls(role)}  ${amount(words, 'word')}`,
    ),
    ...(document.speakers.length > listed.length
      ? [`    and ${document.speakers.length - listed.length} more`]
      : []),
  ]
}

function leftOutLines(
  leftOut: readonly LeftOutInspection[],
  chalk: ChalkInstance,
): readonly string[] {
  if (leftOut.length === 0) return []
  const words = leftOut.reduce((sum, piece) => sum + piece.words, 0)
  const listed = leftOut.slice(0, MOST_LEFT_OUT)
  return [
    `  left out of coding: ${amount(words, 'word')}`,
    ...listed.map(({ line, reason, text }) =>
      chalk.dim(`    line ${line}, ${reason}: ${withoutControls(text)}`),
    ),
    ...(leftOut.length > listed.length ? [`    and ${leftOut.length - listed.length} more`] : []),
  ]
}
