import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWritten } from '../src/ingest/written-text.ts'
import { passageText } from '../src/place.ts'
import type { Diagnostic, Passage } from '../src/types.ts'
import { bytesAs, DEFAULTS, leftOutOf, type Read, readAsync, turnsOf } from './ingest-read.ts'
import { archiveOf, docxOf, docxParts, odtOf, p, r, table } from './office-files.ts'

/** What is read of a file: turns, what is left out, and ids of problems. */
async function shown(path: string, bytes: Uint8Array): Promise<string[]> {
  const read = await readAsync(bytesAs(path, bytes))
  return [...turnsOf(read), ...leftOutOf(read), ...read.problems.map(({ id }) => `! ${id}`)]
}

/** The only turn of a document without speakers. */
async function textOf(path: string, bytes: Uint8Array): Promise<string> {
  const { passages, problems } = await readAsync(bytesAs(path, bytes))
  expect(problems).toEqual([])
  const [{ text, turns } = { text: '', turns: [] }] = passages
  const span = turns[0]?.span ?? { start: 0, end: 0 }
  return text.slice(span.start, span.end)
}

describe('the words of a Word file', () => {
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const joined = '<w:rPr><w:del w:id="1"/></w:rPr>'
  const alternatives = `<mc:AlternateContent><mc:Choice Requires="x">${r('once')}</mc:Choice><mc:Choice Requires="y">${r('twice')}</mc:Choice><mc:Fallback>${r('thrice')}</mc:Fallback></mc:AlternateContent>`
  test.each<[string, string, string]>([
    ['paragraphs', p('One.') + p('Two.'), 'One.\n\nTwo.'],
    ['empty paragraphs', p('One.') + p('') + p(' ') + p('Two.'), 'One.\n\nTwo.'],
    ['line breaks and tabs', p('One\ttwo\nthree'), 'One\ttwo\nthree'],
    [
      'a tab stop is no tab',
      p('One.', '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'),
      'One.',
    ],
    ['a word in several runs', `<w:p>${r('so')}${r('cial')}${r(' worker')}</w:p>`, 'social worker'],
    [
      'letters as entities',
      '<w:p><w:r><w:t>&lt;b&gt; caf&#233; &amp;amp;</w:t></w:r></w:p>',
      '<b> café &amp;',
    ],
    [
      'markup that is set out in lines',
      '<w:p>\n <w:r>\n  <w:t>\n   I left\n   home.\n  </w:t>\n </w:r>\n</w:p>',
      'I left home.',
    ],
    ['a link', `<w:p><w:hyperlink>${r('their page')}</w:hyperlink></w:p>`, 'their page'],
    [
      'a field',
      `<w:p>${r('See ')}${field('HYPERLINK "x"', r('page'))}${r('.')}</w:p>`,
      'See page.',
    ],
    [
      'a field in the code of a field',
      `<w:p>${field(`IF ${field('PAGE', r('7'))}`, r('yes'))}</w:p>`,
      'yes',
    ],
    ['a simple field', `<w:p><w:fldSimple w:instr="DATE">${r('May')}</w:fldSimple></w:p>`, 'May'],
    [
      'deleted words',
      `<w:p>${r('I ')}<w:del><w:r><w:delText>never</w:delText></w:r></w:del>${r('left')}</w:p>`,
      'I left',
    ],
    [
      'inserted words',
      `<w:p>${r('I ')}<w:ins>${r('never ')}</w:ins>${r('left')}</w:p>`,
      'I never left',
    ],
    [
      'moved words',
      `<w:p><w:moveFrom>${r('Early.')}</w:moveFrom></w:p><w:p><w:moveTo>${r('Late.')}</w:moveTo></w:p>`,
      'Late.',
    ],
    [
      'a deleted end of a paragraph',
      p('I left', joined) + p(' home.') + p('Then?'),
      'I left home.\n\nThen?',
    ],
    ['two alternatives', `<w:p>${alternatives}</w:p>`, 'once'],
    [
      'hyphens',
      `<w:p>${r('key')}<w:r><w:noBreakHyphen/></w:r>${r('work')}<w:r><w:softHyphen/></w:r>${r('er')}</w:p>`,
      'key‑worker',
    ],
    [
      'symbols',
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Arial" w:char="00E9"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>',
      '☺é•',
    ],
    [
      'a content control',
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('Kept.')}</w:sdtContent></w:sdt>`,
      'Kept.',
    ],
    [
      'a hint for filling in',
      `${p('Kept.')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Click here')}</w:sdtContent></w:sdt>`,
      'Kept.',
    ],
    ['a switch that is off', `<w:p>${r('Shown.', '<w:vanish w:val="0"/>')}</w:p>`, 'Shown.'],
    [
      'reading marks beside words',
      `<w:p><w:r><w:ruby><w:rt>${r('kan')}</w:rt><w:rubyBase>${r('漢')}</w:rubyBase></w:ruby></w:r></w:p>`,
      '漢',
    ],
    [
      'a table, cell by cell',
      table([
        ['Home', 'School'],
        ['My nan’s', 'No'],
      ]),
      'Home\n\nSchool\n\nMy nan’s\n\nNo',
    ],
    [
      'a table in a table',
      table([['Outer', table([['Inner', 'too']]) + p('')]]),
      'Outer\n\nInner\n\ntoo',
    ],
    ['lines that were paragraphs', WRAPPED.map((line) => p(line)).join(''), WRAPPED.join('\n')],
  ])('%s', async (_name, body, expected) => {
    expect(await textOf('a.docx', docxOf(body))).toBe(expected)
  })

  test('with other prefixes than Word writes', async () => {
    const parts = docxParts(
      p('Interviewer: And?') + p('P1: No.') + p('Interviewer: Why?') + p('P1: Dunno.'),
    )
    const document =
      parts['word/document.xml']?.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0=') ?? ''
    const bytes = archiveOf({ ...parts, 'word/document.xml': document })
    expect((await shown('a.docx', bytes)).slice(0, 2)).toEqual([
      'Interviewer/interviewer: And?',
      'P1/participant: No.',
    ])
  })

  test('in UTF-16, and under another name', async () => {
    const { 'word/document.xml': document = '', ...parts } = docxParts(p('Café.'))
    const main = Buffer.from(`\ufeff${document}`, 'utf16le')
    const relations = (parts['_rels/.rels'] ?? '').replace(
      'word/document.xml',
      '/word/document2.xml',
    )
    const bytes = archiveOf({ ...parts, '_rels/.rels': relations, 'word/document2.xml': main })
    expect(await textOf('a.docx', bytes)).toBe('Café.')
  })
})

