/**
 * Pairs of British and American spelling that no rule gives, as roots with the endings they take.
 * Left out on purpose are pairs of which one side is another common word: cheque and check, tyre
 * and tire, kerb and curb, storey and story, draught and draft.
 */

/** Roots and the endings that both of a pair take: `behaviour/behavior` with `s`, `al` … */
export interface RootPairs {
  readonly endings: readonly string[]
  /** British root first. */
  readonly roots: readonly (readonly [british: string, american: string])[]
}

export const SPELLING_PAIRS: readonly RootPairs[] = [
  // Nouns: programme, programs, mom's.
  {
    endings: list("- s 's"),
    roots: pairs(`
      programme/program mum/mom grandad/granddad
      centre/center theatre/theater metre/meter kilometre/kilometer centimetre/centimeter
      millimetre/millimeter litre/liter millilitre/milliliter fibre/fiber calibre/caliber
      colourblind/colorblind centrepiece/centerpiece centilitre/centiliter
      fibreglass/fiberglass milligramme/milligram mitre/miter louvre/louver moult/molt sabre/saber spectre/specter sceptre/scepter lustre/luster goitre/goiter epicentre/epicenter
      manoeuvre/maneuver sombre/somber meagre/meager amphitheatre/amphitheater
      analogue/analog catalogue/catalog dialogue/dialog monologue/monolog prologue/prolog
      epilogue/epilog travelogue/travelog
      aluminium/aluminum aeroplane/airplane doughnut/donut omelette/omelet moustache/mustache
      plough/plow yoghurt/yogurt artefact/artifact
      adviser/advisor sulphur/sulfur furore/furor annexe/annex titbit/tidbit mollusc/mollusk
      chilli/chili liquorice/licorice waggon/wagon kilogramme/kilogram gramme/gram jewellery/jewelry
      snowplough/snowplow tsar/czar whisky/whiskey
      counsellor/counselor councillor/councilor
      phoney/phony
    `),
  },
  {
    endings: list("- 's"),
    roots: pairs('maths/math pyjamas/pajamas towards/toward afterwards/afterward'),
  },
  {
    endings: list("y ies y's"),
    roots: pairs('mumm/momm specialit/specialt enquir/inquir'),
  },

  // Words in -our: behavioural, favourite, neighbourhoods, honouring.
  {
    endings: list(
      "- s 's ed ing ings ingly er ers er's able ably ful fully less al ally hood hoods hood's ly " +
        'liness ite ites itism y ies ist ists ism ise ised ises ising',
    ),
    roots: pairs(`
      arbour/arbor ardour/ardor armour/armor behaviour/behavior candour/candor clamour/clamor
      clangour/clangor colour/color demeanour/demeanor enamour/enamor endeavour/endeavor
      favour/favor fervour/fervor flavour/flavor glamour/glamor harbour/harbor honour/honor
      humour/humor labour/labor neighbour/neighbor odour/odor parlour/parlor rancour/rancor
      rigour/rigor rumour/rumor saviour/savior savour/savor splendour/splendor succour/succor
      tumour/tumor valour/valor vapour/vapor vigour/vigor watercolour/watercolor tricolour/tricolor belabour/belabor
      mould/mold smoulder/smolder
    `),
  },

  // Verbs and nouns that end in e: licence, practising, defenceless, centred, analysed.
  {
    endings: list("e es e's ed ing ings er ers er's eless"),
    roots: pairs(`
      licenc/licens practic/practis defenc/defens offenc/offens pretenc/pretens
      analys/analyz catalys/catalyz paralys/paralyz dialys/dialyz breathalys/breathalyz
      psychoanalys/psychoanalyz enquir/inquir
    `),
  },
  {
    endings: list('ed ing ings er ers'),
    roots: pairs(`
      centr/center manoeuvr/maneuver catalogu/catalog dialogu/dialog calibr/caliber
      focuss/focus biass/bias benefitt/benefit targett/target worshipp/worship kidnapp/kidnap
      combatt/combat gossipp/gossip buss/bus plough/plow
    `),
  },
  {
    endings: list('able ability'),
    roots: pairs(
      'like/lik live/liv love/lov move/mov sale/sal size/siz use/us rate/rat manoeuvr/maneuver',
    ),
  },

  // One l or two before an ending: travelled, labelling, modeller.
  {
    endings: list("ed ing ings ingly er ers er's est"),
    roots: pairs(`
      cruell/cruel apparell/apparel barrell/barrel bedevill/bedevil bevell/bevel cancell/cancel caroll/carol
      channell/channel chisell/chisel counsell/counsel cudgell/cudgel devill/devil diall/dial
      dishevell/dishevel drivell/drivel duell/duel enamell/enamel equall/equal fuell/fuel
      funnell/funnel gambell/gambel gravell/gravel grovell/grovel hovell/hovel imperill/imperil
      initiall/initial jewell/jewel kennell/kennel labell/label levell/level libell/libel
      marshall/marshal marvell/marvel medall/medal metall/metal modell/model panell/panel
      parcell/parcel pedall/pedal pencill/pencil pummell/pummel quarrell/quarrel ravell/ravel
      refuell/refuel revell/revel rivall/rival shovell/shovel shrivell/shrivel signall/signal
      snivell/snivel spirall/spiral squirrell/squirrel stencill/stencil swivell/swivel tassell/tassel
      tinsell/tinsel totall/total towell/towel travell/travel triall/trial tunnell/tunnel
      unravell/unravel subtotall/subtotal snorkell/snorkel weasell/weasel gruell/gruel
      disembowell/disembowel flannell/flannel perill/peril teetotall/teetotal victuall/victual yodell/yodel crystall/crystal
    `),
  },
  {
    endings: list("- s ment ments ment's"),
    roots: pairs(
      'enrol/enroll fulfil/fulfill instal/install distil/distill instil/instill appal/appall',
    ),
  },
  {
    endings: list('- ly ness'),
    roots: pairs(`
      skilful/skillful unskilful/unskillful wilful/willful marvellous/marvelous libellous/libelous
      scurrilous/scurrillous woollen/woolen woolly/wooly grey/gray cosy/cozy phoney/phony
      judgemental/judgmental sceptical/skeptical
    `),
  },
  {
    endings: list("- s 's al"),
    roots: pairs(`
      judgement/judgment acknowledgement/acknowledgment misjudgement/misjudgment
      abridgement/abridgment instalment/installment
    `),
  },
  {
    endings: list("- s 's ed ing ings er est ish ness ism ly"),
    roots: pairs('grey/gray sceptic/skeptic'),
  },
  {
    endings: list('iest ier iness ily ies'),
    roots: pairs('cos/coz'),
  },
  {
    endings: list('ity iser isers ise ises ised ising izer izers ize izes ized izing'),
    roots: pairs('tranquill/tranquil'),
  },
  {
    endings: list("- s 's"),
    roots: pairs('ageing/aging medallist/medalist panellist/panelist'),
  },
  {
    endings: list('ing ings'),
    roots: pairs('whinge/whing binge/bing cringe/cring queue/queu cue/cu route/rout hinge/hing'),
  },

  // Medicine: paediatric, foetal, anaesthetist.
  {
    endings: list(
      "- s 's e es al ic ics ically ical ically ist ists y ies ian ians ia iac in ins ing ed e's " +
        'etic etics etist etists etise etised etises etising etize etized etizes etizing ' +
        'ologist ologists ology ological oma',
    ),
    roots: pairs(`
      anaem/anem anaesth/anesth anaesthes/anesthes anaesthesi/anesthesi aesth/esth palaeontolog/paleontolog archaeolog/archeolog caesarean/cesarean
      coeliac/celiac diarrhoea/diarrhea encyclopaed/encycloped faec/fec foetal/fetal foetus/fetus
      gynaec/gynec haemat/hemat haemoglob/hemoglob haemophil/hemophil
      haemorrhag/hemorrhag haemorrhoid/hemorrhoid homoeopath/homeopath hypoglycaem/hypoglycem
      hyperglycaem/hyperglycem ischaem/ischem leukaem/leukem mediaeval/medieval oedema/edema
      oesophagus/esophagus oestrogen/estrogen orthopaed/orthoped paediatr/pediatr
      paediatric/pediatric paedophil/pedophil septicaem/septicem toxaem/toxem aetiolog/etiolog
    `),
  },
]

