/**
 * What must be known by heart about English word forms: irregular verbs and nouns, words that take
 * no endings, and words whose endings are spelt unlike others. `inflect.ts` says what follows.
 * Lists are alphabetical within a paragraph where no other order is meant.
 */

/**
 * Past forms by base form. The regular form is named where it is in use beside another.
 *
 * Left out on purpose, because they are other words first: `lay` of lie, `born` of bear,
 * `dove` of dive.
 */
export const IRREGULAR_VERBS = rows(`
  arise arose arisen
  awake awoke awoken
  babysit babysat
  beat beaten
  become became
  begin began begun
  bend bent
  bet betted
  bid bade bidden
  bind bound
  bite bit bitten
  bleed bled
  blow blew blown
  break broke broken
  breed bred
  bring brought
  broadcast broadcasted
  build built
  burn burnt burned
  burst
  buy bought
  cast
  catch caught
  choose chose chosen
  cling clung
  come came
  cost costed
  creep crept
  cut
  deal dealt
  dig dug
  draw drew drawn
  dream dreamt dreamed
  drink drank drunk
  drive drove driven
  dwell dwelt dwelled
  eat ate eaten
  fall fell fallen
  feed fed
  feel felt
  fight fought
  find found
  flee fled
  fling flung
  fly flew flown
  forbid forbade forbidden
  forecast forecasted
  forget forgot forgotten
  forgive forgave forgiven
  forgo forwent forgone
  forsake forsook forsaken
  freeze froze frozen
  get got gotten
  give gave given
  go went gone
  grind ground
  grow grew grown
  hang hung hanged
  hear heard
  hide hid hidden
  hit
  hold held
  hurt
  keep kept
  kneel knelt kneeled
  knit knitted
  know knew known
  lay laid
  lead led
  lean leant leaned
  leap leapt leaped
  learn learnt learned
  leave left
  lend lent
  let
  lie lied lain
  light lit lighted
  lose lost
  make made
  mean meant
  meet met
  mow mowed mown
  pay paid
  plead pleaded pled
  prove proved proven
  put
  quit quitted
  read
  rid
  ride rode ridden
  ring rang rung
  rise rose risen
  run ran
  say said
  see saw seen
  seek sought
  sell sold
  send sent
  set
  sew sewed sewn
  shake shook shaken
  shear sheared shorn
  shed
  shine shone shined
  shit shat
  shoot shot
  show showed shown
  shrink shrank shrunk
  shut
  sing sang sung
  sink sank sunk
  sit sat
  sleep slept
  slide slid
  sling slung
  slit
  smell smelt smelled
  sneak sneaked snuck
  sow sowed sown
  speak spoke spoken
  speed sped speeded
  spell spelt spelled
  spend spent
  spill spilt spilled
  spin spun
  spit spat
  split
  spoil spoilt spoiled
  spread
  spring sprang sprung
  stand stood
  steal stole stolen
  stick stuck
  sting stung
  stink stank stunk
  stride strode stridden
  strike struck stricken
  string strung
  strive strove striven strived
  sublet
  swear swore sworn
  sweep swept
  swell swelled swollen
  swim swam swum
  swing swung
  take took taken
  teach taught
  tear tore torn
  tell told
  think thought
  throw threw thrown
  thrust
  tread trod trodden
  upset
  wake woke woken
  wear wore worn
  weave wove woven
  weep wept
  wet wetted
  win won
  wind wound
  wring wrung
  write wrote written

  bear bore borne
  mistake mistook mistaken
  abide abided abode
`)

/** All forms of the verbs that follow no pattern, the base form first. */
export const WHOLE_VERBS = rows(`
  be am is are was were been being
  have has had having
  do does did done doing
`)

/** Parts that stand before an irregular verb without changing its forms: rebuild, outgrow. */
export const VERB_PREFIXES = words('re un over under out mis fore with up')