const WRAPPED = [
  'I moved in with my nan when I was six and',
  'she kept the room for me even when I was',
  'away for the whole of that summer with the',
  'other lot. Nobody told me why I had to go',
  'and nobody told her either. We used to sit',
  'on the step and guess. I think they had the',
  'wrong letter, or somebody had not read it',
  'to the end, which is what usually happens',
  'when you are one of a hundred on a list in',
  'an office.',
]

describe('what a Word file says beside its text', () => {
  const reference = (kind: string) => `<w:r><w:${kind}Reference w:id="4"/></w:r>`
  const box = `<w:p><w:r><wps:txbx><w:txbxContent>${p('Quote me')}${p('twice')}</w:txbxContent></wps:txbx></w:r>${r('Main.')}</w:p>`
  const note = (kind: string) =>
    `<w:${kind} w:type="separator" w:id="0">${p('-')}</w:${kind}><w:${kind} w:id="4" w:author="Jo">${p('P9: mind')}${p('this.')}</w:${kind}>`
  test.each<[string, Uint8Array, string[]]>([
    [
      'a footnote',
      docxOf(`<w:p>${r('Main')}${reference('footnote')}${r('.')}</w:p>`, {
        footnotes: note('footnote'),
      }),
      ['a.docx/unknown: Main.', 'footnote: P9: mind↵this.'],
    ],
    [
      'an endnote',
      docxOf(p('Main.'), { endnotes: note('endnote') }),
      ['a.docx/unknown: Main.', 'endnote: P9: mind↵this.'],
    ],
    [
      'a comment without its author',
      docxOf(p('Main.'), { comments: note('comment') }),
      ['a.docx/unknown: Main.', 'comment: P9: mind↵this.'],
    ],
    [
      'headers and footers',
      docxOf(p('Main.'), { header: p('Top'), footer: p('Foot') }),
      ['a.docx/unknown: Main.', 'page header: Top', 'page footer: Foot'],
    ],
    ['a text box', docxOf(box), ['a.docx/unknown: Main.', 'text box: Quote me↵twice']],
    [
      'hidden words',
      docxOf(`<w:p>${r('Main.')}${r('secret', '<w:vanish/>')}</w:p>`),
      ['a.docx/unknown: Main.', 'hidden text: secret'],
    ],
    [
      'words of a hidden style',
      docxOf(`<w:p>${r('Main.')}${r('secret', '<w:rStyle w:val="h2"/>')}</w:p>`, {
        styles:
          '<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="h2"><w:basedOn w:val="h"/></w:style>',
      }),
      ['a.docx/unknown: Main.', 'hidden text: secret'],
    ],
    ['only a comment', docxOf(p(''), { comments: note('comment') }), ['comment: P9: mind↵this.']],
  ])('%s', async (_name, bytes, expected) => {
    expect((await shown('a.docx', bytes)).map((line) => line.replaceAll('\n', '↵'))).toEqual(
      expected,
    )
  })

  test('stands where it belongs', async () => {
    const body = `${p('One.')}<w:p>${r('Two 😀')}${reference('footnote')}</w:p>${p('a\nb')}`
    const read = await readAsync(bytesAs('a.docx', docxOf(body, { footnotes: note('footnote') })))
    expect(placesOf(read)).toEqual([
      '1:1 One.',
      '2:1 Two 😀',
      '3:1 a',
      '3:3 b',
      '2:6 P9: mind',
      '2:6 this.',
    ])
  })
})

