/**
 * The codebook of a REFI-QDA file: a codebook by itself (.qdc), a project (.qde), or a project in its
 * zip file (.qdpx). Codes become themes without rules; whatever else a project holds is a loss.
 */

import { partsOfDescription } from './code-paths.ts'
import { refused, titleOfFile } from './dictionary-draft.ts'
import { prose } from './draft-nodes.ts'
import type { Draft, DraftTheme, ExchangeFile, Imported, Loss, ReadOptions } from './exchange.ts'
import { type RefiCode, type RefiContents, type RefiSet, refiContents } from './refi-elements.ts'
import { colourOf, guidOf } from './refi-values.ts'
import { definesOwnMarkup, OWN_MARKUP } from './xml-doctype.ts'

/** The draft in a codebook or project. */
export function readRefi(file: ExchangeFile, options: ReadOptions): Imported {
  const losses: Loss[] = []
  const xml = options.parts.length > 0 ? projectIn(options, losses) : file.text
  const error = (id: string, message: string) =>
    refused({
      severity: 'error',
      id,
      message,
      path: options.path,
      line: undefined,
      column: undefined,
    })
  if (xml === undefined) return error('no-project', NO_PROJECT)
  if (definesOwnMarkup(xml)) return error('doctype', OWN_MARKUP)
  const contents = refiContents(xml)
  if (contents.root === undefined) return error('no-codebook', NO_CODEBOOK)
  if (contents.codes.length === 0) return error('no-codes', NO_CODES)
  if (!contents.isWhole) losses.push({ where: file.name, what: NOT_WHOLE })
  const reading: Reading = { losses, codesByGuid: new Map() }
  const themes = contents.codes.map((code) => themeOf(code, undefined, reading))
  loseContents(contents, reading)
  return { draft: draftOf(file, contents, themes), losses, diagnostics: [] }
}

const NO_PROJECT =
  'The zip file holds no project (a file that ends in .qde). Export it again from its program.'
const NO_CODEBOOK = 'This is not REFI-QDA: the outermost element is neither CodeBook nor Project.'
const NO_CODES = 'The file has no codes, so there is nothing to import.'
const NOT_WHOLE =
  'The file ends before its codebook does, or nests too deeply: what could be read is imported.'

/** The project of a zip file: one file outside of all folders that ends in `.qde`. */
function projectIn({ parts, partOf }: ReadOptions, losses: Loss[]): string | undefined {
  const projects = parts.filter((name) => QDE.test(name)).toSorted()
  const chosen = projects.find((name) => name.toLowerCase() === 'project.qde') ?? projects[0]
  for (const name of projects) {
    if (name !== chosen) losses.push({ where: name, what: 'A second project is left out.' })
  }
  return chosen === undefined ? undefined : partOf(chosen)
}

/** `project.qde`. */
const QDE = /^[^/]+\.qde$/iu

interface Reading {
  readonly losses: Loss[]
  readonly codesByGuid: Map<string, Place>
}

/** Where a code stands: its name, and the code it is in. */
interface Place {
  readonly name: string
  readonly above: Place | undefined
}

/** `Care > Home`; of names that stand deep, and of long names, the beginning. */
function textOf(place: Place): string {
  const names: string[] = []
  for (let at: Place | undefined = place; at !== undefined; at = at.above) names.push(at.name)
  names.reverse()
  if (names.length > MOST_LEVELS) names.splice(MOST_LEVELS - 1, names.length - MOST_LEVELS, '…')
  return names.map(shortened).join(' > ')
}

/** Levels that a place names. */
const MOST_LEVELS = 12
const LONGEST_NAME = 100

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
}

function themeOf(code: RefiCode, above: Place | undefined, reading: Reading): DraftTheme {
  const { name = '', color } = code.attributes
  const place: Place = { name: prose(name), above }
  loseMarks(code, place, reading)
  const guid = freeGuid(code, place, reading)
  const read = color === undefined ? undefined : colourOf(color)
  if (color !== undefined && read === undefined)
    reading.losses.push({ where: `${textOf(place)}: “${color}”`, what: NO_COLOUR })
  if (read?.isTransparent) reading.losses.push({ where: textOf(place), what: OPACITY })
  return {
    name,
    ...partsOfDescription(code.description),
    ...(guid !== undefined && { guid }),
    ...(read !== undefined && { colour: read.colour }),
    rules: [],
    themes: code.codes.map((child) => themeOf(child, place, reading)),
  }
}

