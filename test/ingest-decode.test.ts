import { describe, expect, test } from 'vitest'
import { bytesAs, read, readFrom } from './ingest-read.ts'

const TEXT = 'Nan’s “home” – £20 a café\n'

function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

const WINDOWS = Buffer.from('Nan\x92s \x93home\x94 \x96 \xa320 a caf\xe9\n', 'latin1')

describe('encodings that are found', () => {
  const cases: readonly [name: string, bytes: Uint8Array, text: string, encoding: string][] = [
    ['ASCII', Buffer.from('My nan.\n'), 'My nan.\n', 'utf-8'],
    ['UTF-8', Buffer.from(TEXT), TEXT, 'utf-8'],
    ['UTF-8 with emoji', Buffer.from('safe 😀 now\n'), 'safe 😀 now\n', 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), TEXT, 'utf-8'],
    ['UTF-16LE with a mark', utf16(TEXT, 'le', true), TEXT, 'utf-16le'],
    ['UTF-16BE with a mark', utf16(TEXT, 'be', true), TEXT, 'utf-16be'],
    ['UTF-16LE without a mark', utf16(TEXT, 'le', false), TEXT, 'utf-16le'],
    ['UTF-16BE without a mark', utf16(TEXT, 'be', false), TEXT, 'utf-16be'],
    ['Windows-1252', WINDOWS, TEXT, 'windows-1252'],
    [
      'Latin-1 French',
      Buffer.from('Ma m\xe8re \xe9tait d\xe9j\xe0 partie au foyer', 'latin1'),
      'Ma mère était déjà partie au foyer',
      'windows-1252',
    ],
  ]
  test.each(cases)('%s', (_name, bytes, text, encoding) => {
    const { passages, problems } = read(bytes)
    expect(problems).toEqual([])
    expect(passages.map((it) => [it.text, it.document.encoding])).toEqual([[text, encoding]])
  })
})

describe('encodings that are forced', () => {
  const koi8 = Buffer.from([0xf1, 0x20, 0xc4, 0xcf, 0xcd, 0xc1])
  const shiftJis = Buffer.from([0x90, 0x6c, 0x8c, 0xa0])
  const cases: readonly [label: string, bytes: Uint8Array, text: string, encoding: string][] = [
    ['koi8-r', koi8, 'Я дома', 'koi8-r'],
    ['Shift_JIS', shiftJis, '人権', 'shift_jis'],
    ['iso-8859-1', WINDOWS, TEXT, 'windows-1252'],
    ['UTF8', Buffer.from(`\ufeff${TEXT}`), TEXT, 'utf-8'],
    ['windows-1252', Buffer.from('caf\xc3\xa9', 'latin1'), 'cafÃ©', 'windows-1252'],
  ]
  test.each(cases)('%s', (label, bytes, text, encoding) => {
    const { passages, problems } = read(bytes, { encoding: label })
    expect(problems).toEqual([])
    expect(passages.map((it) => [it.text, it.document.encoding])).toEqual([[text, encoding]])
  })
})

describe('line ends', () => {
  const cases: readonly [name: string, text: string, expected: string][] = [
    ['LF', 'a\nb\n', 'a\nb\n'],
    ['CRLF', 'a\r\nb\r\n', 'a\nb\n'],
    ['CR', 'a\rb\r', 'a\nb\n'],
    ['mixed', 'a\r\nb\rc\nd\r\r\ne', 'a\nb\nc\nd\n\ne'],
  ]
  test.each(cases)('%s', (_name, text, expected) => {
    expect(read(text).passages[0]?.text).toBe(expected)
    const pieces = read(`${text}`, { passageLimit: 2 }).passages
    expect(pieces.map((it) => it.text).join('')).toBe(expected)
  })
})