/** Beginnings that leave the spelling of what follows: dishonour, remodelling. */
export const SPELLING_PREFIXES = ['un', 'dis', 'mis', 're', 'over', 'out', 'non', 'multi'] as const

/**
 * Beginnings of words in -ise and -ising that are never spelt with z (advise, promise), and of
 * words in -ize that are never spelt with s (capsize). Beginnings that end in a vowel (raise,
 * seize) or w (likewise), or are shorter than three letters, need no mention.
 */
export const NEVER_IZE: ReadonlySet<string> = new Set(
  list(`
    adv rev dev superv telev improv unadv unrev unsuperv
    advert chast expert mort pract malpract treat
    chem comprom dem prem prom surm uncomprom unprom
    circumc conc exc exerc imprec inc prec unexerc overexerc
    compr enterpr repr sunr surpr unsurpr upr moonr cer
    desp disfranch enfranch disenfranch franch unfranch merchand parad
    den val ann anan pen trell pelv

    caps downs mids outs overs res rights supers unders ups ass appr
  `),
)

function list(text: string): readonly string[] {
  const words = text.split(/\s+/u).filter((word) => word !== '')
  return words.map((word) => (word === '-' ? '' : word))
}

function pairs(text: string): readonly (readonly [string, string])[] {
  return list(text).map((pair) => {
    const [british = '', american = ''] = pair.split('/')
    return [british, american] as const
  })
}
