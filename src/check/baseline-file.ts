/**
 * A baseline as JSON lines: the first says what was coded with what, each of the others one coded
 * segment. A line a segment, so that git shows which of them changed.
 */
import type { Unit } from '../types.ts'
import type { Baseline, BaselineEntry, BaselineFile } from './baseline.ts'

/** A baseline as the text of its file. */
export function baselineText({
  codebook,
  version,
  fingerprint,
  unit,
  files,
  entries,
}: Baseline): string {
  const head = {
    baseline: FORM,
    codebook,
    version,
    fingerprint,
    unit,
    files: files.map(({ id, sha256 }) => ({ id, sha256 })),
  }
  const lines = entries.map(({ segment, sha256, themes }) => ({
    segment,
    sha256,
    themes: Object.fromEntries(themes),
  }))
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** The form of the file; another number is another voices. */
const FORM = 1

/** The line on which the file of a baseline cannot be read. */
export interface BadLine {
  /** 1-based. */
  readonly badLine: number
  /** Where the segment of that line was recorded before, if that is what is wrong. */
  readonly firstLine: number | undefined
}

/** A baseline, or the line on which its file cannot be read. */
export type ReadBaseline = { readonly baseline: Baseline } | BadLine

/** Reads the text of a baseline. */
export function readBaseline(text: string): ReadBaseline {
  const [first = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n')
  const head = headOf(valueIn(first))
  if (head === undefined) return { badLine: 1, firstLine: undefined }
  if (rest.at(-1) === '') rest.pop()
  const entries: BaselineEntry[] = []
  const lines = new Map<string, number>()
  for (const [index, line] of rest.entries()) {
    const entry = entryOf(valueIn(line))
    const firstLine = entry && lines.get(entry.segment)
    if (entry === undefined || firstLine !== undefined) return { badLine: index + 2, firstLine }
    lines.set(entry.segment, index + 2)
    entries.push(entry)
  }
  return { baseline: { ...head, entries } }
}

function valueIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function headOf(value: unknown): Omit<Baseline, 'entries'> | undefined {
  if (!isRecord(value) || value.baseline !== FORM) return undefined
  const { codebook, version, fingerprint } = value
  const unit = UNITS.find((one) => one === value.unit)
  const files = Array.isArray(value.files) ? value.files.map(fileOf) : [undefined]
  const whole = files.filter((file) => file !== undefined)
  if (typeof codebook !== 'string' || typeof version !== 'string') return undefined
  if (typeof fingerprint !== 'string' || unit === undefined) return undefined
  if (whole.length < files.length) return undefined
  return { codebook, version, fingerprint, unit, files: whole }
}

const UNITS: readonly Unit[] = ['sentence', 'paragraph', 'turn', 'document']

function fileOf(value: unknown): BaselineFile | undefined {
  if (!isRecord(value)) return undefined
  const { id, sha256 } = value
  return typeof id === 'string' && typeof sha256 === 'string' ? { id, sha256 } : undefined
}

function entryOf(value: unknown): BaselineEntry | undefined {
  if (!isRecord(value) || !isRecord(value.themes)) return undefined
  const { segment, sha256 } = value
  if (typeof segment !== 'string' || typeof sha256 !== 'string') return undefined
  const themes = new Map<string, readonly string[]>()
  for (const [theme, rules] of Object.entries(value.themes)) {
    if (!Array.isArray(rules) || !rules.every((rule) => typeof rule === 'string')) return undefined
    themes.set(theme, rules)
  }
  return { segment, sha256, themes }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
