/**
 * Which columns of a table hold what, where the analyst has not said so: by the names in the header
 * and by what a sample of the rows shows. Personal data is never guessed to be an attribute.
 */
import type { ColumnFacts } from './column-facts.ts'
import { namesPersonal } from './personal-data.ts'

/** A column of the sample. */
export interface SampledColumn {
  /** 0-based. */
  readonly column: number
  readonly name: string
  readonly facts: ColumnFacts
}

/** The column that names the respondents: all of them, and each another one. */
export function guessId(columns: readonly SampledColumn[]): number | undefined {
  const unique = columns.filter(({ name, facts }) => {
    const isWhole = facts.filled === facts.rows && facts.distinct === facts.rows && facts.rows > 0
    return isWhole && isIdName(name) && facts.longest <= LONGEST_ID && !facts.isPersonal
  })
  return (unique.find(({ name }) => RESPONDENT.test(name)) ?? unique[0])?.column
}

/** The columns of answers. */
export function guessText(columns: readonly SampledColumn[]): readonly number[] {
  return columns.filter(isText).map(({ column }) => column)
}

/** The columns that sort respondents into a few groups. */
export function guessAttributes(columns: readonly SampledColumn[]): readonly number[] {
  return columns.filter(isAttribute).map(({ column }) => column)
}

/** The column that says in which role somebody answers; undefined if none or several do. */
export function guessRole(columns: readonly SampledColumn[]): number | undefined {
  const found = columns.filter(({ name }) => ROLE_NAME.test(wordsOf(name)))
  return found.length === 1 ? found[0]?.column : undefined
}

/** Whether the table is about the columns of another one, so that it holds no answers. */
export function isColumnList(names: readonly string[]): boolean {
  return names.some((name) => COLUMN_LIST.test(name))
}

function isText({ name, facts }: SampledColumn): boolean {
  const { filled, distinct, meanWords, mostWords, prose, codes } = facts
  if (isIdName(name) || codes >= HALF) return false
  const asksForText = TEXT_NAME.test(name)
  const isClosed = filled >= FEW_ROWS && distinct <= CLOSED * filled
  if (isClosed) return asksForText && prose >= HALF
  if (namesPersonal(name) || CLOSED_NAME.test(name)) return prose >= HALF
  if (filled > 0 && (prose >= SOME_PROSE || (meanWords >= 4 && mostWords >= 6))) return true
  const isShort = filled > 2 && (meanWords < 2 || distinct <= HALF * filled)
  return asksForText && !isShort
}

function isAttribute({ name, facts }: SampledColumn): boolean {
  const { filled, distinct, meanWords, longest, dates } = facts
  if (isIdName(name) || namesPersonal(name) || facts.isPersonal || TOOL_NAME.test(wordsOf(name))) {
    return false
  }
  const isFew = distinct <= MOST_GROUPS && (filled < FEW_ROWS || distinct <= HALF * filled)
  return (
    distinct > 1 &&
    isFew &&
    meanWords <= LONG_GROUP_WORDS &&
    longest <= LONGEST_GROUP &&
    dates < HALF
  )
}

function isIdName(name: string): boolean {
  return ID_NAME.test(wordsOf(name))
}

/** `ResponseId` and `response_id` → `response id`. */
function wordsOf(name: string): string {
  return name.replace(HUMP, '$1 $2').replace(JOINT, ' ').trim().toLowerCase()
}

const HALF = 0.5
/** Share of different answers up to which a question is a closed one. */
const CLOSED = 0.2
const SOME_PROSE = 0.3
/** Fewer values than this say little about how many different ones there are. */
const FEW_ROWS = 8
const MOST_GROUPS = 20
/** UTF-16 code units. */
const LONGEST_ID = 80
const LONGEST_GROUP = 250
const LONG_GROUP_WORDS = 25

/** Between the words of "responseId". */
const HUMP = /(\p{Ll})(\p{Lu})/gu
/** "_" in "response_id" */
const JOINT = /[_.\-\s]+/gu
/** "id", "response id", "unique reference number", "case", "respid" */
const ID_NAME =
  /^(?:(?:unique|anon(?:ymous)?|survey|record|resp|response|respondent|responder|participant|person|submission|case|user|client|comment|entry|row|answer|interview|document|doc|file|member|questionnaire|consultation|your) ?)*(?:id|ids|ident|identifier|no|number|nr|ref|reference|uuid|guid|key|#)(?: ?(?:no|number|code))?$|^(?:case|respondent|participant|respid|doc ?name|ident|serial|index)$/u
const RESPONDENT = /respond|participant|person|case/iu
/** "role", "respondent type", "Are you responding as an individual …?" */
const ROLE_NAME =
  /^(?:role|(?:respondent|participant|speaker|person) (?:type|role|group|category)|(?:type|role) of (?:respondent|participant)|(?:are you )?responding as\b.*|which (?:of (?:these|the following) )?best describes you)\W*$/u
/** "Q2. What else should we consider? - Text", "Why?", "Please explain your answer", "comments" */
const TEXT_NAME =
  /\b(?:why|explain|describe|tell us|free[ -]?text|open[ -]ended|please specify|verbatim|in your own words|comments?|suggestions?|feedback|what else)\b|\b(?:texts?|response|answer)$|^(?:q\d+\W+)?(?:what|how) (?:would|could|should|can|might|did|do you (?:think|feel|want|need)|gets?|helps?|works?|makes?|has|have|matters|happen\w*|are the|role|difference|impact)\b/iu
/** "To what extent do you agree?", "Which age band are you in?" */
const CLOSED_NAME =
  /\b(?:to what extent|agree or disagree|how (?:old|many|often|likely|satisfied)|permission|publish|consent|which (?:region|age|country|sector|of)|do you live|are you responding|type of organisation|size of organisation|organisation type)\b/iu
/** What survey tools add: neither answers nor groups of people. */
const TOOL_NAME =
  /^(?:progress|duration.*|finished|status|user ?language|distribution channel|external (?:data )?reference|collector.*|(?:start|end|recorded|submitted|created|completed|modified|last) ?(?:date|time|at|page)?|date.*|.*\btime ?stamp|browser.*|operating system|resolution|seed|completion time)$/u
/** "Column ID", "Column letter (in Responses sheet)", "Free-text column letter" */
const COLUMN_LIST = /\bcolumn (?:id|letter|name|number)\b/iu
