/**
 * What the analyst asked for: `voices.yaml` and the command line, under the same names; the command
 * line wins.
 */
import { relative, resolve } from 'node:path'
import { type CodebookFile, findCodebook } from './codebook-file.ts'
import { type Configuration, type ConfiguredTable, readConfiguration } from './configuration.ts'
import type { TableColumns } from './ingest/reader.ts'
import { roleName } from './ingest/roles.ts'
import { refuseUnknownRoles, rolesIn } from './role-names.ts'
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
  readonly idColumn?: string | undefined
  readonly textColumn?: readonly string[] | undefined
  readonly attributeColumn?: readonly string[] | undefined
  readonly sheet?: string | undefined
  readonly workers?: number | undefined
  readonly out?: string | undefined
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
  /** Where the roles to leave out were written, for messages. */
  readonly excludeRolesFrom: string
  readonly encoding: string | undefined
  readonly reader: string | undefined
  readonly workers: number | undefined
  /** Attributes that become columns; undefined for all. */
  readonly attributes: readonly string[] | undefined
  /** Columns of tables; undefined where nothing is said of them. */
  readonly table: TableColumns | undefined
  readonly participants: ParticipantsFile | undefined
  /** A pattern for file names with named groups, and where it was written. */
  readonly fileNames: { readonly pattern: string; readonly where: string } | undefined
}

/** The table of participants. */
export interface ParticipantsFile {
  /** As the analyst would write it. */
  readonly path: string
  /** The column that names them; undefined to recognise it. */
  readonly id: string | undefined
  /** Where it was named, for messages. */
  readonly where: string
}

/** Reads the settings; throws `CannotRun` with what is wrong and how to mend it. */
export async function readSettings(
  paths: readonly string[],
  given: GivenOptions,
  cwd: string,
): Promise<Settings> {
  const { configuration, name, folder } = await readConfiguration(given.config, cwd)
  const roles = configuration.roles ?? new Map<string, string>()
  const fromFile = (path: string) => shown(resolve(folder, path), cwd)
  const { participants, file_names: pattern } = configuration
  return {
    paths: paths.length > 0 ? paths : (configuration.paths ?? []).map(fromFile),
    codebook: once(() => {
      const configured = configuration.codebook && fromFile(configuration.codebook)
      return findCodebook({ given: given.codebook, configured }, cwd)
    }),
    out: given.out ?? (configuration.out === undefined ? 'results' : fromFile(configuration.out)),
    unit: given.unit ?? configuration.unit,
    roles,
    ...excludedRoles(given, configuration),
    encoding: given.encoding ?? configuration.encoding,
    reader: given.reader,
    workers: given.workers,
    attributes: configuration.attributes,
    table: tableColumns(given, configuration.table),
    participants:
      participants?.file === undefined
        ? undefined
        : {
            path: fromFile(participants.file),
            id: participants.id,
            where: `${name}: participants`,
          },
    fileNames: pattern === undefined ? undefined : { pattern, where: `${name}: file_names` },
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

/** Roles that only the participants have are known when their table has been read. */
function excludedRoles(
  given: GivenOptions,
  configuration: Configuration,
): Pick<Settings, 'excludeRoles' | 'excludeRolesFrom'> {
  const isGiven = given.excludeRoles !== undefined
  const written = isGiven ? [given.excludeRoles] : configuration.exclude_roles
  const excludeRolesFrom = isGiven ? '--exclude-roles' : 'exclude_roles'
  const excludeRoles = written && rolesIn(written, excludeRolesFrom)
  if (excludeRoles !== undefined && configuration.participants === undefined) {
    const own = [...(configuration.roles?.values() ?? [])].map(roleName)
    refuseUnknownRoles(excludeRoles, { where: excludeRolesFrom, own })
  }
  return { excludeRoles, excludeRolesFrom }
}

function tableColumns(
  given: GivenOptions,
  configured: ConfiguredTable | undefined,
): TableColumns | undefined {
  const { idColumn, textColumn, attributeColumn, sheet } = given
  const isSaid = [idColumn, textColumn, attributeColumn, sheet, configured].some(
    (said) => said !== undefined,
  )
  if (!isSaid) return undefined
  return {
    id: idColumn ?? configured?.id,
    text: textColumn ?? configured?.text ?? [],
    attributes: attributeColumn ?? configured?.attributes,
    sheet: sheet ?? configured?.sheet,
  }
}

function shown(path: string, cwd: string): string {
  const below = relative(cwd, path)
  return below === '' ? '.' : below
}
