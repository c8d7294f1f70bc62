/** A tidy tree as a codebook. Errors of meaning are reported here, errors of shape by zod. */

import type { Change, Codebook, Example, RetiredTheme, RuleSettings, Theme } from '../types.ts'
import { readUnless } from './read-patterns.ts'
import { readRules } from './read-rules.ts'
import { DEFAULT_SETTINGS, readSettings } from './read-settings.ts'
import {
  closeFields,
  type Fields,
  type Reading,
  readFields,
  takeChoice,
  takeItems,
  takeProse,
  takeRequired,
  takeText,
  takeTree,
} from './reading.ts'
import { quoted, type Tree } from './tree.ts'
import {
  COLOUR,
  DATE,
  EXPECTATIONS,
  FINGERPRINT,
  GUID,
  ID,
  THEME_PATH,
  UNITS,
  VERSION,
} from './vocabulary.ts'

/** All of a codebook that its file says; the fingerprint is made from it. */
export type CodebookContent = Omit<Codebook, 'fingerprint' | 'path'>

/** Reads the file's outermost map. Meaningful only where `reading` has met no error. */
export function readCodebook(reading: Reading, tree: Tree): CodebookContent {
  const fields = readFields(reading, tree)
  const id = takeRequired(reading, fields, { key: 'codebook', form: ID })?.text ?? ''
  const version = takeRequired(reading, fields, { key: 'version', form: VERSION })?.text ?? ''
  const title = takeProse(reading, fields, 'title')
  const language = takeProse(reading, fields, 'language')
  const { unit, settings } = readDefaults(reading, takeTree(fields, 'defaults'))
  const retired = (takeItems(reading, fields, 'retired') ?? []).map((item) =>
    readRetired(reading, item),
  )
  const changes = (takeItems(reading, fields, 'changes') ?? []).map((item) =>
    readChange(reading, item),
  )
  const themesAt = fields.entries.get('themes')?.keyAt ?? fields.at
  const themes = readThemes(reading, takeItems(reading, fields, 'themes'), {
    settings,
    retired,
    themesAt,
  })
  closeFields(reading, fields)
  return {
    id,
    version,
    title: title === '' ? id : title,
    language: language === '' ? 'en-GB' : language,
    unit,
    excludedRoles: settings.speakers.not,
    themes,
    retired,
    changes,
  }
}

function readDefaults(reading: Reading, tree: Tree | undefined) {
  if (tree === undefined) return { unit: 'sentence' as const, settings: DEFAULT_SETTINGS }
  const fields = readFields(reading, tree)
  const unit = takeChoice(reading, fields, { key: 'unit', choices: UNITS }) ?? 'sentence'
  const settings = readSettings(reading, fields, DEFAULT_SETTINGS)
  closeFields(reading, fields)
  return { unit, settings }
}

interface Surroundings {
  readonly parent: Theme | undefined
  readonly settings: RuleSettings
}

/** Themes in the order of the file, parents before children. */
function readThemes(
  reading: Reading,
  items: readonly Tree[] | undefined,
  file: {
    readonly settings: RuleSettings
    readonly retired: readonly RetiredTheme[]
    readonly themesAt: number
  },
): readonly Theme[] {
  if (items === undefined || items.length === 0) reading.isShapely = false
  const family: Family = {
    themes: [],
    linesById: new Map(),
    retiredIds: new Set(file.retired.map((theme) => theme.id)),
    ruleCount: 0,
  }
  for (const item of items ?? []) {
    readTheme(reading, item, { parent: undefined, settings: file.settings }, family)
  }
  if (family.ruleCount === 0 && reading.isShapely && !reading.problems.hasErrors()) {
    const message =
      'No theme has a rule, so nothing can be coded. Add `rules:` with a word or phrase to a theme.'
    reading.problems.warning('no-rules', file.themesAt, message)
  }
  return family.themes
}

/** The themes read so far. */
interface Family {
  readonly themes: Theme[]
  readonly linesById: Map<string, number>
  readonly retiredIds: ReadonlySet<string>
  ruleCount: number
}

