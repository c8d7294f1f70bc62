/**
 * The first look at a text file: its encoding is settled and its labels and page lines are counted
 * over the whole file, before anything is given out.
 */

import type { SpanList } from '../span-list.ts'
import { badPlaceIn, damagedUtf8 } from './bad-bytes.ts'
import { asBuffer, textPieces, UNDECODABLE } from './decode.ts'
import { type Encoding, encodingsOf, hasAlphabetEscapes } from './encodings.ts'
import { type FrontMatter, frontMatterOf } from './front-matter.ts'
import { countHeads, type LabelCounts, noCounts } from './label-counts.ts'
import { linesOf } from './lines.ts'
import { countPageLines, type NumberedLine, numberedLines, type PageCounts } from './page-lines.ts'
import type { Problem } from './problems.ts'
import type { ByteSource, ReadOptions } from './reader.ts'
import { type Heads, headsOf } from './turn-heads.ts'
import { westernCheck } from './western-text.ts'

/** What is known of a text file after the first look. */
export interface Survey {
  readonly encoding: Encoding
  readonly labels: LabelCounts
  readonly pages: PageCounts
  readonly front: FrontMatter
  /** The text with its scan, if the file is one piece; a longer file is read again. */
  readonly whole: ScannedText | undefined
  readonly problems: readonly Problem[]
}

/** A text and the lines in it that may be heads of turns or page numbers. */
export interface ScannedText extends Heads {
  readonly text: string
  /** The lines behind the front matter. */
  readonly lines: SpanList
  readonly numbered: readonly NumberedLine[]
}

/** Looks at a file; the problems alone if it cannot be read as text. */
export function surveyText(
  source: ByteSource,
  options: ReadOptions,
  pieceLength: number,
): Survey | { readonly problems: readonly Problem[] } {
  const head = asBuffer(source.read(0, HEAD_LENGTH))
  const choice = encodingsOf(head, options.encoding)
  if (choice.kind === 'refused') {
    return { problems: [{ severity: 'error', id: choice.id, message: choice.message }] }
  }
  for (const encoding of choice.encodings) {
    const survey = surveyIn(source, encoding, { ...options, pieceLength })
    if (survey === undefined) continue
    const isGuess = options.encoding === undefined && encoding.bomLength === 0
    if (!isGuess) return survey
    const refusal = encoding.name === 'windows-1252' ? damage(source) : undefined
    if (refusal !== undefined) return { problems: [refusal] }
    const doubt = guessDoubt(survey, head)
    return doubt === undefined ? survey : { ...survey, problems: [...survey.problems, doubt] }
  }
  const last = choice.encodings.at(-1)
  return { problems: last === undefined ? [] : [undecodable(source, last, options.encoding)] }
}

/** The pieces of a text; the first holds all of its front matter. */
export function* piecesWithFront(
  source: ByteSource,
  encoding: Encoding,
  length: number,
): Generator<string | typeof UNDECODABLE> {
  let front = ''
  let isFront = true
  for (const piece of textPieces(source, encoding, length)) {
    if (!isFront || piece === UNDECODABLE) {
      yield piece
      continue
    }
    front += piece
    if (front.startsWith('---') && front.length < HEAD_LENGTH) continue
    isFront = false
    yield front
  }
  if (isFront) yield front
}

/** Finds the heads of turns and the numbered lines of a text from `from` on. */
export function scanText(text: string, from: number): ScannedText {
  const lines = linesOf(text, from)
  const { heads, lineCount, paragraphCount } = headsOf(text, lines)
  return { text, lines, heads, lineCount, paragraphCount, numbered: numberedLines(text, lines) }
}

interface SurveyOptions extends ReadOptions {
  readonly pieceLength: number
}

