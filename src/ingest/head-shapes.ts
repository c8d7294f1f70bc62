/** Reads the head of a turn at the start of a line: `P1:`, `**Name** [0:00]`, `[00:01:02] Name:`. */
import { bracketedTimeAt, type Label, labelAt } from './label-text.ts'
import { isBlank, skipBlanks } from './lines.ts'
import { isDigit, type TimeMark, timeAt } from './times.ts'
import type { Head, Line, Shape } from './turn-head.ts'

/** The head that begins at `at`, the first character of the line that is no blank. */
export function headOn(line: Line, at: number): Head | undefined {
  const first = line.text.charCodeAt(at)
  if (first === ASTERISK) return boldHead(line, at)
  if (first === OPEN_SQUARE) return squareHead(line, at)
  if (first === OPEN_ROUND) return roundTimeHead(line, at)
  if (first === HASH) return hashTimeHead(line, at)
  if (isDigit(first)) return bareTimeHead(line, at)
  return plainHead(line, at)
}

/** `**Name:** speech`, `**Name** [0:00] speech`, `**Name**  0:42`. */
function boldHead(line: Line, at: number): Head | undefined {
  const { text, end } = line
  const bold = boldLabelAt(text, at, end)
  if (bold === undefined) return undefined
  const after = skipBlanks(text, bold.next, end)
  if (after === bold.next && after < end) return undefined
  const bracketed = bracketedTimeAt(text, after, end)
  if (bracketed !== undefined) {
    const speech = skipBlanks(text, skipColon(text, bracketed.next), end)
    return headOf(line, speech === end ? 'name-time' : 'bold', {
      label: bold,
      time: bracketed,
      speech,
    })
  }
  const time = closingTime(text, after, end)
  if (time !== undefined) return headOf(line, 'name-time', { label: bold, time, speech: end })
  return headOf(line, 'bold', { label: bold, speech: after })
}

/** `**Name**`, `**Name:**`, `**P2 (female, 15):**`, `**Name**:`. */
function boldLabelAt(text: string, at: number, end: number): Label | undefined {
  if (!text.startsWith('**', at)) return undefined
  const label = labelAt(text, at + 2, end)
  if (label === undefined) return undefined
  const close = skipBlanks(text, skipColon(text, label.next), end)
  return text.startsWith('**', close) ? { ...label, next: skipColon(text, close + 2) } : undefined
}

/** `[00:01:02] Name:`, `[Name] 10:03:42`, `[SPEAKER_00]:`. */
function squareHead(line: Line, at: number): Head | undefined {
  const { text, end } = line
  const bracketed = bracketedTimeAt(text, at, end)
  if (bracketed !== undefined) return timedHead(line, bracketed)
  const label = labelAt(text, at + 1, end)
  if (label === undefined || text.charCodeAt(label.next) !== CLOSE_SQUARE) return undefined
  const close = label.next + 1
  if (text.charCodeAt(close) === COLON) {
    return headOf(line, 'bracket', { label, speech: skipBlanks(text, close + 1, end) })
  }
  const time = closingTime(text, skipBlanks(text, close, end), end)
  return time && headOf(line, 'bracket-time', { label, time, speech: end })
}

/** `(00:00:42):` over the speech. */
function roundTimeHead(line: Line, at: number): Head | undefined {
  const { text, end } = line
  const time = bracketedTimeAt(text, at, end)
  if (time === undefined || skipBlanks(text, skipColon(text, time.next), end) < end)
    return undefined
  return headOf(line, 'time', { label: NO_LABEL, time, speech: end })
}

/** `#00:00:02.0# Name:`. */
function hashTimeHead(line: Line, at: number): Head | undefined {
  const time = timeAt(line.text, at + 1)
  if (time === undefined || line.text.charCodeAt(time.next) !== HASH) return undefined
  return timedHead(line, { ...time, next: time.next + 1 })
}

/** `00:00:00 Speaker 1`, `0:15`; not "10:30 was late", and not a table row: a time and a tab. */
function bareTimeHead(line: Line, at: number): Head | undefined {
  const time = timeAt(line.text, at)
  if (time === undefined || line.text.charCodeAt(time.next) === TAB) return undefined
  const head = timedHead(line, time)
  return head.shape === 'time' && !head.alone ? undefined : head
}

/** What stands behind a time at the start of a line: a name and a colon, a name, or speech. */
function timedHead(line: Line, time: TimeMark): Head {
  const { text, end } = line
  const at = skipBlanks(text, time.next, end)
  const bold = boldLabelAt(text, at, end)
  if (bold !== undefined) {
    return headOf(line, 'time-name', {
      label: bold,
      time,
      speech: skipBlanks(text, bold.next, end),
      behindTime: at,
    })
  }
  const label = at < end ? labelAt(text, at, end) : undefined
  if (label !== undefined && hasSpeechColon(text, label.next, end)) {
    const speech = skipBlanks(text, label.next + 1, end)
    return headOf(line, 'time-name', { label, time, speech, behindTime: at })
  }
  if (label !== undefined && skipBlanks(text, label.next, end) === end) {
    return headOf(line, 'time-name-line', { label, time, speech: end, behindTime: at })
  }
  return headOf(line, 'time', { label: NO_LABEL, time, speech: at })
}

