/** Reads text and bytes the way the commands do, for the tests of ingest. */
import { parse } from 'yaml'
import { readPassages } from '../src/ingest/read-passages.ts'
import type { ByteSource, ReadOptions } from '../src/ingest/reader.ts'
import type { Diagnostic, Passage } from '../src/types.ts'

export interface Read {
  readonly passages: readonly Passage[]
  readonly problems: readonly Diagnostic[]
}

export function read(
  content: string | Uint8Array,
  options: Partial<ReadOptions> & { readonly path?: string } = {},
): Read {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
  const { path = 'talk.txt', ...given } = options
  return readFrom(bytesAs(path, bytes), given)
}

export function readFrom(source: ByteSource, options: Partial<ReadOptions> = {}): Read {
  const passages: Passage[] = []
  const problems: Diagnostic[] = []
  const readings = readPassages(source, source.path, { ...DEFAULTS, ...options })
  if (readings instanceof Promise) throw new Error('readFrom is for formats that load no library')
  for (const reading of readings) {
    if (reading.kind === 'passage') passages.push(reading.passage)
    else problems.push(reading.diagnostic)
  }
  return { passages, problems }
}

/** The same for formats that load a library first. */
export async function readAsync(
  source: ByteSource,
  options: Partial<ReadOptions> = {},
): Promise<Read> {
  const passages: Passage[] = []
  const problems: Diagnostic[] = []
  const readings = readPassages(source, source.path, { ...DEFAULTS, ...options })
  for (const reading of await readings) {
    if (reading.kind === 'passage') passages.push(reading.passage)
    else problems.push(reading.diagnostic)
  }
  return { passages, problems }
}

export function bytesAs(path: string, bytes: Uint8Array): ByteSource {
  const read = (position: number, length: number) => bytes.subarray(position, position + length)
  return { path, size: bytes.length, read }
}

/** Every turn as `speaker/role@time: speech`, with line breaks as `↵`. */
export function turnsOf({ passages }: Read): string[] {
  return passages.flatMap(({ text, turns }) =>
    turns.map(({ span, speaker, role, timeStart }) => {
      const time = timeStart === undefined ? '' : `@${timeStart}`
      return `${speaker}/${role}${time}: ${text.slice(span.start, span.end).replaceAll('\n', '↵')}`
    }),
  )
}

/** Everything that is left out as `reason: text`. */
export function leftOutOf({ passages }: Read): string[] {
  return passages.flatMap(({ text, leftOut }) =>
    leftOut.map(({ span, reason }) => `${reason}: ${text.slice(span.start, span.end)}`),
  )
}

/** Everything that is silent, as it is written. */
export function silentOf({ passages }: Read): string[] {
  return passages.flatMap(({ text, silent }) => silent.map((s) => text.slice(s.start, s.end)))
}

export const DEFAULTS: ReadOptions = {
  encoding: undefined,
  reader: undefined,
  roles: new Map(),
  lineBreaksOf: () => 'ends',
  parseYaml: (text) => parse(text, { schema: 'failsafe' }),
}
