import fc from 'fast-check'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { BadFile } from '../src/ingest/bad-file.ts'
import { openZip } from '../src/ingest/zip.ts'

const LETTER = 'They moved me twice, and nobody asked.'
const LONG = `${LETTER} `.repeat(20_000)

/** The text of a part of an archive, or the id of what is wrong with it. */
function readPart(bytes: Uint8Array, name: string): string | undefined {
  try {
    const part = openZip(bytes).read(name)
    return part && Buffer.from(part).toString()
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    return error.problem.id
  }
}

function zip(parts: Zippable): Uint8Array {
  return zipSync(parts, { mtime: '1980-01-01T00:00:00' })
}

/** The bytes with some of them written over, counted from the start of a mark. */
function patched(
  bytes: Uint8Array,
  mark: string,
  changes: Readonly<Record<number, number>>,
): Uint8Array {
  const copy = Buffer.from(bytes)
  const start = copy.lastIndexOf(mark, undefined, 'latin1')
  for (const [at, value] of Object.entries(changes)) copy[start + Number(at)] = value
  return copy
}

const OWN = 'PK\x03\x04'
const LISTED = 'PK\x01\x02'
const END = 'PK\x05\x06'
const one = zip({ 'a.xml': strToU8(LETTER) })
const stored = zip({ 'a.xml': [strToU8(LETTER), { level: 0 }] })

describe('a part of an archive', () => {
  test.each<[string, Uint8Array, string, string | undefined]>([
    ['deflated', one, 'a.xml', LETTER],
    ['stored', stored, 'a.xml', LETTER],
    ['larger than a piece', zip({ 'a.xml': strToU8(LONG) }), 'a.xml', LONG],
    ['empty', zip({ 'a.xml': strToU8('') }), 'a.xml', ''],
    ['that is not there', one, 'b.xml', undefined],
    ['whose name points outside', zip({ '../../a.xml': strToU8(LETTER) }), '../../a.xml', LETTER],
    ['in folders written with \\', zip({ 'word\\a.xml': strToU8(LETTER) }), 'word/a.xml', LETTER],
    ['before a comment', zipSync({ 'a.xml': strToU8(LETTER) }, { comment: 'x' }), 'a.xml', LETTER],
    ['before stray bytes', Buffer.concat([one, Buffer.from('\n\n')]), 'a.xml', LETTER],
    ['with long sizes (ZIP64)', withLongSizes(one), 'a.xml', LETTER],
    ['in a list with a long end (ZIP64)', withLongEnd(one), 'a.xml', LETTER],
  ])('%s', (_name, bytes, part, expected) => {
    expect(readPart(bytes, part)).toBe(expected)
  })

  test('comes in pieces that are its bytes', () => {
    const bytes = zip({ 'a.xml': [strToU8(LONG), { level: 0 }] })
    const pieces = [...(openZip(bytes).pieces('a.xml') ?? [])]
    expect(pieces.length).toBeGreaterThan(1)
    expect(Buffer.concat(pieces).toString()).toBe(LONG)
  })

  test('is read from a file of which little is in memory', () => {
    const parts = { 'a.xml': strToU8(LETTER), 'film.mp4': new Uint8Array(1_000_000).fill(7) }
    const bytes = zip({ ...parts, 'film.mp4': [parts['film.mp4'], { level: 0 }] })
    let asked = 0
    const read = (at: number, length: number) => {
      asked += length
      return bytes.subarray(at, at + length)
    }
    const part = openZip({ size: bytes.length, read }).read('a.xml')
    expect(Buffer.from(part ?? []).toString()).toBe(LETTER)
    expect(asked).toBeLessThan(200_000)
  })
})