/** Every line of the text with the place that it leads to. */
function placesOf({ passages }: Read): string[] {
  return passages.flatMap((passage) => {
    const { places } = passageText(passage)
    let offset = 0
    return passage.text.split('\n').flatMap((line) => {
      const { line: number, column } = places.at(offset)
      offset += line.length + 1
      return line === '' ? [] : [`${number}:${column} ${line}`]
    })
  })
}

describe('who speaks in a Word file', () => {
  const heading = (text: string) => p(text, '<w:outlineLvl w:val="1"/>')
  const talk = p('Interviewer: And home?') + p('P1: It was fine.')
  const facts = table([
    ['Interviewer', 'Rowan'],
    ['Young person', 'Sky'],
    ['Place', 'Office'],
  ])
  const rows = [
    ['P1', 'No.'],
    ['Facilitator', 'Why?'],
    ['P1', 'Dunno.'],
    ['P2', 'Same.'],
  ]
  const merged = '<w:tcPr><w:vMerge/></w:tcPr>'
  const first = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
  const long = 'We talked about the house. '.repeat(30).trim()
  test.each<[string, string, string[]]>([
    [
      'labels',
      talk + talk,
      [
        'Interviewer/interviewer: And home?',
        'P1/participant: It was fine.',
        'Interviewer/interviewer: And home?',
        'P1/participant: It was fine.',
      ],
    ],
    [
      'a heading is nobody’s',
      talk + heading('School') + talk,
      [
        'Interviewer/interviewer: And home?',
        'P1/participant: It was fine.',
        'Interviewer/interviewer: And home?',
        'P1/participant: It was fine.',
        'heading: School',
      ],
    ],
    [
      'speech that is set as a heading',
      talk + heading('Interviewer: And school?') + p('P1: No.'),
      [
        'Interviewer/interviewer: And home?',
        'P1/participant: It was fine.',
        'Interviewer/interviewer: And school?',
        'P1/participant: No.',
      ],
    ],
    [
      'a column of labels',
      table(rows),
      [
        'P1/participant: No.',
        'Facilitator/facilitator: Why?',
        'P1/participant: Dunno.',
        'P2/participant: Same.',
      ],
    ],
    [
      'a column of labels behind one of numbers',
      table(rows.map((cells, i) => [String(i + 1), ...cells])),
      [
        'P1/participant: No.',
        'Facilitator/facilitator: Why?',
        'P1/participant: Dunno.',
        'P2/participant: Same.',
      ],
    ],
    [
      'a title before the table',
      p('Group 3') + table(rows),
      [
        'P1/participant: No.',
        'Facilitator/facilitator: Why?',
        'P1/participant: Dunno.',
        'P2/participant: Same.',
        'beside the transcript: Group 3',
      ],
    ],
    [
      'a table of facts before labels',
      facts + talk + talk,
      [
        'Interviewer/interviewer: And home?',
        'P1/participant: It was fine.',
        'Interviewer/interviewer: And home?',
        'P1/participant: It was fine.',
        'before the first speaker: Interviewer↵↵Rowan↵↵Young person↵↵Sky↵↵Place↵↵Office',
      ],
    ],
    [
      'much text beside a table',
      p(long) + table(rows),
      [
        `a.docx/unknown: ${long}↵↵P1↵↵No.↵↵Facilitator↵↵Why?↵↵P1↵↵Dunno.↵↵P2↵↵Same.`,
        '! labels-read-as-speech',
      ],
    ],
    [
      'named columns',
      table([
        ['Who', 'Transcript', 'Time'],
        ['Tom’s mum', 'Hi.', '75'],
        ['', 'Who?', ''],
      ]),
      [
        'Tom’s mum/parent@75: Hi.',
        'unknown/unknown: Who?',
        'table header: Who',
        'table header: Transcript',
        'table header: Time',
      ],
    ],
    [
      'one name beside several rows',
      table([
        ['Speaker', 'Text'],
        [first + p('P1'), 'One.'],
        [merged + p(''), 'Two.'],
        ['', 'Three.'],
      ]),
      [
        'P1/participant: One. Two.',
        'unknown/unknown: Three.',
        'table header: Speaker',
        'table header: Text',
      ],
    ],
    [
      'labels in the words of a table',
      table([
        ['Timespan', 'Content'],
        ['0:01 - 0:02', 'P1: Hm.'],
        ['0:02 - 0:05', 'Interviewer: Go on.'],
      ]),
      [
        'P1/participant@0:01: Hm.',
        'Interviewer/interviewer@0:02: Go on.',
        'table header: Timespan',
        'table header: Content',
      ],
    ],
    [
      'times without speakers',
      table([
        ['Timespan', 'Content'],
        ['0:01 - 0:02', 'Hm.'],
        ['0:02 - 0:05', 'Yes.'],
      ]),
      ['a.docx/unknown@0:01: Hm. Yes.', 'table header: Timespan', 'table header: Content'],
    ],
    [
      'a table that goes on',
      table([
        ['Speaker', 'Text'],
        ['P1', 'One.'],
      ]) +
        table([
          ['P2', 'Two.'],
          ['P1', 'Three.'],
        ]),
      [
        'P1/participant: One.',
        'P2/participant: Two.',
        'P1/participant: Three.',
        'table header: Speaker',
        'table header: Text',
      ],
    ],
    [
      'blocks of times, names and words',
      ['0:0:1.0 --> 0:0:2.5\nSmith, Jane (Demo Council)\nHi.', '0:0:3.0 --> 0:0:4.0\nP1\nHm.\nOk.']
        .map((it) => p(it))
        .join(''),
      ['Smith, Jane/unknown@0:0:1.0: Hi.', 'P1/participant@0:0:3.0: Hm. Ok.'],
    ],
    [
      'blocks that are captions',
      ['0:01 --> 0:02\nI never said', '0:03 --> 0:04\nthat, I said\nit was late.']
        .map((it) => p(it))
        .join(''),
      ['a.docx/unknown@0:01: I never said that, I said it was late.'],
    ],
  ])('%s', async (_name, body, expected) => {
    const lines = await shown('a.docx', docxOf(body))
    expect(lines.map((line) => line.replaceAll('\n', '↵'))).toEqual(expected)
  })
})

