/** Reads the head of a turn at the start of a line: `P1:`, `**Name** [0:00]`, `[00:01:02] Name:`. */
import { likenessOf } from './label-likeness.ts'
import { ownLineLabel, rowLabel } from './label-lines.ts'
import { behindListMark, datedTimeAt } from './label-marks.ts'
import { bracketedTimeAt, type Label, labelAt, labelDash } from './label-text.ts'
import { isBlank, skipBlanks } from './lines.ts'
import { isDigit, type TimeMark, timeAt } from './times.ts'
import type { Head, Line, Shape } from './turn-head.ts'
import { headOf } from './turn-head-parts.ts'

/** The head that begins at `at`, the first character of the line that is no blank. */
export function headOn(line: Line, at: number): Head | undefined {
  return headBehind(line, at, 0)
}

/** The same, behind so many marks of lists and quotations. */
function headBehind(line: Line, at: number, marks: number): Head | undefined {
  const { text, end } = line
  const first = text.charCodeAt(at)
  // Most heads begin with a letter, and have no mark before them.
  if (isPlainLetter(first)) return plainHead(line, at)
  if (marks >= MOST_MARKS) return markedHead(line, at)
  if (first === DIRECTION_MARK) return headBehind(line, at + 1, marks + 1)
  if (first === PIPE) return rowHead(line, at)
  const behind = behindListMark(text, at, end)
  if (behind === at || behind >= end) return markedHead(line, at)
  const head = headBehind(line, behind, marks + 1)
  if (head?.shape === 'colon' && first !== GREATER) return { ...head, shape: 'listed' }
  return head !== undefined && UNLISTED.has(head.shape) ? head : markedHead(line, at)
}

/** A label stands behind few of them; a line of nothing else must not be read mark by mark. */
const MOST_MARKS = 4

/** A label that is all of its line, over the speech: `Interviewer`. */
export function ownLineHead(line: Line, at: number): Head | undefined {
  const label = ownLineLabel(line.text, at, line.end)
  if (label === undefined || likenessOf(label.label, NOBODY) === 'none') return undefined
  return headOf(line, 'line', { label, speech: line.end })
}

/** What begins with a sign: bold, brackets, times; a letter that is not plain begins a name too. */
function markedHead(line: Line, at: number): Head | undefined {
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
  const hasColon = text.slice(bold.next - 3, bold.next).includes(':')
  const after = skipBlanks(text, bold.next, end)
  if (after === bold.next && after < end) return undefined
  const bracketed = bracketedTimeAt(text, after, end)
  if (bracketed !== undefined) {
    const speech = skipBlanks(text, skipColon(text, bracketed.next), end)
    const shape = speech === end ? 'name-time' : 'bold'
    return headOf(line, shape, { label: bold, time: bracketed, speech, hasColon })
  }
  const time = closingTime(text, after, end)
  if (time !== undefined) return headOf(line, 'name-time', { label: bold, time, speech: end })
  return headOf(line, 'bold', { label: bold, speech: after, hasColon })
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
  const dated = datedTimeAt(text, at + 1)
  if (dated !== undefined && text.charCodeAt(dated.next) === CLOSE_SQUARE) {
    return datedHead(line, { ...dated, next: dated.next + 1 })
  }
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
  if (time === undefined) {
    const dated = datedTimeAt(line.text, at)
    return dated && datedHead(line, dated)
  }
  const chat = chatHead(line, time)
  if (chat !== undefined || line.text.charCodeAt(time.next) === TAB) return chat
  const head = timedHead(line, time)
  return head.shape === 'time' && !head.alone ? undefined : head
}

/** `12/05/2024, 14:03 - Name: speech`; what has no name was written by the program. */
function datedHead(line: Line, time: TimeMark): Head {
  const head = timedHead(line, time)
  if (head.shape === 'time-name') return { ...head, shape: 'dated' }
  const { behindTime } = head
  return { ...head, shape: 'dated-nobody', label: '', details: '', speech: behindTime, behindTime }
}

/** `| Name | speech |`. */
function rowHead(line: Line, at: number): Head | undefined {
  const row = rowLabel(line.text, at, line.end)
  return row && headOf(line, 'row', row)
}

/** `10:03:42 From Jo to Everyone: speech`: what was typed in a meeting. */
function chatHead(line: Line, time: TimeMark): Head | undefined {
  const { text, end } = line
  const at = skipBlanks(text, time.next, end)
  if (!text.startsWith('From ', at)) return undefined
  const { name = '', to = '' } = CHAT_NAMES.exec(text.slice(at, end))?.groups ?? {}
  if (name === '') return undefined
  const start = text.indexOf(name, at)
  const whole = labelAt(text, start, start + name.length)
  const label = whole?.next === start + name.length ? whole : { label: name, details: '' }
  const colon = text.indexOf(':', start + name.length + to.length)
  const speech = skipBlanks(text, colon + 1, end)
  return headOf(line, 'time-name', { label, time, speech, behindTime: at })
}

