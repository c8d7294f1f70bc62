/**
 * Passages → what the rules do and what they miss. The corpus is read twice: once to count, once to
 * find examples of what was missed; what is kept in between are counts, and a bit for each sentence.
 */
import { type CandidateTable, candidateTable } from '../analyse/candidate-table.ts'
import { exampleFinder, type MissedExample } from '../analyse/missed-examples.ts'
import type { MissedOptions } from '../analyse/missed-telling.ts'
import { type MissedPhrase, missedPhrases } from '../analyse/missed-words.ts'
import { type PhraseReader, phraseReader } from '../analyse/phrase-reader.ts'
import { type RuleReport, ruleCounter } from '../analyse/rule-statistics.ts'
import { counter, type Tally } from '../analyse/tally.ts'
import type { Matcher } from '../match/compile.ts'
import { passageText } from '../place.ts'
import type { Passage, PassageText, Unit } from '../types.ts'
import { passageCoder } from './code-passage.ts'
import { type SentenceNotes, sentenceNotes } from './sentence-notes.ts'
import { type SpokenSentence, sentenceWalker } from './sentence-walk.ts'
import { speakerNumbers } from './speaker-numbers.ts'

/** How the corpus is coded, and what is asked of it. */
export interface StatisticsOptions {
  readonly unit: Unit
  readonly excludedRoles: readonly string[]
  /** Forms to list for each rule. */
  readonly forms: number
  readonly missed: MissedOptions
}

/** What a corpus says of a codebook. */
export interface CorpusStatistics extends RuleReport {
  readonly tally: Tally
  /** Words of segments without a theme; G² compares them with all others. */
  readonly uncodedWords: number
  readonly missed: readonly (MissedPhrase & { readonly examples: readonly MissedExample[] })[]
  /** Occurrences that a rare word or phrase may have lost because there were too many; 0 for none. */
  readonly forgotten: number
  /** Words that were not looked at because there were too many distinct ones. */
  readonly unkept: number
}

/** Shows every passage of a corpus in order. */
export type CorpusReader = (see: (passage: Passage, isNew: boolean) => void) => Promise<void>

/** Reads a corpus and counts. */
export async function corpusStatistics(
  matcher: Matcher,
  options: StatisticsOptions,
  readCorpus: CorpusReader,
): Promise<CorpusStatistics> {
  const { themes } = matcher.codebook
  const counts: Counts = {
    tallies: counter(themes),
    rules: ruleCounter(
      matcher.rules.map(({ theme }) => theme),
      themes.length,
    ),
    reader: phraseReader(),
    table: candidateTable(),
    speakers: speakerNumbers(),
    notes: sentenceNotes(),
    words: { coded: 0, uncoded: 0 },
  }
  await readCorpus(countingReader(matcher, options, counts))
  const { tallies, rules, reader, table, speakers, words } = counts
  const missed = missedPhrases(
    {
      table,
      forms: reader.forms,
      speakers: speakers.list,
      uncodedWords: words.uncoded,
      codedWords: words.coded,
      names: speakers.names,
    },
    options.missed,
  )
  const { unkept } = reader.forms
  const examples = await examplesOf(missed, { options, readCorpus, counts })
  return {
    ...rules.report(options.forms),
    tally: tallies.tally,
    uncodedWords: words.uncoded,
    missed: missed.map((one, index) => ({ ...one, examples: examples[index] ?? [] })),
    forgotten: table.forgotten,
    unkept,
  }
}

interface Counts {
  readonly tallies: ReturnType<typeof counter>
  readonly rules: ReturnType<typeof ruleCounter>
  readonly reader: PhraseReader
  readonly table: CandidateTable
  readonly speakers: ReturnType<typeof speakerNumbers>
  readonly notes: SentenceNotes
  readonly words: { coded: number; uncoded: number }
}

/** Codes each passage, then counts the words and phrases of its sentences. */
function countingReader(
  matcher: Matcher,
  { unit, excludedRoles }: StatisticsOptions,
  { tallies, rules, reader, table, speakers, notes, words }: Counts,
): (passage: Passage, isNew: boolean) => void {
  const roles = new Set(excludedRoles)
  const coder = passageCoder(matcher, { unit, excludedRoles: roles })
  const walk = sentenceWalker(unit, roles)

  return (passage, isNew) => {
    if (isNew) {
      tallies.beginDocument()
      rules.beginDocument(passage.document.id)
      speakers.beginDocument(passage.document.id)
    }
    const coded = new Set<number>()
    let codes: Uint16Array = new Uint16Array(0)
    coder.code(passage, {
      begin(_passage, text) {
        codes = text.codes
      },
      segment: tallies.segment,
      speaker: tallies.speaker,
      coded(found) {
        coded.add(found.segment.start)
        tallies.coded(found)
        rules.coded(found)
      },
    })
    reader.beginPassage(codes, passage.silent)
    walk(passage, codes, (sentence) => {
      const isCoded = coded.has(sentence.segment.start)
      const speech = { ...speakers.of(sentence.turn.speaker), isCoded }
      const count = reader.read(sentence, (key) => table.add(key, speech))
      notes.push(isCoded)
      words[isCoded ? 'coded' : 'uncoded'] += count
      if (!isCoded) speakers.addWords(speech.speaker, count)
    })
  }
}

interface SecondReading {
  readonly options: StatisticsOptions
  readonly readCorpus: CorpusReader
  readonly counts: Counts
}

async function examplesOf(
  missed: readonly MissedPhrase[],
  { options, readCorpus, counts: { reader, table, notes } }: SecondReading,
): Promise<readonly (readonly MissedExample[])[]> {
  if (missed.length === 0) return []
  const finder = exampleFinder(missed, table)
  const speakers = speakerNumbers()
  const walk = sentenceWalker(options.unit, new Set(options.excludedRoles))
  let number = -1
  let codes: Uint16Array = new Uint16Array(0)
  await readCorpus((passage, isNew) => {
    if (isNew) speakers.beginDocument(passage.document.id)
    const text = passageText(passage, codes)
    codes = text.codes
    reader.beginPassage(codes, passage.silent)
    walk(passage, codes, (sentence) => {
      number += 1
      const { speaker } = speakers.of(sentence.turn.speaker)
      if (notes.at(number)) return
      const found: number[] = []
      const words = reader.read(sentence, (key) => found.push(key))
      const make = () => exampleAt(passage, text, sentence)
      for (const key of found) finder.offer(key, { sentence: number, speaker, words, make })
    })
  })
  return finder.examples()
}

function exampleAt(
  { document }: Passage,
  { text, places }: PassageText,
  { start, end, segment }: SpokenSentence,
): MissedExample {
  const from = places.codePointAt(segment.start)
  const segmentId = `${document.id}:${from}-${places.codePointAt(segment.end)}`
  const { line } = places.at(start)
  // A string of its own: a slice would keep the whole passage in memory.
  return { segmentId, line, text: Buffer.from(text.slice(start, end)).toString() }
}
