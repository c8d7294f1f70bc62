import { BadFile } from '../bad-file.ts'
import type { Problem } from '../problems.ts'
import type { ByteSource, ReadOptions } from '../reader.ts'
import { settledPieces, settleEncoding } from '../tables/table-encoding.ts'

/** A text file as one string. */
export interface SourceText {
  /** Without byte-order mark; line ends are `\n`. Empty where the file cannot be read. */
  readonly text: string
  /** Undefined where the file cannot be read. */
  readonly encoding: string | undefined
  readonly problems: readonly Problem[]
}

/** All of a text file; throws `BadFile` for one that is too long to be held in memory. */
export function sourceText(source: ByteSource, options: ReadOptions): SourceText {
  if (source.size > MOST_BYTES) throw new BadFile('file-too-long', TOO_LONG)
  const { encoding, problems } = settleEncoding(source, options)
  const text = encoding === undefined ? '' : [...settledPieces(source, encoding)].join('')
  return { text, encoding: encoding?.name, problems }
}

const MOST_BYTES = 256 * 1024 * 1024
const TOO_LONG =
  'The file is longer than 256 MB, which is more than this format can be read from. Split it.'
