/** Stems and endings from which the benchmark's vocabulary grows. */

/** Ordinary English stems; with the endings below they give some thousands of words. */
export const STEMS = `
school home work house train bus river street garden kitchen window letter phone paper table winter
summer morning evening family friend brother sister mother father parent carer teacher nurse doctor
plan meet review visit talk listen help care trust hope fear worry cry laugh shout move stay leave
start stop wait learn teach read write draw paint cook bake wash clean sleep wake walk drive ride
climb swim play kick throw catch win lose find keep hold drop break mend build open close lock paint
count add share split join link match fit suit change turn return follow lead guide push pull press
touch feel think know believe doubt wonder guess remember forget understand explain describe answer
ask tell call name sign mark note record report check test mark grade pass fail train coach support
assess place foster adopt protect guard warn harm hurt heal treat rest relax enjoy love like hate
miss want need choose decide agree refuse accept reject allow permit stop ban limit cut save spend
pay owe earn lend borrow buy sell rent own cost price fund grant budget claim benefit charge fine
court judge police law right duty order rule case file form page list chart map book story poem song
music dance drum guitar piano film camera photo picture frame wall roof floor door stair bed chair
lamp shelf box bag coat shoe shirt sock glove hat scarf blanket pillow towel soap brush mirror cup
plate bowl spoon fork knife pan pot oven fridge kettle toast bread butter cheese apple orange banana
onion carrot potato rice pasta soup stew cake biscuit sugar salt pepper honey milk water juice coffee
dog cat rabbit hamster horse pony duck hen goat sheep cow bird fish spider snail worm
field park wood forest hill mountain lake beach island bridge tunnel road lane path corner square
town city village county region country border coast harbour market shop store office centre library
museum theatre church mosque temple clinic hospital hostel hotel flat cottage tower castle barn shed
team group club class crew band gang crowd queue circle council board panel forum union trust charity
leader manager chair clerk officer agent adviser mentor tutor helper worker driver builder baker farmer
plumber painter singer actor artist author editor lawyer banker trader owner tenant landlord neighbour
stranger visitor guest host member player partner cousin uncle aunt nephew niece baby child toddler teen
adult elder widow orphan twin
happy sad angry calm brave shy proud lonely tired hungry thirsty sick well strong weak quick slow warm
cold hot cool wet dry damp dark light bright dull loud quiet soft hard rough smooth sharp blunt thick thin
wide narrow deep shallow high low long short big small huge tiny heavy full empty clean dirty tidy messy
new old young early late first last next near far safe risky easy tough fair unfair kind cruel honest
polite rude gentle patient careful careless useful useless helpful hopeful painful cheerful thankful
local public private formal social special normal usual rare common recent modern simple complex clear
stable steady secure certain likely ready able willing aware alert busy free open equal separate joint
week month year day night hour minute moment spring autumn weekend holiday birthday term lesson
break exam essay project homework result score goal match league season race prize medal award
dream memory secret promise lie truth fact reason excuse chance luck fate choice option offer deal
problem trouble issue crisis danger risk threat attack fight war peace treaty victory defeat
signal message email text post blog website screen keyboard button cable battery engine wheel brake
ticket fare seat cabin deck sail anchor compass journey trip tour voyage flight
storm thunder rain snow frost fog mist wind breeze cloud sun moon star planet sky earth stone rock sand
clay mud dust ash smoke flame fire spark heat ice steam iron steel copper silver gold glass wood plastic
rubber leather cotton wool silk linen thread needle button zip pocket collar sleeve belt buckle
value virtue respect dignity justice mercy courage wisdom talent skill craft trade method system
process measure record figure number amount level degree stage step phase period routine pattern
panic stress anxiety grief shame guilt anger comfort relief joy delight pleasure interest hobby habit
manner custom culture faith prayer blessing wedding funeral feast party picnic parade festival
`

/** Endings that the words of a text carry, the plain stem first. */
export const ENDINGS = [
  '',
  's',
  'ed',
  'ing',
  'er',
  'ly',
  'ness',
  'ful',
  'less',
  'able',
  'ment',
  'ish',
  'ward',
  'like',
]

/** Beginnings for the rarer words. */
export const BEGINNINGS = ['un', 're', 'over', 'out', 'non-', 'mis', 'pre', 'under', 'mid-', 'semi']

/** Syllables of invented names: Marlow, Tessin, Borandale. */
export const NAME_STARTS = [
  'Mar',
  'Tes',
  'Bor',
  'Kel',
  'Dun',
  'Har',
  'Lin',
  'Ros',
  'Wes',
  'Ash',
  'Bry',
  'Cal',
  'Den',
  'Fen',
  'Gar',
  'Hol',
  'Jas',
  'Lor',
  'Mil',
  'Nor',
  'Pen',
  'Rad',
  'Sel',
  'Thor',
  'Vel',
  'Win',
  'Zé',
  'Siân',
  'Éa',
  'Ño',
]
export const NAME_MIDDLES = ['', 'a', 'an', 'er', 'i', 'il', 'o', 'or', 'um', 'en', 'ett', 'ing']
export const NAME_ENDS = [
  'low',
  'sin',
  'dale',
  'ton',
  'by',
  'ford',
  'wick',
  'ley',
  'ra',
  'na',
  'mi',
  'ko',
  'ner',
  'son',
  'ham',
  'stow',
  'ell',
  'ick',
  'és',
  'ø',
]

/** Words with marks that plain ASCII lacks. */
export const ACCENTED = [
  'café',
  'fiancé',
  'naïve',
  'crèche',
  'résumé',
  'Tŷ Gwyn',
  'façade',
  'piñata',
  'Noël',
  'über',
  'soirée',
  'déjà',
  'Gàidhlig',
  'clàr',
  'ŵyl',
  '£20',
  '€15',
  '½',
]

/** Faces and hearts of typed chats. */
export const EMOJI = ['😀', '👍', '❤️', '😭', '👩‍👧', '🙄', '🏳️‍🌈', '😅']
