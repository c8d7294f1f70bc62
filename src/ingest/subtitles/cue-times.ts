/** The line over a cue: `00:00:02.310 --> 00:00:05.220 align:start`. */

/** The times of a cue, as written. */
export interface CueTimes {
  readonly timeStart: string
  readonly timeEnd: string
}

/** The times of a line that holds nothing else but settings; undefined if it is no such line. */
export function cueTimesOf(line: string): CueTimes | undefined {
  if (!line.includes('-->')) return undefined
  const { timeStart, timeEnd } = CUE_TIMES.exec(line)?.groups ?? {}
  if (timeStart === undefined || timeEnd === undefined) return undefined
  return { timeStart, timeEnd }
}

/** Where words begin behind the times and their settings, on the same line; undefined if none do. */
export function wordsBehindTimes(line: string): number | undefined {
  const end = CUE_TIMES_AND_SETTINGS.exec(line)?.[0].length ?? line.length
  return end < line.length ? end : undefined
}

/** Whether a line was meant as the times of a cue, but is damaged: `00:00:0x --> 00:00:02.000`. */
export function isDamagedTimes(line: string): boolean {
  return line.includes('-->') && DAMAGED_TIMES.test(line.slice(0, LONGEST_TIMES))
}

/** Whether a line is the beginning of one with times: `00:00:02.310 --`. */
export function isBegunTimes(line: string): boolean {
  return line.length < LONGEST_TIMES && BEGUN_TIMES.test(line)
}

/**
 * Milliseconds of `00:00:06.900`, `00:06.900`, `0:0:6.90`, `-0:0:1.200`; frames, `00:00:06:12`, as hundredths. Where
 * Teams does not pad its numbers, the last is a whole number of milliseconds: 6.90 is 6 s 90 ms.
 */
export function millisecondsOf(time: string): number {
  const [clock = '', fraction = ''] = time.replaceAll('-', '').split(FRACTION_MARK)
  const parts = clock.split(':')
  const frames = parts.length === 4 ? Number(parts.pop()) : 0
  const seconds = parts.reduce((sum, part) => 60 * sum + Number(part), 0)
  const isPadded = parts.every((part) => part.length > 1)
  const rest = isPadded ? 1000 * Number(`0.${fraction}`) : Number(fraction)
  const value = 1000 * seconds + 10 * frames + rest
  return time.includes('-') ? -value : value
}

/** UTF-16 code units of two times and the arrow between them. */
const LONGEST_TIMES = 80
/** "." or "," before a fraction of a second. */
const FRACTION_MARK = /[.,]/u
/** "00:00:02,310 --> 00:00:05,220", "0:0:0.0 --> 0:0:5.320 align:start". */
const CUE_TIMES =
  /^\s*(?<timeStart>-?\d{1,4}(?::-?\d{1,2}){1,3}(?:[.,]-?\d{1,9})?)\s*-->\s*(?<timeEnd>-?\d{1,4}(?::-?\d{1,2}){1,3}(?:[.,]-?\d{1,9})?)(?:\s|$)/u
/** "align:start", "line: 84%", "A:middle", "X1:201". */
const SETTING =
  /(?:align|position|line|size|region|vertical)\s*:\s*\S+(?:\s+|$)|(?:[adlst]|[xy][12]):\S+(?:\s+|$)/u
/** Up to "Hello" in "00:00:01,000 --> 00:00:02,000 X1:201 Hello". */
const CUE_TIMES_AND_SETTINGS = new RegExp(`${CUE_TIMES.source}\\s*(?:${SETTING.source})*`, 'iu')
/** "00:00:0x --> ", and no other words: "7 --> 8 is a step" is speech. */
const DAMAGED_TIMES = /^\s*[-\d][^\s\p{L}]*[:.,]\S*\s*-->|^\s*\S*\s*-->\s*\d+:\d+/u
/** "00:0", "00:00:02.310 --", "00:00:02.310 --> 00:0". */
const BEGUN_TIMES = /^-?\d{1,4}:[\d:.,-]*(?:\s+-{1,2}>?\s*[\d:.,-]*)?\s*$/u
