/**
 * Two matchers × the same passages → what moved: which segments gained and lost which theme, and the
 * rules responsible.
 */
import { type Counter, counter, type Tally } from '../analyse/tally.ts'
import { type PassageCoder, passageCoder } from '../code/code-passage.ts'
import type { Matcher } from '../match/compile.ts'
import type { Passage, Places, Unit } from '../types.ts'

/** A segment that gained or lost a theme. */
export interface Witness {
  readonly change: 'gained' | 'lost'
  /** `DOCUMENT:START-END` in code points. */
  readonly segmentId: string
  /** Line of the source, 1-based. */
  readonly line: number
  /** Ids of the rules that give the theme now, or gave it before. */
  readonly rules: readonly string[]
  readonly text: string
}

/** What happened to a theme. */
export interface ThemeShift {
  /** Its id now; as it was where it is gone. */
  readonly theme: string
  readonly kept: number
  readonly gained: number
  readonly lost: number
  /** The first of each, in the order of the text. */
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
  readonly unit: Unit
  /** Roles that are never coded, before and after. */
  readonly excludedRoles: readonly [before: readonly string[], after: readonly string[]]
  /** Old id → id now, for themes that were renamed or merged. */
  readonly moved: ReadonlyMap<string, string>
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
  before: Matcher,
  after: Matcher,
  options: CodingDiffOptions,
): CodingComparer {
  const { unit, moved } = options
  const old = side(before, unit, options.excludedRoles[0], (id) => moved.get(id) ?? id)
  const now = side(after, unit, options.excludedRoles[1], (id) => id)
  const shifts = new Map<string, MutableShift>()
  for (const { id } of after.codebook.themes) shifts.set(id, emptyShift())
  for (const { id } of before.codebook.themes) {
    const theme = moved.get(id) ?? id
    if (!shifts.has(theme)) shifts.set(theme, emptyShift())
  }

  function passage(next: Passage, isNew: boolean): void {
    const lost = old.code(next, isNew)
    const gained = now.code(next, isNew)
    for (const key of [...lost.keys()]) {
      if (!gained.delete(key)) continue
      const { theme } = lost.get(key) ?? { theme: '' }
      lost.delete(key)
      shiftOf(theme).kept += 1
    }
    for (const one of lost.values()) note(one, 'lost')
    for (const one of gained.values()) note(one, 'gained')
  }

  function note({ theme, ...witness }: Assignment, change: Witness['change']): void {
    const shift = shiftOf(theme)
    shift[change] += 1
    const list = shift.witnesses[change]
    if (list.length < options.witnesses) list.push({ change, ...witness })
  }

  function shiftOf(theme: string): MutableShift {
    return shifts.get(theme) ?? emptyShift()
  }

  function result(): CodingDiff {
    const list = [...shifts].map(([theme, { kept, gained, lost, witnesses }]) => ({
      theme,
      kept,
      gained,
      lost,
      witnesses: [...witnesses.lost, ...witnesses.gained],
    }))
    return { shifts: list, before: old.counts.tally, after: now.counts.tally }
  }

  return { passage, result }
}

interface MutableShift {
  kept: number
  gained: number
  lost: number
  readonly witnesses: Readonly<Record<Witness['change'], Witness[]>>
}

function emptyShift(): MutableShift {
  return { kept: 0, gained: 0, lost: 0, witnesses: { gained: [], lost: [] } }
}

/** A segment and a theme that its own rules give it. */
interface Assignment extends Omit<Witness, 'change'> {
  readonly theme: string
}

interface Side {
  readonly counts: Counter
  /** The assignments of a passage by segment and theme, in order. */
  code(passage: Passage, isNew: boolean): Map<string, Assignment>
}

function side(
  matcher: Matcher,
  unit: Unit,
  excludedRoles: readonly string[],
  nameOf: (theme: string) => string,
): Side {
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

  return { counts, code }
}
