import { describe } from 'vitest'
import { check, speech, talk } from './coded.ts'

const CARE = 'care leaver: '

describe('phrases', () => {
  check([
    ['words in a row', '[care leaver]', 'I am a care leaver.', `${CARE}“care leaver”`],
    ['a word between', '[care leaver]', 'a care experienced leaver'],
    ['the other way round', '[care leaver]', 'leaver care'],
    ['half of it', '[care leaver]', 'in care'],
    [
      'punctuation between',
      '[care leaver]',
      'in care, leaver of the year',
      `${CARE}“care, leaver”`,
    ],
    ['the first word twice', '[care leaver]', 'care care leaver', `${CARE}“care leaver”`],
    [
      'several',
      '[care leaver]',
      'care leaver care leavers',
      `${CARE}“care leaver”`,
      `${CARE}“care leavers”`,
    ],
    ['overlapping itself', '[a b a]', 'a b a b a', 'a b a: “a b a”', 'a b a: “a b a”'],
    [
      'long',
      '[to be there for me when I need it]',
      'He used to be there for me, when I need it.',
      'to be there for me when I need it: “to be there for me, when I need it”',
    ],
    ['spaces in the rule', '["  care   leaver "]', 'care leaver', `${CARE}“care leaver”`],
    ['spaces in the text', '[care leaver]', 'care   \t leaver', `${CARE}“care   \t leaver”`],
    [
      'punctuation in the rule',
      '["and/or"]',
      'and/or, and or',
      'and/or: “and/or”',
      'and/or: “and or”',
    ],
    ['full stops in the rule', '["e.g."]', 'e.g. this', 'e.g.: “e.g”'],
    [
      'an ampersand counts for nothing',
      '[Food & Fun]',
      'Food & Fun; food fun',
      'Food & Fun: “Food & Fun”',
      'Food & Fun: “food fun”',
    ],
    ['numbers', '["24/7"]', 'open 24/7', '24/7: “24/7”'],
    [
      'same phrase, two rules',
      '[{id: one, phrase: trust}, {id: two, phrase: trusted}]',
      'trusted',
      'one: “trusted”',
      'two: “trusted”',
    ],
  ])
})

describe('hyphens, loose', () => {
  check([
    [
      'rule with a space',
      '[care leaver]',
      'care leaver, care-leaver, careleaver',
      `${CARE}“care leaver”`,
      `${CARE}“care-leaver”`,
      `${CARE}“careleaver”`,
    ],
    [
      'rule with a hyphen',
      '[care-leaver]',
      'care leaver, care-leaver, careleaver',
      'care-leaver: “care leaver”',
      'care-leaver: “care-leaver”',
      'care-leaver: “careleaver”',
    ],
    [
      'rule written solid',
      '[careleaver]',
      'careleaver, care-leaver',
      'careleaver: “careleaver”',
      'careleaver: “care-leaver”',
    ],
    [
      'inflected',
      '[care leaver]',
      'care-leavers, careleavers',
      `${CARE}“care-leavers”`,
      `${CARE}“careleavers”`,
    ],
    [
      'other hyphens',
      '[care leaver]',
      'care‐leaver care‑leaver care–leaver',
      `${CARE}“care‐leaver”`,
      `${CARE}“care‑leaver”`,
      `${CARE}“care–leaver”`,
    ],
    [
      'solid rule, other hyphens',
      '[wellbeing]',
      'well‐being well‑being well–being',
      'wellbeing: “well‐being”',
      'wellbeing: “well‑being”',
      'wellbeing: “well–being”',
    ],
    ['hyphen of the rule typed as a dash', '[well–being]', 'wellbeing', 'well–being: “wellbeing”'],
    ['a long dash is none', '[wellbeing]', 'all is well—being here helps'],
    [
      'a part is not apart',
      '[a part]',
      'apart, a part, a-part',
      'a part: “a part”',
      'a part: “a-part”',
    ],
    [
      'e-mail',
      '[e-mail]',
      'email, e-mail, e mail',
      'e-mail: “email”',
      'e-mail: “e-mail”',
      'e-mail: “e mail”',
    ],
    [
      'part of a longer phrase',
      '[mental wellbeing]',
      'mental well-being',
      'mental wellbeing: “mental well-being”',
    ],
    [
      'part of a longer phrase, hyphen in the rule',
      '[mental well-being]',
      'mental wellbeing, mental well being',
      'mental well-being: “mental wellbeing”',
      'mental well-being: “mental well being”',
    ],
    [
      'first part of a longer phrase',
      '[wellbeing team]',
      'the well-being team',
      'wellbeing team: “well-being team”',
    ],
    [
      'a whole hyphenated row',
      '[out of hours]',
      'an out-of-hours number',
      'out of hours: “out-of-hours”',
    ],
    ['word inside a hyphenated one', '[care]', 'a care-leaver', 'care: “care”'],
    ['two phrases share a word', '[key worker]', 'key-worker-led', 'key worker: “key-worker”'],
    ['a hyphen at a line end', '[place ment]', 'place-\nment', 'place ment: “place-\nment”'],
    ['not able is not notable', '[not able]', 'a notable day, not able', 'not able: “not able”'],
    ['1-1 is not 11', '["11"]', 'a 1-1 talk when I was 11', '11: “11”'],
    ['24-7 is not 247', '["24-7"]', '247 beds, open 24-7', '24-7: “24-7”'],
    ['re-sign', '[resign]', 'He re-signed.', 'resign: “re-signed”'],
    [
      'in the middle of a gap',
      '[{id: r, seq: [mental, health]}]',
      'mental-health',
      'r: “mental-health”',
    ],
  ])
})

