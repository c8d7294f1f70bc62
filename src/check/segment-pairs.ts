/** Which segments have a theme before and after, and which only then or only now. */

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

/** A segment and a theme that its own rules give it. */
export interface Assignment extends Omit<Witness, 'change'> {
  readonly theme: string
}

/** Segments that a theme has by its own rules before and after; a segment is told by its place. */
export interface PairedSegments {
  readonly kept: number
  readonly gained: number
  readonly lost: number
}

/** Segments before and after, paired by place and theme. */
export interface Pairing {
  /** The assignments of a passage before and after, by segment and theme. */
  add(before: ReadonlyMap<string, Assignment>, after: ReadonlyMap<string, Assignment>): void
  of(theme: string): PairedSegments
  witnesses(theme: string): readonly Witness[]
}

interface MutableShift {
  kept: number
  gained: number
  lost: number
  readonly witnesses: Readonly<Record<Witness['change'], Witness[]>>
}

/** No segments yet; keeps so many witnesses of each kind for each theme. */
export function pairing(mostWitnesses: number): Pairing {
  const shifts = new Map<string, MutableShift>()

  const add: Pairing['add'] = (before, after) => {
    for (const [key, one] of before) {
      if (after.has(key)) shiftOf(one.theme).kept += 1
      else note(one, 'lost')
    }
    for (const [key, one] of after) if (!before.has(key)) note(one, 'gained')
  }

  function note({ theme, ...witness }: Assignment, change: Witness['change']): void {
    const shift = shiftOf(theme)
    shift[change] += 1
    const list = shift.witnesses[change]
    if (list.length < mostWitnesses) list.push({ change, ...witness })
  }

  function shiftOf(theme: string): MutableShift {
    const shift = shifts.get(theme) ?? {
      kept: 0,
      gained: 0,
      lost: 0,
      witnesses: { gained: [], lost: [] },
    }
    shifts.set(theme, shift)
    return shift
  }

  return {
    add,
    of(theme) {
      const { kept, gained, lost } = shiftOf(theme)
      return { kept, gained, lost }
    },
    witnesses(theme) {
      const { lost, gained } = shiftOf(theme).witnesses
      return [...lost, ...gained]
    },
  }
}