/** Words that only look like a prefix and an irregular verb, and verbs that look like a past. */
export const REGULAR_VERBS = words(`
  bore ground outlet rebound relay relent resent uplight wound
`)

/** Plurals by singular. Such a noun is given no verb forms. */
export const IRREGULAR_NOUNS = rows(`
  child children
  man men
  person people persons
  woman women

  foot feet
  goose geese
  louse lice
  mouse mice
  ox oxen
  penny pennies pence
  tooth teeth

  calf calves
  elf elves
  half halves
  hoof hooves hoofs
  knife knives
  leaf leaves
  life lives
  loaf loaves
  scarf scarves scarfs
  self selves
  shelf shelves
  thief thieves
  wharf wharves wharfs
  wife wives
  wolf wolves

  appendix appendices appendixes
  bacterium bacteria
  criterion criteria
  curriculum curricula curriculums
  formula formulas formulae
  index indices indexes
  matrix matrices matrixes
  phenomenon phenomena
  referendum referendums referenda
  stimulus stimuli
  stratum strata

  analysis analyses
  axis axes
  basis bases
  crisis crises
  diagnosis diagnoses
  emphasis emphases
  hypothesis hypotheses
  neurosis neuroses
  oasis oases
  paralysis paralyses
  parenthesis parentheses
  prognosis prognoses
  psychosis psychoses
  synthesis syntheses
  thesis theses

  aircraft aircraft
  deer deer
  offspring offspring
  sheep sheep
  passerby passersby
`)

/** Endings of compounds that take the plural of their last part: grandchildren, midwives. */
export const COMPOUND_HEADS = ['woman', 'man', 'child', 'person', 'wife', 'shelf', 'tooth'] as const

/** Words in -man and -men that are not compounds of man. */
export const NOT_COMPOUNDS = words(`
  abdomen acumen amen bitumen caiman cyclamen german human hymen lumen norman omen ottoman ramen
  regimen roman semen shaman specimen stamen superhuman talisman yemen
`)

/** Plurals whose possessive is often written without its apostrophe: childrens home. */
export const PLURALS_OF_PEOPLE = words('children men women people persons')

/** Forms that belong to two words (life and to live); they stand for themselves only. */
export const FORMS_OF_TWO_WORDS = words('analyses axes bases diagnoses leaves lives')

/**
 * Words that take no endings: function words, numbers, and adjectives and adverbs whose endings
 * would give another word (new and news, even and evening) or none. Adjectives that are verbs too
 * (calm, clean, open) are not here.
 */
export const UNINFLECTED = words(`
  a all an another any both each either enough every few fewer fewest her his its least less
  little many more most much my neither no other others our same several some such that the their
  these this those your

  he hers herself him himself i it itself me mine myself ones oneself ours ourselves she theirs
  them themself themselves they us we what whatever which whichever who whoever whom whomever
  whose you yours yourself yourselves

  about above across after against along alongside amid among amongst around as at before behind
  below beneath beside besides between beyond by despite down during except for from in inside
  into near of off on onto out outside over past per plus regarding since than through throughout
  till to toward towards under underneath unlike until unto up upon versus via with within without

  although and because but if lest nor once or so though unless when whenever where whereas
  wherever whether while whilst yet

  ain't aint am are been can cannot could did does had has is may might must ought shall should
  was were will would

  abroad afterward afterwards again ago ahead almost alone already also altogether always anyhow
  anyway anywhere apart aside away backwards downstairs else elsewhere even ever everywhere far
  forwards hence here how however indeed indoors instead just later maybe meanwhile moreover never
  nevertheless nonetheless not now nowadays nowhere often ok okay outdoors overseas perhaps quite
  rather regardless seldom sometimes somewhere soon still straight then thence there therefore
  thus together too twice upstairs very well why yeah yes

  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety first
  second third fourth fifth sixth seventh eighth ninth tenth

  able afraid alive angry asleep aware awful backward bad best better big bitter blind brave brief
  bright broad busy certain cheap clever cold common confident constant crazy cruel current daft
  dark dead deaf dear deep different difficult distant distinct downward downwards due eager early
  easy economic elder eldest emotional entire essential eternal excellent extra extreme fair false
  familiar fast fat fine firm fond foreign formal former forward fresh full fun funny general
  gentle genuine glad good grand grateful great guilty happy hard harsh healthy heavy high holy
  honest huge hungry ill immediate important indoor innocent intense inward inwards keen kind
  large last late latest lazy legal likely lively lonely long loud lovely low loyal lucky mad main
  mass massive mental mere mild modern moral nasty neat new next nice noisy normal numb odd old
  only ordinary outdoor outward outwards pale particular perfect permanent physical plain pleasant
  polite poor popular posh possible previous primary prime private proper proud pure quick quiet
  rare raw ready real recent red relevant rich rotten rough rude sad safe scary secondary sensible
  sensitive serious severe sexual shallow sharp short shy sick significant silent silly similar
  simple single small smart social soft sole sometime sorry special specific stable stale steep
  strange strict strong stupid sudden sufficient suitable super sure sweet tall temporary tender
  terrible terrific thick tight tiny tough traditional tragic true typical ugly ultimate unable
  unfair unhappy unique unkind unpleasant unsafe unstable unwell upward upwards urgent usual vague
  valuable various vast violent vital vulnerable weak wealthy weird whole wicked wide wild wise
  wooden worse worst worth worthy young younger youngest
`)