describe('an archive that lies', () => {
  const zeros = zip({ 'a.xml': new Uint8Array(20_000_000) })
  const two = zip({ 'a.xml': strToU8(LETTER), 'b.xml': strToU8('other') })
  test.each<[string, Uint8Array, string]>([
    ['no archive', Buffer.from('Interviewer: hello'), 'broken-zip'],
    ['nothing', new Uint8Array(0), 'broken-zip'],
    ['a part with a password', patched(one, LISTED, { 8: 1 }), 'password-protected'],
    ['an unknown method', patched(one, LISTED, { 10: 99 }), 'unsupported-zip'],
    ['two parts of one name', sameNames(two), 'ambiguous-zip'],
    ['a size that is too small', patched(one, LISTED, { 24: 5 }), 'broken-zip'],
    ['a size that is too large', patched(one, LISTED, { 24: 200 }), 'broken-zip'],
    ['a size of gigabytes', patched(one, LISTED, { 27: 0x7f }), 'zip-bomb'],
    ['far more than its bytes', zeros, 'zip-bomb'],
    [
      'the same, said to be small',
      patched(zeros, LISTED, { 24: 9, 25: 0, 26: 0, 27: 0 }),
      'broken-zip',
    ],
    ['a wrong checksum', patched(one, LISTED, { 16: 1 }), 'broken-zip'],
    ['a place behind the end', patched(one, LISTED, { 43: 0xff }), 'broken-zip'],
    ['packed bytes behind the end', patched(one, LISTED, { 22: 0xff }), 'broken-zip'],
    ['a part without a header', patched(one, OWN, { 0: 0 }), 'broken-zip'],
    ['more parts than it has', patched(one, END, { 10: 2 }), 'broken-zip'],
    ['far too many parts', patched(one, END, { 10: 0xff, 11: 0x7f }), 'zip-bomb'],
    ['a list behind the end', patched(one, END, { 18: 0xff }), 'broken-zip'],
    ['a long end that is not there', patched(one, END, { 10: 0xff, 11: 0xff }), 'zip-bomb'],
  ])('%s', (_name, bytes, expected) => {
    expect(readPart(bytes, 'a.xml')).toBe(expected)
  })

  test('is never read as something else: each byte changed, each cut', () => {
    const bytes = zip({ 'a.xml': strToU8(LETTER), 'b/c.xml': strToU8(LONG.slice(0, 900)) })
    const good = new Set([LETTER, undefined])
    const bad = new Set([
      'broken-zip',
      'password-protected',
      'unsupported-zip',
      'zip-bomb',
      'ambiguous-zip',
    ])
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, value, isCut) => {
        const changed = Buffer.from(isCut ? bytes.subarray(0, at) : bytes)
        if (!isCut) changed[at] = value
        const part = readPart(changed, 'a.xml')
        expect(good.has(part) || bad.has(part ?? '')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

/** The list of an archive with one part, with its sizes in a long field. */
function withLongSizes(bytes: Uint8Array): Uint8Array {
  const held = Buffer.from(bytes)
  const [list, end] = [
    held.lastIndexOf(LISTED, undefined, 'latin1'),
    held.lastIndexOf(END, undefined, 'latin1'),
  ]
  const entry = Buffer.from(held.subarray(list, end))
  const field = Buffer.alloc(20)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(16, 2)
  field.writeUInt32LE(entry.readUInt32LE(24), 4)
  field.writeUInt32LE(entry.readUInt32LE(20), 12)
  entry.writeUInt32LE(0xffffffff, 20)
  entry.writeUInt32LE(0xffffffff, 24)
  entry.writeUInt16LE(field.length, 30)
  const tail = Buffer.from(held.subarray(end))
  tail.writeUInt32LE(entry.length + field.length, 12)
  return Buffer.concat([held.subarray(0, list), entry, field, tail])
}

/** The same archive with the end that archives of more than 65,535 parts have. */
function withLongEnd(bytes: Uint8Array): Uint8Array {
  const held = Buffer.from(bytes)
  const end = held.lastIndexOf(END, undefined, 'latin1')
  const tail = Buffer.from(held.subarray(end))
  const long = Buffer.alloc(56)
  long.write('PK\x06\x06', 'latin1')
  long.writeUInt32LE(tail.readUInt16LE(10), 32)
  long.writeUInt32LE(tail.readUInt32LE(12), 40)
  long.writeUInt32LE(tail.readUInt32LE(16), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeUInt32LE(end, 8)
  tail.writeUInt16LE(0xffff, 10)
  tail.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([held.subarray(0, end), long, locator, tail])
}

/** An archive of `a.xml` and `b.xml` in which both are called `a.xml`. */
function sameNames(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('b.xml', 'a.xml'), 'latin1')
}
