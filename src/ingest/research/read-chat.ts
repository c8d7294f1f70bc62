/**
 * CHAT → passages. Main lines (`*CHI:`) are speech; headers (`@`) and dependent tiers (`%`) say
 * something about it and are left away.
 */
import { isUtf8 } from 'node:buffer'
import { whileGood } from '../bad-file.ts'
import { type Problem, problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { speechPassages, type Utterance } from '../utterances.ts'
import { type ChatLine, chatLines } from './chat-lines.ts'
import { chatRoles } from './chat-roles.ts'
import { chatSpeech } from './chat-speech.ts'
import { clockTime } from './clock-times.ts'
import { sourcePlaces } from './source-places.ts'
import { sourceText } from './source-text.ts'

/** Reads a CHAT transcript. */
export function readChat(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  return whileGood(source.path, function* () {
    const { text, encoding, problems } = sourceText(source, withEncoding(source, options))
    for (const problem of problems) yield problemReading(source.path, problem)
    if (encoding === undefined) return
    const lines = chatLines(text)
    const roles = new Map([...options.roles, ...chatRoles(lines, options.roles)])
    const file = { documentId, reader: 'chat', encoding, hasSpeakers: true }
    yield* speechPassages(utterancesOf(text, lines), file, { ...options, roles })
    if (!lines.some(({ kind, name }) => kind === 'header' && name === 'End')) {
      yield problemReading(source.path, NO_END)
    }
  })
}

/** Time marks are control characters, of which the look for binary files knows nothing. */
function withEncoding(source: ByteSource, options: ReadOptions): ReadOptions {
  if (options.encoding !== undefined || !isUtf8(source.read(0, source.size))) return options
  return { ...options, encoding: 'utf-8' }
}

function* utterancesOf(text: string, lines: readonly ChatLine[]): Generator<Utterance> {
  const placeOf = sourcePlaces(text)
  for (const { kind, name, content, offset } of lines) {
    if (kind === 'stray') {
      const reason = 'line without @, * or %'
      yield { label: undefined, ...NO_TIMES, text: content, ...placeOf(offset), leftOut: reason }
    }
    if (kind !== 'main') continue
    const { words, start, end } = chatSpeech(content, offset)
    const times = { timeStart: clockTime(start), timeEnd: clockTime(end) }
    for (const piece of words) {
      yield { label: name, ...times, text: piece.text, ...placeOf(piece.offset) }
    }
  }
}

const NO_TIMES = { timeStart: undefined, timeEnd: undefined }
const NO_END: Problem = {
  severity: 'warning',
  id: 'no-end-line',
  message:
    'The file has no line “@End”: it may have been cut off. What is there was read. Copy it again ' +
    'from its source, or add the line.',
}