/** Words whose only other form is the possessive: pronouns of people, times, mass nouns in -s. */
export const POSSESSIVE_ONLY = words(`
  anybody anyone anything everybody everyone everything nobody nothing somebody someone something
  today tomorrow tonight yesterday

  athletics christmas clothes data diabetes economics electronics ethics genetics goods gymnastics
  headquarters james jesus kudos linguistics logistics math mathematics maths means measles media
  mumps news pajamas paris physics politics premises pyjamas rabies scissors series shorts species
  thanks trousers wales
`)

/** Words in -s that are no plurals. Words in -ss and -us need no mention. */
export const SINGULARS_IN_S = words(`
  alias asbestos atlas bias cannabis canvas chaos cosmos gas iris lens metropolis pancreas pelvis
  penis rhinoceros tennis texas thermos trellis
`)

/** Words in -us, to tell viruses (virus) from causes (cause). */
export const SINGULARS_IN_US = words(`
  abacus anus apparatus autobus bonus bus cactus callus campus caucus census chorus circus citrus
  consensus crocus discus eucalyptus exodus fetus focus foetus fungus genius hiatus hippopotamus
  lotus minibus minus nexus nucleus octopus omnibus opus platypus plus prospectus radius refocus
  rumpus sinus stadius status stylus surplus syllabus terminus thesaurus thymus trolleybus uterus
  virus walrus
`)

/**
 * Nouns that are not verbs, as far as such talk goes: without this list `kid` would find kidding,
 * `fee` would find feed and `cloth` clothing. Nouns in -ness, -ity, -ship, -tion … need no mention.
 */