/** What stands behind a time at the start of a line: a name and a colon, a name, or speech. */
function timedHead(line: Line, time: TimeMark): Head {
  const { text, end } = line
  const at = skipDash(text, skipBlanks(text, time.next, end), end)
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
  const isColumn = label !== undefined && text.charCodeAt(label.next) === TAB
  if (label !== undefined && (isColumn || hasSpeechColon(text, label.next, end))) {
    const speech = skipBlanks(text, label.next + 1, end)
    if (speech < end || !isColumn) {
      return headOf(line, 'time-name', { label, time, speech, behindTime: at })
    }
  }
  if (label !== undefined && skipBlanks(text, label.next, end) === end) {
    return headOf(line, 'time-name-line', { label, time, speech: end, behindTime: at })
  }
  return headOf(line, 'time', { label: NO_LABEL, time, speech: at })
}

/** `Name:`, `Name (details):`, `Name  0:00`, `Name (0:05):`, `Q.`, `R⇥`, `Name –`. */
function plainHead(line: Line, at: number): Head | undefined {
  const { text, end } = line
  const dashed = dashHead(line, at)
  if (dashed !== undefined) return dashed
  const label = labelAt(text, at, end)
  if (label === undefined) return undefined
  const stop = skipBlanks(text, label.next, end)
  const mark = text.charCodeAt(stop)
  if (mark === COLON) return colonHead(line, label, stop)
  if (mark === DOT) return dotHead(line, label)
  const bracketed = bracketedTimeAt(text, stop, end)
  if (bracketed !== undefined) return bracketedTimeHead(line, label, bracketed)
  const isWide = stop - label.next > 1 || text.charCodeAt(label.next) === TAB
  const time = isWide ? closingTime(text, stop, end) : undefined
  if (time !== undefined) return headOf(line, 'name-time', { label, time, speech: end })
  return text.charCodeAt(label.next) === TAB ? tabHead(line, label) : undefined
}

/** `Name (0:05):` over the speech, `Name [0:05]: speech`, `Name [0:05] speech`; not "Jo (2:15) said". */
function bracketedTimeHead(line: Line, label: Label, time: TimeMark): Head | undefined {
  const { text, end } = line
  const speech = skipBlanks(text, skipColon(text, time.next), end)
  const parts = { label, time, speech }
  if (speech === end) return headOf(line, 'name-bracketed-time', parts)
  if (hasSpeechColon(text, time.next, end)) return headOf(line, 'colon', parts)
  const isSquare = text.charCodeAt(time.next - 1) === CLOSE_SQUARE
  return isSquare && speech > time.next ? headOf(line, 'name-time-speech', parts) : undefined
}

/** `Q - speech`, `Interviewer – speech`; not `Foster carer - Jane: speech`. */
function dashHead(line: Line, at: number): Head | undefined {
  const { text, end } = line
  const dash = labelDash(text, at, end)
  if (dash === -1) return undefined
  const label = labelAt(text, at, dash)
  if (label === undefined || skipBlanks(text, label.next, dash) !== dash) return undefined
  if (likenessOf(label.label, NOBODY) === 'none') return undefined
  const speech = skipBlanks(text, dash + 1, end)
  const more = labelAt(text, speech, end)
  const isInName = more !== undefined && hasSpeechColon(text, more.next, end)
  if (isInName && likenessOf(more.label, NOBODY) !== 'none') return undefined
  return speech === end ? undefined : headOf(line, 'dash', { label, speech })
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

/** `[0:05] - Name`. */
function skipDash(text: string, at: number, end: number): number {
  const isDash = DASHES.includes(text.charAt(at)) && isBlank(text.charCodeAt(at + 1))
  return isDash && at < end ? skipBlanks(text, at + 1, end) : at
}

function skipColon(text: string, at: number): number {
  return text.charCodeAt(at) === COLON ? at + 1 : at
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Shapes that stay what they are behind a list mark or a quotation mark. */
const UNLISTED: ReadonlySet<Shape> = new Set<Shape>(['colon', 'bold', 'time-name', 'dated'])
const NO_LABEL = { label: '', details: '' }
const NOBODY: ReadonlySet<string> = new Set()
const DASHES = '-–—'
/** "From Jo to Everyone:", "From  Jo  to  Al(Direct Message) :", "From Jo : ". */
const CHAT_NAMES = /^From +(?<name>\S(?:.{0,58}?\S)?)(?<to>\s+to\s+[^:]{1,80}?)?\s*:(?=\s|$)/iu
/** `Q`, `A`, `Q12`. */
const QUESTION_OR_ANSWER = /^[QA]\d{0,2}$/u
const TAB = 9
const HASH = 35
const OPEN_ROUND = 40
const ASTERISK = 42
const DOT = 46
const COLON = 58
const OPEN_SQUARE = 91
const GREATER = 62
const CLOSE_SQUARE = 93
const PIPE = 124
/** Written by chat programs at the start of a line, and not seen. */
const DIRECTION_MARK = 0x200e