describe('the words of an OpenDocument text', () => {
  const hidden =
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
  const deleted =
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>Never.</text:p></text:deletion></text:changed-region></text:tracked-changes>'
  const cell = (text: string, attributes = '') =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
  const speakers = `<table:table><table:table-row>${cell('Speaker')}${cell('Text')}</table:table-row><table:table-row>${cell('P1', 'table:number-rows-spanned="2"')}${cell('One.')}</table:table-row><table:table-row><table:covered-table-cell/>${cell('Two.')}</table:table-row><table:table-row>${cell('P2')}${cell('Three.')}</table:table-row></table:table>`
  test.each<[string, string, string[]]>([
    ['paragraphs', '<text:p>One.</text:p><text:p/><text:p>Two.</text:p>', ['One.↵↵Two.']],
    [
      'white space',
      '<text:p>\n  One\n  <text:span> two</text:span> <text:s/>three<text:tab/><text:line-break/>four </text:p>',
      ['One two  three\t↵four'],
    ],
    ['several spaces', '<text:p>One<text:s text:c="3"/>two</text:p>', ['One   two']],
    [
      'a list',
      '<text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>',
      ['One↵↵Two'],
    ],
    [
      'deleted words',
      `${deleted}<text:p>I <text:change text:change-id="1"/>left.</text:p>`,
      ['I left.'],
    ],
    [
      'a note',
      '<text:p>I left<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>In May.</text:p></text:note-body></text:note> home.</text:p>',
      ['I left home.', 'endnote: In May.'],
    ],
    [
      'a comment without its author',
      '<text:p>I left<office:annotation><dc:creator>Jo</dc:creator><dc:date>2026-01-01</dc:date><text:p>Check.</text:p></office:annotation>.</text:p>',
      ['I left.', 'comment: Check.'],
    ],
    [
      'hidden words',
      '<text:p>I left.<text:span text:style-name="H">secret</text:span></text:p>',
      ['I left.', 'hidden text: secret'],
    ],
    [
      'a hidden section',
      '<text:section text:display="none"><text:p>secret</text:p></text:section><text:p>I left.</text:p>',
      ['I left.', 'hidden text: secret'],
    ],
    [
      'a text box',
      '<text:p><draw:frame><draw:text-box><text:p>Quote</text:p></draw:text-box></draw:frame>I left.</text:p>',
      ['I left.', 'text box: Quote'],
    ],
    [
      'a table of contents',
      '<text:table-of-content><text:index-body><text:p>School 3</text:p></text:index-body></text:table-of-content><text:p>I left.</text:p>',
      ['I left.', 'table of contents: School 3'],
    ],
    [
      'a table of speech',
      speakers,
      ['One. Two.', 'Three.', 'table header: Speaker', 'table header: Text'],
    ],
  ])('%s', async (_name, content, expected) => {
    const lines = await shown('a.odt', odtOf(content, { styles: hidden }))
    const plain = lines.map((line) => line.replaceAll('\n', '↵').replace(OWN_LABEL, ''))
    expect(plain).toEqual(expected)
  })

  test('a header of pages is kept apart, and places count paragraphs', async () => {
    const bytes = odtOf('<text:p/><text:p>I<text:line-break/>left.</text:p>', {
      header: '<text:p>Study 4</text:p>',
    })
    const read = await readAsync(bytesAs('a.odt', bytes))
    expect(placesOf(read)).toEqual(['2:1 I', '2:3 left.', '1:1 Study 4'])
    expect(leftOutOf(read)).toEqual(['page header: Study 4'])
  })
})

