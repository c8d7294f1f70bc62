/** The tiers of an ELAN document with their annotations and times. */
import { walkMarkup } from '../markup.ts'
import { type PlacedText, placedWords } from './placed-words.ts'
import { type SourcePlace, sourcePlaces } from './source-places.ts'

/** One line of the ELAN score. */
export interface ElanTier {
  readonly id: string
  /** Who is heard on it; empty if the file does not say. */
  readonly participant: string
  /** The tier that this one depends on; undefined for a tier of its own. */
  readonly parent: string | undefined
  /** In the order of the file. */
  readonly annotations: readonly ElanAnnotation[]
}

/** What stands in one stretch of a tier. Times are in milliseconds. */
export interface ElanAnnotation {
  readonly start: number | undefined
  readonly end: number | undefined
  /** When it begins, or the last time known before it where its own is not known. */
  readonly orderedBy: number
  /** Empty if nothing is written there. */
  readonly words: readonly PlacedWords[]
}

/** Words that follow each other in the source. */
export interface PlacedWords extends SourcePlace {
  readonly text: string
}

/** Reads the tiers of a document; of one that was cut off, what there is. */
export function elanTiers(xml: string): ElanTier[] {
  const slots = timeSlots()
  const tiers: OpenTier[] = []
  const placeOf = sourcePlaces(xml)
  let refs = NO_REFS
  let parts: PlacedText[] | undefined
  walkMarkup(
    xml,
    { isXml: true },
    {
      open(name, attributes) {
        if (name === 'TIME_SLOT') slots.add(attributes)
        else if (name === 'TIER') tiers.push(tierOf(attributes))
        else if (name.endsWith('_ANNOTATION')) refs = refsOf(attributes)
        else if (name === 'ANNOTATION_VALUE') parts = []
      },
      text(text, offset) {
        parts?.push({ text, offset })
      },
      close(name) {
        if (name !== 'ANNOTATION_VALUE' || parts === undefined) return
        const words = placedWords(parts).map(({ text, offset }) => ({ text, ...placeOf(offset) }))
        tiers.at(-1)?.annotations.push({ ...slots.timesOf(refs), words })
        parts = undefined
      },
    },
  )
  return tiers
}

type Attributes = Readonly<Record<string, string>>

interface OpenTier extends ElanTier {
  readonly annotations: ElanAnnotation[]
}

function tierOf(attributes: Attributes): OpenTier {
  return {
    id: attributes.TIER_ID?.trim() ?? '',
    participant: attributes.PARTICIPANT?.trim() ?? '',
    parent: attributes.PARENT_REF,
    annotations: [],
  }
}

/** The time slots that an annotation refers to. */
interface TimeRefs {
  readonly from: string | undefined
  readonly to: string | undefined
}

function refsOf(attributes: Attributes): TimeRefs {
  return { from: attributes.TIME_SLOT_REF1, to: attributes.TIME_SLOT_REF2 }
}

/** Collects the slots, which stand before the tiers in order of time; some have no time. */
function timeSlots() {
  const times = new Map<string, number | undefined>()
  const lastKnown = new Map<string, number>()
  let last = 0
  return {
    add({ TIME_SLOT_ID = '', TIME_VALUE }: Attributes): void {
      const time =
        TIME_VALUE !== undefined && DIGITS.test(TIME_VALUE) ? Number(TIME_VALUE) : undefined
      last = time ?? last
      times.set(TIME_SLOT_ID, time)
      lastKnown.set(TIME_SLOT_ID, last)
    },
    timesOf({ from = '', to = '' }: TimeRefs) {
      return { start: times.get(from), end: times.get(to), orderedBy: lastKnown.get(from) ?? 0 }
    },
  }
}

const NO_REFS: TimeRefs = { from: undefined, to: undefined }
const DIGITS = /^\d{1,12}$/u
