/**
 * Decides what becomes of a hyphen at the end of a line: "exam-" and "ple" are "example", "well-"
 * and "being" are "well-being". The document itself is asked first: the form that it writes
 * elsewhere inside a line is the right one.
 */

/** What stands between two lines that are joined; `drops` is how much of the first one's end goes. */
export interface LineJoin {
  readonly drops: number
  readonly between: string
}

/** How lines of a document are joined. */
export type JoinLines = (before: string, after: string) => LineJoin

/** Learns from all lines of a document how its lines are to be joined. */
export function lineJoins(lines: readonly string[]): JoinLines {
  const { words, hyphenates } = surveyLines(lines)
  return (before, after) => {
    const broken = brokenWord(before, after)
    if (broken === undefined) return TIGHT_DASH.test(before) ? NOTHING : SPACE
    const { first, second } = broken
    if (words.has(`${first}-${second}`)) return NOTHING
    if (words.has(`${first}${second}`)) return { drops: 1, between: '' }
    if (!areParts(broken)) return NOTHING
    if (second.startsWith(first)) return NOTHING
    return hyphenates ? { drops: 1, between: '' } : SPACE
  }
}

interface BrokenWord {
  /** In lower case, without the hyphen. */
  readonly first: string
  readonly second: string
  /** Whether what follows the hyphen begins with a small letter. */
  readonly goesOnSmall: boolean
}

/** The two parts of a word with a hyphen at the end of its line. */
function brokenWord(before: string, after: string): BrokenWord | undefined {
  if (!HYPHEN_AT_END.test(before)) return undefined
  const first = LAST_PART.exec(before.slice(-LONGEST_WORD))?.groups?.part
  const second = FIRST_PART.exec(after.slice(0, LONGEST_WORD))?.[0]
  if (first === undefined || second === undefined) return undefined
  const goesOnSmall = SMALL_PART.test(second) && OWN_SMALL.test(first)
  return { first: comparable(first), second: comparable(second), goesOnSmall }
}

/** Whether the parts can be of one word: "exam-ple"; not "Smith-Jones", "mother-in-law", "self-help". */
function areParts({ first, second, goesOnSmall }: BrokenWord): boolean {
  return goesOnSmall && !first.includes('-') && !second.includes('-') && !COMPOUNDING.has(first)
}

/** The words inside lines, and whether hyphens at line ends break words in this document. */
function surveyLines(lines: readonly string[]): {
  readonly words: ReadonlySet<string>
  readonly hyphenates: boolean
} {
  const words = new Set<string>()
  let [broken, cutShort] = [0, 0]
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? ''
    const isBroken = brokenWord(line, lines[i + 1] ?? '')?.goesOnSmall === true
    if (isBroken) broken += 1
    cutShort += line.match(CUT_SHORT)?.length ?? 0
    for (const { 0: word, index } of line.matchAll(WORD)) {
      const isCut = index + word.length >= line.length - 1 && HYPHEN_AT_END.test(line)
      const follows = index === 0 && HYPHEN_AT_END.test(lines[i - 1] ?? '')
      if (!isCut && !follows) words.add(comparable(word))
    }
  }
  return { words, hyphenates: broken > cutShort }
}

function comparable(word: string): string {
  return word.toLowerCase().replace(ANY_HYPHEN, '-')
}

const SPACE: LineJoin = { drops: 0, between: ' ' }
const NOTHING: LineJoin = { drops: 0, between: '' }
/** UTF-16 code units of a line's end, or start, in which a broken word is looked for. */
const LONGEST_WORD = 200
/** "-", the soft hyphen that some programs write for it, "‐". */
const ANY_HYPHEN = /[-\u00ad\u2010]/gu
const HYPHEN_AT_END = /[-\u00ad\u2010]$/u
/** "exam-", "mother-in-" at the end of a line. */
const LAST_PART =
  /(?<part>[\p{L}\p{M}\p{N}]+(?:[-\u00ad\u2010][\p{L}\p{M}\p{N}]+)*)[-\u00ad\u2010]$/u
/** "ple", "in-law" at the start of a line. */
const FIRST_PART = /^[\p{L}\p{M}\p{N}]+(?:[-\u00ad\u2010][\p{L}\p{M}\p{N}]+)*/u
/** "ple"; not "Jones", "20". */
const SMALL_PART = /^\p{Ll}[\p{Ll}\p{M}]*(?:[-\u00ad\u2010]|$)/u
/** "exam", "Exam"; not "NHS", "1st". */
const OWN_SMALL = /^\p{L}?[\p{Ll}\p{M}]*(?:[-\u00ad\u2010]|$)/u
/** "example", "well-being". */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-\u00ad\u2010][\p{L}\p{M}\p{N}]+)*/gu
/** "thou- I mean": speech that breaks off inside a line. */
const CUT_SHORT = /\p{L}[-\u00ad\u2010] (?=\p{L})/gu
/** "2019–", "word—" right behind a letter or a number: nothing stood behind the dash. */
const TIGHT_DASH = /[\p{L}\p{N}][—–]$/u
/** First parts of compounds that are hardly ever the first part of a longer word. */
const COMPOUNDING: ReadonlySet<string> = new Set(['self', 'well', 'half', 'non'])