/** "a.odt/unknown: ", "P1/participant: ". */
const OWN_LABEL = /^\S+\/\w+: /u

describe('the words of rich text', () => {
  const doc = (text: string) => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${text}}`, 'latin1')
  const fonts =
    '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 MS Gothic;}{\\f3\\fcharset2 Symbol;}}'
  test.each<[string, string, string[]]>([
    ['paragraphs', 'One.\\par\n\\par\nTwo.\\par', ['One.↵↵Two.']],
    ['a last paragraph without an end', 'One.\\par Two.', ['One.↵↵Two.']],
    ['lines of the file mean nothing', 'so\ncial\r\n worker', ['social worker']],
    ['paragraphs as TextEdit ends them', 'One.\\\nTwo.\\\r\n', ['One.↵↵Two.']],
    ['line breaks and tabs', 'One\\tab two\\line three', ['One\ttwo↵three']],
    ['bytes of Windows-1252', "It\\'92s a caf\\'e9 \\'96 ok", ['It’s a café – ok']],
    ['bytes of Windows-1252 as they stand', 'It\x92s a caf\xe9', ['It’s a café']],
    ['letters by number', "na\\u239\\'efve \\u8217?", ['naïve ’']],
    [
      'letters by number with nothing in their place',
      '\\uc0\\u8217 s and \\u8220 x',
      ['’s and “x'],
    ],
    ['letters by number with two characters in their place', "\\uc2 caf\\u233\\'3f?s", ['cafés']],
    ['negative numbers', '\\u-3846?x\\u-10179?\\u-8704?', ['•x😀']],
    ['half a character', 'a\\u-10179?b', ['a�b', '! lost-characters']],
    [
      'a font in another alphabet',
      `${fonts}\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2\\f0  caf\\'e9`,
      ['Привет café'],
    ],
    [
      'a font with characters of two bytes',
      `${fonts}\\f2 \\'93\\'fa\\'96{\\f2 {}}\\'7b`,
      ['日�{', '! lost-characters'],
    ],
    ['a character whose second byte is a letter', `${fonts}\\f2 \\'83A\\'83\\'43`, ['アイ']],
    ['a font of signs', `${fonts}\\f3 \\'b7 \\f0 one`, ['• one']],
    ['a character set for the whole file', "\\ansicpg1251 \\'ef\\'f0", ['пр']],
    [
      'signs',
      'a\\~b\\_c\\-d \\{\\}\\\\ \\lquote x\\rquote\\emdash\\bullet',
      ['a\u00a0b‑cd {}\\ ‘x’—•'],
    ],
    ['bytes that are announced', 'One{\\*\\blob\\bin4 }{}x}two\\bin3 }}} three', ['Onetwo three']],
    [
      'facts about the file',
      '{\\info{\\author Jo}{\\title T}}{\\stylesheet{\\s1 heading 1;}}{\\colortbl;\\red0;}{\\*\\generator Riched20}One.',
      ['One.'],
    ],
    [
      'a picture',
      '{\\pict\\pngblip 89504e47}{\\*\\shppict{\\pict 8950}}{\\nonshppict{\\pict 89}}One.',
      ['One.'],
    ],
    ['a field', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt their page}}', ['their page']],
    ['the number of a list', '{\\listtext\\tab 1.}One{\\pntext 2.}', ['One']],
    ['deleted words', 'I {\\deleted never }left{\\*\\unknown nothing}.', ['I left.']],
    ['both ways to write a word', '{\\upr{Jos?}{\\*\\ud{Jos\\u233 }}}!', ['José!']],
    [
      'a footnote and an endnote',
      'I left{\\footnote\\pard In May.\\par} home{\\footnote\\ftnalt Or June.}.',
      ['I left home.', 'footnote: In May.', 'endnote: Or June.'],
    ],
    [
      'a comment',
      'I left{\\*\\atnid Jo}{\\*\\atnauthor Jo}{\\*\\annotation Check.}.',
      ['I left.', 'comment: Check.'],
    ],
    [
      'hidden words',
      'I left.{\\v secret}\\v  too\\v0  Yes.',
      ['I left. Yes.', 'hidden text: secret too'],
    ],
    [
      'headers and footers',
      '{\\headerl Study 4\\par}{\\headerr Study 4\\par}{\\footer Page\\par}I left.',
      ['I left.', 'page header: Study 4', 'page footer: Page'],
    ],
    [
      'a text box',
      '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt Quote\\par}}{\\shprslt Quote\\par}}I left.',
      ['I left.', 'text box: Quote'],
    ],
    [
      'a table',
      '\\trowd\\cellx1\\cellx2\\pard\\intbl Home\\cell School\\par Work\\cell\\row\\pard After.\\par',
      ['Home↵↵School↵↵Work↵↵After.'],
    ],
    [
      'a table of speech',
      ['Who', 'P1', 'P2', 'P1']
        .map(
          (it, i) =>
            `\\trowd\\cellx1\\cellx2\\pard\\intbl ${it}\\cell ${i === 0 ? 'Text' : `No ${i}.`}\\cell\\row`,
        )
        .join(''),
      ['No 1.', 'No 2.', 'No 3.', 'table header: Who', 'table header: Text'],
    ],
    [
      'a name beside several rows',
      `\\trowd\\cellx1\\cellx2\\pard\\intbl Who\\cell Text\\cell\\row\\trowd\\clvmgf\\cellx1\\cellx2 P1\\cell A.\\cell\\row\\trowd\\clvmrg\\cellx1\\cellx2\\cell B.\\cell\\row`,
      ['A. B.', 'table header: Who', 'table header: Text'],
    ],
  ])('%s', async (_name, text, expected) => {
    const lines = await shown('a.rtf', doc(text))
    expect(lines.map((line) => line.replaceAll('\n', '↵').replace(OWN_LABEL, ''))).toEqual(expected)
  })

  test('a heading is nobody’s, and places count paragraphs', async () => {
    const text =
      'Interviewer: And?\\par P1: No.\\par{\\pard\\outlinelevel1 School\\par}\\pard\\par Interviewer: Why?\\line So?\\par P1: Dunno.\\par'
    const read = await readAsync(bytesAs('a.rtf', doc(text)))
    expect(leftOutOf(read)).toEqual(['heading: School'])
    expect(placesOf(read)).toEqual([
      '1:1 Interviewer: And?',
      '2:1 P1: No.',
      '3:1 School',
      '5:1 Interviewer: Why?',
      '5:19 So?',
      '6:1 P1: Dunno.',
    ])
  })
})

