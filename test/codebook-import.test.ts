import { describe, expect, it } from 'vitest'
import { LOST } from '../src/codebook/exchange/dictionary-draft.ts'
import { lintCodebook } from '../src/codebook/lint.ts'
import { codePassage, matcherOf, speech } from './coded.ts'
import { codebookOf, imported, lossLines, outline, recognised } from './exchange.ts'

describe('files are recognised', () => {
  it.each([
    ['feelings.dic', '%\n1\tjoy\n%\nhappy\t1\n', 'liwc'],
    ['liwc.txt', '%\n1 joy\n%\nhappy 1\n', 'liwc'],
    ['feelings.dicx', 'DicTerm,joy\nhappy,X\n', 'liwc-22'],
    ['liwc22.csv', '"DicTerm";"joy"\nhappy;X\n', 'liwc-22'],
    ['FEELINGS.CAT', 'JOY\n\tHAPPY (1)\n', 'wordstat'],
    ['feelings.lc3', '+joy\nhappy\n', 'lexicoder'],
    [
      'feelings.ykd',
      '<?xml version="1.0"?>\n<dictionary style="050805"><cnode name="x"></cnode></dictionary>',
      'yoshikoder',
    ],
    ['feelings.yml', 'joy: [happy]\n', 'quanteda'],
    ['book.yaml', 'codebook: mine\nversion: 1.0.0\n', undefined],
    ['themes.csv', 'theme,term\njoy,happy\n', 'csv'],
    ['lexicon.txt', 'abandon\t-2\nhappy\t3\njoy\t3\n', 'scored-words'],
    ['notes.txt', 'We met at noon.\n', undefined],
  ])('%s', (name, text, expected) => {
    expect(recognised(name, text)).toBe(expected)
  })
})

interface ImportCase {
  readonly name: string
  readonly format: string
  readonly text: string
  readonly themes: readonly string[]
  readonly losses: readonly string[]
}

