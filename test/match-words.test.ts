import { describe } from 'vitest'
import { check } from './coded.ts'

describe('inflections', () => {
  check([
    ['the word itself', '[trust]', 'I trust her.', 'trust: “trust”'],
    ['-ed', '[trust]', 'I trusted her.', 'trust: “trusted”'],
    ['-ing', '[trust]', 'Trusting took years.', 'trust: “Trusting”'],
    ['-s', '[trust]', 'She trusts me.', 'trust: “trusts”'],
    ['another word made from it', '[trust]', 'A trustworthy, trustful trustee.'],
    ['a word inside a word', '[care]', 'He was scared of the career adviser and the carer.'],
    ['irregular past', '[leave]', 'She left.', 'leave: “left”'],
    ['irregular plural', '[child]', 'The children knew.', 'child: “children”'],
    [
      'a rule in the plural',
      '[siblings]',
      'my sibling and her sibling’s friend',
      'siblings: “sibling”',
      'siblings: “sibling’s”',
    ],
    [
      'last word of a phrase',
      '[social worker]',
      'My social workers left.',
      'social worker: “social workers”',
    ],
    ['every word of a phrase', '[key worker]', 'keys workers', 'key worker: “keys workers”'],
    [
      'switched off',
      '[{phrase: trust, inflect: false}]',
      'trust, trusted, trusts',
      'trust: “trust”',
    ],
    [
      'switched off, no possessive either',
      '[{phrase: carer, inflect: false}]',
      'the carer’s house',
    ],
    ['stems are not the default', '[care]', 'She was careful.'],
    ['stems when asked for', '[{phrase: care, stem: true}]', 'She was careful.', 'care: “careful”'],
    [
      'stems join what inflection does',
      '[{phrase: family, stem: true}]',
      'My families.',
      'family: “families”',
    ],
    ['a digit', '[18]', 'When I was 18.', '18: “18”'],
    ['no part of a number', '[18]', 'In 2018 and 180.'],
    ['nothing said', '[trust]', '…'],
    ['empty text', '[trust]', ''],
  ])
})

describe('spelling', () => {
  check([
    ['British rule, American text', '[organise]', 'They organized it.', 'organise: “organized”'],
    ['American rule, British text', '[behavior]', 'my behaviours', 'behavior: “behaviours”'],
    ['doubled letter', '[counselling]', 'I had counseling.', 'counselling: “counseling”'],
    [
      'as written',
      '[{phrase: organise, spelling: as-written}]',
      'They organized and organised it.',
      'organise: “organised”',
    ],
    [
      'in capitals, case exact',
      '[{phrase: Organisation, case: exact}]',
      'The Organization said.',
      'Organisation: “Organization”',
    ],
  ])
})

describe('case', () => {
  check([
    ['folded both ways', '[CAMHS]', 'camhs and Camhs', 'CAMHS: “camhs”', 'CAMHS: “Camhs”'],
    ['an acronym', '[{phrase: CAMHS, case: exact}]', 'CAMHS, not camhs or Camhs', 'CAMHS: “CAMHS”'],
    [
      'an acronym in the plural',
      '[{phrase: PA, case: exact}]',
      'My PA and all PAs. Pa says pas.',
      'PA: “PA”',
      'PA: “PAs”',
    ],
    ['an acronym that owns', '[{phrase: PA, case: exact}]', 'my PA’s car', 'PA: “PA’s”'],
    ['IT is not it', '[{phrase: IT, case: exact}]', 'It was in IT. I hate it.', 'IT: “IT”'],
    ['US is not us', '[{phrase: US, case: exact}]', 'Tell us about the US.', 'US: “US”'],
    [
      'Trust is not trust',
      '[{phrase: Trust, case: exact}]',
      'The Trust has our trust.',
      'Trust: “Trust”',
    ],
    [
      'trust is not Trust',
      '[{phrase: trust, case: exact}]',
      'The Trust has our trust. Trust me.',
      'trust: “trust”',
    ],
    [
      'capitals keep their irregular plural',
      '[{phrase: Family, case: exact}]',
      'Families First, and families.',
      'Family: “Families”',
    ],
    [
      'a phrase',
      '[{phrase: Family Rights, case: exact}]',
      'Family Rights and family rights',
      'Family Rights: “Family Rights”',
    ],
    [
      'a solid phrase',
      '[{phrase: Young Minds, case: exact}]',
      'YoungMinds and young minds',
      'Young Minds: “YoungMinds”',
    ],
    ['a wildcard', '[{phrase: "SEN*", case: exact}]', 'SEND and send', 'SEN*: “SEND”'],
    ['accents', '[{phrase: Siân, case: exact}]', 'SIÂN, siân, Siân', 'Siân: “Siân”'],
    ['folded accents', '[siân]', 'SIÂN', 'siân: “SIÂN”'],
  ])
})

