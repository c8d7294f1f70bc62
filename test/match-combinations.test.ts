import { describe } from 'vitest'
import { check, speech, talk } from './coded.ts'

describe('seq', () => {
  check([
    ['next to each other', '[{id: r, seq: [same, worker]}]', 'the same worker', 'r: “same worker”'],
    ['no gap by default', '[{id: r, seq: [same, worker]}]', 'the same social worker'],
    [
      'gap of one',
      '[{id: r, seq: [same, worker], gap: 1}]',
      'same worker, same social worker',
      'r: “same worker”',
      'r: “same … worker”',
    ],
    ['one too many', '[{id: r, seq: [same, worker], gap: 1}]', 'same old social worker'],
    [
      'a hyphenated word counts as two',
      '[{id: r, seq: [same, worker], gap: 1}]',
      'same part-time worker',
    ],
    ['the other way round', '[{id: r, seq: [same, worker], gap: 2}]', 'worker the same'],
    [
      'alternatives',
      '[{id: r, seq: [same, [social worker, key worker, PA]], gap: 1}]',
      'same PA, same old key worker',
      'r: “same PA”',
      'r: “same … key worker”',
    ],
    [
      'three parts',
      '[{id: r, seq: [was, my, choice], gap: 1}]',
      'was really my first choice',
      'r: “was … my … choice”',
    ],
    [
      'the gap holds between neighbours',
      '[{id: r, seq: [a, b, c], gap: 1}]',
      'a x b x c',
      'r: “a … b … c”',
    ],
    ['too far from the middle', '[{id: r, seq: [a, b, c], gap: 1}]', 'a b x b c'],
    ['a later middle', '[{id: r, seq: [a, b, c], gap: 1}]', 'a x b b c', 'r: “a … b … c”'],
    [
      'parts inflect',
      '[{id: r, seq: [change, worker], gap: 2}]',
      'changed my workers',
      'r: “changed … workers”',
    ],
    ['parts do not overlap', '[{id: r, seq: [social worker, worker]}]', 'social worker'],
    [
      'a second beginning nearer the end',
      '[{id: r, seq: [a, b], gap: 3}]',
      'a a b',
      'r: “a … b”',
      'r: “a b”',
    ],
    ['the nearest end', '[{id: r, seq: [a, b], gap: 3}]', 'a b b', 'r: “a b”'],
    [
      'a wildcard part',
      '[{id: r, seq: ["befriend*", me], gap: 1}]',
      'befriended only me',
      'r: “befriended … me”',
    ],
    [
      'parts of several words',
      '[{id: r, seq: [care leaver, local offer], gap: 2}]',
      'the care-leaver has a local offer',
      'r: “care-leaver … local offer”',
    ],
    [
      'twice the same part',
      '[{id: r, seq: [move, move], gap: 2}]',
      'moved and moved again',
      'r: “moved … moved”',
    ],
    ['case exact', '[{id: r, seq: [my, PA], case: exact}]', 'my PA, my pa', 'r: “my PA”'],
    [
      'across a line break',
      '[{id: r, seq: [same, worker], gap: 1}]',
      'same\nsocial\nworker',
      'r: “same … worker”',
    ],
    [
      'not across a sentence',
      '[{id: r, seq: [same, worker], gap: 3}]',
      'It was the same. Worker came.',
    ],
  ])
})

describe('near', () => {
  const near = '[{id: r, near: [build, [relationship, trust]], gap: 2}]'
  check([
    ['in order', near, 'build a good relationship', 'r: “build … relationship”'],
    ['the other way round', near, 'a relationship you build', 'r: “relationship … build”'],
    ['too far', near, 'build a very good relationship'],
    [
      'gap of eight by default',
      '[{id: r, near: [one, two]}]',
      'one 1 2 3 4 5 6 7 8 two, x x x x x x x x x one 1 2 3 4 5 6 7 8 9 two',
      'r: “one … two”',
    ],
    ['no gap', '[{id: r, near: [a, b], gap: 0}]', 'b a', 'r: “b a”'],
    [
      'every order of three',
      '[{id: r, near: [a, b, c], gap: 0}]',
      'c a b x b c a',
      'r: “c a b”',
      'r: “b c a”',
    ],
    ['both sides', '[{id: r, near: [a, b], gap: 1}]', 'b a b', 'r: “b a”', 'r: “a b”'],
    ['the same word twice needs two', '[{id: r, near: [a, a], gap: 2}]', 'a b'],
    ['the same word twice', '[{id: r, near: [a, a], gap: 2}]', 'a b a', 'r: “a … a”'],
    [
      'the same word three times',
      '[{id: r, near: [a, a], gap: 0}]',
      'a a a',
      'r: “a a”',
      'r: “a a”',
    ],
    ['three of the same', '[{id: r, near: [a, a, a], gap: 0}]', 'a a b a a a', 'r: “a a a”'],
    [
      'overlapping alternatives',
      '[{id: r, near: [[social worker, worker], worker], gap: 3}]',
      'social worker',
    ],
    ['a part in two items', '[{id: r, near: [[a, b], b], gap: 0}]', 'b b', 'r: “b b”'],
    ['a word that is two parts', '[{id: r, near: [[a, b], [b, c]], gap: 0}]', 'x b x'],
  ])
})

