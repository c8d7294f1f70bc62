/**
 * What the analyst asked for: `voices.yaml` and the command line, under the same names; the command
 * line wins.
 */
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearestName } from './codebook/nearest.ts'
import { CannotRun, exists, namesIn, readText } from './files.ts'
import { roleName, UNKNOWN_ROLE, vocabularyRole } from './ingest/roles.ts'
import type { Unit } from './types.ts'

/** Options as the command line gives them; undefined where nothing was said. */
export interface GivenOptions {
  readonly codebook?: string | undefined
  readonly config?: string | undefined
  readonly unit?: Unit | undefined
  /** As written: `interviewer, chair`, or `none`. */
  readonly excludeRoles?: string | undefined
  readonly encoding?: string | undefined
  readonly reader?: string | undefined
  readonly workers?: number | undefined
  readonly out?: string | undefined
}

/** What `voices.yaml` may set. */
interface Configuration {
  paths?: readonly string[]
  codebook?: string
  out?: string
  unit?: Unit
  roles?: ReadonlyMap<string, string>
  exclude_roles?: readonly string[]
  encoding?: string
  attributes?: readonly string[]
}

/** The settings of a run. */
export interface Settings {
  readonly paths: readonly string[]
  /** The codebook, looked for when it is asked for: not every command needs one. */
  readonly codebook: () => CodebookFile
  readonly out: string
  readonly unit: Unit | undefined
  readonly roles: ReadonlyMap<string, string>
  readonly excludeRoles: readonly string[] | undefined
  readonly encoding: string | undefined
  readonly reader: string | undefined
  readonly workers: number | undefined
  /** Attributes that become columns; undefined for all. */
  readonly attributes: readonly string[] | undefined
}

/** A codebook file, and how it came to be chosen. */
export interface CodebookFile {
  readonly path: string
  readonly text: string
  /** For the summary: `from --codebook`, `the only one in codebooks/`. */
  readonly chosen: string
}

const CONFIGURATION_FILE = 'voices.yaml'
const CODEBOOK_FOLDER = 'codebooks'
const BUNDLED = fileURLToPath(new URL('../codebooks/care-review.yaml', import.meta.url))

/** Reads the settings; throws `CannotRun` with what is wrong and how to mend it. */
export async function readSettings(
  paths: readonly string[],
  given: GivenOptions,
  cwd: string,
): Promise<Settings> {
  const { configuration, folder } = await readConfiguration(given.config, cwd)
  const roles = configuration.roles ?? new Map<string, string>()
  const fromFile = (path: string) => shown(resolve(folder, path), cwd)
  return {
    paths: paths.length > 0 ? paths : (configuration.paths ?? []).map(fromFile),
    codebook: once(() =>
      findCodebook(given.codebook, configuration.codebook && fromFile(configuration.codebook), cwd),
    ),
    out: given.out ?? (configuration.out === undefined ? 'results' : fromFile(configuration.out)),
    unit: given.unit ?? configuration.unit,
    roles,
    excludeRoles: excludedRoles(given, configuration, roles),
    encoding: given.encoding ?? configuration.encoding,
    reader: given.reader,
    workers: given.workers,
    attributes: configuration.attributes,
  }
}

/** Does something when its result is first asked for, and not again. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function excludedRoles(
  given: GivenOptions,
  configuration: Configuration,
  roles: ReadonlyMap<string, string>,
): readonly string[] | undefined {
  const isGiven = given.excludeRoles !== undefined
  const written = isGiven ? [given.excludeRoles] : configuration.exclude_roles
  const where = isGiven ? '--exclude-roles' : 'exclude_roles'
  return written && rolesIn(written, where, [...roles.values()].map(roleName))
}

/**
 * Names of roles, in a list or with commas between them; `none` for no role. Refuses what is no
 * role: an interviewer's words that count because of a slip are the worst kind of error.
 */
function rolesIn(
  written: readonly string[],
  where: string,
  own: readonly string[],
): readonly string[] {
  const names = written
    .flatMap((list) => list.split(','))
    .map(roleName)
    .filter((name) => name !== '')
  if (names.length === 1 && names[0] === 'none') return []
  if (names.length === 0 && written.length > 0) {
    throw new CannotRun(`${where}: no role is named. To leave out no role, say none.`)
  }
  const known = [...new Set([...ROLE_NAMES, ...own])]
  for (const name of names) {
    if (own.includes(name) || name === UNKNOWN_ROLE) continue
    const meant = vocabularyRole(name)
    if (meant === name) continue
    const near = meant === UNKNOWN_ROLE ? nearestName(name, known) : meant
    const question = near === undefined ? '' : ` Did you mean \`${near}\`?`
    throw new CannotRun(
      `${where}: there is no role \`${name}\`.${question} Roles are ${known.join(', ')}; or none.`,
    )
  }
  return names
}

