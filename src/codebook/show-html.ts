import { amount } from '../amount.ts'
import type { Codebook, Example, Rule, Theme, Unless } from '../types.ts'
import { hasGivenId } from './rule-text.ts'
import {
  commonSettings,
  exceptionsInWords,
  type RuleSurroundings,
  ruleInWords,
  usualSettings,
  type Writing,
} from './rule-words.ts'
import { CODEBOOK_STYLE } from './show-html-style.ts'

/**
 * The codebook as one web page that needs nothing else, to be read on a screen and printed as an
 * annex: everything that the codebook says, with a table of contents. It runs no script and loads
 * nothing. Text of the codebook is shown as it is, whatever characters it holds.
 */
export function codebookHtml(codebook: Codebook): string {
  const tongue = languageOf(codebook)
  const writing = {
    code: (text: string) => `<code${tongue}>${escaped(text)}</code>`,
    plain: escaped,
  }
  const around = { codebook, common: commonSettings(codebook), writing, tongue }
  return `${[
    '<!DOCTYPE html>',
    `<html lang="${PAGE_LANGUAGE}">`,
    ...headLines(codebook),
    '<body>',
    '<a class="skip" href="#themes">Skip to the themes</a>',
    '<header>',
    `<h1 dir="auto">${escaped(codebook.title)}</h1>`,
    ...factLines(codebook, around.common),
    '</header>',
    ...contentsLines(codebook),
    '<main id="themes" tabindex="-1">',
    ...codebook.themes.flatMap((theme) => themeLines(theme, around)),
    ...retiredLines(codebook),
    ...changeLines(codebook),
    '</main>',
    `<footer><p>Fingerprint of the rules: <code>${escaped(codebook.fingerprint)}</code></p></footer>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`
}

/** A codebook as the page writes it. */
interface Around extends RuleSurroundings {
  readonly writing: Writing
  /** Attributes of words that people say. */
  readonly tongue: string
}

/** `cy`, `pt-BR`: what browsers and screen readers know as a language. */
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u

/** Their language where it is not that of the page. */
function languageOf({ language }: Codebook): string {
  const isOther = LANGUAGE.test(language) && language.toLowerCase() !== PAGE_LANGUAGE.toLowerCase()
  return isOther ? ` lang="${language}"` : ''
}

const PAGE_LANGUAGE = 'en-GB'

function headLines({ title, version }: Codebook): readonly string[] {
  return [
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}, version ${escaped(version)}</title>`,
    `<style>\n${CODEBOOK_STYLE}\n</style>`,
    '</head>',
  ]
}

function factLines(codebook: Codebook, common: readonly string[]): readonly string[] {
  const { id, version, language, unit, excludedRoles, themes } = codebook
  const rules = themes.reduce((sum, theme) => sum + theme.rules.length, 0)
  const facts: readonly (readonly [string, string])[] = [
    ['Codebook', `<code>${escaped(id)}</code>`],
    ['Version', escaped(version)],
    ['Language of the texts', escaped(language)],
    ['Size', `${amount(themes.length, 'theme')}, ${amount(rules, 'rule')}`],
    ['What receives codes', `each ${unit}`],
    [
      'Never coded',
      excludedRoles.length > 0
        ? `speech of ${escaped(excludedRoles.join(', '))}`
        : 'no role is left out',
    ],
    ['Where a rule says nothing else', escaped(usualSettings(common).join('; '))],
    ['For all rules', escaped(common.join('; '))],
  ]
  const lines = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
  return ['<dl>', ...lines, '</dl>']
}

function contentsLines({ themes, retired, changes }: Codebook): readonly string[] {
  const lines: string[] = []
  let level = 0
  for (const theme of themes) {
    if (theme.level > level) lines.push('<ul>')
    else lines.push('</li>', ...Array.from({ length: level - theme.level }, () => '</ul></li>'))
    level = theme.level
    lines.push(`<li><a href="#${anchor(theme.id)}" dir="auto">${escaped(theme.name)}</a>`)
  }
  const others = [
    retired.length > 0 ? '<li><a href="#retired">Retired themes</a></li>' : '',
    changes.length > 0 ? '<li><a href="#changes">Changes</a></li>' : '',
  ].filter((line) => line !== '')
  return [
    '<nav aria-labelledby="contents">',
    '<h2 id="contents">Contents</h2>',
    ...lines,
    ...Array.from({ length: level - 1 }, () => '</li></ul>'),
    ...(level > 0 ? ['</li>'] : []),
    ...others,
    ...(level > 0 ? ['</ul>'] : []),
    '</nav>',
  ]
}

/** Deepest heading of HTML; deeper ones say their level for screen readers. */
const DEEPEST_HEADING = 6

function themeLines(theme: Theme, around: Around): readonly string[] {
  const level = theme.level + 1
  const tag = `h${Math.min(level, DEEPEST_HEADING)}`
  const depth = level > DEEPEST_HEADING ? ` aria-level="${level}"` : ''
  const id = anchor(theme.id)
  return [
    `<section aria-labelledby="${id}">`,
    `<${tag} id="${id}" dir="auto"${depth}>${escaped(theme.name)}</${tag}>`,
    `<p class="id">Id: <code>${escaped(theme.id)}</code></p>`,
    ...labelledLines('Definition', theme.definition),
    ...labelledLines('Use it for', theme.include),
    ...labelledLines('Not for', theme.exclude),
    ...exampleBlocks(theme, around),
    ...listLines(
      'Rules',
      theme.rules.map((rule) => ruleLine(rule, around)),
    ),
    ...listLines('Exceptions for all rules of this theme', exceptionLines(theme.unless, around)),
    '</section>',
  ]
}

