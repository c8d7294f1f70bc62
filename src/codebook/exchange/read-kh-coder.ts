import { LOST, titleOfFile } from './dictionary-draft.ts'
import type { Draft, DraftRule, DraftTheme, ExchangeFile, Imported, Loss } from './exchange.ts'
import { addCode, type KnownCodes, noCodes, withCodes } from './kh-coder-codes.ts'
import { readCondition, type Token } from './kh-coder-condition.ts'
import { rulesOf } from './kh-coder-rules.ts'

/**
 * Reads coding rules of KH Coder: a line `*name`, and below it the conditions of the code. Lines
 * with `#` are comments; one above a code goes with it.
 */
export function readKhCoder({ name, text }: ExchangeFile): Imported {
  const losses: Loss[] = []
  const conditions = noCodes()
  const themes: DraftTheme[] = []
  const names = new Set<string>()
  const { codes, lastComment } = codesOf(text, losses)
  for (const code of codes) {
    if (names.has(code.name)) losses.push({ where: place(code, code), what: SAME_NAME })
    names.add(code.name)
    themes.push(themeOf(code, conditions, losses))
  }
  if (themes.length === 0) return { draft: undefined, losses, diagnostics: [nothing(name)] }
  const isJapanese = JAPANESE.test(text)
  const title = titleOfFile(name)
  const draft: Draft = {
    id: title,
    title,
    description: '',
    language: isJapanese ? 'ja' : '',
    settings: { inflect: !isJapanese, spelling: 'as-written', hyphen: 'exact' },
    origin: 'KH Coder',
    notes: [UNITS, ...lastComment],
    themes,
  }
  return { draft, losses, diagnostics: [] }
}

const SAME_NAME = 'A code of this name stands above; KH Coder would refuse the file.'
const UNITS =
  'KH Coder compares base forms of words, and its conditions hold for the unit of each run; here they hold for the segment.'
/** Hiragana, katakana or kanji. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

function nothing(path: string): Imported['diagnostics'][number] {
  const message =
    'No codes found. A file of KH Coder names each code on a line of its own, after an asterisk: *trust.'
  return { severity: 'error', id: 'no-codes', message, path, line: undefined, column: undefined }
}

interface Code {
  readonly name: string
  readonly text: string
  readonly line: number
  readonly comment: readonly string[]
  readonly conditions: Token[]
}

/** `*trust`. */
const NAME = /^[*＊](?<name>.*)$/u
/** `é` or `7`. */
const LETTER = /[\p{L}\p{N}]/u

/** What a file holds: its codes, each with the comments above it, and the comments below the last. */
interface Codes {
  readonly codes: readonly Code[]
  readonly lastComment: readonly string[]
}

function codesOf(text: string, losses: Loss[]): Codes {
  const codes: Code[] = []
  let comment: string[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.startsWith('#') ? withoutFrame(line) : undefined
    const name = NAME.exec(line)?.groups?.name?.trim()
    if (words !== undefined) {
      if (LETTER.test(words)) comment.push(words)
    } else if (name !== undefined) {
      codes.push({ name, text: line.trim(), line: index + 1, comment, conditions: [] })
      comment = []
    } else if (line.trim() !== '') {
      const condition = { text: line, line: index + 1 }
      const code = codes.at(-1)
      if (code !== undefined) code.conditions.push(condition)
      else losses.push({ where: `line ${index + 1}: “${line.trim()}”`, what: LOST.unread })
    }
  }
  return { codes, lastComment: comment }
}

/** `# words of trust #` → `words of trust`. */
function withoutFrame(line: string): string {
  let [start, end] = [0, line.length]
  while (line[start] === '#') start += 1
  while (end > start && line[end - 1] === '#') end -= 1
  return line.slice(start, end).trim()
}

function themeOf(code: Code, codes: KnownCodes, losses: Loss[]): DraftTheme {
  const said = new Set<string>()
  const report = (at: Token, what: string) => {
    const loss = { where: place(at, code), what }
    const key = JSON.stringify(loss)
    if (!said.has(key)) losses.push(loss)
    said.add(key)
  }
  const { condition, stop, bare } = readCondition(code.conditions)
  for (const token of bare) report(token, NO_FORMS)
  if (condition === undefined) report(stop ?? code, stop === undefined ? EMPTY : UNREADABLE)
  const whole = condition && withCodes(condition, codes)
  if (whole !== undefined) addCode(code.name, whole, codes)
  return {
    name: code.name,
    definition: '',
    ...(code.comment.length > 0 && { note: code.comment.join('\n') }),
    rules: whole === undefined ? [] : eachOnce(rulesOf(whole, report)),
    themes: [],
  }
}

/** Alternatives of a demand that was left out are often the same rule. */
function eachOnce(rules: readonly DraftRule[]): readonly DraftRule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()]
}

const NO_FORMS =
  'The word counts whatever its part of speech and form: rules do not tell these apart.'
const EMPTY = 'The code has no condition.'
const UNREADABLE =
  'The conditions of the code are left out: here they cannot be read. KH Coder wants a sign or a word such as `or` between two words, and every bracket closed.'

/** `line 12, Trust: “near(a-b)”`. */
function place(at: Token, { name }: Code): string {
  return `line ${at.line}, ${name}: “${at.text}”`
}