describe('all and any', () => {
  check([
    [
      'all, anywhere in the sentence',
      '[{id: r, all: [school, move]}]',
      'We moved and I left the school.',
      'r: “moved … school”',
    ],
    ['all, one missing', '[{id: r, all: [school, move]}]', 'I left the school.'],
    [
      'all, every place is evidence',
      '[{id: r, all: [school, move]}]',
      'School, then we moved, then school.',
      'r: “School … moved … school”',
    ],
    ['all, not in two sentences', '[{id: r, all: [school, move]}]', 'I left school. We moved.'],
    ['all, the same word twice', '[{id: r, all: [move, move]}]', 'I moved.'],
    [
      'all, twice the same word',
      '[{id: r, all: [move, move]}]',
      'I moved and moved.',
      'r: “moved … moved”',
    ],
    [
      'all, one word cannot be two parts',
      '[{id: r, all: [social worker, worker]}]',
      'My social worker.',
    ],
    [
      'all, overlapping and apart',
      '[{id: r, all: [social worker, worker]}]',
      'My worker, a social worker.',
      'r: “worker … social worker”',
    ],
    [
      'all, three of one and a shared',
      '[{id: r, all: [[a, b], [a, b], [a, c]]}]',
      'a x c x b',
      'r: “a … c … b”',
    ],
    [
      'any',
      '[{id: r, any: [stick with me, "stay* in my life"]}]',
      'He sticks with me and stayed in my life.',
      'r: “sticks with me”',
      'r: “stayed in my life”',
    ],
    [
      'any, longer and shorter',
      '[{id: r, any: [worker, social worker]}]',
      'my social worker',
      'r: “social worker”',
      'r: “worker”',
    ],
    ['any, twice the same', '[{id: r, any: [move, moves]}]', 'He moves.', 'r: “moves”'],
  ])
})

describe('regex', () => {
  check([
    [
      'whole words',
      '[{id: r, regex: "P(A|Y)s?"}]',
      'My PA, the PYs and the spa.',
      'r: “PA”',
      'r: “PYs”',
    ],
    ['case folded', '[{id: r, regex: trust}]', 'Trust', 'r: “Trust”'],
    ['case exact', '[{id: r, regex: Trust, case: exact}]', 'Trust and trust', 'r: “Trust”'],
    [
      'across a line break',
      '[{id: r, regex: "social worker"}]',
      'my social\nworker',
      'r: “social\nworker”',
    ],
    ['curly apostrophe', '[{id: r, regex: "don\'t know"}]', 'I don’t know', 'r: “don’t know”'],
    ['not half a contraction', '[{id: r, regex: can}]', 'I can’t but you can', 'r: “can”'],
    ['not the end of a word', '[{id: r, regex: t}]', 'I can’t'],
    ['a possessive', '[{id: r, regex: PA}]', "my PA’s car, my PA's", 'r: “PA’s”', "r: “PA's”"],
    ['a possessive plural', '[{id: r, regex: "PAs"}]', 'the PAs’ cars', 'r: “PAs”'],
    ['accents are letters', '[{id: r, regex: caf}]', 'café'],
    ['not across a sentence', '[{id: r, regex: "care.*leaver"}]', 'in care. A leaver.'],
    ['punctuation at the ends', '[{id: r, regex: "\\\\(care\\\\)"}]', 'in (care) now', 'r: “care”'],
    ['not in a mark', '[{id: r, regex: laugh(s|ing)}]', 'yes [laughs] no'],
    ['several', '[{id: r, regex: "p\\\\w+"}]', 'pat, pot, cat', 'r: “pat”', 'r: “pot”'],
    [
      'inside unless',
      '[{phrase: trust, unless: [{regex: "nhs .*trusts?"}]}]',
      'the NHS foundation trust',
      'trust: “trust” [dropped: excepted]',
    ],
  ])
})

