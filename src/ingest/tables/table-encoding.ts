import { isUtf8 } from 'node:buffer'
import { asBuffer, textPieces, UNDECODABLE, wholeCharacters } from '../decode.ts'
import { type Encoding, encodingsOf } from '../encodings.ts'
import type { Problem } from '../problems.ts'
import type { ByteSource, ReadOptions } from '../reader.ts'
import { surveyText } from '../text-survey.ts'

/** The encoding of a text file, if it can be read, and what was wrong. */
export interface SettledEncoding {
  readonly encoding: Encoding | undefined
  readonly problems: readonly Problem[]
}

/**
 * Settles the encoding over the whole file, before anything is given out. UTF-8 without lost
 * characters, which most tables are, is told from the bytes; all else is looked at as text files are.
 */
export function settleEncoding(source: ByteSource, options: ReadOptions): SettledEncoding {
  const head = asBuffer(source.read(0, HEAD_LENGTH))
  const choice = encodingsOf(head, options.encoding)
  const first = choice.kind === 'try' ? choice.encodings[0] : undefined
  if (first?.name === 'utf-8' && isCleanUtf8(source)) return { encoding: first, problems: [] }
  const survey = surveyText(source, { ...options, parseYaml: () => ({}) }, PIECE_LENGTH)
  const encoding = 'encoding' in survey ? survey.encoding : undefined
  return { encoding, problems: survey.problems }
}

/** The text of a file whose encoding is settled. */
export function* settledPieces(source: ByteSource, encoding: Encoding): Generator<string> {
  for (const piece of textPieces(source, encoding, PIECE_LENGTH)) {
    // The file was decoded once; it can only fail now if it has been changed meanwhile.
    if (piece === UNDECODABLE) throw new Error(`${source.path} changed while it was read.`)
    yield piece
  }
}

function isCleanUtf8(source: ByteSource): boolean {
  let held = Buffer.alloc(0)
  for (let at = 0; at < source.size; at += PIECE_LENGTH) {
    const bytes = asBuffer(source.read(at, PIECE_LENGTH))
    const all = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    const isLast = at + PIECE_LENGTH >= source.size
    const end = isLast ? all.length : wholeCharacters(all)
    const whole = all.subarray(0, end)
    if (!isUtf8(whole) || whole.includes(LOST)) return false
    held = Buffer.from(all.subarray(end))
  }
  return true
}

const HEAD_LENGTH = 64 * 1024
/** Bytes that are read at once. */
const PIECE_LENGTH = 256 * 1024
/** The replacement character U+FFFD, which stands where a letter was lost. */
const LOST = Buffer.from([0xef, 0xbf, 0xbd])
