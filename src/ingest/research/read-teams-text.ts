/** Blocks of a range of times, a name, and speech: the text of an older Teams transcript. */
import { BadFile, whileGood } from '../bad-file.ts'
import { labelAt } from '../label-text.ts'
import { problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { timeAt } from '../times.ts'
import { speechPassages, type Utterance } from '../utterances.ts'
import { sourceText } from './source-text.ts'

/** Reads the blocks; what stands before the first is left out. */
export function readTeamsText(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  return whileGood(source.path, function* () {
    const { text, encoding, problems } = sourceText(source, options)
    for (const problem of problems) yield problemReading(source.path, problem)
    if (encoding === undefined) return
    const lines = text.split('\n')
    if (!lines.some((line) => rangeOf(line) !== undefined)) {
      throw new BadFile('no-speech-found', NO_BLOCKS, 1)
    }
    const file = { documentId, reader: 'teams-text', encoding, hasSpeakers: true }
    yield* speechPassages(utterancesOf(lines), file, options)
  })
}

type Times = Pick<Utterance, 'timeStart' | 'timeEnd'>

function* utterancesOf(lines: readonly string[]): Generator<Utterance> {
  let times: Times | undefined
  let speaker: Pick<Utterance, 'label' | 'details'> = { label: undefined }
  let isName = false
  for (const [i, line] of lines.entries()) {
    const range = rangeOf(line)
    if (range !== undefined) {
      times = range
      // A block of one line says who spoke, or what was said: nobody can tell, so it is speech.
      isName = hasText(lines[i + 1]) && hasText(lines[i + 2]) && rangeOf(lines[i + 2]) === undefined
      speaker = isName ? speakerOf(lines[i + 1]?.trim() ?? '') : { label: undefined }
    } else if (isName) isName = false
    else {
      const leftOut = times === undefined ? 'before the first speaker' : undefined
      yield { ...speaker, ...(times ?? NO_TIMES), text: line, line: i + 1, column: 1, leftOut }
    }
  }
}

/** The two times of a line that holds nothing else: `0:0:3.270 --> 0:0:4.250`. */
function rangeOf(line = ''): Times | undefined {
  const bare = line.trim()
  const time = bare.includes('-->') ? timeAt(bare, 0) : undefined
  if (time?.to === undefined || time.next !== bare.length) return undefined
  const { from, to } = time
  return { timeStart: bare.slice(from.start, from.end), timeEnd: bare.slice(to.start, to.end) }
}

/** `Smith, Jane (Demo Council)`: whatever stands there is a name. */
function speakerOf(name: string): Pick<Utterance, 'label' | 'details'> {
  const label = labelAt(name, 0, name.length)
  return label?.next === name.length ? label : { label: name }
}

function hasText(line = ''): boolean {
  return line.trim() !== ''
}

const NO_TIMES: Times = { timeStart: undefined, timeEnd: undefined }
const NO_BLOCKS =
  'No block of times, name and speech was found, such as “0:0:3.270 --> 0:0:4.250” over a name and ' +
  'what was said. Leave --reader out to let voices choose.'
