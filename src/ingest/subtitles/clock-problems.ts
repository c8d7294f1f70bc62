import type { Problem } from '../problems.ts'
import { type CueTimes, millisecondsOf } from './cue-times.ts'

/** Watches the times of cues in the order of the file. */
export interface ClockWatch {
  /** `line` is that of the times; they are undefined where they cannot be read. */
  add(times: CueTimes | undefined, line: number): void
  /** One problem of each kind, with its first line. */
  problems(): Problem[]
}

/** Finds cues out of order, cues that end before they start, and times that cannot be read. */
export function clockWatch(): ClockWatch {
  const backwards = noFaults()
  const unordered = noFaults()
  const unreadable = noFaults()
  let last = Number.NEGATIVE_INFINITY
  return {
    add(times, line) {
      if (times === undefined) {
        countFault(unreadable, line)
        return
      }
      const start = millisecondsOf(times.timeStart)
      if (millisecondsOf(times.timeEnd) < start) countFault(backwards, line)
      if (start < last) countFault(unordered, line)
      last = start
    },
    problems: () => [
      ...problemOf('unreadable-times', unreadable, UNREADABLE),
      ...problemOf('end-before-start', backwards, BACKWARDS),
      ...problemOf('times-out-of-order', unordered, UNORDERED),
    ],
  }
}

interface Faults {
  count: number
  first: number
}

function noFaults(): Faults {
  return { count: 0, first: 0 }
}

function countFault(faults: Faults, line: number): void {
  if (faults.count === 0) faults.first = line
  faults.count += 1
}

function problemOf(
  id: string,
  { count, first }: Faults,
  what: (cues: string) => string,
): Problem[] {
  if (count === 0) return []
  const cues = count === 1 ? '1 cue, this one,' : `${count} cues, of which this is the first,`
  return [{ severity: 'warning', id, message: what(cues), line: first }]
}

const UNREADABLE = (cues: string) =>
  `The times of ${cues} cannot be read. The words are kept, without times. Mend them after this ` +
  'pattern: 00:01:02.500 --> 00:01:04.000.'
const BACKWARDS = (cues: string) =>
  `By the times of ${cues} the speech ends before it begins. The times are kept as written.`
const UNORDERED = (cues: string) =>
  `By the times of ${cues} the speech begins before that of the cue above. The cues are kept in ` +
  'the order of the file.'