const IMPORTS: readonly ImportCase[] = [
  {
    name: 'LIWC: levels, a wildcard, phrases, several categories',
    format: 'liwc',
    text: '%\n1\tfeelings\n\t2\tworry (Worry and fear)\n03\tpeople\n%\nworr*\t1\t2\n\nover the moon\t1\nmate\t03\n',
    themes: [
      'feelings: worr*, over the moon',
      'feelings > worry (Worry and fear): worr*',
      'people: mate',
    ],
    losses: [],
  },
  {
    name: 'LIWC: spaces instead of tabs',
    format: 'liwc',
    text: '%\n01 harm\n02 care\n%\nsafe* 02\nkind of safe  01 02\n',
    themes: ['harm: kind of safe', 'care: safe*, kind of safe'],
    losses: [],
  },
  {
    name: 'LIWC 2007: conditions and following words',
    format: 'liwc',
    text: '%\n2\tpronoun\n125\taffect\n253\tcompare\n464\tfiller\n%\nlike\t(02 134)125/464\t253\nkind\t(02)125/464\nkind <of>\t464\n',
    themes: ['pronoun', 'affect', 'compare: like', 'filler: kind of'],
    losses: [
      'line 7: “like (02 134)125/464” | The condition is left out: which category the term belongs to depends on the category of the word before.',
      'line 8: “kind (02)125/464” | The condition is left out: which category the term belongs to depends on the category of the word before.',
      'line 9: “kind <of>” | The term counts only before another word; here it is a phrase of both, so that the match is longer.',
    ],
  },
  {
    name: 'LIWC: many spaces, and numbers inside of terms',
    format: 'liwc',
    text: '%\n1 age\n%\nunder  18   1 \n18 1\nkey stage 4\t1\nkind  <of>  late 1\n',
    themes: ['age: under, 18, key stage 4, kind of late'],
    losses: [
      'line 4: “under” (18) | The term is left out of a category that the list of categories does not have.',
      'line 7: “kind  <of>  late” | The term counts only before another word; here it is a phrase of both, so that the match is longer.',
    ],
  },
  {
    name: 'LIWC: what makes no sense is named',
    format: 'liwc',
    text: 'Made in spring\n%\n1\tjoy\nnonsense\n1\tagain\n%\nhappy\t1\t9\nsad\n:)\t1\n*\t1\nhappy\t1\nwhat?\t1\n½ term\t1\n',
    themes: ['joy: happy, what, ½ term'],
    losses: [
      `line 1: “Made in spring” | ${LOST.unread}`,
      `line 4: “nonsense” | ${LOST.unread}`,
      'line 5: “1	again” | The category is left out: another has the same number.',
      'line 7: “happy” (9) | The term is left out of a category that the list of categories does not have.',
      'line 8: “sad” | The term is left out: it has no number of a category.',
      `line 9, joy: “:)” | ${LOST.noLetters}`,
      `line 10, joy: “*” | ${LOST.onlyWildcards}`,
      `line 11, joy: “happy” | ${LOST.twice}`,
      `line 12, joy: “what?” | ${LOST.signs}`,
      `line 13, joy: “½ term” | ${LOST.signs}`,
    ],
  },
  {
    name: 'LIWC-22: marks, weights, levels, a literal asterisk',
    format: 'liwc-22',
    text: 'DicTerm,feelings,feelings|joy,people\nhapp*,X,x,\n"over the moon, really",1,0.5,\nmate,,,2\nf\\*n,X,,\nnobody,,,\n',
    themes: [
      'feelings: happ*, over the moon, really, f n',
      'feelings > joy: happ*, over the moon, really',
      'people: mate',
    ],
    losses: [
      `line 3, feelings: “over the moon, really” | ${LOST.signs}`,
      `line 3, feelings > joy: “over the moon, really” | ${LOST.signs}`,
      `line 3, feelings > joy: “over the moon, really” (0.5) | ${LOST.weight}`,
      `line 4, people: “mate” (2) | ${LOST.weight}`,
      `line 5, feelings: “f n” | ${LOST.signs}`,
      'line 6: “nobody” | The term is left out: it belongs to no category.',
    ],
  },
  {
    name: 'WordStat: levels by tabs, phrases, weights, rules',
    format: 'wordstat',
    text: 'FEELINGS\n\tJOY\n\t\tHAPP* (1)\n\t\tOVER_THE_MOON (1)\n\t\tGLAD (10)\n\tSAD (0.5)\n\t@RULE1 [GOOD NEAR CARE /S] (1)\nPEOPLE\n\tMATE (1)\n',
    themes: ['FEELINGS: SAD', 'FEELINGS > JOY: HAPP*, OVER THE MOON, GLAD', 'PEOPLE: MATE'],
    losses: [
      `line 5, FEELINGS > JOY: “GLAD (10)” | ${LOST.weight}`,
      `line 6, FEELINGS: “SAD (0.5)” | ${LOST.weight}`,
      'line 7: “@RULE1 [GOOD NEAR CARE /S] (1)” | The rule is left out: what WordStat means by it could not be established. Write it with seq or near.',
    ],
  },
  {
    name: 'WordStat: a category with the word of a rule in its name, and terms below a rule',
    format: 'wordstat',
    text: 'CARE\n\tLIFE AFTER CARE\n\t\tLEAVING (1)\n\t@SLOW\n\t\tWAIT AND [SEE\n\t\t\tLATE (1)\n\tCARE NEAR HOME (1)\n\tKIN [1\n\t\tAUNT (1)\n',
    themes: ['CARE', 'CARE > LIFE AFTER CARE: LEAVING', 'CARE > KIN [1: AUNT'],
    losses: [
      'line 4: “@SLOW” | The rule is left out: what WordStat means by it could not be established. Write it with seq or near.',
      'line 5: “WAIT AND [SEE” | The line is left out with the rule that it stands below.',
      'line 6: “LATE (1)” | The line is left out with the rule that it stands below.',
      'line 7: “CARE NEAR HOME (1)” | The rule is left out: what WordStat means by it could not be established. Write it with seq or near.',
    ],
  },
  {
    name: 'WordStat: spaces instead of a tab, a term without category',
    format: 'wordstat',
    text: 'LOOSE (1)\nJOY\n   \tHAPPY (1)\n',
    themes: ['file: LOOSE', 'JOY: HAPPY'],
    losses: [`line 1: “LOOSE (1)” | ${LOST.noCategory}`],
  },
  {
    name: 'Yoshikoder: levels, definitions, scores, patterns beside categories',
    format: 'yoshikoder',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<dictionary style="050805" patternengine="substring">
<cnode name="Lives" desc="A dictionary for trying." score="">
<cnode name="Feelings" desc="What people feel &amp; say" score="">
<pnode name="feel*" score=""/>
<cnode name="Joy" desc="" score="2.0"><pnode name="happy" score="3"/><pnode name="over the moon" score=""/></cnode>
<cnode name="Worry" desc="" score="1.0"><pnode name="afraid" score="1.0"/></cnode>
</cnode>
<pnode name="loose" score=""/>
</cnode>
</dictionary>`,
    themes: [
      'Feelings: feel*',
      'Feelings > Joy: happy, over the moon',
      'Feelings > Worry: afraid',
      'Lives: loose',
    ],
    losses: [
      `line 6, Feelings > Joy (2.0) | ${LOST.weight}`,
      `line 6, Feelings > Joy: “happy” (3) | ${LOST.weight}`,
      'line 6, Feelings > Joy: “over the moon” | Yoshikoder never finds a pattern of several words, since it looks at words one by one; here it is found.',
      `line 9: “loose” | ${LOST.noCategory}`,
    ],
  },
  {
    name: 'Yoshikoder: regular expressions',
    format: 'yoshikoder',
    text: '<dictionary patternengineclassname="edu.example.RegexpPatternEngine"><cnode name=""><cnode name="Joy"><pnode name="happ(y|ier)"/><pnode name="(?=joy)j"/></cnode></cnode></dictionary>',
    themes: ['Joy: /happ(y|ier)/'],
    losses: [
      'line 1, Joy: “(?=joy)j” | The pattern is left out: its regular expression is not one that runs here.',
    ],
  },
  {
    name: 'Yoshikoder: regular expressions are for whole words, and in the syntax of Java',
    format: 'yoshikoder',
    text: String.raw`<dictionary patternengine="regexp"><cnode name="&#7;">
<cnode name="Joy">
<pnode name="hope.*"/><pnode name="^car$"/><pnode name="(?:^a|b$)\.[.]"/><pnode name="\Qa.b\E[^st]\D\S"/>
<pnode name="[a-z&amp;&amp;[^b]]x"/><pnode name="[a[bc]]"/><pnode name="a\s?b"/><pnode name="x[\W]"/>
<pnode name="no way"/><pnode name="car"/><pnode name="^.*$"/></cnode></cnode>
<cnode name="Beside"><pnode name="[\[a]"/></cnode></dictionary>`,
    themes: [
      String.raw`Joy: /hope[\p{L}\p{M}\p{N}'-]*/, /car/, /(?:a|b)\.[.]/, /\Qa.b\E[^\s.,;:!?…"()st][^\s.,;:!?…"()\d][\p{L}\p{M}\p{N}'-]/, /no way/`,
      String.raw`Beside: /[\[a]/`,
    ],
    losses: [
      'line 4, Joy: “[a-z&&[^b]]x” | The pattern is left out: its regular expression has brackets or && within brackets, which mean something else here.',
      'line 4, Joy: “[a[bc]]” | The pattern is left out: its regular expression has brackets or && within brackets, which mean something else here.',
      String.raw`line 4, Joy: “a\s?b” | The pattern is left out: its regular expression asks for white space, and Yoshikoder looks at words one by one.`,
      String.raw`line 4, Joy: “x[\W]” | The pattern is left out: its regular expression asks for white space, and Yoshikoder looks at words one by one.`,
      'line 5, Joy: “no way” | Yoshikoder never finds a pattern of several words, since it looks at words one by one; here it is found.',
      `line 5, Joy: “car” | ${LOST.twice}`,
      'line 5, Joy: “^.*$” | The pattern is left out: its regular expression is not one that runs here.',
    ],
  },
  {
    name: 'Yoshikoder: a file that was cut',
    format: 'yoshikoder',
    text: '<dictionary><cnode name="x"><cnode name="Joy"><pnode name="glad"/><pnode na',
    themes: ['Joy: glad'],
    losses: ['file | The file ends before its dictionary does: what could be read is imported.'],
  },
  {
    name: 'Lexicoder: categories after a plus sign',
    format: 'lexicoder',
    text: 'loose\n+joy\nhapp*\nover the moon\n+ worry\nafraid\n+joy\nglad\n',
    themes: ['file: loose', 'joy: happ*, over the moon, glad', 'worry: afraid'],
    losses: [`line 1: “loose” | ${LOST.noCategory}`],
  },
  {
    name: 'quanteda: globs, phrases, levels, words that are no texts in other YAML',
    format: 'quanteda',
    text: '# Made for trying.\nfeelings:\n  __: [feel*]\n  joy: [happ?, over the moon, happ?]\n  worry:\n  - afraid\n  - no\n  - 1\n  - ":("\npeople: mate\nnobody:\n',
    themes: [
      'feelings: feel*',
      'feelings > joy: happ?, over the moon',
      'feelings > worry: afraid, no, 1',
      'people: mate',
      'nobody',
    ],
    losses: [
      `line 4, feelings > joy: “happ?” | ${LOST.twice}`,
      `line 9, feelings > worry: “:(” | ${LOST.noLetters}`,
    ],
  },
  {
    name: 'quanteda: comments inside',
    format: 'quanteda',
    text: '# Made for\n#\n# trying.\n\n# What joy is.\njoy: # all of it\n# words\n- happy # or glad\n- glad\n# and fear\nfear: [afraid]\n# The end.\n',
    themes: ['joy: happy, glad', 'fear: afraid'],
    losses: [
      '5 lines, such as “all of it” | Comments inside of the file are left out; those at its head are kept.',
    ],
  },
  {
    name: 'quanteda: anchors and merge keys',
    format: 'quanteda',
    text: 'base: &base\n  joy: [happy]\nall:\n  <<: *base\n  worry: &w [afraid]\nagain: *w\n',
    themes: [
      'base',
      'base > joy: happy',
      'all',
      'all > joy: happy',
      'all > worry: afraid',
      'again: afraid',
    ],
    losses: [],
  },
  {
    name: 'CSV: levels, definitions, weights, other columns',
    format: 'csv',
    text: 'Theme;Term;Definition;Weight;Colour\nFeelings > Joy;happ*;Being glad;1;red\nFeelings > Joy;over the moon;Another;2;\n;lost;;;\nPeople;;Who is there;;\n',
    themes: ['Feelings', 'Feelings > Joy: happ*, over the moon', 'People'],
    losses: [
      'column 5: “Colour” | The column is left out: a codebook has no place for it.',
      'line 3, Feelings > Joy: “Another” | The definition is left out: its theme has another one already.',
      `line 3, Feelings > Joy: “over the moon” (2) | ${LOST.weight}`,
      'line 4: “lost” | The row is left out: it names no theme.',
    ],
  },
  {
    name: 'CSV: a comma without quotes makes cells that no column has',
    format: 'csv',
    text: 'theme,term,definition\nFriends,friend*,Making, keeping or losing friends,\n',
    themes: ['Friends: friend*'],
    losses: [`line 2: “keeping or losing friends” | ${LOST.noColumn}`],
  },
  {
    name: 'scored words: the sign is the theme, forms are terms',
    format: 'scored-words',
    text: 'abandon|VB\t-2\tabandons,abandoned\njoy\t3\nmeh\t0\nodd\n',
    themes: ['Negative: abandon, abandons, abandoned', 'Positive: joy', 'Neutral: meh'],
    losses: [
      'line 1, Negative: “abandon” (-2) | The score is left out but for its sign, which is the theme.',
      'line 1, Negative: “abandon” (VB) | The part of speech is left out: the term matches whatever it is.',
      'line 2, Positive: “joy” (3) | The score is left out but for its sign, which is the theme.',
      'line 3, Neutral: “meh” (0) | The score is left out but for its sign, which is the theme.',
      `line 4: “odd” | ${LOST.unread}`,
    ],
  },
]

describe('imports', () => {
  it.each(IMPORTS)('$name', async ({ format, text, themes, losses }) => {
    const result = await imported(format, text)
    expect(result.diagnostics).toEqual([])
    expect(outline(result.draft?.themes ?? [])).toEqual(themes)
    expect(lossLines(result.losses)).toEqual(losses)
    const { codebook, losses: further } = await codebookOf(result)
    expect(further).toEqual([])
    expect(lintCodebook(codebook).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it.each([
    [
      'yoshikoder',
      'my_words.ykd',
      '<dictionary><cnode name="&#7;"><cnode name="a"/></cnode></dictionary>',
      'my words',
    ],
    ['quanteda', '\u0007.yml', 'a: [b]\n', 'Imported'],
  ])('%s has a title: %j', async (format, name, text, title) => {
    const { codebook } = await codebookOf(await imported(format, text, name))
    expect(codebook.title).toBe(title)
  })

  it.each([
    ['liwc', '1\tjoy\nhappy\t1\n', 'no-categories'],
    ['liwc-22', 'DicTerm\n', 'no-categories'],
    ['yoshikoder', '<dictionary></dictionary>', 'no-categories'],
    ['yoshikoder', `<dictionary>${'<cnode name="a">'.repeat(5000)}`, 'no-categories'],
    [
      'yoshikoder',
      `<?xml version="1.0"?><!-- ${'x'.repeat(30_000)} --><!DOCTYPE dictionary SYSTEM ">" [<!ENTITY ae "ä">]><dictionary><cnode name="x"><cnode name="B&ae;r"/></cnode></dictionary>`,
      'doctype',
    ],
    ['quanteda', '- happy\n', 'no-categories'],
    ['quanteda', 'joy: [happy\n', 'missing-character'],
    ['quanteda', `${'['.repeat(1000)}`, 'too-deep'],
    ['csv', 'name,colour\njoy,red\n', 'no-columns'],
    ['csv', '', 'no-columns'],
  ])('%s that is none, %#', async (format, text, id) => {
    const { draft, diagnostics } = await imported(format, text)
    expect(draft).toBeUndefined()
    expect(diagnostics.map((diagnostic) => diagnostic.id)).toEqual([id])
  })

  it('a bomb of YAML aliases is refused', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(10)}]`,
    )
    for (const bomb of [`l0: &l0 [joy]\n${levels.join('\n')}\n`, 'a: &a\n  b: *a\n']) {
      const { diagnostics } = await imported('quanteda', bomb)
      expect(diagnostics.map(({ id }) => id)).toEqual(['too-many-aliases'])
    }
  })

  it('levels without end become levels that a codebook has', async () => {
    const header = Array.from({ length: 400 }, (_, n) => `${'\t'.repeat(n)}${n + 1}\tc${n}`)
    const result = await imported('liwc', `%\n${header.join('\n')}\n%\nhappy\t400\n`)
    const { codebook } = await codebookOf(result)
    expect(codebook.themes).toHaveLength(400)
    expect(Math.max(...codebook.themes.map(({ level }) => level))).toBe(90)
    expect(result.losses).toHaveLength(310)
  })
})