describe('hyphens, exact', () => {
  const exact = (phrase: string) => `[{phrase: ${phrase}, hyphen: exact}]`
  check([
    [
      'with a hyphen',
      exact('care-leaver'),
      'care leaver, care-leaver, careleaver',
      'care-leaver: “care-leaver”',
    ],
    [
      'with a space',
      exact('care leaver'),
      'care leaver, care-leaver, careleaver',
      `${CARE}“care leaver”`,
    ],
    ['solid', exact('wellbeing'), 'well-being, wellbeing, well being', 'wellbeing: “wellbeing”'],
    [
      'one word in a hyphenated one',
      exact('care'),
      'care-leaver, after-care, care',
      'care: “care”',
    ],
    [
      'a phrase in a hyphenated row',
      exact('key worker'),
      'key worker-led, the key worker',
      'key worker: “key worker”',
    ],
    [
      'mixed',
      exact('well-being team'),
      'well-being team, well being team',
      'well-being team: “well-being team”',
    ],
    ['any hyphen', exact('care-leaver'), 'care‑leaver', 'care-leaver: “care‑leaver”'],
  ])
})

describe('where a phrase may stand', () => {
  check([
    [
      'across a line break',
      '[social worker]',
      'my social\nworker',
      'social worker: “social\nworker”',
    ],
    [
      'across a line break and spaces',
      '[social worker]',
      'my social \n   worker',
      'social worker: “social \n   worker”',
    ],
    ['lines that end', '[social worker]', speech('my social\nworker', 'ends')],
    ['across a blank line', '[social worker]', 'my social\n\nworker'],
    ['across a sentence end', '[social worker]', 'It was social. Worker came.'],
    ['across turns', '[social worker]', talk('child: my social', 'child: worker')],
    ['not in the label', '[child]', talk('child: my social', 'carer: yes')],
    [
      'not in what the interviewer says',
      '[trust]',
      talk('interviewer: Do you trust?', 'child: I trust.'),
      'trust: “trust”',
    ],
    [
      'interrupted by the interviewer',
      '[social worker]',
      talk('child: my social', 'interviewer: yes?', 'child: worker'),
    ],
    [
      'a mark between',
      '[social worker]',
      'my social [laughs] worker',
      'social worker: “social [laughs] worker”',
    ],
    [
      'a mark before',
      '[my social worker]',
      'my [laughs] social worker',
      'my social worker: “my [laughs] social worker”',
    ],
    ['a mark is no word', '[laugh]', 'my [laughs] social worker'],
    [
      'a mark with a time',
      '[social worker]',
      'social (inaudible 00:12:33) worker',
      'social worker: “social (inaudible 00:12:33) worker”',
    ],
    [
      'a gap counts no marks',
      '[{id: r, seq: [same, worker], gap: 1}]',
      'same [long pause] social worker',
      'r: “same … worker”',
    ],
    ['a mark inside a word', '[social worker]', 'social wor[laughs]ker'],
    [
      'brackets that are said',
      '[social worker]',
      'social (worker)',
      'social worker: “social (worker”',
    ],
  ])
})
