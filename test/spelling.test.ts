import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formsOf, spellings } from '../src/match/spelling.ts'

describe('pairs of spellings', () => {
  const pairs = list(`
    organise/organize organises/organizes organised/organized organising/organizing
    organisation/organization organisations/organizations organisational/organizational
    organiser/organizer organisers/organizers organisation's/organization's
    recognise/recognize recognisable/recognizable recognisably/recognizably apologise/apologize
    prioritise/prioritize emphasise/emphasize criticise/criticize traumatised/traumatized
    stigmatising/stigmatizing hospitalised/hospitalized minimise/minimize realise/realize
    agonisingly/agonizingly unrecognised/unrecognized self-organised/self-organized
    analyse/analyze analysed/analyzed analysing/analyzing paralysed/paralyzed

    behaviour/behavior behaviours/behaviors behavioural/behavioral misbehaviour/misbehavior
    colour/color coloured/colored colourful/colorful favourite/favorite favourites/favorites
    favour/favor unfavourable/unfavorable honour/honor honoured/honored dishonour/dishonor
    humour/humor labour/labor neighbour/neighbor neighbours/neighbors
    neighbourhood/neighborhood neighbourhoods/neighborhoods rumour/rumor harbour/harbor
    flavour/flavor endeavour/endeavor

    centre/center centres/centers centred/centered centring/centering theatre/theater
    metre/meter kilometre/kilometer litre/liter fibre/fiber sombre/somber

    dialogue/dialog dialogues/dialogs catalogue/catalog catalogued/cataloged analogue/analog

    licence/license licences/licenses licenced/licensed practice/practise practiced/practised
    practicing/practising defence/defense defences/defenses offence/offense defenceless/defenseless

    travelled/traveled travelling/traveling traveller/traveler travellers/travelers
    counsellor/counselor counsellors/counselors counselling/counseling labelled/labeled
    labelling/labeling modelling/modeling cancelled/canceled signalled/signaled
    quarrelled/quarreled marvellous/marvelous woollen/woolen jewellery/jewelry
    councillor/councilor

    programme/program programmes/programs judgement/judgment judgements/judgments
    judgemental/judgmental acknowledgement/acknowledgment grey/gray greyer/grayer
    enrol/enroll enrols/enrolls enrolment/enrollment fulfil/fulfill fulfilment/fulfillment
    skilful/skillful skilfully/skillfully wilful/willful instalment/installment instil/instill
    ageing/aging mum/mom mums/moms mum's/mom's mummy/mommy mummies/mommies grandad/granddad
    maths/math adviser/advisor advisers/advisors enquiry/inquiry enquiries/inquiries
    enquired/inquired sceptical/skeptical mould/mold mouldy/moldy pyjamas/pajamas
    aluminium/aluminum moustache/mustache cosy/cozy cosier/cozier towards/toward
    focussed/focused

    paediatric/pediatric paediatrics/pediatrics paediatrician/pediatrician foetal/fetal
    foetus/fetus anaemia/anemia anaesthetic/anesthetic anaesthetist/anesthetist
    gynaecology/gynecology diarrhoea/diarrhea orthopaedic/orthopedic haemorrhage/hemorrhage
    leukaemia/leukemia oestrogen/estrogen caesarean/cesarean coeliac/celiac paedophile/pedophile
  `).map((pair) => pair.split('/'))
  it.each(pairs)('%s and %s', (british = '', american = '') => {
    expect(spellings(british)).toEqual([british, american])
    expect(spellings(american)).toEqual([american, british])
  })

  it('finds words that differ in two places', () => {
    expect(spellings('tranquilliser')).toEqual(
      list('tranquilliser tranquillizer tranquiliser tranquilizer'),
    )
    expect(spellings('tranquilizer')).toHaveLength(4)
    expect(spellings('colour-labelled')).toEqual(
      list('colour-labelled colour-labeled color-labelled color-labeled'),
    )
  })

  it('is mutual on every word of the table', () => {
    for (const word of [...pairs.flat(), 'tranquilliser', 'anaesthetise', 'glamorise']) {
      for (const variant of spellings(word)) expect(spellings(variant)).toContain(word)
    }
  })
})