function labelledLines(label: string, text: string): readonly string[] {
  return text === '' ? [] : [`<p class="label">${label}</p>`, `<p dir="auto">${prose(text)}</p>`]
}

function listLines(
  label: string,
  items: readonly string[],
  attributes = ' dir="auto"',
): readonly string[] {
  if (items.length === 0) return []
  const lines = items.map((item) => `<li${attributes}>${item}</li>`)
  return [`<p class="label">${label}</p>`, '<ul>', ...lines, '</ul>']
}

/** A rule in words; its id follows where it was given one, for that is what results name. */
function ruleLine(rule: Rule, around: Around): string {
  const words = ruleInWords(rule, around)
  return hasGivenId(rule)
    ? `${words} <span class="id">(id: <code>${escaped(rule.id)}</code>)</span>`
    : words
}

function exceptionLines(
  { containedIn, before, after }: Unless,
  { writing }: Around,
): readonly string[] {
  return [
    containedIn.length > 0 ? `not inside ${exceptionsInWords(containedIn, writing)}` : '',
    before.length > 0 ? `not right after ${exceptionsInWords(before, writing)}` : '',
    after.length > 0 ? `not right before ${exceptionsInWords(after, writing)}` : '',
  ].filter((line) => line !== '')
}

function exampleBlocks({ examples }: Theme, { tongue }: Around): readonly string[] {
  const list = (label: string, belongs: (example: Example) => boolean) =>
    listLines(label, examples.filter(belongs).map(exampleLine), ` dir="auto"${tongue}`)
  return [
    ...list('Examples', ({ expected, todo }) => expected && todo === undefined),
    ...list('Close, but no', ({ expected, todo }) => !expected && todo === undefined),
    ...list('Known misses', ({ todo }) => todo !== undefined),
  ]
}

function exampleLine({ text, quote, todo, expected }: Example): string {
  const start = quote === undefined || quote === '' ? -1 : text.indexOf(quote)
  const words =
    quote === undefined || start === -1
      ? prose(text)
      : `${prose(text.slice(0, start))}<mark>${prose(quote)}</mark>${prose(text.slice(start + quote.length))}`
  if (todo === undefined) return words
  const wish = expected ? '' : 'must not receive the theme: '
  return `${words} <span class="note">(${wish}${escaped(todo)})</span>`
}

function retiredLines({ retired, themes }: Codebook): readonly string[] {
  if (retired.length === 0) return []
  const known = new Set(themes.map(({ id }) => id))
  const rows = retired.map(({ id, since, mergedInto }) => {
    const target = mergedInto === undefined ? 'nowhere' : `<code>${escaped(mergedInto)}</code>`
    const where =
      mergedInto !== undefined && known.has(mergedInto)
        ? `<a href="#${anchor(mergedInto)}">${target}</a>`
        : target
    return [`<code>${escaped(id)}</code>`, escaped(since), where]
  })
  return sectionLines('retired', 'Retired themes', tableLines(['Id', 'Since', 'Went to'], rows))
}

function changeLines({ changes }: Codebook): readonly string[] {
  if (changes.length === 0) return []
  const rows = changes.map(({ version, date, note, fingerprint }) => {
    const recorded =
      fingerprint === undefined ? 'not recorded' : `<code>${escaped(fingerprint)}</code>`
    const words = `${prose(note)}<br>\n<span class="note">Fingerprint: ${recorded}</span>`
    return [escaped(version), escaped(date), words]
  })
  return sectionLines('changes', 'Changes', tableLines(['Version', 'Date', 'What changed'], rows))
}

function sectionLines(id: string, title: string, lines: readonly string[]): readonly string[] {
  const heading = `<h2 id="${id}">${title}</h2>`
  return [`<section aria-labelledby="${id}">`, heading, ...lines, '</section>']
}

function tableLines(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const head = columns.map((name) => `<th scope="col">${name}</th>`).join('')
  const body = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td dir="auto">${cell}</td>`).join('')}</tr>`,
  )
  return ['<table>', `<thead><tr>${head}</tr></thead>`, '<tbody>', ...body, '</tbody>', '</table>']
}

/** `theme-relationships/worker-turnover`: no other id of the page begins so. */
function anchor(themeId: string): string {
  return `theme-${escaped(themeId)}`
}

/** Text with its line breaks. */
function prose(text: string): string {
  return escaped(text).replaceAll('\n', '<br>\n')
}

/** `&` or `<`, which HTML would take for its own; a NUL or a bell, which a page must not hold. */
const MARKUP_OR_CONTROL = /[&<>"']|(?![\t\n\r])\p{Cc}/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that a browser shows as it is; control characters become the sign for what is unknown. */
function escaped(text: string): string {
  return text.replace(MARKUP_OR_CONTROL, (character) => ENTITIES[character] ?? '\uFFFD')
}