describe('overlap cases that must hold', () => {
  check([
    [
      '1 a phrase in a longer phrase: both',
      '[social worker, social worker turnover]',
      'social worker turnover',
      'social worker turnover: “social worker turnover”',
      'social worker: “social worker”',
    ],
    ['3 a b, b a', '[a b, b a]', 'a b a', 'a b: “a b”', 'b a: “b a”'],
    [
      '4 the same rule by two alternatives: once',
      '[{id: r, any: [care leaver, care-leaver]}]',
      'a care-leaver',
      'r: “care-leaver”',
    ],
    [
      '6 covered by two longer ones: kept',
      '[a b c, c d e, b c d]',
      'a b c d e',
      'a b c: “a b c”',
      'b c d: “b c d”',
      'c d e: “c d e”',
    ],
    [
      '7 no alternative starves another',
      '[{id: r, seq: [the, [big, big bad], wolf]}]',
      'the big bad wolf, the big wolf',
      'r: “the big bad wolf”',
      'r: “the big wolf”',
    ],
    [
      '7 in the other order',
      '[{id: r, seq: [the, [big bad, big], wolf]}]',
      'the big bad wolf, the big wolf',
      'r: “the big bad wolf”',
      'r: “the big wolf”',
    ],
    ['7 longest after shortest', '[{id: r, any: [a, a b]}]', 'a b', 'r: “a b”', 'r: “a”'],
    ['8 not across sentences', '[{id: r, seq: [a, b], gap: 5}]', 'I have a. See b.'],
    ['8 not across turns', '[{id: r, near: [a, b], gap: 5}]', talk('child: a', 'child: b')],
    ['8 not across paragraphs', '[{id: r, near: [a, b], gap: 5}]', 'a\n\nb'],
    ['9 near a, a needs two', '[{id: r, near: [a, a]}]', 'a'],
    ['10 interleaved', '[{id: r, seq: [a, b, c], gap: 0}]', 'a b a c a b c', 'r: “a b c”'],
    [
      '10 interleaved, with room',
      '[{id: r, seq: [a, b, c], gap: 1}]',
      'a b a c a b c',
      'r: “a b … c”',
      'r: “a b c”',
    ],
    ['10 no part of it', '[{id: r, seq: [a, b, c], gap: 0}]', 'a b a c'],
  ])
})

describe('scopes', () => {
  const within = (scope: string) => `[{id: r, near: [a, b], gap: 9, within: ${scope}}]`
  const all = (scope: string) => `[{id: r, all: [a, b], within: ${scope}}]`
  check([
    ['sentence', within('sentence'), 'One a. And b.'],
    ['paragraph, in two sentences', within('paragraph'), 'One a. And b.', 'r: “a”', 'r: “b”'],
    ['paragraph, in one sentence', within('paragraph'), 'One a and b.', 'r: “a … b”'],
    ['paragraph, next to each other', within('paragraph'), 'One a. B now.', 'r: “a”', 'r: “B”'],
    ['not across paragraphs', within('paragraph'), 'One a.\n\nAnd b.'],
    ['turn', within('turn'), 'One a.\n\nAnd b.', 'r: “a”', 'r: “b”'],
    ['not across turns', within('turn'), talk('child: a', 'child: b')],
    ['document', within('document'), talk('child: a', 'child: b'), 'r: “a”', 'r: “b”'],
    [
      'document, the interviewer between',
      within('document'),
      talk('child: a', 'interviewer: b b b', 'child: b'),
      'r: “a”',
      'r: “b”',
    ],
    ['segment is the sentence here', within('segment'), 'One a. And b.'],
    [
      'the gap counts over sentences',
      '[{id: r, near: [a, b], gap: 1, within: paragraph}]',
      'One a x. Y b.',
    ],
    [
      'all in a paragraph',
      all('paragraph'),
      'An a. An x. An b. An a.',
      'r: “a”',
      'r: “b”',
      'r: “a”',
    ],
    [
      'all in a document',
      all('document'),
      talk('child: a', 'carer: x', 'child: b'),
      'r: “a”',
      'r: “b”',
    ],
    [
      'a phrase of a wide rule stays in its sentence',
      '[{id: r, all: [social worker, trust], within: paragraph}]',
      'It was social. Worker came. I trust.',
    ],
    [
      'a phrase of a wide rule stays in its turn',
      '[{id: r, all: [social worker, trust], within: document}]',
      talk('child: so social', 'child: worker', 'child: trust'),
    ],
    [
      'a near of a wide rule, phrase in two sentences',
      '[{id: r, near: [social worker, trust], within: paragraph}]',
      'It was social. Worker I trust.',
    ],
  ])
  check(
    [
      ['segment is the paragraph', within('segment'), 'One a. And b.', 'r: “a … b”'],
      ['a phrase still not across sentences', '[social worker]', 'It was social. Worker came.'],
    ],
    { unit: 'paragraph' },
  )
  check(
    [
      ['segment is the turn', all('segment'), 'One a.\n\nAnd b.', 'r: “a … b”'],
      ['not the next turn', all('segment'), talk('child: a', 'child: b')],
      ['lines that end', '[{id: r, seq: [a, b]}]', speech('a\nb', 'ends')],
    ],
    { unit: 'turn' },
  )
  check(
    [
      ['segment is the document', all('segment'), talk('child: a', 'child: b'), 'r: “a … b”'],
      ['a phrase still not across turns', '[a b]', talk('child: a', 'child: b')],
    ],
    { unit: 'document' },
  )
})
