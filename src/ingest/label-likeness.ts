/**
 * How much a label looks like a speaker, before anything is known of the file. "Interviewer" and
 * `P1` do wherever they stand; "Josh" does if it comes again; "One thing" never does.
 */
import { isPersonWord, roleOf, UNKNOWN_ROLE, vocabularyRole } from './roles.ts'

/**
 * `certain`: a role or a speaker number. `name`: capitalised like a name. `word`: one word in lower
 * case, a name only where nobody in the file has capitals. `none`: no speaker.
 */
export type Likeness = 'certain' | 'name' | 'word' | 'none'

/** What a label looks like; `given` holds the labels of `voices.yaml` in lower case. */
export function likenessOf(label: string, given: ReadonlySet<string>): Likeness {
  const folded = label.toLowerCase()
  if (given.has(folded)) return 'certain'
  if (isTitleLabel(label)) return 'none'
  if (vocabularyRole(label) !== UNKNOWN_ROLE) return 'certain'
  if (SPEAKER_ID.test(label) || SPEAKER_NUMBER.test(folded)) return 'certain'
  if (GROUP_LABEL.test(folded)) return 'certain'
  if (TITLED_NAME.test(label)) return 'certain'
  if (isName(label) || isPerson(label)) return 'name'
  return LOWER_WORD.test(label) ? 'word' : 'none'
}

/** The same with what stands in brackets behind the label: "Jo (support worker)" is certain. */
export function likenessWith(label: string, details: string, given: ReadonlySet<string>): Likeness {
  const likeness = likenessOf(label, given)
  if (likeness !== 'name' || details === '') return likeness
  return roleOf('', details, NO_ROLES) === UNKNOWN_ROLE ? 'name' : 'certain'
}

/** Whether a label belongs to a title block or a form: `Date`, `Location`. */
export function isTitleLabel(label: string): boolean {
  return NO_SPEAKER.has(label.toLowerCase().replace(FINAL_NUMBER, ''))
}

/** Whether a label begins as a sentence does, and not as a name: "If a child". */
export function opensSentence(label: string): boolean {
  return SENTENCE_START.has(label.split(SPACES)[0]?.toLowerCase() ?? '')
}

/** Every word has a capital, a digit or is a small word of names: "Ana de la Cruz", "1-vcarl". */
function isName(label: string): boolean {
  const words = label.split(SPACES)
  const first = words[0] ?? ''
  if (words.length > 5 || !NAME_START.test(first)) return false
  if (SENTENCE_START.has(first.toLowerCase())) return false
  return words.every((word) => NAME_WORD.test(word) || NAME_PARTICLES.has(word))
}

/** A person in a few words: "Former foster child", "Supporting adult"; not "One friend". */
function isPerson(label: string): boolean {
  if (!NAME_START.test(label)) return false
  const words = label.toLowerCase().split(SPACES)
  if (words.length > 4 || SENTENCE_START.has(words[0] ?? '')) return false
  return isPersonWord(words.at(-1) ?? '')
}

const NO_ROLES: ReadonlyMap<string, string> = new Map()
/** "3" in "Part 3", "b" in "Question 2b". */
const FINAL_NUMBER = /\s*\d+[a-z]?$/u
/** `P1`, `YP12`, `FG3a`. */
const SPEAKER_ID = /^(?:[A-Z]{1,2}\d{1,3}|[A-Z]{3}\d{1,2})[a-z]?$/u
/** `SPEAKER_00`, `Speaker 1`, `Voice B`, `Unknown Speaker`, `1-jo`; in lower case. */
const SPEAKER_NUMBER =
  /^(?:(?:speaker|voice|person|student|user|guest|male|female|man|woman)[ _-]?(?:\d{1,3}|[a-z])|(?:un\w+ |male |female )?(?:speaker|voice)|\d{1,2}-\p{L}+)$/u
/** Speech of several, or of nobody known. */
const GROUP_LABEL = /^(?:all|everyone|group|several|both|unknown|unidentified|various|others?)$/u
/** `Mrs Brown`, `Dr. Ade`, `Cllr Jones`. */
const TITLED_NAME =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Cllr|Councillor|Rev)\.? \p{Lu}/u
/** `sue`. */
const LOWER_WORD = /^\p{Ll}{2,12}$/u
const SPACES = /\s+/u
/** The first word of a name: `Josh`, `O’Neill`, `NVK`. */
const NAME_START = /^(?:\p{Lu}|\d+-\p{L})/u
/** `Smith,`, `J.`, `McKay-Lee`, `1`, `#2`, `(A)`. */
const NAME_WORD = /^[#&+/]?(?:\p{Lu}[\p{L}\p{N}'’._,&/@-]{0,24}|\d{1,3}|\d+-\p{L}+|&|\/|-|–)$/u
const NAME_PARTICLES = new Set(
  'a al and ap bin da de del della den der di dos du el ibn la le of the ter van von y'.split(' '),
)

/** Words that open a sentence or a heading, not a name. */
const SENTENCE_START = new Set(
  (
    'a about after again all also although always an and another anyway are as at basically ' +
    "because before being but by can could day did do does don’t don't each even every finally " +
    'first firstly for from had has have he her here his honestly how however i’d i’m if in ' +
    'instead is it its just last lastly let like look many maybe more most my never next no not ' +
    'now of oh ok okay on once one only or other our overall perhaps please remember right ' +
    'sadly second secondly see she since so some sometimes still that the their then there ' +
    'these they third thirdly this those though three to today two usually was we week well ' +
    'were what when where which while who why will with would yeah year yes yet you your'
  ).split(' '),
)

/** What stands before a colon in notes, forms, web pages and title blocks. */
const NO_SPEAKER = new Set(
  (
    'abstract|actions|action|address|age|agenda|aim|aims|apologies|appendix|attendees|attending|' +
    'audio|audio file|author|authors|background|bcc|by|categories|category|cc|chapter|charity|' +
    'city|comment|comments|conclusion|conclusions|consent|contact|contents|copyright|country|' +
    'credit|date|date of interview|day|dear|definition|description|details|doi|document|documents|duration|edit|' +
    'email|e-mail|ethnicity|event|example|examples|fax|fig|figure|file|filename|findings|format|' +
    'from|ftp|gender|goal|goals|http|https|id|image|important|in attendance|ingredients|instructions|' +
    'interview|interview date|interview length|introduction|isbn|issue|item|items|key|keywords|' +
    'language|length|level|link|links|location|mailto|me|meeting|method|methods|name|names|nb|' +
    'note|notes|objective|objectives|option|options|or|organisation|outcome|outcomes|overview|' +
    'page|part|phase|phone|photo|picture|place|plus|point|postcode|posted|present|priority|problem|' +
    'project|ps|pseudonym|published|purpose|quote|rating|re|reason|reasons|recommendation|' +
    'recommendations|recorded|recording|reference|references|region|related|result|results|role|' +
    'rule|school|section|session|setting|sex|slide|slides|solution|source|sources|speakers|stage|' +
    'start|status|step|subject|subtitle|sum|summary|table|tags|task|tel|telephone|test|theme|' +
    'themes|time|timespan|tip|tips|title|to|topic|topics|total|transcribed by|transcriber|' +
    'transcript|transcription|twitter|type|unit|update|updated|url|venue|version|video|vimeo|' +
    'warning|web|website|week|weekday|weekend|weekends|year|youtube'
  ).split('|'),
)