describe('wildcards', () => {
  check([
    [
      'at the end',
      '["befriend*"]',
      'befriend, befriending, a befriender’s',
      'befriend*: “befriend”',
      'befriend*: “befriending”',
      'befriend*: “befriender’s”',
    ],
    [
      'at the start',
      '["*ment"]',
      'my placement, my moment, meant',
      '*ment: “placement”',
      '*ment: “moment”',
    ],
    ['a star for nothing', '["*ment"]', 'ment', '*ment: “ment”'],
    [
      'inside',
      '["organi*ation"]',
      'organisation organization organ',
      'organi*ation: “organisation”',
      'organi*ation: “organization”',
    ],
    ['one letter', '["?o"]', 'no, so, o, too', '?o: “no”', '?o: “so”'],
    ['one letter inside', '["wom?n"]', 'woman, women, womn', 'wom?n: “woman”', 'wom?n: “women”'],
    ['one accented letter, decomposed', '["caf?"]', 'cafe\u0301', 'caf?: “cafe\u0301”'],
    ['one letter is no digit', '["p?"]', 'p1 and pa', 'p?: “pa”'],
    ['a letter outside the first plane', '["?are"]', '\u{1D402}are', '?are: “\u{1D402}are”'],
    [
      'no inflection, only what it says',
      '["*friend"]',
      'boyfriend friends',
      '*friend: “boyfriend”',
    ],
    ['several', '["*help*"]', 'unhelpful', '*help*: “unhelpful”'],
    [
      'any word of a phrase',
      '["care * leaver"]',
      'care experienced leaver, care leaver',
      'care * leaver: “care experienced leaver”',
    ],
    [
      'any word is one word of a hyphenated two',
      '["care * leaver", parttime]',
      'a care part-time leaver',
      'parttime: “part-time”',
    ],
    ['in a phrase', '["foster* care"]', 'fostering care', 'foster* care: “fostering care”'],
    ['curly apostrophe', '["do*t"]', 'don’t', 'do*t: “don’t”'],
    ['does not leave its word', '["care*"]', 'care-leaver', 'care*: “care”'],
  ])
})

describe('apostrophes', () => {
  check([
    ['curly text', "[don't]", 'I don’t know', "don't: “don’t”"],
    ['curly rule', '[don’t]', "I don't know", "don’t: “don't”"],
    ['backtick', "[don't]", 'I don`t know', "don't: “don`t”"],
    ['acute accent', "[don't]", 'I don´t know', "don't: “don´t”"],
    ['modifier letter', "[don't]", 'I donʼt know', "don't: “donʼt”"],
    ['can is not can’t', '[can]', 'I can’t, I can', 'can: “can”'],
    ['possessive', '[carer]', 'my carer’s house', 'carer: “carer’s”'],
    ['possessive plural', '[carer]', 'my carers’ house', 'carer: “carers”'],
    [
      'possessive plural in the rule',
      "[carers']",
      'the carers’ house, carers',
      "carers': “carers”",
      "carers': “carers”",
    ],
    ['quoted word', '[trust]', "It is 'trust', ‘trust’.", 'trust: “trust”', 'trust: “trust”'],
    [
      'irregular possessive',
      '[child]',
      'the child’s, the children’s',
      'child: “child’s”',
      'child: “children’s”',
    ],
    ['letters left out', "[rock 'n' roll]", 'rock ’n’ roll', "rock 'n' roll: “rock ’n’ roll”"],
  ])
})

describe('Unicode', () => {
  check([
    ['accents are kept', '[café]', 'a cafe, a café', 'café: “café”'],
    ['accents end no word', '[caf]', 'a café'],
    ['composed rule, decomposed text', '[Siân]', 'Sia\u0302n came', 'Siân: “Sia\u0302n”'],
    ['decomposed rule, composed text', '[Sia\u0302n]', 'Siân came', 'Sia\u0302n: “Siân”'],
    ['ligature', '[first]', 'my \uFB01rst home', 'first: “\uFB01rst”'],
    ['soft hyphen', '[placement]', 'a place\u00ADment', 'placement: “place\u00ADment”'],
    [
      'soft hyphen in the rule',
      '["place\\u00ADment"]',
      'a placement',
      'place\u00ADment: “placement”',
    ],
    [
      'no-break space',
      '[social worker]',
      'social\u00A0worker',
      'social worker: “social\u00A0worker”',
    ],
    ['thin space', '[social worker]', 'social\u2009worker', 'social worker: “social\u2009worker”'],
    ['zero width inside', '[placement]', 'place\u200Bment', 'placement: “place\u200Bment”'],
    ['zero width before a word', '[trust]', 'I \u200Btrust', 'trust: “trust”'],
    [
      'zero width between words is no word',
      '[social worker]',
      'social \u200B worker',
      'social worker: “social \u200B worker”',
    ],
    ['byte-order mark', '[trust]', 'I \uFEFFtrust', 'trust: “trust”'],
    [
      'full-width letters',
      '[care]',
      '\uFF23\uFF41\uFF52\uFF45',
      'care: “\uFF23\uFF41\uFF52\uFF45”',
    ],
    [
      'letters outside the first plane',
      '[care]',
      '\u{1D402}are, \u{1D402}\u{1D41A}re',
      'care: “\u{1D402}are”',
      'care: “\u{1D402}\u{1D41A}re”',
    ],
    ['emoji at a word', '[trust]', 'trust😀 😀trust', 'trust: “trust”', 'trust: “trust”'],
    [
      'emoji between words',
      '[social worker]',
      'social 😀 worker',
      'social worker: “social 😀 worker”',
    ],
    [
      'joined emoji is no word',
      '[social worker]',
      'social 👩‍👧 worker',
      'social worker: “social 👩‍👧 worker”',
    ],
    [
      'coloured emoji is no word',
      '[social worker]',
      'social ❤️ worker 👍🏽',
      'social worker: “social ❤️ worker”',
    ],
    [
      'a family at a word',
      '[family]',
      'family👨‍👩‍👧family',
      'family: “family”',
      'family: “family”',
    ],
    ['Gaelic', '[òige]', 'ÒIGE', 'òige: “ÒIGE”'],
    ['Welsh', '[tŷ]', 'y Tŷ', 'tŷ: “Tŷ”'],
    ['Turkish capital', '[İpek]', 'ipek', 'İpek: “ipek”'],
    ['Polish', '[łódź]', 'w Łódź', 'łódź: “Łódź”'],
    ['a word of 300 letters is unknown', '["aa*"]', 'a'.repeat(300)],
  ])
})