/** Roles to choose from, for messages. */
const ROLE_NAMES = [
  'interviewer',
  'facilitator',
  'moderator',
  'chair',
  'host',
  'interpreter',
  'note_taker',
  'participant',
  'young_person',
  'child',
  'parent',
  'carer',
  'professional',
  UNKNOWN_ROLE,
]

function findCodebook(
  given: string | undefined,
  configured: string | undefined,
  cwd: string,
): CodebookFile {
  if (given !== undefined) return codebookFile(given, cwd, 'given with --codebook')
  if (configured !== undefined && configured !== '')
    return codebookFile(configured, cwd, `named in ${CONFIGURATION_FILE}`)
  const own = namesIn(join(cwd, CODEBOOK_FOLDER), CODEBOOK_FOLDER).filter((name) =>
    isCodebookName(name),
  )
  const [only] = own
  if (own.length > 1) {
    throw new CannotRun(
      `${CODEBOOK_FOLDER}/ holds ${own.length} codebooks (${own.join(', ')}). Say which one to use with --codebook, or in ${CONFIGURATION_FILE}.`,
    )
  }
  if (only !== undefined) {
    return codebookFile(`${CODEBOOK_FOLDER}/${only}`, cwd, `the only one in ${CODEBOOK_FOLDER}/`)
  }
  return { path: 'care-review.yaml', text: readText(BUNDLED), chosen: 'bundled with voices' }
}

/** Codebooks, not their case files or schemas: `care.yaml`, not `care.cases.yaml`. */
function isCodebookName(name: string): boolean {
  return CODEBOOK_NAME.test(name) && !name.includes('.cases.')
}

/** For example `care-review.yaml`. */
const CODEBOOK_NAME = /\.ya?ml$/u

function codebookFile(path: string, cwd: string, chosen: string): CodebookFile {
  return { path, text: readText(resolve(cwd, path), path), chosen }
}

function shown(path: string, cwd: string): string {
  const below = relative(cwd, path)
  return below === '' ? '.' : below
}

async function readConfiguration(
  given: string | undefined,
  cwd: string,
): Promise<{ configuration: Configuration; folder: string }> {
  const path = resolve(cwd, given ?? CONFIGURATION_FILE)
  const name = given ?? CONFIGURATION_FILE
  if (given === undefined && !exists(path, name)) return { configuration: {}, folder: cwd }
  const written = readText(path, name)
  const { parseYaml } = await import('./codebook/yaml-values.ts')
  let value: unknown
  try {
    value = parseYaml(written)
  } catch (error) {
    throw new CannotRun(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { configuration: checkConfiguration(value ?? {}, name), folder: dirname(path) }
}

const UNITS: readonly Unit[] = ['sentence', 'paragraph', 'turn', 'document']

function checkConfiguration(value: unknown, name: string): Configuration {
  if (!isMap(value))
    throw new CannotRun(
      `${name}: expected settings such as \`out: results\`, found something else.`,
    )
  const configuration: Configuration = {}
  for (const [key, setting] of Object.entries(value)) {
    const where = `${name}: ${key}`
    switch (key) {
      case 'paths':
      case 'exclude_roles':
      case 'attributes':
        configuration[key] = texts(setting, where)
        break
      case 'codebook':
      case 'out':
      case 'encoding':
        configuration[key] = text(setting, where)
        break
      case 'unit':
        configuration.unit = unit(setting, where)
        break
      case 'roles':
        configuration.roles = labels(setting, where)
        break
      default:
        throw new CannotRun(`${name}: there is no setting \`${key}\`.${suggestion(key)}`)
    }
  }
  return configuration
}

const SETTING_NAMES = [
  'paths',
  'codebook',
  'out',
  'unit',
  'roles',
  'exclude_roles',
  'encoding',
  'attributes',
]

function suggestion(key: string): string {
  const near = nearestName(key, SETTING_NAMES)
  return near === undefined
    ? ` Settings are ${SETTING_NAMES.join(', ')}.`
    : ` Did you mean \`${near}\`?`
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value
  throw new CannotRun(`${where}: expected a text, found ${JSON.stringify(value)}.`)
}

function texts(value: unknown, where: string): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.map((item) => text(item, where))
  throw new CannotRun(`${where}: expected a list of texts, found ${JSON.stringify(value)}.`)
}

function unit(value: unknown, where: string): Unit {
  const found = UNITS.find((known) => known === value)
  if (found !== undefined) return found
  throw new CannotRun(
    `${where}: expected one of ${UNITS.join(', ')}, found ${JSON.stringify(value)}.`,
  )
}

function labels(value: unknown, where: string): ReadonlyMap<string, string> {
  if (!isMap(value)) {
    throw new CannotRun(
      `${where}: expected speaker labels with their roles, such as \`Speaker 1: interviewer\`.`,
    )
  }
  return new Map(
    Object.entries(value).map(([label, role]) => [label, text(role, `${where}: ${label}`)]),
  )
}
