/**
 * Two matchers × the same passages → what moved: which segments gained and lost which theme, and the
 * rules responsible; and how many segments each theme has before and after.
 */
import { type Counter, counter, type Tally, type ThemeCounts } from '../analyse/tally.ts'
import { type PassageCoder, passageCoder } from '../code/code-passage.ts'
import type { Move } from '../codebook/moved-themes.ts'
import type { Matcher } from '../match/compile.ts'
import type { Passage, Places, Unit } from '../types.ts'
import { type Assignment, type PairedSegments, pairing, type Witness } from './segment-pairs.ts'

/** How many segments a theme has. */
export interface SegmentCounts {
  /** By its own rules. */
  readonly own: number
  /** With those of the themes below it, each segment once. */
  readonly segments: number
}

/** What happened to a theme. */
export interface ThemeShift {
  /** Its id now; as it was where it is gone. */
  readonly theme: string
  /** Undefined where it is new. */
  readonly before: SegmentCounts | undefined
  /** Undefined where it is gone. */
  readonly after: SegmentCounts | undefined
  /** Themes that became part of it, as they were: their segments count as kept. */
  readonly joined: readonly { readonly theme: string; readonly before: SegmentCounts }[]
  /** Undefined where the units differ: a turn is no sentence. */
  readonly paired: PairedSegments | undefined
  /** The first of each kind, in the order of the text. */
  readonly witnesses: readonly Witness[]
}

/** What two codebooks make of a corpus. */
export interface CodingDiff {
  /** Themes of the newer codebook in its order, then those that are gone. */
  readonly shifts: readonly ThemeShift[]
  readonly before: Tally
  readonly after: Tally
}

/** How codings are compared. */
export interface CodingDiffOptions {
  /** What receives codes, before and after. */
  readonly units: readonly [before: Unit, after: Unit]
  /** Roles that are never coded, before and after. */
  readonly excludedRoles: readonly [before: readonly string[], after: readonly string[]]
  /** Where themes went. */
  readonly moved: ReadonlyMap<string, Move>
  /** Witnesses of each kind for each theme. */
  readonly witnesses: number
}

/** Compares the codings of one document after another. */
export interface CodingComparer {
  /** `isNew` where the passage begins another document. */
  passage(passage: Passage, isNew: boolean): void
  result(): CodingDiff
}

/** A comparer of two compiled codebooks. */
export function codingComparer(
  earlier: Matcher,
  later: Matcher,
  { units, excludedRoles, moved, witnesses }: CodingDiffOptions,
): CodingComparer {
  const idNow = (id: string) => moved.get(id)?.to ?? id
  const old = side(earlier, { unit: units[0], excludedRoles: excludedRoles[0], nameOf: idNow })
  const now = side(later, { unit: units[1], excludedRoles: excludedRoles[1], nameOf: (id) => id })
  const pairs = units[0] === units[1] ? pairing(witnesses) : undefined

  function passage(next: Passage, isNew: boolean): void {
    const before = old.code(next, isNew)
    const after = now.code(next, isNew)
    pairs?.add(before, after)
  }

  function result(): CodingDiff {
    const counts = { before: countsOf(old), after: countsOf(now) }
    const ids = new Set([...counts.after.keys(), ...[...counts.before.keys()].map(idNow)])
    const sources = sourcesOf(moved)
    const shifts = [...ids].map((theme) => ({
      theme,
      ...frequencies(theme, sources.get(theme) ?? [], counts),
      paired: pairs?.of(theme),
      witnesses: pairs?.witnesses(theme) ?? [],
    }))
    return { shifts, before: old.counts.tally, after: now.counts.tally }
  }

  return { passage, result }
}

/** What each theme was before, or was joined by. */
function sourcesOf(moved: ReadonlyMap<string, Move>): ReadonlyMap<string, readonly Source[]> {
  const sources = new Map<string, Source[]>()
  for (const [theme, { to, isSame }] of moved) {
    const source = { theme, isSame }
    const known = sources.get(to)
    if (known === undefined) sources.set(to, [source])
    else known.push(source)
  }
  return sources
}

interface Source extends Pick<Move, 'isSame'> {
  readonly theme: string
}

type CountsByTheme = ReadonlyMap<string, SegmentCounts>

/** Segments of a theme before and after, and those of the themes that became part of it. */
function frequencies(
  theme: string,
  sources: readonly Source[],
  { before, after }: { readonly before: CountsByTheme; readonly after: CountsByTheme },
): Pick<ThemeShift, 'before' | 'after' | 'joined'> {
  const same = sources.find(({ isSame }) => isSame)
  const joined = sources.flatMap(({ theme: id, isSame }) => {
    const counts = before.get(id)
    return isSame || counts === undefined ? [] : [{ theme: id, before: counts }]
  })
  return { before: before.get(same?.theme ?? theme), after: after.get(theme), joined }
}

interface Side {
  readonly matcher: Matcher
  readonly counts: Counter
  /** The assignments of a passage by segment and theme, in order. */
  code(passage: Passage, isNew: boolean): ReadonlyMap<string, Assignment>
}

interface SideOptions {
  readonly unit: Unit
  readonly excludedRoles: readonly string[]
  /** The id that a theme has now. */
  readonly nameOf: (theme: string) => string
}

function side(matcher: Matcher, { unit, excludedRoles, nameOf }: SideOptions): Side {
  const coder: PassageCoder = passageCoder(matcher, { unit, excludedRoles: new Set(excludedRoles) })
  const counts = counter(matcher.codebook.themes)

  function code(passage: Passage, isNew: boolean): Map<string, Assignment> {
    const found = new Map<string, Assignment>()
    let places: Places | undefined
    if (isNew) counts.beginDocument()
    coder.code(passage, {
      begin(_passage, text) {
        places = text.places
      },
      segment: counts.segment,
      speaker: counts.speaker,
      coded(coded) {
        counts.coded(coded)
        const { start, end } = coded.segment
        if (places === undefined) return
        const { codePoint, line } = places.at(start)
        const segmentId = `${passage.document.id}:${codePoint}-${places.codePointAt(end)}`
        const text = passage.text.slice(start, end)
        for (const { theme: index, matches } of coded.codes) {
          const theme = nameOf(matcher.codebook.themes[index]?.id ?? '')
          const rules = [...new Set(matches.map(({ rule }) => matcher.rules[rule]?.rule.id ?? ''))]
          found.set(`${start}-${end} ${theme}`, { theme, segmentId, line, rules, text })
        }
      },
    })
    return found
  }

  return { matcher, counts, code }
}

/** The segments of each theme, in the order of its codebook. */
function countsOf({ matcher, counts }: Side): CountsByTheme {
  const none: Pick<ThemeCounts, 'ownSegments' | 'segments'> = { ownSegments: 0, segments: 0 }
  return new Map(
    matcher.codebook.themes.map(({ id }, index) => {
      const { ownSegments, segments } = counts.tally.themes[index] ?? none
      return [id, { own: ownSegments, segments }]
    }),
  )
}
