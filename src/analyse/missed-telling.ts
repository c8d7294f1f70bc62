/** Which words and phrases stand out in uncoded speech, and who says them. */
import type { CandidateTable, SpeakerList } from './candidate-table.ts'
import { normalisedDeviation, type PartSizes, partSizes } from './dispersion.ts'
import { logLikelihood, logRatio } from './keyness.ts'
import { type PhraseGroup, phraseGroups } from './phrase-groups.ts'
import type { WordForms } from './phrase-reader.ts'

/** What was counted. */
export interface Counted extends WordCounts {
  readonly table: CandidateTable
  readonly forms: WordForms
  readonly speakers: SpeakerList
  /** Words of the labels of speakers, normalised. */
  readonly names: ReadonlySet<string>
}

/** What is worth showing. */
export interface MissedOptions {
  /** How many; names come on top of them, up to half as many. */
  readonly limit: number
  /** Uncoded occurrences at least. */
  readonly least: number
  /** Speakers at least; all of them where there are fewer. */
  readonly spread: number
}

/** The 5 % point of χ² with one degree of freedom. */
const LEAST_G2 = 3.84
/** 1.4 times as frequent as in coded speech. */
const LEAST_LOG_RATIO = 0.5
/** Of all words; at a fifth, a word that is never coded must be said eight times to stand out surely. */
const LEAST_CODED_SHARE = 0.2

/** A group that stands out. */
export interface Telling {
  readonly group: PhraseGroup
  readonly g2: number
  readonly logRatio: number
  readonly documents: number
  readonly speakers: number
  readonly dispersion: number | undefined
}

/** Every group that stands out and that enough people say. */
export function tellingGroups(counted: Counted, options: MissedOptions): readonly Telling[] {
  const telling: Telling[] = []
  const withSizes = { ...counted, sizes: documentSizes(counted.speakers) }
  for (const group of phraseGroups(counted.table, counted.forms)) {
    const found = weigh(group, withSizes, options)
    if (found !== undefined) telling.push(found)
  }
  return telling
}

function weigh(
  group: PhraseGroup,
  counted: Counted & { readonly sizes: PartSizes },
  options: MissedOptions,
): Telling | undefined {
  if (group.uncoded < options.least) return undefined
  const keyness = keynessOf(group.uncoded, group.coded, counted)
  if (keyness === undefined) return undefined
  const { speakers } = counted
  const whose = new Map<number, number>()
  for (const { spoken } of group.members) {
    for (let at = 0; at < spoken.length; at += 2) {
      const speaker = spoken[at] ?? 0
      whose.set(speaker, (whose.get(speaker) ?? 0) + (spoken[at + 1] ?? 0))
    }
  }
  if (!isSpread(group, whose, counted, options)) return undefined
  const byDocument = new Map<number, number>()
  for (const [speaker, count] of whose) {
    const document = speakers.documents[speaker] ?? 0
    byDocument.set(document, (byDocument.get(document) ?? 0) + count)
  }
  const dispersion = normalisedDeviation(byDocument, counted.sizes)
  const spread = { documents: byDocument.size, speakers: whose.size, dispersion }
  return { group, ...keyness, ...spread }
}

/** Undefined where it does not stand out in uncoded speech. */
export function keynessOf(
  target: number,
  reference: number,
  counted: WordCounts,
): { g2: number; logRatio: number } | undefined {
  const { uncodedWords, codedWords } = counted
  const both = { target, reference, targetSize: uncodedWords, referenceSize: codedWords }
  const ratio = logRatio(both)
  // Where nothing is coded there is nothing to compare with: what is frequent stands out.
  if (ratio === undefined) return { g2: 0, logRatio: 0 }
  const g2 = logLikelihood(both)
  const isSure = g2 >= LEAST_G2
  const isListed = isComparable(counted) ? isSure && ratio >= LEAST_LOG_RATIO : !isSure || ratio > 0
  return isListed ? { g2, logRatio: ratio } : undefined
}

/** Words of uncoded and of coded speech. */
export interface WordCounts {
  readonly uncodedWords: number
  readonly codedWords: number
}

/**
 * Whether enough is coded to compare with. Of less, only a word that is said dozens of times could be
 * surely rarer there: then the most frequent words say more, but for those that are surely coded.
 */
export function isComparable({ uncodedWords, codedWords }: WordCounts): boolean {
  return codedWords >= LEAST_CODED_SHARE * (uncodedWords + codedWords)
}

/** The uncoded words of each document. */
function documentSizes({ documents, words }: SpeakerList): PartSizes {
  const sizes: number[] = []
  for (const [speaker, document] of documents.entries()) {
    sizes[document] = (sizes[document] ?? 0) + (words[speaker] ?? 0)
  }
  return partSizes(sizes)
}

/**
 * Whether enough people say it, and it would stand out without the one who says it most: a word that
 * one long interview is full of is that interview's.
 */
function isSpread(
  { coded, uncoded }: PhraseGroup,
  whose: ReadonlyMap<number, number>,
  counted: Counted,
  { spread }: MissedOptions,
): boolean {
  const { speakers, uncodedWords, codedWords } = counted
  const all = speakers.documents.length
  if (whose.size < Math.min(spread, all)) return false
  if (all < 3 || spread < 2) return true
  let [most, words] = [0, 0]
  for (const [speaker, count] of whose) {
    if (count > most) [most, words] = [count, speakers.words[speaker] ?? 0]
  }
  if (!isComparable(counted)) return most <= uncoded * MOST_BY_ONE
  const targetSize = Math.max(0, uncodedWords - words)
  const others = { target: uncoded - most, reference: coded, targetSize, referenceSize: codedWords }
  return (logRatio(others) ?? 0) >= LEAST_LOG_RATIO
}

/** Share of the occurrences that one person may have, where there is nothing to compare with. */
const MOST_BY_ONE = 0.5