/** Surveys the file in one encoding; undefined if it is in another. */
function surveyIn(
  source: ByteSource,
  encoding: Encoding,
  options: SurveyOptions,
): (Survey & { readonly isWestern: boolean }) | undefined {
  const labels = noCounts()
  const pages: PageCounts = new Map()
  const western = encoding.name === 'windows-1252' ? westernCheck() : undefined
  let front: FrontMatter | undefined
  let whole: ScannedText | undefined
  let replaced = 0
  let held = ''
  let isFirst = true
  for (const piece of piecesWithFront(source, encoding, options.pieceLength)) {
    if (piece === UNDECODABLE) return undefined
    western?.add(piece)
    replaced += countReplaced(piece)
    front ??= frontMatterOf(piece, options.parseYaml)
    const isOnly = isFirst && source.size <= options.pieceLength
    const text = held + piece
    const end = isOnly ? text.length : text.lastIndexOf('\n') + 1
    const scanned = scanText(text.slice(0, end), isFirst ? frontEnd(front) : 0)
    countHeads(labels, scanned.text, scanned)
    countPageLines(pages, scanned.numbered)
    if (isOnly) whole = scanned
    // Of a line without an end only the beginning matters: it may be a head.
    held = isOnly ? '' : text.slice(end, end + HEAD_LENGTH)
    isFirst = false
  }
  if (held !== '') countHeads(labels, held, headsOf(held, linesOf(held, 0)))
  const known = front ?? frontMatterOf('', options.parseYaml)
  const problems = [...frontProblems(known), ...replacedProblems(replaced)]
  const isWestern = western?.looksWestern() ?? true
  return { encoding, labels, pages, front: known, whole, problems, isWestern }
}

/** Where the front matter ends and the text begins. */
export function frontEnd(front: FrontMatter): number {
  return front.leftOut?.span.end ?? 0
}

function frontProblems(front: FrontMatter): Problem[] {
  if (front.problem === undefined) return []
  const message =
    `The front matter is not valid YAML: ${front.problem} It is left out of the coding and gives ` +
    'no attributes. Mend it between the two lines of ---.'
  return [{ severity: 'warning', id: 'invalid-front-matter', message, line: 1 }]
}

function countReplaced(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1
  return count
}

function replacedProblems(count: number): Problem[] {
  if (count === 0) return []
  const message =
    `The file holds ${count} replacement character${count === 1 ? '' : 's'} (U+FFFD): letters ` +
    'were lost before it was given to voices. Export it again from its source.'
  return [{ severity: 'warning', id: 'lost-characters', message }]
}

/** What speaks against an encoding that was guessed. */
function guessDoubt(survey: { readonly isWestern: boolean }, head: Buffer): Problem | undefined {
  if (hasAlphabetEscapes(head)) {
    const message =
      'This looks like Japanese or Korean text in ISO-2022, but was read as plain ASCII. Name its ' +
      'encoding with --encoding, for example --encoding iso-2022-jp.'
    return { severity: 'warning', id: 'doubtful-encoding', message }
  }
  if (survey.isWestern) return undefined
  const message =
    'The file is not UTF-8 and was read as Windows-1252, but does not look like a Western European ' +
    'language. Name its encoding with --encoding, for example --encoding windows-1251.'
  return { severity: 'warning', id: 'doubtful-encoding', message }
}

/** A file that is UTF-8 but for a few bytes must be mended, not misread. */
function damage(source: ByteSource): Problem | undefined {
  const found = damagedUtf8(source)
  if (found === undefined) return undefined
  const { strays, first } = found
  const place = badPlaceIn(source, { name: 'utf-8', bomLength: 0 })
  const message =
    `The file is UTF-8 but for ${strays} byte${strays === 1 ? '' : 's'}, the first at byte offset ` +
    `${first}. Mend that place, or force an encoding with --encoding.`
  return { severity: 'error', id: 'undecodable-bytes', message, line: place?.line }
}

function undecodable(source: ByteSource, encoding: Encoding, forced: string | undefined): Problem {
  const place = badPlaceIn(source, encoding)
  const what = place?.byte === undefined ? 'The end of the file' : `Byte ${place.byte}`
  const why =
    forced === undefined ? 'The file is not UTF-8, and was tried as' : 'The file was read as'
  const message =
    `${why} ${encoding.name}. ${what} at byte offset ${place?.offset ?? 0} is not defined there. ` +
    'Name the right encoding with --encoding, or save the file as UTF-8.'
  return { severity: 'error', id: 'undecodable-bytes', message, line: place?.line }
}

/** Bytes for the encoding; UTF-16 code units for the front matter and for a line's beginning. */
const HEAD_LENGTH = 64 * 1024