export const NOUNS = words(`
  bit shot thought

  ability abuser academy acceptance accident accommodation activity ad adolescent adoptee adopter
  adult adversity advert adviser advisor advocacy agency agenda allegation animal anxiety
  apartment appetite area army art asylum attitude aunt auntie autism babysitter background bairn
  barrister bathroom bedroom bee behavior behaviour belief belonging bereavement billion birthday
  body boundary boy boyfriend breakdown breakfast breath brother bullet bungalow cafe calendar
  camera cancer car career caregiver carer case caseload caseworker category celebration ceremony
  chaplain charity cheque chief childhood choice church cinema citizen city classroom cleaner
  client clinic clinician cloth clue colleague college committee community company complaint
  computer concept consequence context conversation cot councillor councilor counsellor counselor
  country cousin crime criminal culture curfew custody customer dad daddy danger daughter day
  deadline death debt decade decision deficit degree deli delivery dentist depth deputy developer
  dinner director disaster doll donor door driver duty ear effort ego element emergency employee
  employer enemy energy era error event exam example expense expert extent fact factor faith fee
  feedback fella female flat food football fosterer freedom friend friendship future gap gender
  gentleman gift girl girlfriend goal god government gran grandad granddad granddaughter
  grandfather grandma grandmother grandpa grandparent grandson granny gratitude guardian guest
  guilt guy habit hall hat headteacher health heart heating helper hero history homework hospital
  hotel hour household housemate housework human hundred husband idea identity illness incident
  income independence individual industry infant injury instance institution instructor
  interviewer job joy junior key kid kidney kin kindness kitchen knowledge lad lady lake language
  laptop law lawyer leader league learner leaver lesson letter librarian library lifestyle
  lifetime listener local location lodger loss lot luck lunch majority male mam manager manner
  marriage material maths meal meantime medicine member memory method middle midwife million
  minister minor miracle mission mode moment money monster month mood morning mother motive
  motorbike mountain mouth mum mummy museum music nan nana nanny nation native nature neighbor
  neighbour nephew night nightmare norm nursery office officer official option outcome outset
  pathway patient payment perspective photo planner platform player playground poem poet policy
  poverty practitioner pregnancy president priest principle priority prison prisoner problem
  procedure product professional professor psychiatrist psychologist psychology pub public pupil
  purpose quality quid racism reader reality receipt recipe referral refugee regime region
  registrar relation relative religion researcher residence resident resource respondent
  responsibility river road role room routine runaway safety salary scenario scene scheme science
  scope secretary sector security semester seminar senior sergeant session setback setting sex
  sibling sister situation skill society solicitor solution son song soul speaker sphere sport
  spouse stair standard stepbrother stepdad stepfather stepmother stepmum stepsister stigma story
  stranger strategy street strength student suicide summer sunday supervisor supper supporter
  surgeon surname survivor sympathy symptom syndrome system tale teacher teen teenager television
  tenancy tenant tenure territory theater theatre theory therapist therapy thing thousand tooth
  topic town tradition trainee trainer trauma tree tribunal trustee truth tv twin uncle uni
  uniform union university user vicar victim village violence virtue visa visitor vocabulary
  volume wage ward warden wardrobe week weekday weekend weight welfare willpower window winter
  wisdom wit woodland worker world worth year youngster youth zone

  aide anniversary apology april armful august column cupful december diary dictionary enquiry
  enterprise envelope family february friday fur handful hip hobby inquiry january july june leg
  mom mommy monday mouthful november october property saturday september sheath spoonful suite
  talent texture thursday timber tuesday unit valve wednesday wood
`)

/** Words in -ly that are no adverbs: family, reply. Length tells fly and ply. */
export const NOT_ADVERBS = words(`
  ally anomaly apply assembly belly brolly bully butterfly comply dolly dragonfly family firefly
  folly gully holly imply italy jelly july lily lolly misapply monopoly multiply oversupply rally
  reapply rely reply sally sully supply tally telly underbelly undersupply welly
`)

/** Words in -able, -ible, -ful, -less and -ous that are nouns or verbs: table, handful, bless. */
export const NOT_ADJECTIVES = words(`
  bible cable constable crucible disable enable fable gable syllable table timetable variable
  vegetable

  armful bless bowlful cupful fistful handful mouthful pocketful roomful spoonful teaspoonful
  wireless
`)

/** Verbs that end like a noun in -ment, -tion, -ance, -ship …: comment, mention, balance. */
export const NOT_ONLY_NOUNS = words(`
  augment cement comment complement compliment document experiment ferment fragment implement
  lament ornament segment supplement torment

  action auction caution commission condition decommission envision function malfunction mention
  motion partition pension petition portion position proportion provision question ration
  recondition reposition sanction station transition

  advance balance chance commence dance distance enhance evidence experience fence finance
  freelance glance influence lance outbalance prance rebalance reference refinance romance
  sentence sequence silence

  apportion assist audition caption coexist consist desist disillusion enlist exist eyewitness
  harness hoist inconvenience insist list mist occasion persist pity precondition proposition
  recommence requisition resist section subsist suction twist witness worship
`)