/** `Name:`, `Name (details):`, `Name  0:00`, `Name (0:05):`, `Q.`, `R⇥`. */
function plainHead(line: Line, at: number): Head | undefined {
  const { text, end } = line
  const label = labelAt(text, at, end)
  if (label === undefined) return undefined
  const stop = skipBlanks(text, label.next, end)
  const mark = text.charCodeAt(stop)
  if (mark === COLON) return colonHead(line, label, stop)
  if (mark === DOT) return dotHead(line, label)
  const bracketed = bracketedTimeAt(text, stop, end)
  if (bracketed !== undefined) {
    const isAlone = skipBlanks(text, skipColon(text, bracketed.next), end) === end
    const shape = 'name-bracketed-time'
    return isAlone ? headOf(line, shape, { label, time: bracketed, speech: end }) : undefined
  }
  const isWide = stop - label.next > 1 || text.charCodeAt(label.next) === TAB
  const time = isWide ? closingTime(text, stop, end) : undefined
  if (time !== undefined) return headOf(line, 'name-time', { label, time, speech: end })
  return text.charCodeAt(label.next) === TAB ? tabHead(line, label) : undefined
}

/** `Name: speech`; not `https://`, and not `10:30`. */
function colonHead(line: Line, label: Label, colon: number): Head | undefined {
  const { text, end } = line
  if (!hasSpeechColon(text, colon, end)) return undefined
  const after = skipBlanks(text, colon + 1, end)
  const time = bracketedTimeAt(text, after, end) ?? longTime(closingTime(text, after, end))
  if (time === undefined) return headOf(line, 'colon', { label, speech: after })
  const speech = skipBlanks(text, skipColon(text, time.next), end)
  return headOf(line, 'colon', { label, time, speech })
}

/** `Q. Anything else?`. */
function dotHead(line: Line, label: Label): Head | undefined {
  const speech = skipBlanks(line.text, label.next + 1, line.end)
  if (speech === label.next + 1 || !QUESTION_OR_ANSWER.test(label.label)) return undefined
  return headOf(line, 'dot', { label, speech })
}

/** `R⇥speech`. One tab only: a line with more is a row of a table. */
function tabHead(line: Line, label: Label): Head | undefined {
  const { text, end } = line
  const speech = skipBlanks(text, label.next, end)
  const another = text.indexOf('\t', speech)
  if (speech === end || (another !== -1 && another < end)) return undefined
  return headOf(line, 'tab', { label, speech })
}

/** A colon with a blank or the end of the line behind it. */
function hasSpeechColon(text: string, at: number, end: number): boolean {
  if (at >= end || text.charCodeAt(at) !== COLON) return false
  return at + 1 === end || isBlank(text.charCodeAt(at + 1))
}

/** A time without brackets that closes the line. */
function closingTime(text: string, at: number, end: number): TimeMark | undefined {
  const time = at < end ? timeAt(text, at) : undefined
  return time !== undefined && skipBlanks(text, time.next, end) === end ? time : undefined
}

/** `00:02:06`, but not the "8:30" of "Bedtime: 8:30". */
function longTime(time: TimeMark | undefined): TimeMark | undefined {
  return time !== undefined && time.from.end - time.from.start >= 7 ? time : undefined
}

function skipColon(text: string, at: number): number {
  return text.charCodeAt(at) === COLON ? at + 1 : at
}

interface HeadParts {
  readonly label: Pick<Label, 'label' | 'details'>
  readonly time?: TimeMark
  readonly speech: number
  readonly behindTime?: number
}

/** Written out, since this runs for every turn and copying objects by spreading is slow. */
function headOf(line: Line, shape: Shape, parts: HeadParts): Head {
  const { label, time, speech } = parts
  return {
    shape,
    line: line.start,
    label: label.label,
    details: label.details,
    timeStart: time && line.text.slice(time.from.start, time.from.end),
    timeEnd: time?.to && line.text.slice(time.to.start, time.to.end),
    speech,
    behindTime: parts.behindTime ?? speech,
    alone: speech >= line.end,
    opensParagraph: line.opensParagraph,
  }
}

const NO_LABEL = { label: '', details: '' }
/** `Q`, `A`, `Q12`. */
const QUESTION_OR_ANSWER = /^[QA]\d{0,2}$/u
const TAB = 9
const HASH = 35
const OPEN_ROUND = 40
const ASTERISK = 42
const DOT = 46
const COLON = 58
const OPEN_SQUARE = 91
const CLOSE_SQUARE = 93