describe('text that was taken out of a document', () => {
  const talk = 'Interviewer: And home?\n\nP1: It was fine.\n\n'
  const foot = 'Study 4\nJo: one\nJo: two\nJo: three\nJo: four\nJo: five\nJo: six'
  const spanOf = (text: string, part: string) => {
    const start = text.indexOf(part)
    return { start, end: start + part.length }
  }
  const readAll = (text: string, leftOut: readonly string[], headings: readonly string[] = []) => {
    const written = {
      text,
      sourceMarks: [{ offset: 0, line: 1, column: 1, isFixed: false }],
      leftOut: leftOut.map((part) => ({ span: spanOf(text, part), reason: 'furniture' })),
      headings: headings.map((part) => spanOf(text, part)),
    }
    const source = bytesAs('a.docx', Buffer.from('PK'))
    const file = { source, documentId: 'a.docx', reader: 'docx', encoding: 'koi8-r' }
    const read: { passages: Passage[]; problems: Diagnostic[] } = { passages: [], problems: [] }
    for (const reading of readWritten(written, file, DEFAULTS)) {
      if (reading.kind === 'passage') read.passages.push(reading.passage)
      else read.problems.push(reading.diagnostic)
    }
    return read
  }
  const fine = ['Interviewer/interviewer: And home?', 'P1/participant: It was fine.']
  test.each<[string, string, string[], string[], string[], string[]]>([
    [
      'labels in what is left out are no speakers',
      talk + foot,
      [foot],
      [],
      fine,
      [`furniture: ${foot}`],
    ],
    [
      'what is left out in the middle keeps the speaker',
      `${talk}Study 4\n\nAnd so on.`,
      ['Study 4'],
      [],
      [...fine, 'P1/participant: And so on.'],
      ['furniture: Study 4'],
    ],
    ['it may hold characters of any kind', `${talk}😀 x`, ['😀 x'], [], fine, ['furniture: 😀 x']],
    [
      'a heading among speakers',
      `${talk}School\n\nP1: No.`,
      [],
      ['School'],
      [...fine, 'P1/participant: No.'],
      ['heading: School'],
    ],
    [
      'a heading of an article',
      'School\n\nIt was fine.',
      [],
      ['School'],
      ['a.docx/unknown: School↵↵It was fine.'],
      [],
    ],
    [
      'a byte-order mark and a carriage return',
      '\ufeffIt was\rfine.',
      [],
      [],
      ['a.docx/unknown: It was fine.'],
      [],
    ],
    ['everything is left out', 'Study 4', ['Study 4'], [], [], ['furniture: Study 4']],
  ])('%s', (_name, text, leftOut, headings, turns, left) => {
    const read = readAll(text, leftOut, headings)
    expect(turnsOf(read)).toEqual(turns)
    expect(leftOutOf(read)).toEqual(left)
    expect(read.problems).toEqual([])
    expect(read.passages.map((it) => [it.text.length, it.document.encoding])).toEqual([
      [text.length, 'koi8-r'],
    ])
  })

  test.each(['', ' \n\t', '\ufeff'])('nothing is said of %j but that it is empty', (text) => {
    const { passages, problems } = readAll(text, [])
    expect(passages).toEqual([])
    expect(problems.map(({ id, severity }) => [id, severity])).toEqual([['no-text', 'warning']])
  })

  test('half a character is lost, and said to be', () => {
    const { passages, problems } = readAll('It was \ud83d fine.', [])
    expect(passages.map(({ text }) => text)).toEqual(['It was \ufffd fine.'])
    expect(problems.map(({ id }) => id)).toEqual(['lost-characters'])
  })
})

