/** `voices.yaml`: what it may set, and what is wrong with it. */

import { dirname, resolve } from 'node:path'
import { nearestName } from './codebook/nearest.ts'
import { isMap, labels, text, texts, unit } from './configuration-values.ts'
import { CannotRun } from './disk/cannot-run.ts'
import { exists, readText } from './disk/project-files.ts'
import { refuseSlips } from './role-names.ts'
import type { Unit } from './types.ts'

/** What `voices.yaml` may set. */
export interface Configuration {
  paths?: readonly string[]
  codebook?: string
  out?: string
  unit?: Unit
  roles?: ReadonlyMap<string, string>
  exclude_roles?: readonly string[]
  encoding?: string
  attributes?: readonly string[]
  table?: ConfiguredTable
  participants?: ConfiguredParticipants
  file_names?: string
}

/** Columns of tables, by the names in their headers. */
export interface ConfiguredTable {
  id?: string
  text?: readonly string[]
  attributes?: readonly string[]
  sheet?: string
}

/** A table of participants, and the column that names them. */
export interface ConfiguredParticipants {
  file?: string
  id?: string
}

/** A configuration, and where it was found. */
export interface FoundConfiguration {
  readonly configuration: Configuration
  /** As messages name it. */
  readonly name: string
  /** Paths in the configuration begin here. */
  readonly folder: string
}

/** The file that is read where no other is named. */
export const CONFIGURATION_FILE = 'voices.yaml'

/** Reads the configuration: the file that was named, else `voices.yaml` if there is one. */
export async function readConfiguration(
  given: string | undefined,
  cwd: string,
): Promise<FoundConfiguration> {
  const name = given ?? CONFIGURATION_FILE
  const path = resolve(cwd, name)
  if (given === undefined && !exists(path, name)) return { configuration: {}, name, folder: cwd }
  const written = readText(path, name)
  const { parseYaml } = await import('./codebook/yaml-values.ts')
  let value: unknown
  try {
    value = parseYaml(written)
  } catch (error) {
    throw new CannotRun(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { configuration: checkConfiguration(value ?? {}, name), name, folder: dirname(path) }
}

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
      case 'file_names':
        configuration[key] = text(setting, where)
        break
      case 'unit':
        configuration.unit = unit(setting, where)
        break
      case 'roles':
        configuration.roles = labels(setting, where)
        refuseSlips(configuration.roles, where)
        break
      case 'table':
        configuration.table = tableColumns(setting, where)
        break
      case 'participants':
        configuration.participants = participantsFile(setting, where)
        break
      default:
        throw new CannotRun(
          `${name}: there is no setting \`${key}\`.${suggestion(key, SETTING_NAMES)}`,
        )
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
  'table',
  'participants',
  'file_names',
]

function tableColumns(value: unknown, where: string): ConfiguredTable {
  if (!isMap(value))
    throw new CannotRun(
      `${where}: expected columns such as \`text: [What matters to you?]\`, found ${JSON.stringify(value)}.`,
    )
  const table: ConfiguredTable = {}
  for (const [key, setting] of Object.entries(value)) {
    if (key === 'id' || key === 'sheet') table[key] = text(setting, `${where}: ${key}`)
    else if (key === 'text' || key === 'attributes') table[key] = texts(setting, `${where}: ${key}`)
    else
      throw new CannotRun(
        `${where}: there is no setting \`${key}\`.${suggestion(key, TABLE_NAMES)}`,
      )
  }
  return table
}

const TABLE_NAMES = ['id', 'text', 'attributes', 'sheet']

function participantsFile(value: unknown, where: string): ConfiguredParticipants {
  if (typeof value === 'string' && value.trim() !== '') return { file: value }
  if (!isMap(value))
    throw new CannotRun(
      `${where}: expected a file such as \`participants.csv\`, found ${JSON.stringify(value)}.`,
    )
  const participants: ConfiguredParticipants = {}
  for (const [key, setting] of Object.entries(value)) {
    if (key !== 'file' && key !== 'id')
      throw new CannotRun(
        `${where}: there is no setting \`${key}\`.${suggestion(key, ['file', 'id'])}`,
      )
    participants[key] = text(setting, `${where}: ${key}`)
  }
  if (participants.file !== undefined) return participants
  throw new CannotRun(`${where}: the file is not named. Write \`file: participants.csv\` under it.`)
}

function suggestion(key: string, names: readonly string[]): string {
  const near = nearestName(key, names)
  return near === undefined ? ` Settings are ${names.join(', ')}.` : ` Did you mean \`${near}\`?`
}
