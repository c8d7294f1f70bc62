/**
 * What a word is worth as a rule: what says something by itself, what says something only beside
 * other words, and what never does. Lists of plain English words; what they leave in, the statistics
 * weigh.
 */

/** Says something by itself: `bus`. */
export const STRONG = 1
/** Says something only beside a strong word: `go`, `thing`. May begin and end a phrase. */
export const WEAK = 2
/** May begin a phrase, and end none: `on`. */
export const OPENING = 3
/** May end a phrase, and begin none, and changes what it says: `up`. */
export const CLOSING = 4
/** Only inside a phrase: `of`, `the`. */
export const GRAMMAR = 5
/** In no phrase: `um`, `yeah`. */
export const FILLER = 6
/** May begin a phrase, and end none, and changes what it says: `no`. */
const NEGATIVE = 7

const LISTS: readonly (readonly [kind: number, words: string])[] = [
  [
    FILLER,
    `um umm uh uhh er err erm ermm ah aah oh ooh mm mmm mhm hmm hm aha aye yeah yep yup yes nah nope ok
    okay alright haha lol blah like etc ie eg eh huh hey hi hello wow please thanks thank bye http https www com`,
  ],
  [NEGATIVE, 'no not never without nothing nobody'],
  [OPENING, 'on under too'],
  [CLOSING, 'up away back down over together alone through along around apart behind forward'],
  [
    GRAMMAR,
    `a an the this that these those i you he she it we they me him her us them my your his its our their
    mine yours hers ours theirs myself yourself himself herself itself ourselves yourselves themselves
    who whom whose which what when where why how whether whatever whoever whenever wherever
    and or but nor so yet if because cos cause coz cuz although though while whilst until till unless since than as
    of to in at by for with from into onto upon about above across after against among amongst before
    below beneath beside besides between beyond despite during except inside near outside per than
    toward towards underneath via within
    am is are was were be been being do does did done doing have has had having will would shall should
    can could may might must ought cannot gonna gotta wanna ain let
    all any both each either every few many more most much neither none other others own same several
    some such another enough less least lots loads plenty one ones once twice first second third last next
    also just only even still already again always ever often sometimes usually maybe perhaps quite
    rather really very actually basically literally obviously probably definitely certainly especially
    exactly simply mostly nearly almost anyway however therefore instead otherwise else then there here
    now soon later ago past well pretty right suppose guess hence thus indeed
    im ive id ill youre youve youll hes shes theyre theyve weve wed theres thats whats dont doesnt didnt
    cant couldnt wont wouldnt isnt wasnt arent werent havent hasnt hadnt shouldnt it'll y'know
    someone somebody something anyone anybody anything everyone everybody everything noone
    somewhere anywhere everywhere nowhere somehow anymore`,
  ],
  [
    WEAK,
    `out off go goes going went gone come comes coming came get gets getting got gotten give gives giving gave given
    take takes taking took taken put puts putting make makes making made keep keeps keeping kept
    say says saying said tell tells telling told ask asks asking asked talk talks talking talked speak
    know knows knowing knew known think thinks thinking thought mean means meant want wants wanting
    wanted see sees seeing saw seen look looks looking looked seem seems seemed feel feels feeling felt
    find finds finding found use uses using used try tries trying tried start starts starting started
    stop stops stopping stopped need needs needing needed happen happens happening happened become
    became becoming work works working worked thing things stuff lot bit kind kinds sort sorts type way
    ways part point side place places time times day days week weeks month months year years today
    yesterday tomorrow tonight morning afternoon evening moment minute minutes hour hours while people person someone man men woman women guy guys
    boy boys girl girls child children kid kids young old new good bad better best worse worst nice
    great big little small long short high low different sure able true real whole full hard easy lot
    two three four five six seven eight nine ten eleven twelve
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety mr mrs ms miss dr hundred thousand million half couple
    number example case question answer fact sense idea reason word words name end`,
  ],
]

const KINDS = new Map<string, number>()
for (const [kind, words] of LISTS) {
  for (const word of words.split(/\s+/u)) if (!KINDS.has(word)) KINDS.set(word, kind)
}

/** The kind of a normalised word form. */
export function wordKind(form: string): number {
  const known = KINDS.get(form)
  if (known !== undefined) return known
  if (NUMBER.test(form)) return WEAK
  if (form.length === 1) return GRAMMAR
  if (NOT_ENDING.test(form)) return GRAMMAR
  const apostrophe = form.indexOf("'")
  if (apostrophe < 0) return STRONG
  // Of `it's` and `that'll` the first part counts; `mum's` stays what it is.
  const base = KINDS.get(form.slice(0, apostrophe))
  return base === undefined || base === WEAK ? (base ?? STRONG) : GRAMMAR
}

/** A number or an ordinal, for example `2019` or `30th`. */
const NUMBER = /^\p{N}/u
/** Short forms of `not`, for example `don't`. */
const NOT_ENDING = /n't$/u

/** Whether a phrase could be a rule, by the kinds of its words; none of them is a filler. */
export function couldBeRule(first: number, last: number, middle = GRAMMAR): boolean {
  const begins = first === STRONG || first === WEAK || first === OPENING || first === NEGATIVE
  const ends = last === STRONG || last === WEAK || last === CLOSING
  return begins && ends && (first === STRONG || middle === STRONG || last === STRONG)
}

/** Whether a word gives a phrase another meaning: `park` to `car park`, `no` to `no money`. */
export function changesMeaning(kind: number): boolean {
  return kind === STRONG || kind === CLOSING || kind === NEGATIVE
}