describe('a file is known by its bytes', () => {
  const word = docxOf(p('I left.'))
  const rich = Buffer.from('{\\rtf1 I left.\\par}')
  const open = odtOf('<text:p>I left.</text:p>')
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])
  const renamed = { ...docxParts(p('I left.')), 'word/document.xml': '' }
  test.each<[string, Uint8Array, string]>([
    ['interview.doc', word, 'docx: I left.'],
    ['interview.doc', rich, 'rtf: I left.'],
    ['interview.docx', rich, 'rtf: I left.'],
    ['interview.docx', open, 'odt: I left.'],
    ['interview', word, 'docx: I left.'],
    ['interview.txt', Buffer.concat([Buffer.from('\ufeff\n'), rich]), 'rtf: I left.'],
    ['interview.docx', locked, '! password-protected'],
    ['interview.docx', old, '! old-word-file'],
    ['interview.docx', archiveOf({ 'a.txt': 'x' }), '! no-document'],
    ['interview.docx', archiveOf({ 'word/x.xml': 'x' }), '! no-document'],
    ['interview.odt', archiveOf({ 'a.txt': 'x' }), '! no-document'],
    ['interview.docx', archiveOf(renamed), '! no-text'],
    ['interview.docx', word.subarray(0, 500), '! broken-zip'],
    ['interview.odt', open.subarray(0, 500), '! broken-zip'],
    ['interview.docx', docxOf('<w:altChunk/>'), '! embedded-document'],
    ['interview.docx', docxOf('<w:p>'.repeat(3000)), '! too-deep'],
    ['interview.rtf', Buffer.from(`{\\rtf1 ${'{'.repeat(3000)}`), '! too-deep'],
    [
      'interview.rtf',
      Buffer.from('{\\rtf1 I left.\\par{\\b and '),
      'rtf: I left.\n\nand ! cut-off',
    ],
    ['interview.rtf', Buffer.from('{\\rtf1}'), '! no-text'],
    [
      'interview.odt',
      archiveOf({ 'content.xml': '<x/>', 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
      '! password-protected',
    ],
  ])('%s (%#)', async (path, bytes, expected) => {
    const { passages, problems } = await readAsync(bytesAs(path, bytes))
    const text = passages.map((it) => `${it.document.reader}: ${it.text.trim()} `).join('')
    expect(`${text}${problems.map(({ id }) => `! ${id}`).join('')}`.trim()).toBe(expected)
    for (const { message } of problems) expect(message).toMatch(SENTENCES)
  })

  test('XML that defines entities defines nothing', async () => {
    const parts = docxParts(p('I left.'))
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hosts">]>'
    const document = (parts['word/document.xml'] ?? '')
      .replace('?>', `?>${bomb}`)
      .replace('I left.', 'I &b; &c; left.')
    const bytes = archiveOf({ ...parts, 'word/document.xml': document })
    expect(await textOf('a.docx', bytes)).toBe('I &b; &c; left.')
  })
})

/** Each message says what to do: at least two sentences, or one with a semicolon. */
const SENTENCES = /[.;:] .*\.$/u

/** What must hold of every reading, whatever is in the file. */
function expectSound({ passages, problems }: Read): void {
  expect(passages.length + problems.length).toBeGreaterThan(0)
  for (const passage of passages) expectSoundPassage(passage)
}

function expectSoundPassage({
  text,
  turns,
  leftOut,
  silent,
  cues = [],
  sourceMarks = [],
}: Passage) {
  expect(text).not.toMatch(LOST)
  for (const spans of [
    turns.map(({ span }) => span),
    leftOut.map(({ span }) => span),
    silent,
    cues.map(({ span }) => span),
  ]) {
    let before = 0
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(before)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      before = end
    }
  }
  for (const { span } of turns) {
    const said = text.slice(span.start, span.end)
    expect(said).toBe(said.trim())
    expect(
      leftOut.every(
        (it) => it.span.end <= span.start || it.span.start >= span.end || isPageLine(it.reason),
      ),
    ).toBe(true)
  }
  expect(sourceMarks[0]?.offset).toBe(0)
  for (const [i, { offset, line, column }] of sourceMarks.entries()) {
    expect(offset).toBeGreaterThanOrEqual(sourceMarks[i - 1]?.offset ?? 0)
    expect(Math.min(line, column)).toBeGreaterThan(0)
  }
}

/** A number of a page stands inside a turn, where it is silent. */
function isPageLine(reason: string): boolean {
  return reason === 'page number'
}