function loseMarks({ attributes, notes }: RefiCode, place: Place, { losses }: Reading): void {
  if (NO.test(attributes.isCodable ?? '')) losses.push({ where: textOf(place), what: GROUP })
  if (notes > 0) losses.push({ where: textOf(place), what: NOTES })
}

/** As XML has it, and as some programs write it. */
const NO = /^\s*(?:false|0)\s*$/iu
const GROUP = 'That the code is only a group is not kept: a theme can always have rules.'
const NOTES = 'Notes on the code are left out; descriptions are kept.'
const NO_COLOUR = 'The colour is left out: it cannot be read.'
const OPACITY = 'That the colour lets others shine through is not kept.'
const NO_GUID = 'The GUID is left out: it is missing or not one. An export will make one.'
const SAME_GUID = 'The GUID is left out: another code has it already. An export will make one.'

function freeGuid(
  { attributes }: RefiCode,
  place: Place,
  { losses, codesByGuid }: Reading,
): string | undefined {
  const guid = guidOf(attributes.guid)
  if (guid === undefined) {
    losses.push({ where: `${textOf(place)}: “${attributes.guid ?? ''}”`, what: NO_GUID })
    return undefined
  }
  if (codesByGuid.has(guid)) {
    losses.push({ where: `${textOf(place)}: ${guid}`, what: SAME_GUID })
    return undefined
  }
  codesByGuid.set(guid, place)
  return guid
}

/** Elements of a project, and what they are called in the report; wrappers and parts are left out. */
const ELEMENTS: readonly (readonly [what: string, one: string, names: readonly string[]])[] = [
  [
    'Documents',
    'document',
    ['TextSource', 'PDFSource', 'PictureSource', 'AudioSource', 'VideoSource'],
  ],
  ['Codings', 'coding', ['Coding']],
  ['Notes', 'note', ['Note']],
  ['Cases', 'case', ['Case']],
  ['Variables', 'variable', ['Variable']],
  ['Links', 'link', ['Link']],
  ['Diagrams', 'diagram', ['Graph']],
  ['Users', 'user', ['User']],
]

function loseContents({ counts, sets, namespace }: RefiContents, reading: Reading): void {
  for (const set of sets) loseSet(set, reading)
  for (const [what, one, names] of ELEMENTS) {
    const count = names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
    const where = `${count} ${count === 1 ? one : `${one}s`}`
    if (count > 0) reading.losses.push({ where, what: `${what} are left out: ${ONLY_CODES}` })
  }
  if (!NAMESPACE.test(namespace))
    reading.losses.push({ where: `“${namespace}”`, what: OTHER_NAMESPACE })
}

const ONLY_CODES = 'only the codebook of a project is imported.'
/** `urn:QDA-XML:codebook:1.0`; ATLAS.ti writes `0:4` for the version. */
const NAMESPACE = /^urn:QDA-XML:(?:codebook|project):/u
const OTHER_NAMESPACE =
  'The file does not say that it is REFI-QDA (its namespace is another); it was read as such.'

function loseSet({ name, members }: RefiSet, { losses, codesByGuid }: Reading): void {
  const names = members.slice(0, MOST_NAMES).map((member) => {
    const place = codesByGuid.get(guidOf(member) ?? '')
    return place === undefined ? 'no code' : textOf(place)
  })
  const more = members.length - MOST_NAMES
  const listed = names.join(', ') + (more > 0 ? ` and ${more} more` : '')
  losses.push({
    where: `Set “${name}”: ${names.length === 0 ? 'no codes' : listed}`,
    what: 'Sets are left out: a theme stands in one place of the tree.',
  })
}

/** Codes of a set that are named. */
const MOST_NAMES = 12

function draftOf(
  { name }: ExchangeFile,
  { root }: RefiContents,
  themes: readonly DraftTheme[],
): Draft {
  const title = root?.name !== undefined && prose(root.name) !== '' ? root.name : titleOfFile(name)
  const origin = prose(root?.origin ?? '')
  return {
    id: title,
    title,
    description: '',
    language: '',
    settings: {},
    origin: 'REFI-QDA',
    notes: [
      ...(origin === '' ? [] : [`Written by ${origin}.`]),
      'Its codes have no rules: give the themes some before you code with them.',
    ],
    themes,
  }
}
