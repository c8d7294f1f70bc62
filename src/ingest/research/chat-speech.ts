/**
 * A main line of CHAT → the words that were said. Codes go: time marks, `[/]`, `<…>`, `&=laughs`,
 * `xxx`, pauses, overlap and pitch marks; `(be)cause` and `no:` become the words they stand for.
 * Words that were repeated or taken back stay, since they were said.
 */
import { type PlacedText, placedWords } from './placed-words.ts'

/** What is said in a line. Times are in milliseconds. */
export interface ChatSpeech {
  /** Empty if nothing that can be understood is said. */
  readonly words: readonly PlacedText[]
  readonly start: number | undefined
  readonly end: number | undefined
}

/** The speech of a line that begins at `offset` of the source. */
export function chatSpeech(content: string, offset: number): ChatSpeech {
  const marked = content.split(TIME_MARK)
  const times = marked.map(timesOf).filter((it) => it !== undefined)
  // Blanks for what is no speech keep every other place as it is.
  const untimed = marked
    .map((part) => (timesOf(part) === undefined ? part : blanks(part)))
    .join(' ')
  const parts: PlacedText[] = []
  for (const { 0: token, index } of untimed.replace(CODES, blanks).matchAll(TOKEN)) {
    const said = PUNCTUATION.get(token) ?? (token.startsWith('+') ? closing(token) : word(token))
    if (said === '') continue
    const at = offset + index + Math.max(0, token.indexOf(said.charAt(0)))
    if (HAS_WORD.test(said)) parts.push({ text: ' ', offset: at }, { text: said, offset: at })
    else if (parts.length > 0) parts.push({ text: said, offset: at })
  }
  return { words: placedWords(parts), start: times.at(0)?.start, end: times.at(-1)?.end }
}

/** The times in a mark, `310_1200` or `%snd:"talk"_310_1200`; undefined for what is no mark. */
function timesOf(mark: string): { start: number; end: number } | undefined {
  const { start, end } = TIMES.exec(mark)?.groups ?? {}
  return start === undefined ? undefined : { start: Number(start), end: Number(end) }
}

function blanks(code: string): string {
  return ' '.repeat(code.length)
}

/** `+...`, `+/.`, `+//?`: an utterance that breaks off. `+<` and `+"` open one and say nothing. */
function closing(token: string): string {
  if (token.endsWith('?')) return token.endsWith('!?') ? '!?' : '?'
  if (token.endsWith('".') || token.endsWith('"/.')) return '.'
  return token.length > 2 && token.endsWith('.') ? '...' : ''
}

/** The word that a token stands for; empty for a code. */
function word(token: string): string {
  if (UNSAID.test(token)) return ''
  const bare = token.replace(FILLER, '').replace(FORM, '').replace(INSIDE, '')
  return bare.replace(LENGTHENED, '').replace(JOINED, ' ').trim()
}

/** Encloses times: the character that CLAN shows as a bullet. */
const TIME_MARK = '\u0015'
/** "310_1200" at the end of what holds no blank. */
const TIMES = /^\S*?(?<start>\d{1,12})_(?<end>\d{1,12})$/u
/** "[/]", "[x 3]", "[=! whispers]", the brackets of "<my my>", "(.)", "(1.5)", "(2:03.5)". */
const CODES = /\[[^\]]{0,500}\]|[<>]|\((?:\.{1,3}|\d[\d.:]*)\)/gu
const TOKEN = /\S+/gu
const HAS_WORD = /[\p{L}\p{N}]/u
const PUNCTUATION = new Map([',', '.', '?', '!', ';', ':'].map((mark) => [mark, mark]))
/**
 * Nothing that was said by this speaker: "&=laughs", "&*MOT:yes" (somebody else's), "&+fr" (a
 * beginning), "&~ba", "0is" (left out), "xxx", "yyy", "www", "#" (a pause).
 */
const UNSAID = /^(?:&[^-]|0\p{L}*$|#|(?:xxx?|yyy?|www)(?:@.*)?$)/u
/** "&-" in "&-um", a filled pause. */
const FILLER = /^&-/u
/** "@c" in "wubba@c", "@s:gla" in "taigh@s:gla". */
const FORM = /@.*$/u
/** "(be)cause", "⌈yes⌉", "↑no", "°so°", "ˈmoney"; underlining; "„" and "‡" before a tag. */
const INSIDE = /[()⌈⌉⌊⌋](?:\d(?!\d))?|[↑↓⇗↗→↘⇘∞≈≋≡∙°▁▔☺♋⁇∬∮§↫↻⤆∾⁎⁑ˈˌ^„‡]|\p{Cc}/gu
/** ":" in "no:" and "o:h". */
const LENGTHENED = /(?<=\p{L}):+/gu
/** "+" and "_" in "ice+cream" and "all_gone". */
const JOINED = /(?<=\p{L})[+_](?=\p{L})/gu