describe('words with one spelling', () => {
  const words = list(`
    advise advised advising adviserial advertise advertising advertisement arise arising chastise
    circumcised comprise compromise compromised concise demise despise devise disguise enterprise
    exercise exercises exercising expertise franchise improvise improvisation incised likewise
    merchandise noise otherwise paradise praise precise premises promise promised promising raised
    fundraising revise rise rising sunrise supervise supervised surmise surprise surprised
    surprising televised tortoise treatise wise cruise bruise crises crisis basis unsupervised
    prize prizes seize seized size sized resize downsized capsize citizen horizon
    our four hour your tour pour sour hours flour contour detour journal
    here there were more sure care acre massacre ogre
    called filled feeling controlled controlling control patrolled rebelled spelling telling
    advice device prophecy police choice since
    check cheque tire tyre curb kerb story storey draft draught
    curly hem pedal rate rout wing king
    care child young people social worker analysis humorous laborious honorary
  `)
  it.each(words)('%s', (word) => {
    expect(spellings(word)).toEqual([word])
  })
})

describe('formsOf', () => {
  const both = { inflect: true, spelling: 'gb+us' } as const
  it.each([
    [
      'organise',
      'organise organize organises organizes organised organized organising organizing ' +
        "organise's organize's",
    ],
    ['counsellor', "counsellor counselor counsellors counselors counsellor's counselor's"],
    ['travel', "travel travels travelled traveled travelling traveling travel's"],
    [
      'centre',
      "centre center centres centers centred centered centring centering centre's center's",
    ],
    ['fulfil', "fulfil fulfill fulfils fulfills fulfilled fulfilling fulfil's fulfill's"],
    ['mum', "mum mom mums moms mum's mom's"],
    ['organised', 'organised organized'],
    ['skilful', 'skilful skillful'],
    ['child', "child children child's children's childrens"],
    ['new', 'new'],
  ])('%s with both switches: %s', (word, forms) => {
    expect(formsOf(word, both)).toEqual(list(forms))
  })

  it.each([
    [true, 'as-written', "realise realises realised realising realise's"],
    [false, 'gb+us', 'realise realize'],
    [false, 'as-written', 'realise'],
  ] as const)('realise with inflect %s and spelling %s', (inflect, spelling, forms) => {
    expect(formsOf('realise', { inflect, spelling })).toEqual(list(forms))
  })

  it('is the same set of forms from either spelling', () => {
    for (const word of list(
      'organise behaviour centre licence counsellor programme enrol judgement',
    )) {
      const [, american = ''] = spellings(word)
      expect(new Set(formsOf(american, both))).toEqual(new Set(formsOf(word, both)))
    }
  })
})

describe('every word', () => {
  const word = fc.oneof(
    fc.stringMatching(
      /^[a-z]{0,8}(?:[iy][sz](?:e|ed|ing|er|ation)|ou?r(?:s|al)?|ll?(?:ed|er)|[cs]e)$/u,
    ),
    fc.stringMatching(
      /^(?:un|re|dis|mis)?(?:colou?r|favou?r|label|travel|centre|licens)[a-z]{0,3}$/u,
    ),
    fc.stringMatching(/^[a-z'-]{0,12}$/u),
    fc.string({ unit: 'grapheme', maxLength: 10 }).map((text) => text.toLowerCase()),
  )
  it('has mutual spellings, itself first, none twice', () => {
    fc.assert(
      fc.property(word, (given) => {
        const variants = spellings(given)
        expect(variants[0]).toBe(given)
        expect(new Set(variants).size).toBe(variants.length)
        for (const variant of variants) expect(spellings(variant)).toContain(given)
      }),
      { numRuns: 3000, seed: 1 },
    )
  })

  it('has forms without duplicates, itself first', () => {
    fc.assert(
      fc.property(
        word,
        fc.boolean(),
        fc.constantFrom('gb+us', 'as-written'),
        (given, inflect, spelling) => {
          const forms = formsOf(given, { inflect, spelling })
          expect(forms[0]).toBe(given)
          expect(new Set(forms).size).toBe(forms.length)
          expect(forms.length).toBeLessThanOrEqual(64)
        },
      ),
      { numRuns: 1000, seed: 2 },
    )
  })
})

function list(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}