/** Verbs in -c that take a k: panicked. */
export const VERBS_IN_C = words('bivouac frolic mimic panic picnic traffic')

/** Verbs of two and more syllables that double their last letter: referred, beginning. */
export const DOUBLING = words(`
  abet abhor abut acquit admit allot annul babysit befit begin bootleg bullshit commit compel
  concur confer control corral debar debug defer demob demur deter disbar dispel distil eavesdrop
  embed emit enrol enthral entrap equip excel expel extol forbid forget format fulfil handicap
  hobnob humbug impel incur infer input instil inter intermit kidnap leapfrog misfit nonplus occur
  offset omit outfit output outstrip outwit overlap overstep patrol permit prefer program propel
  readmit rebel rebut recap recommit recur refer refit regret rejig remit repel reship resit
  resubmit rewrap sandbag sidestep sublet submit suntan transfer transmit underpin unpin unplug
  unwrap unzip upset wiretap worship zigzag
`)

/** Verbs found with one letter and with two: focused, focussed. */
export const DOUBLING_OR_NOT = words(`
  benefit bias bus combat dial duel equal focus fuel gas gossip initial plus refocus refuel target
  trial victual
`)

/** Verbs found with and without their e before -ing: ageing, aging. */
export const KEEPING_E_OR_NOT = words(`
  age binge cringe cue eye hinge impinge queue route singe tinge twinge whinge
`)

/** Words in -o that take -es. */
export const PLURALS_IN_OES = words(`
  domino echo embargo go hero mango mosquito negro potato tomato tornado torpedo veto volcano
`)

/** Words in -ch said with a k, which take -s. */
export const PLURALS_IN_CHS = words('epoch eunuch loch matriarch monarch patriarch stomach tech')

/** Words in -che, to tell headaches (headache) from beaches (beach). */
export const SINGULARS_IN_CHE = words(`
  ache avalanche backache bellyache brioche cache cliche creche douche earache headache heartache
  moustache mustache niche pastiche psyche quiche stomachache toothache
`)

/** Words in -ie, to tell movies (movie) from families (family). */
export const SINGULARS_IN_IE = words(`
  auntie belie birdie boogie bookie brownie budgie calorie collie cookie coterie foodie freebie
  genie goalie groupie hippie hoodie indie junkie kiddie laddie lassie magpie movie necktie newbie
  nightie oldie overlie pixie prairie quickie rookie roomie selfie smoothie sortie sweetie townie
  underlie untie veggie wheelie yuppie zombie
`)

/** Words in -oe, to tell shoes (shoe) from heroes (hero). */
export const SINGULARS_IN_OE = words(
  'canoe doe floe foe hoe horseshoe oboe overshoe roe shoe throe tiptoe toe woe ',
)

/** Words in -i and -u, to tell taxis (taxi) from crisis, and menus (menu) from bonus. */
export const SINGULARS_IN_I_AND_U = words(`
  bikini bureau deli emu guru kiwi menu milieu mini plateau rabbi safari semi ski taxi tutu
`)

/** Words in -ed that are no past forms: need, embed. */
export const BASES_IN_ED = words(`
  bleed breed creed deed embed exceed feed greed hatred heed hundred inbreed indeed infrared
  interbreed kindred moped need nosebleed overfeed proceed reed sacred screed seaweed seed speed
  steed succeed tweed unwed weed
`)

/** Words separated by white space. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((word) => word !== ''))
}

/** Lines of words: the first of a line, and the others. */
function rows(text: string): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, readonly string[]>()
  for (const line of text.split('\n')) {
    const [first, ...others] = line.trim().split(/\s+/u)
    if (first !== undefined && first !== '') table.set(first, others)
  }
  return table
}
