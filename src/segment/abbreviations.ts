/**
 * Words before a full stop that need not end a sentence, and words after it that tell.
 *
 * The lists are short on purpose: a word that is also an ordinary word (`sat`, `art`, `min`) is in
 * no list, or only where its capital or the number after it shows the abbreviation.
 */

import { keysOf } from './word-keys.ts'

/** A name follows: `Mr. Okoro`, `St. Mary's`. */
export const TITLE = 1
/** A name follows if written with a capital: `Gen. Hart`; also an ordinary word or a short form. */
export const CAPITAL_TITLE = 2
/** Something always follows, whatever its capital: `e.g. Sarah`, `us vs. them`. */
export const LEADING = 3
/** A number follows, or the sentence ends: `No. 5`, `p. 12`, `s. 20`. */
export const NUMBERED = 4
/** A number follows if written with a capital: `Sept. 2019`, `Mon. 3 May`. */
export const DATE = 5
/** The sentence goes on with a small letter and ends with a capital: `etc. and`, `etc. Then`. */
export const TRAILING = 6
/** With dots inside, a time of day: `9 a.m.` */
export const CLOCK = 7
/** A letter that stands for a word; something follows: `Marsh v. Council`, `b. 1990`. */
export const LETTER_WORD = 8

const LISTS: readonly (readonly [number, string])[] = [
  [
    TITLE,
    'mr mrs ms mx dr drs prof rev revd st messrs mme mlle cllr supt insp capt cpl sgt mt gt ft',
  ],
  [CAPITAL_TITLE, 'hon col gen maj gov sen rep pres lt fr adm cmdr det sec'],
  [LEADING, 'eg ie viz cf vs aka incl excl esp approx ca'],
  [
    NUMBERED,
    'no nos nr p pp vol vols fig figs ch chap para paras pt ver ext tel ref s ss reg regs',
  ],
  [NUMBERED, 'cl c sect app'],
  [DATE, 'jan feb mar apr jun jul aug sep sept oct nov dec'],
  [DATE, 'mon tue tues wed weds thu thur thurs fri sat sun'],
  [TRAILING, 'etc al ltd inc co corp plc dept depts govt govts assoc assn bros jr sr esq phd bsc'],
  [TRAILING, 'msc hrs yrs wks mths avg ave rd blvd univ edn misc tbc ed'],
  [CLOCK, 'am pm'],
  [LETTER_WORD, 'v b d'],
]

/** The longest of them, in letters. */
export const LONGEST_ABBREVIATION = 6

/** The kind of each abbreviation, by the key of the word without its dots. */
export const ABBREVIATIONS: ReadonlyMap<number, number> = new Map(
  LISTS.flatMap(([kind, words]) => [...keysOf(words)].map((key) => [key, kind] as const)),
)

/** Capitals that go on after `9 a.m.`: days, months, zones. */
export const AFTER_CLOCK = keysOf(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
   august september october november december gmt bst utc cet est pst on`,
)

/** Words that open a sentence in any writing, and hardly ever go on after an abbreviation. */
export const PRONOUNS = keysOf(
  'i he she it they we you then im ive id ill dont its theyre hes shes',
)

/** Capitalised, these open a sentence: after `U.K.` or `Dr.` they show that one has ended. */
export const OPENERS = keysOf(
  `i he she it they we you then the this that these those there but and so or if when what why how where
   who which because my his her our your their its no not yes yeah also after before at in on for from to
   as some all most many one a an now here even maybe just people everyone everybody nobody once since
   while is are was were do did does can could would should have has had let lets well ok okay please
   thank thanks sorry another each every until with by im ive id ill were theyre hes shes dont
   although though however both only sometimes someone something nothing everything never always`,
)

/** Verbs that report speech: `“No!” I said`. */
export const REPORTING = keysOf(
  `said says say asked asks thought replied replies shouted shouts yelled cried screamed whispered told
   answered added laughed exclaimed muttered wondered insisted goes went sobbed joked`,
)

/** Words before a single capital that introduce a name: `with J. Marsh`. */
export const BEFORE_INITIALS = keysOf(
  'with by and to from of for was is as or named called at the a an met mr mrs ms miss dr',
)

/** Words after which a hesitation goes on: `I think... I`, `and… I`. */
export const BEFORE_HESITATION = keysOf(
  `and but so or because cos cause coz like um umm er erm uh hmm mm well i think guess mean know if that
   the a to my just when then of in with for as really oh yeah is was it its about maybe ah eh`,
)

/** Last parts of web addresses and names of files, which are no new sentence: `Example.Com`. */
export const ADDRESS_ENDS = keysOf(
  'com org net gov uk co ac eu io info js ts py md txt pdf doc docx csv xlsx html htm php jpg png',
)

/** Labels of list items that are no single letter or number: `ii.` */
export const ROMAN_LABELS = keysOf('ii iii iv vi vii viii ix xi xii')

/** Small words that open a sentence in hasty writing and end no web address: `again.then i`. */
export const HASTY_OPENERS = keysOf('i im then they but and because we she he there the this')

/** What transcribers put between brackets for a sound, a gesture or a gap. */
export const NOISES = keysOf(
  `laughs laugh laughing laughter laughed chuckles giggles pause pauses long short silence silent crying
   cries sobs tearful upset sighs sigh coughs cough sniffs inaudible unclear indistinct crosstalk
   overlap music applause clapping noise background nods shrugs shakes smiles gestures
   breath inhales exhales gasps whispers mumbles phone door recording break yawns sings all both audio
   talking`,
)

/** What transcribers put between brackets in place of a name: it speaks in the sentence. */
export const PLACEHOLDERS = keysOf(
  `name names place redacted removed anonymised sister brother mother mum dad father friend school town
   city carer worker social area child son daughter x xx xxx xxxx nan gran`,
)
