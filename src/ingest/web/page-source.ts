/**
 * The bytes of a web page → its source text. A byte-order mark decides; then UTF-8, which other
 * text is hardly ever by chance; then what the page says of itself; then Windows-1252.
 */
import { badPlaceIn, damagedUtf8 } from '../bad-bytes.ts'
import { BadFile } from '../bad-file.ts'
import { asBuffer, textPieces, UNDECODABLE } from '../decode.ts'
import { type Encoding, encodingsOf } from '../encodings.ts'
import type { Problem } from '../problems.ts'
import type { ByteSource } from '../reader.ts'
import { westernCheck } from '../western-text.ts'

/** The source text of a page: line ends are `\n`, the byte-order mark is gone. */
export interface PageSource {
  readonly html: string
  /** Name in the WHATWG standard. */
  readonly encoding: string
  readonly problems: readonly Problem[]
}

/** Decodes a page; throws `BadFile` where it cannot be, or is too large to be one. */
export function pageSource(source: ByteSource, forced: string | undefined): PageSource {
  if (source.size > LARGEST) throw new BadFile('page-too-large', TOO_LARGE)
  const head = asBuffer(source.read(0, HEAD_LENGTH))
  const choice = encodingsOf(head, forced)
  if (choice.kind === 'refused') throw new BadFile(choice.id, choice.message)
  const isSettled = forced !== undefined || choice.encodings.length === 1
  if (isSettled) return settled(source, choice.encodings, forced)
  return guessed(source, declaredEncoding(head))
}

/** The encoding that a page names: `<meta charset="…">`, or in a `content`, or in its XML line. */
function declaredEncoding(head: Buffer): string | undefined {
  const match = DECLARATION.exec(head.toString('latin1'))
  const label = match?.groups?.meta ?? match?.groups?.xml
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function settled(
  source: ByteSource,
  encodings: readonly Encoding[],
  forced: string | undefined,
): PageSource {
  const [encoding] = encodings
  if (encoding === undefined) throw new Error('An encoding is always chosen.')
  const html = decoded(source, encoding)
  if (html === undefined) throw undecodable(source, encoding, forced !== undefined)
  return { html, encoding: encoding.name, problems: [] }
}

function guessed(source: ByteSource, declared: string | undefined): PageSource {
  if (declared === 'iso-2022-jp') return settled(source, [withoutBom(declared)], declared)
  const unicode = decoded(source, UTF_8)
  const isOther = declared !== undefined && !declared.startsWith('utf-')
  if (unicode !== undefined) {
    const isDoubtful = isOther && NOT_ASCII.test(unicode)
    return { html: unicode, encoding: 'utf-8', problems: isDoubtful ? [misnamed(declared)] : [] }
  }
  const html = isOther ? decoded(source, withoutBom(declared)) : undefined
  if (isOther && html !== undefined) return { html, encoding: declared, problems: [] }
  return western(source, declared)
}

/** A page that is not UTF-8, nor what it says it is. */
function western(source: ByteSource, declared: string | undefined): PageSource {
  const damage = damagedUtf8(source)
  if (damage !== undefined) {
    const { strays, first } = damage
    const line = badPlaceIn(source, UTF_8)?.line
    const message =
      `The page is UTF-8 but for ${strays} byte${strays === 1 ? '' : 's'}, the first at byte ` +
      `offset ${first}. Mend that place, or force an encoding with --encoding.`
    throw new BadFile('undecodable-bytes', message, line)
  }
  const html = decoded(source, WINDOWS)
  if (html === undefined) throw undecodable(source, WINDOWS, false)
  const check = westernCheck()
  check.add(html)
  if (declared === undefined && check.looksWestern()) {
    return { html, encoding: WINDOWS.name, problems: [] }
  }
  const found =
    declared === undefined
      ? 'The page is not UTF-8 and does not look like a Western European language'
      : `The page says that it is ${declared}, but is not`
  const message =
    `${found}; it was read as Windows-1252. If letters are wrong, name its encoding with ` +
    '--encoding, for example --encoding windows-1251.'
  return { html, encoding: WINDOWS.name, problems: [{ ...DOUBTFUL, message }] }
}

function misnamed(declared: string): Problem {
  const message =
    `The page says that it is ${declared}, but all of it is UTF-8, and it was read so. If letters ` +
    `are wrong, force the other with --encoding ${declared}.`
  return { ...DOUBTFUL, message }
}

/** All of the file in one encoding; undefined if it is in another. */
function decoded(source: ByteSource, encoding: Encoding): string | undefined {
  const pieces: string[] = []
  for (const piece of textPieces(source, encoding, Math.max(1, source.size))) {
    if (piece === UNDECODABLE) return undefined
    pieces.push(piece)
  }
  return pieces.join('')
}

function undecodable(source: ByteSource, encoding: Encoding, isForced: boolean): BadFile {
  const place = badPlaceIn(source, encoding)
  const what = place?.byte === undefined ? 'The end of the file' : `Byte ${place.byte}`
  const why = isForced ? 'The page was read as' : 'The page is not UTF-8, and was tried as'
  const message =
    `${why} ${encoding.name}. ${what} at byte offset ${place?.offset ?? 0} is not defined there. ` +
    'Name the right encoding with --encoding, or save the page as UTF-8.'
  return new BadFile('undecodable-bytes', message, place?.line)
}

function withoutBom(name: string): Encoding {
  return { name, bomLength: 0 }
}

const UTF_8 = withoutBom('utf-8')
const WINDOWS = withoutBom('windows-1252')
const DOUBTFUL = { severity: 'warning', id: 'doubtful-encoding' } as const
/** Bytes; a page is read at one go. Real pages of this size hold pictures. */
const LARGEST = 64 * 1024 * 1024
const TOO_LARGE =
  'The page is larger than 64 MB and was refused. Save it without its pictures, or as text.'
/** Bytes in which a page names its encoding. */
const HEAD_LENGTH = 64 * 1024
/** `<meta charset="utf-8">`, `<meta … content="text/html; charset=iso-8859-1">`, `<?xml … encoding="…"?>`. */
const DECLARATION =
  /<meta\s[^<>]{0,300}?charset\s*=\s*["']?\s*(?<meta>[\w.:-]{2,40})|^\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*["'](?<xml>[\w.:-]{2,40})/iu
/** "é". */
const NOT_ASCII = /[^\0-\x7f]/u
