/** What `voices inspect` prints for people. */
import type { ChalkInstance } from 'chalk'
import { amount, thousands } from '../amount.ts'
import { type DocumentInspection, type FileInspection, NO_LABEL } from '../analyse/inspection.ts'
import { summaryOf } from '../analyse/inspection-summary.ts'
import { withoutControls } from './diagnostics.ts'
import { leftOutLines } from './left-out-lines.ts'

/** What was inspected. */
export interface InspectedCorpus {
  readonly files: readonly FileInspection[]
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
  /** What is said of no one file. */
  readonly doubts: readonly string[]
}

/** A paragraph for each file, then the files that were skipped, and what there is in all of them. */
export function inspectionPage(
  { files, skipped, doubts }: InspectedCorpus,
  chalk: ChalkInstance,
): string {
  const blocks = files.map((file) => fileLines(file, chalk).join('\n'))
  if (skipped.length > 0) {
    const lines = skipped.map(({ path, reason }) => `  ${withoutControls(path)}: ${reason}`)
    blocks.push(['Skipped', ...lines].join('\n'))
  }
  if (files.length > 1) blocks.push(summaryLines(files, chalk).join('\n'))
  if (doubts.length > 0) blocks.push(doubts.map((doubt) => warningLine(doubt, chalk)).join('\n'))
  return `${blocks.join('\n\n')}\n`
}

function fileLines(file: FileInspection, chalk: ChalkInstance): readonly string[] {
  const how = file.reader === '' ? 'not read' : `${file.reader}, ${file.encoding}`
  const isLong = file.counts.documents > MOST_DOCUMENTS || isTable(file)
  return [
    `${chalk.bold(withoutControls(file.path))}  ${chalk.dim(how)}`,
    ...(isLong ? manyDocuments(file) : file.documents.flatMap((one) => documentLines(one, file))),
    ...unlabelledLines(file),
    ...attributeLines(file),
    ...leftOutLines(file, chalk),
    ...file.warnings.map((warning) => warningLine(warning, chalk)),
  ]
}

/** Several documents, each of which speaks for itself: the rows of a table. */
function isTable({ documents }: FileInspection): boolean {
  const isAlone = ({ document, speakers }: DocumentInspection) =>
    speakers.every(({ speaker }) => speaker === document)
  return documents.length > 1 && documents.every(isAlone)
}

function warningLine(warning: string, chalk: ChalkInstance): string {
  return chalk.yellow(`  ! ${withoutControls(warning)}`)
}

/** A file of so many documents that only their sums are worth reading. */
function manyDocuments(file: FileInspection): readonly string[] {
  const { counts, documents, roles, times } = file
  const empty = counts.documents_without_words
  const ids = documents.slice(0, SHOWN_IDS).map(({ document }) => idBelow(document, file.path))
  return [
    `  ${amount(counts.documents, 'document')}, ${amount(counts.turns, 'turn')}, ${amount(counts.words, 'word')}${coverage(times)}`,
    `  the first are ${ids.join(', ')}`,
    ...(empty > 0 ? [`  ${amount(empty, 'document')} without words`] : []),
    ...roles
      .filter(({ role }) => role !== NO_LABEL)
      .map(({ role, speakers, words }) => {
        return `    ${withoutControls(role)}: ${amount(speakers, 'speaker')}, ${amount(words, 'word')}`
      }),
  ]
}

/** `#R7` for `answers.csv#R7`. */
function idBelow(document: string, path: string): string {
  const isBelow = document.startsWith(`${path}#`)
  return withoutControls(isBelow ? document.slice(path.length) : document)
}

function documentLines(document: DocumentInspection, file: FileInspection): readonly string[] {
  const isOnly = file.counts.documents === 1
  const name = document.document === file.path ? '' : `${withoutControls(document.document)}: `
  const counts = `${name}${amount(document.turns, 'turn')}, ${amount(document.words, 'word')}`
  const times = isOnly ? coverage(file.times) : ''
  const [only] = document.speakers
  if (document.speakers.length === 1 && only?.speaker === document.document) {
    const role = only.role === 'unknown' ? '' : `, ${withoutControls(only.role)}`
    return [`  ${counts}, no speaker labels${role}${times}`]
  }
  return [
    `  ${counts}, ${amount(document.speakers.length, 'speaker')}${times}`,
    ...speakerLines(document),
  ]
}

function speakerLines({ speakers }: DocumentInspection): readonly string[] {
  const listed = speakers.slice(0, MOST_SPEAKERS)
  const width = Math.max(0, ...listed.map(({ speaker }) => withoutControls(speaker).length))
  const roleWidth = Math.max(0, ...listed.map(({ role }) => withoutControls(role).length))
  const lines = listed.map(({ speaker, role, words }) => {
    const who = withoutControls(speaker).padEnd(width)
    return `    ${who}  ${withoutControls(role).padEnd(roleWidth)}  ${amount(words, 'word')}`
  })
  const more = speakers.length - listed.length
  return more > 0 ? [...lines, `    and ${more} more`] : lines
}

function coverage(times: FileInspection['times']): string {
  if (times === undefined) return ''
  return `, from ${withoutControls(times.first)} to ${withoutControls(times.last)}`
}

/** The share of speech of which the file does not say whose it is. */
function unlabelledLines({ counts }: FileInspection): readonly string[] {
  const words = counts.words_without_speaker
  if (words === 0) return []
  const share = Math.round((100 * words) / counts.words)
  return [`  nobody is named for ${amount(words, 'word')} (${share < 1 ? 'under 1' : share} %)`]
}

function attributeLines({ attributes }: FileInspection): readonly string[] {
  if (attributes.length === 0) return []
  const listed = attributes
    .slice(0, MOST_ATTRIBUTES)
    .map((name) => shortened(withoutControls(name)))
  const more = attributes.length - listed.length
  return [`  attributes: ${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}`]
}

/** Columns of a survey are often called by a whole question. */
function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()}…` : name
}

function summaryLines(files: readonly FileInspection[], chalk: ChalkInstance): readonly string[] {
  const summary = summaryOf(files)
  const read = summary.readers.map(({ reader, files: count }) => `${thousands(count)} ${reader}`)
  const unread = summary.unread > 0 ? [`${thousands(summary.unread)} not read`] : []
  const width = Math.max(0, ...summary.roles.map(({ role }) => withoutControls(role).length))
  return [
    chalk.bold(`${amount(summary.files, 'file')}: ${[...read, ...unread].join(', ')}`),
    `  ${amount(summary.documents, 'document')}, ${amount(summary.words, 'word')}`,
    ...summary.roles.map(({ role, speakers, words }) => {
      const noun = role === NO_LABEL ? 'document' : 'speaker'
      return `    ${withoutControls(role).padEnd(width)}  ${amount(speakers, noun)}, ${amount(words, 'word')}`
    }),
    ...(summary.doubtful > 0
      ? [
          chalk.yellow(
            `  ! ${amount(summary.doubtful, 'file')} with something to look at: see the lines with ! above`,
          ),
        ]
      : []),
  ]
}

/** Documents of a file that are listed one by one; more are added up. */
export const MOST_DOCUMENTS = 5
const SHOWN_IDS = 3
/** More speakers than this are counted, not listed. */
const MOST_SPEAKERS = 12
const MOST_ATTRIBUTES = 12
/** UTF-16 code units. */
const LONGEST_NAME = 50
