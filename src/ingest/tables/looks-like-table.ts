import type { Sample } from '../reader.ts'

/**
 * Whether a text under another name is a table of answers: its first line names columns with tabs
 * between, or commas where there is no name at all, and the lines below have as many.
 */
export function looksLikeTable({ extension, bytes }: Sample): boolean {
  if (extension !== '' && extension !== '.txt') return false
  // Most texts under such a name have no tab, and need not be decoded.
  if (extension === '.txt' && !bytes.subarray(0, HEAD_LENGTH).includes(TAB)) return false
  const head = Buffer.from(bytes.subarray(0, HEAD_LENGTH)).toString('utf8')
  const [header = '', ...lines] = head.split(LINE_END).filter((line) => line.trim() !== '')
  const delimiters = extension === '' ? ['\t', ','] : ['\t']
  return delimiters.some((delimiter) => {
    const names = header.split(delimiter).map((name) => name.trim().replace(QUOTES, ''))
    if (names.length < FEWEST || !areNames(names)) return false
    const whole = lines.slice(0, Math.max(1, lines.length - 1)).slice(0, CHECKED)
    return whole.length > 0 && whole.every((line) => isRow(line, delimiter, names.length))
  })
}

/** Short, all different, and one of them says that this is a table of respondents. */
function areNames(names: readonly string[]): boolean {
  const isShort = names.every((name) => name !== '' && name.length <= LONGEST_NAME)
  return isShort && new Set(names).size === names.length && names.some((name) => KNOWN.test(name))
}

/** Quoted cells may hold delimiters and line breaks, so that their lines say little. */
function isRow(line: string, delimiter: string, width: number): boolean {
  return line.includes('"') || line.split(delimiter).length === width
}

const TAB = 0x09
const HEAD_LENGTH = 16 * 1024
const FEWEST = 3
const CHECKED = 20
const LONGEST_NAME = 300
const LINE_END = /\r\n?|\n/u
/** Quotation marks around a name. */
const QUOTES = /^\ufeff?"|"$/gu
/** "response_id", "Respondent", "Q2. Why?", "Comments", "Age band" */
const KNOWN =
  /^(?:(?:response|respondent|participant|case|record)?[ _-]?id|respondent|participant|q\d+\b.*|comments?|answers?|responses?|age(?: \w+)?|gender|region)$/iu