/** "\r" or half a character. */
const LOST = /[\r\p{Surrogate}]/u

const TIMEOUT = 60_000

describe('any file', () => {
  const files = [
    'interview.docx',
    'two_columns.docx',
    'teams_old.docx',
    'interview.odt',
    'interview.rtf',
  ]
  const samples = files.map((name): [string, Uint8Array] => [
    name,
    readFileSync(`fixtures/formats/${name}`),
  ])
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    kind: fc.constantFrom('flip', 'cut', 'double', 'end', 'insert'),
    value: fc.nat(255),
    piece: fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '</w:tc>',
      '<w:del>',
      '{',
      '}',
      '\\par',
      '\\u-1',
      '\\bin9',
      "\\'8",
      '<text:p>',
      '</text:note>',
      '&#xd800;',
      '<![CDATA[',
    ),
  })
  const changes = fc.array(change, { minLength: 1, maxLength: 6 })

  test.each(samples)(
    '%s, changed here and there, is read or refused',
    async (name, bytes) => {
      await fc.assert(
        fc.asyncProperty(changes, async (made) => {
          const reader = name.slice(name.lastIndexOf('.') + 1)
          expectSound(await readAsync(bytesAs(name, made.reduce(changed, bytes)), { reader }))
        }),
        { numRuns: 150 },
      )
    },
    TIMEOUT,
  )

  test.each([
    ['a.docx', (markup: string) => docxOf(markup), DOCX_BODY],
    ['a.odt', (markup: string) => odtOf(markup), ODT_BODY],
  ])(
    '%s with changed markup is read or refused',
    async (name, made, body) => {
      await fc.assert(
        fc.asyncProperty(changes, async (list) => {
          const markup = Buffer.from(list.reduce(changed, Buffer.from(body))).toString()
          expectSound(await readAsync(bytesAs(name, made(markup))))
        }),
        { numRuns: 200 },
      )
    },
    TIMEOUT,
  )

  interface Change {
    readonly at: number
    readonly length: number
    readonly kind: string
    readonly value: number
    readonly piece: string
  }

  function changed(bytes: Uint8Array, { at, length, kind, value, piece }: Change): Uint8Array {
    const start = Math.floor(at * bytes.length)
    const [before, touched, after] = [
      bytes.subarray(0, start),
      bytes.subarray(start, start + length),
      bytes.subarray(start + length),
    ]
    if (kind === 'flip') return Buffer.concat([before, touched.map((byte) => byte ^ value), after])
    if (kind === 'cut') return Buffer.concat([before, after])
    if (kind === 'double') return Buffer.concat([before, touched, touched, after])
    if (kind === 'insert') return Buffer.concat([before, Buffer.from(piece), touched, after])
    return before
  }
})

const DOCX_BODY = `${p('Interviewer: And home?')}<w:p>${r('P1: It was ')}<w:ins>${r('fine')}</w:ins><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${r(' 😀.\nReally.')}<w:r><w:txbxContent>${p('Box')}</w:txbxContent></w:r></w:p>${table(
  [
    ['P1', 'No.'],
    ['I', 'Why?'],
    ['P1', 'Dunno.'],
  ],
)}${p('Interviewer: Hm.', '<w:outlineLvl w:val="1"/>')}`
const ODT_BODY =
  '<text:h>Home</text:h><text:p>Interviewer: And<text:s text:c="2"/>home?</text:p><text:p>P1: It<text:note><text:note-body><text:p>Note</text:p></text:note-body></text:note> was <text:line-break/>fine 😀.</text:p><table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>P1</text:p></table:table-cell><table:table-cell><text:p>No.</text:p></table:table-cell></table:table-row></table:table>'

const CORPORA = '../shared/corpora/transcripts'
const isHere = existsSync(CORPORA)
if (!isHere) process.stderr.write(`${CORPORA} is absent: its documents are not read.\n`)

describe.skipIf(!isHere)('real documents', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['docx/UK_2015_EccentricParty.docx', 'docx', ['UK_2015_EccentricParty.docx'], []],
    ['docx/UK_2015_LoonyParty.docx', 'docx', ['UK_2015_LoonyParty.docx'], []],
    // The moderator is named twice in a long talk, which is too seldom to cut it.
    ['other/P16_GMT20211215.odt', 'odt', ['P16_GMT20211215.odt'], ['labels-read-as-speech']],
  ])('%s', async (path, reader, speakers, problems) => {
    const name = path.slice(path.indexOf('/') + 1)
    const read = await readAsync(bytesAs(name, readFileSync(`${CORPORA}/${path}`)))
    expectSound(read)
    expect(read.problems.map(({ id }) => id)).toEqual(problems)
    expect(read.passages.map(({ document }) => document.reader)).toEqual([reader])
    const spoke = new Set(read.passages.flatMap(({ turns }) => turns.map((turn) => turn.speaker)))
    expect([...spoke]).toEqual(speakers)
  })
})