function readTheme(reading: Reading, tree: Tree, around: Surroundings, family: Family): void {
  const fields = readFields(reading, tree)
  const ownId = takeRequired(reading, fields, { key: 'id', form: ID })
  const parent = around.parent
  const id = parent === undefined ? (ownId?.text ?? '') : `${parent.id}/${ownId?.text ?? ''}`
  if (ownId !== undefined) checkThemeId(reading, { id, at: ownId.at }, family)
  const name = takeProse(reading, fields, 'name')
  if (name === '' && ownId !== undefined)
    reading.problems.warning('missing-name', tree.at, missingName(id))
  const settings = readSettings(reading, fields, around.settings)
  const rules = takeItems(reading, fields, 'rules') ?? []
  family.ruleCount += rules.length
  const theme: Theme = {
    id,
    name: name === '' ? nameFromId(id) : name,
    definition: takeProse(reading, fields, 'definition'),
    include: takeProse(reading, fields, 'include'),
    exclude: takeProse(reading, fields, 'exclude'),
    level: (parent?.level ?? 0) + 1,
    parent: parent?.id,
    rules: readRules(reading, rules, settings),
    unless: readUnless(reading, takeTree(fields, 'unless')),
    examples: (takeItems(reading, fields, 'examples') ?? []).map((item) =>
      readExample(reading, item),
    ),
    ...readExchangeKeys(reading, fields),
    ...reading.problems.place(tree.at),
  }
  family.themes.push(theme)
  for (const child of takeItems(reading, fields, 'themes') ?? []) {
    readTheme(reading, child, { parent: theme, settings }, family)
  }
  closeFields(reading, fields)
}

/** What other programs know the theme by; absent where the file does not say. */
function readExchangeKeys(reading: Reading, fields: Fields): Pick<Theme, 'guid' | 'colour'> {
  const guid = takeText(reading, fields, 'guid')?.text
  const colour = takeText(reading, fields, 'color')?.text
  if (guid !== undefined && !GUID.test(guid)) reading.isShapely = false
  if (colour !== undefined && !COLOUR.test(colour)) reading.isShapely = false
  return {
    ...(guid !== undefined && { guid: guid.toUpperCase() }),
    ...(colour !== undefined && { colour: colour.toUpperCase() }),
  }
}

function checkThemeId(
  reading: Reading,
  { id, at }: { readonly id: string; readonly at: number },
  { linesById, retiredIds }: Family,
): void {
  const line = reading.problems.place(at).line
  const earlier = linesById.get(id)
  if (earlier !== undefined) {
    const message = `The theme id ${quoted(id)} is already used on line ${earlier}. Every theme needs its own.`
    reading.problems.error('duplicate-theme-id', at, message)
  }
  if (retiredIds.has(id)) {
    const message = `The theme id ${quoted(id)} is listed under \`retired\`, and a retired id is never used again: results of older versions still mean the old theme by it. Choose another id.`
    reading.problems.error('retired-id-used', at, message)
  }
  linesById.set(id, earlier ?? line)
}

function missingName(id: string): string {
  return `The theme ${quoted(id)} has no name; reports will call it ${quoted(nameFromId(id))}. Add \`name: …\`.`
}

/** `relationships/worker-turnover` → `Worker turnover`. */
function nameFromId(id: string): string {
  const words = id.slice(id.lastIndexOf('/') + 1).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function readExample(reading: Reading, tree: Tree): Example {
  const fields = readFields(reading, tree)
  const text = takeRequired(reading, fields, { key: 'text' })
  const quote = takeText(reading, fields, 'quote')
  const expectation = takeChoice(reading, fields, { key: 'expect', choices: EXPECTATIONS })
  const todo = takeText(reading, fields, 'todo')
  closeFields(reading, fields)
  return {
    text: text?.text ?? '',
    expected: expectation === undefined,
    quote: quote?.text,
    todo: todo?.text.trim(),
    ...reading.problems.place(tree.at),
  }
}

function readRetired(reading: Reading, tree: Tree): RetiredTheme {
  const fields = readFields(reading, tree)
  const id = takeRequired(reading, fields, { key: 'id', form: THEME_PATH })?.text ?? ''
  const since = takeRequired(reading, fields, { key: 'since', form: VERSION })?.text ?? ''
  const mergedInto = takeText(reading, fields, 'merged_into')?.text
  if (mergedInto !== undefined && !THEME_PATH.test(mergedInto)) reading.isShapely = false
  closeFields(reading, fields)
  return { id, since, mergedInto, ...reading.problems.place(tree.at) }
}

function readChange(reading: Reading, tree: Tree): Change {
  const fields = readFields(reading, tree)
  const version = takeRequired(reading, fields, { key: 'version', form: VERSION })?.text ?? ''
  const date = takeRequired(reading, fields, { key: 'date', form: DATE })?.text ?? ''
  const note = takeRequired(reading, fields, { key: 'note' })?.text.trim() ?? ''
  const fingerprint = takeText(reading, fields, 'fingerprint')?.text
  if (fingerprint !== undefined && !FINGERPRINT.test(fingerprint)) reading.isShapely = false
  closeFields(reading, fields)
  return { version, date, note, fingerprint, ...reading.problems.place(tree.at) }
}