describe('files that are not read', () => {
  const damaged = Buffer.concat([
    Buffer.from('’’’’’\n’’’ b'),
    Buffer.from([0xff]),
    Buffer.from('d'),
  ])
  const cases: readonly [
    name: string,
    bytes: Uint8Array,
    encoding: string | undefined,
    id: string,
    says: string,
  ][] = [
    ['DOCX named .txt', Buffer.from('PK\x03\x04\x14\x00'), undefined, 'binary-file', 'Word'],
    ['old Word', Buffer.from('d0cf11e0a1b11ae100', 'hex'), undefined, 'binary-file', 'old Word'],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex'), undefined, 'binary-file', 'a PNG picture'],
    ['zero bytes', Buffer.from('ab\0\0\0\0cd\0\0e\0\0'), undefined, 'binary-file', 'binary file'],
    ['control characters', Buffer.from('a\x01\x02\x03\x04b'), undefined, 'binary-file', 'binary'],
    [
      'a byte that Windows-1252 lacks',
      Buffer.from('ab\x81c', 'latin1'),
      undefined,
      'undecodable-bytes',
      '0x81 at byte offset 2',
    ],
    ['UTF-8 with a stray byte', damaged, undefined, 'undecodable-bytes', 'byte offset 27'],
    [
      'UTF-8 cut in a character',
      Buffer.from('’’’’’’’’').subarray(0, 23),
      undefined,
      'undecodable-bytes',
      'byte offset 21',
    ],
    [
      'forced UTF-8',
      Buffer.from('ab\ncaf\xe9 x', 'latin1'),
      'utf-8',
      'undecodable-bytes',
      '0xE9 at byte offset 6',
    ],
    [
      'forced UTF-16 of odd length',
      Buffer.from('a\0b'),
      'utf-16le',
      'undecodable-bytes',
      'utf-16le',
    ],
    [
      'forced, with a mark of none',
      Buffer.from('ab\x9d', 'latin1'),
      'windows-1252',
      'undecodable-bytes',
      '0x9D at byte offset 2',
    ],
    ['an encoding that is none', Buffer.from('a'), 'utf-9', 'unknown-encoding', '“utf-9”'],
    [
      'ISO-2022-KR, which nothing decodes',
      Buffer.from('a'),
      'iso-2022-kr',
      'unknown-encoding',
      'iso-2022-kr',
    ],
  ]
  test.each(cases)('%s', (_name, bytes, encoding, id, says) => {
    const { passages, problems } = read(bytes, { encoding })
    expect(passages).toEqual([])
    expect(problems.map((it) => [it.severity, it.id])).toEqual([['error', id]])
    expect(problems[0]?.message).toContain(says)
  })

  test('the line of a bad byte is told', () => {
    expect(
      read(Buffer.from('ab\ncaf\xe9 x', 'latin1'), { encoding: 'utf-8' }).problems[0]?.line,
    ).toBe(2)
  })

  test('a file whose bytes cannot be had is one error', () => {
    const broken = () => {
      throw new Error('EIO: input/output error')
    }
    const { passages, problems } = readFrom({ path: 'talk.txt', size: 10, read: broken })
    expect(passages).toEqual([])
    expect(problems.map((it) => it.id)).toEqual(['unreadable-file'])
    expect(problems[0]?.message).toContain('EIO')
  })

  test('a bug in a stage is not a problem of the file', () => {
    const lineBreaksOf = () => {
      throw new Error('bug')
    }
    expect(() => read('My nan.', { lineBreaksOf })).toThrow('bug')
  })

  test('a reader that is none', () => {
    expect(read('a', { reader: 'telepathy' }).problems.map((it) => it.id)).toEqual([
      'unknown-reader',
    ])
  })
})

describe('files that are read with a warning', () => {
  const russian = Buffer.from('f1f2eee8f220e4eeec20e820f1e0e4', 'hex')
  const cases: readonly [name: string, bytes: Uint8Array, id: string][] = [
    ['nothing in it', Buffer.from(''), 'empty-file'],
    ['Windows-1251 taken for Windows-1252', russian, 'doubtful-encoding'],
    ['ISO-2022-JP taken for ASCII', Buffer.from('\x1b$B?M8"\x1b(B'), 'doubtful-encoding'],
    ['letters lost before', Buffer.from('caf\ufffd'), 'lost-characters'],
  ]
  test.each(cases)('%s', (_name, bytes, id) => {
    expect(read(bytes).problems.map((it) => [it.severity, it.id])).toEqual([['warning', id]])
  })
})

/** Half of a character beyond U+FFFF. */
const LONE_HALF = /\p{Surrogate}/u

describe('long files', () => {
  const long = `P1: ${'I’d like to stay. '.repeat(40)}\n\nInterviewer: Why?\n\n`.repeat(50)

  test('the text and the code points before each passage are whole', () => {
    const { passages } = read(long, { passageLimit: 2000 })
    expect(passages.length).toBeGreaterThan(10)
    expect(passages.map((it) => it.text).join('')).toBe(long)
    let before = ''
    for (const { origin, text } of passages) {
      expect(origin.codePoints).toBe([...before].length)
      expect(origin.line).toBe(before.split('\n').length)
      before += text
    }
  })

  test('no more than a few pieces are asked for at once', () => {
    const bytes = Buffer.from(long.repeat(300))
    let most = 0
    const source = bytesAs('talk.txt', bytes)
    const watched = {
      ...source,
      read: (position: number, length: number) => {
        most = Math.max(most, length)
        return source.read(position, length)
      },
    }
    const { passages } = readFrom(watched)
    expect(bytes.length).toBeGreaterThan(8 * 1024 * 1024)
    expect(most).toBe(256 * 1024)
    expect(passages.length).toBeGreaterThan(8)
  })

  test('a line without an end is cut at white space', () => {
    const { passages } = read('one two '.repeat(2000), { passageLimit: 20 })
    expect(passages.length).toBeGreaterThan(5)
    for (const { text } of passages) expect(text.endsWith(' ')).toBe(true)
  })

  test('a word without an end is cut between characters', () => {
    const { passages } = read('😀'.repeat(3000), { passageLimit: 21 })
    expect(passages.length).toBeGreaterThan(2)
    for (const { text } of passages) expect(text).not.toMatch(LONE_HALF)
    expect(passages.map((it) => it.text).join('')).toBe('😀'.repeat(3000))
  })

  test('bytes that are wrong only in the last piece', () => {
    const bytes = Buffer.concat([Buffer.from(long), Buffer.from([0x81])])
    const { passages, problems } = read(bytes, { passageLimit: 5000 })
    expect(passages).toEqual([])
    expect(problems[0]?.message).toContain(`byte offset ${bytes.length - 1}`)
  })
})