/** What the rules of an imported file find in a text. */
async function matchesIn(format: string, file: string, text: string) {
  const { codebook } = await codebookOf(await imported(format, file))
  const matcher = matcherOf(codebook)
  const options = { unit: codebook.unit, excludedRoles: new Set<string>() }
  const { coded } = codePassage(matcher, speech(text), options)
  return coded.flatMap(({ codes }) =>
    codes.flatMap(({ matches }) => matches.map(({ start, end }) => text.slice(start, end))),
  )
}

describe('an imported term matches as in the program of origin', () => {
  const TEXT = 'Abandonment, ABANDON! We never abandoned her. Colour me grateful for a care-leaver.'
  it.each([
    ['liwc', '%\n1\tloss\n%\nabandon*\t1\n', ['Abandonment', 'ABANDON', 'abandoned']],
    ['liwc', '%\n1\tloss\n%\nabandon\t1\ncolor\t1\ngrate\t1\n', ['ABANDON']],
    ['liwc', '%\n1\tloss\n%\nnever abandoned\t1\n', ['never abandoned']],
    ['quanteda', 'loss: [abandon??, "colo*r me"]\n', ['abandoned', 'Colour me']],
    ['quanteda', 'loss: [care leaver]\n', []],
    ['quanteda', 'loss: [care-leaver]\n', ['care-leaver']],
    [
      'wordstat',
      'LOSS\n\tABANDON* (1)\n\tCOLOUR_ME (1)\n',
      ['Abandonment', 'ABANDON', 'abandoned', 'Colour me'],
    ],
    ['lexicoder', '+loss\nabandon*\n', ['Abandonment', 'ABANDON', 'abandoned']],
    [
      'yoshikoder',
      '<dictionary patternengine="regexp"><cnode name=""><cnode name="loss"><pnode name="abandon(ed)?"/></cnode></cnode></dictionary>',
      ['ABANDON', 'abandoned'],
    ],
    [
      'yoshikoder',
      '<dictionary patternengine="regexp"><cnode name=""><cnode name="loss"><pnode name="^aband.*$"/><pnode name="care[^rs]le.*"/><pnode name="[^x]*her"/></cnode></cnode></dictionary>',
      ['Abandonment', 'ABANDON', 'abandoned', 'her', 'care-leaver'],
    ],
  ])('%s %j', async (format, file, expected) => {
    expect(await matchesIn(format, file, TEXT)).toEqual(expected)
  })
})
