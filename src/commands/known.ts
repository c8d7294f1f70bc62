/** What is known beside what files say: the table of participants, and the names of the files. */
import { createHash } from 'node:crypto'
import { CannotRun, reasonOf } from '../disk/cannot-run.ts'
import type { InputFile } from '../disk/file-ids.ts'
import { openFile } from '../disk/open-files.ts'
import { attributesOfNames } from '../ingest/file-names.ts'
import type { KnownAttributes } from '../ingest/known-attributes.ts'
import type { Participants } from '../ingest/participants.ts'
import type { Problem } from '../ingest/problems.ts'
import type { ByteSource, ReadOptions } from '../ingest/reader.ts'
import { roleName } from '../ingest/roles.ts'
import { refuseUnknownRoles } from '../role-names.ts'
import type { ParticipantsFile, Settings } from '../settings.ts'
import type { Diagnostic } from '../types.ts'

/** A table of participants that is used, for the record of a run. */
export interface UsedParticipants {
  readonly path: string
  readonly sha256: string
}

/** What is known of the files. */
export interface LoadedKnown {
  /** Undefined where the analyst named neither participants nor a pattern. */
  readonly known: KnownAttributes | undefined
  readonly knownNames: readonly string[]
  readonly participants: UsedParticipants | undefined
  readonly problems: readonly Diagnostic[]
}

/** Loads what is known; throws where a table or a pattern cannot be used. */
export async function loadKnown(
  settings: Settings,
  files: readonly InputFile[],
  options: ReadOptions,
): Promise<LoadedKnown> {
  const table = settings.participants && (await readTable(settings.participants, settings, options))
  const names = settings.fileNames && (await readNames(settings.fileNames, files))
  if (table !== undefined) checkRoles(settings, table.participants)
  const known = (table !== undefined || names !== undefined) && {
    ofFiles: names?.ofFiles ?? new Map(),
    participants: table?.participants,
  }
  return {
    known: known || undefined,
    knownNames: [...(table?.participants.attributeNames ?? []), ...(names?.names ?? [])],
    participants: table?.used,
    problems: [...(table?.problems ?? []), ...(names?.problems ?? [])],
  }
}

interface ReadParticipants {
  readonly participants: Participants
  readonly used: UsedParticipants
  readonly problems: readonly Diagnostic[]
}

async function readTable(
  { path, id, where }: ParticipantsFile,
  { attributes, table }: Settings,
  options: ReadOptions,
): Promise<ReadParticipants> {
  const { readParticipants } = await import('../ingest/participants-file.ts')
  const choice = {
    path,
    id,
    wanted: new Set(attributes),
    meansNumbers: table?.id !== undefined,
  }
  const source = opened(path, where)
  try {
    const sha256 = createHash('sha256').update(source.read(0, source.size)).digest('hex')
    const found = readParticipants(source, choice, { ...options, encoding: undefined })
    const diagnostics = found.problems.map((problem) => diagnosticOf(path, problem))
    if (found.participants !== undefined) {
      return { participants: found.participants, used: { path, sha256 }, problems: diagnostics }
    }
    const [first] = found.problems
    throw new CannotRun(`${path}: ${first?.message ?? 'no participants are named.'}`)
  } finally {
    source.close()
  }
}

function opened(path: string, where: string): ByteSource & { close(): void } {
  try {
    return openFile({ path, id: path })
  } catch (error) {
    throw new CannotRun(`${where}: ${path} cannot be read (${reasonOf(error)}).`)
  }
}

function diagnosticOf(path: string, { severity, id, message, line }: Problem): Diagnostic {
  return { severity, id, message, path, line, column: undefined }
}

function checkRoles(settings: Settings, { rows }: Participants): void {
  if (settings.excludeRoles === undefined) return
  const given = [...settings.roles.values()].map(roleName)
  const own = new Set([...given, ...rows.flatMap(({ role }) => role ?? [])])
  refuseUnknownRoles(settings.excludeRoles, { where: settings.excludeRolesFrom, own: [...own] })
}

interface ReadNames {
  readonly ofFiles: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly names: readonly string[]
  readonly problems: readonly Diagnostic[]
}

async function readNames(
  { pattern, where }: { readonly pattern: string; readonly where: string },
  files: readonly InputFile[],
): Promise<ReadNames> {
  const { compileGroups } = await import('../match/linear-regex.ts')
  const finder = compileGroups(pattern)
  if ('problem' in finder) throw new CannotRun(`${where}: ${finder.problem}`)
  const ids = files.map(({ id }) => id)
  const { attributes, others } = attributesOfNames(ids, pattern, finder)
  const problems = others.length === 0 ? [] : [unmatched(others, ids.length, where)]
  return { ofFiles: attributes, names: finder.names, problems }
}

function unmatched(others: readonly string[], all: number, where: string): Diagnostic {
  const [path = ''] = where.split(': ')
  const message =
    `The pattern of file_names does not match ${others.length} of ${all} file names, ` +
    `the first is ${others[0] ?? ''}. They get no attributes from it.`
  return {
    severity: 'warning',
    id: 'file-name-not-matched',
    message,
    path,
    line: undefined,
    column: undefined,
  }
}
