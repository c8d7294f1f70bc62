/**
 * Passages × Matcher → a baseline: which segments of a pinned corpus are coded, with which themes, by
 * which rules. It holds a hash of what was said and never the words.
 */
import { createHash } from 'node:crypto'
import { type PassageCoder, passageCoder } from '../code/code-passage.ts'
import type { ByteSource } from '../ingest/reader.ts'
import type { Matcher } from '../match/compile.ts'
import type { Passage, Places, Unit } from '../types.ts'
import { shortHash } from './verdict.ts'

/** A coded segment as a baseline keeps it. */
export interface BaselineEntry {
  /** `DOCUMENT:START-END` in code points. */
  readonly segment: string
  /** The first 16 hexadecimal digits of the SHA-256 of what was said. */
  readonly sha256: string
  /** Ids of themes, each with the ids of the rules that give it, sorted. */
  readonly themes: ReadonlyMap<string, readonly string[]>
}

/** A file of the corpus. */
export interface BaselineFile {
  readonly id: string
  readonly sha256: string
}

/** A recorded coding. */
export interface Baseline {
  readonly codebook: string
  readonly version: string
  readonly fingerprint: string
  readonly unit: Unit
  readonly files: readonly BaselineFile[]
  readonly entries: readonly BaselineEntry[]
}

/** A coded segment of the corpus as it is now. */
export interface CodedEntry extends BaselineEntry {
  /** Id and path of its file. */
  readonly file: string
  readonly path: string
  /** Id of its document. */
  readonly document: string
  /** Line of the source, 1-based. */
  readonly line: number
  /** What was said, where it may be shown. */
  readonly text: string | undefined
}

/** The coding of the corpus now. */
export interface CorpusCoding extends Omit<Baseline, 'entries'> {
  readonly entries: readonly CodedEntry[]
  /** Paths of the files by their ids. */
  readonly paths: ReadonlyMap<string, string>
}

/** How the corpus is coded. */
export interface RecorderOptions {
  readonly unit: Unit
  readonly excludedRoles: readonly string[]
  /** Whether what was said is kept, to be shown. */
  readonly keepText: boolean
}

/** Takes the files of the corpus one after another. */
export interface BaselineRecorder {
  /** Codes a passage of a file. */
  passage(passage: Passage, file: { readonly id: string; readonly path: string }): void
  /** Notes a file that was read to its end. */
  file(file: { readonly id: string; readonly path: string }, source: ByteSource): void
  result(): CorpusCoding
}

/** A recorder for a compiled codebook. */
export function baselineRecorder(matcher: Matcher, options: RecorderOptions): BaselineRecorder {
  const { unit, excludedRoles, keepText } = options
  const coder: PassageCoder = passageCoder(matcher, { unit, excludedRoles: new Set(excludedRoles) })
  const entries: CodedEntry[] = []
  const files: BaselineFile[] = []
  const paths = new Map<string, string>()
  const { id: codebook, version, fingerprint, themes } = matcher.codebook

  function passage(next: Passage, file: { readonly id: string; readonly path: string }): void {
    let places: Places | undefined
    coder.code(next, {
      begin(_passage, text) {
        places = text.places
      },
      segment() {},
      speaker() {},
      coded({ segment: { start, end }, codes }) {
        if (places === undefined) return
        const { codePoint, line } = places.at(start)
        const text = next.text.slice(start, end)
        const given = codes.map(({ theme, matches }): [string, readonly string[]] => {
          const rules = new Set(matches.map(({ rule }) => matcher.rules[rule]?.rule.id ?? ''))
          return [themes[theme]?.id ?? '', [...rules].sort()]
        })
        entries.push({
          segment: `${next.document.id}:${codePoint}-${places.codePointAt(end)}`,
          sha256: shortHash(text),
          themes: new Map(given),
          file: file.id,
          path: file.path,
          document: next.document.id,
          line,
          text: keepText ? text : undefined,
        })
      },
    })
  }

  return {
    passage,
    file({ id, path }, source) {
      files.push({ id, sha256: hashOf(source) })
      paths.set(id, path)
    },
    result: () => ({ codebook, version, fingerprint, unit, files, entries, paths }),
  }
}

const HASH_BYTES = 1 << 22

function hashOf(source: ByteSource): string {
  const hash = createHash('sha256')
  for (let at = 0; at < source.size; at += HASH_BYTES) hash.update(source.read(at, HASH_BYTES))
  return hash.digest('hex')
}
