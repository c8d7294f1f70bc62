import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webPage } from '../src/ingest/web/web-page.ts'
import { passageText } from '../src/place.ts'
import {
  bytesAs,
  DEFAULTS,
  leftOutOf,
  type Read,
  readAsync,
  silentOf,
  turnsOf,
} from './ingest-read.ts'

const SAMPLES = 'fixtures/formats'
const CORPORA = '../shared/corpora'

function readPage(html: string | Uint8Array, roles = new Map<string, string>()): Promise<Read> {
  return readAsync(bytesAs('p.html', Buffer.from(html)), { roles })
}

/** The speech of a page, without its speakers. */
async function speechOf(html: string): Promise<string[]> {
  return turnsOf(await readPage(html)).map((turn) => turn.replace(/^[^:]*: /u, ''))
}

describe('what a browser shows', () => {
  test.each([
    ['white space is one space', '<p>my  social\n   worker\t left</p>', 'my social worker left'],
    ['a browser’s space is no no-break space', '<p>Mr&nbsp;Ade</p>', 'Mr\u00a0Ade'],
    [
      'entities are characters',
      '<p>it&rsquo;s &lt;fine&gt; &#8212; caf&eacute;</p>',
      'it’s <fine> — café',
    ],
    ['inline elements join', '<p>un<b>fair</b> and <i>sad</i>.</p>', 'unfair and sad.'],
    ['a comment is nothing', '<p>un<!-- <p>no</p> -->fair</p>', 'unfair'],
    [
      'blocks are paragraphs',
      '<h2>Home</h2><p>I like it.</p><ul><li>cats<li>dogs</ul>',
      'Home↵↵I like it.↵↵cats↵↵dogs',
    ],
    [
      'unclosed paragraphs end',
      '<p>One here.<p>Two here.<div>Three here.</div>',
      'One here.↵↵Two here.↵↵Three here.',
    ],
    ['br is a line break', '<p>One<br>two<br/>three</p>', 'One↵two↵three'],
    ['two br are a paragraph', '<p>One<br> <br>two</p>', 'One↵↵two'],
    ['pre is kept', '<pre>a\n  b</pre>', 'a↵  b'],
    ['cells of a row', '<table><tr><td>at home<td>at school</table>', 'at home\tat school'],
    [
      'scripts and styles are none',
      '<style>p{}</style><script>"<p>no"</script><p>Yes.<noscript>no</noscript></p>',
      'Yes.',
    ],
    ['XHTML scripts do not swallow the page', '<script src="a.js"/><title/><p>Yes.</p>', 'Yes.'],
    [
      'hidden elements are none',
      '<p>Yes.</p><p hidden>no</p><p aria-hidden="true">no</p><p style="display: none">no</p>',
      'Yes.',
    ],
    [
      'a page behind a dialog is shown',
      '<main aria-hidden="true"><p>Yes, it is.</p></main>',
      'Yes, it is.',
    ],
    [
      'what a DOCTYPE defines stays',
      '<!DOCTYPE html [<!ENTITY a "no">]><p>&a; yes</p>',
      ']>↵↵&a; yes',
    ],
    ['a paragraph in an open b goes on', '<b><p>My</b> carer left.</p>', 'My carer left.'],
    ['a stray closing tag is nothing', '<p>My </i></div>carer.</p>', 'My↵↵carer.'],
    ['an unclosed cell ends', '<table><tr><td>a b c d<tr><td>e f g h</table>', 'a b c d↵↵e f g h'],
  ])('%s', async (_, html, expected) => {
    expect((await speechOf(html)).join('|')).toBe(expected)
  })
})

const PROSE = 'I moved four times in one year and nobody asked me what I wanted to take with me.'

describe('the article', () => {
  test.each([
    ['is article', `<div>Our site</div><article><p>${PROSE}</p></article><p>Call us today.</p>`],
    ['is main', `<div>Our site</div><main><p>${PROSE}</p></main><p>Call us today.</p>`],
    [
      'is marked as its body',
      `<div>Our site</div><div itemprop="articleBody"><p>${PROSE}</p></div><p>Call us.</p>`,
    ],
    [
      'is called the content of a post',
      `<p>Our site</p><div class="entry-content"><p>${PROSE}</p></div><p>Call us.</p>`,
    ],
    [
      'is prose among links',
      `<p><a href="/">Home</a></p><p>${PROSE}</p><p><a href="/x">Next story</a></p>`,
    ],
    [
      'is in a form around the page',
      `<form><nav>Home</nav><p>${PROSE}</p><p><a href="/x">Next</a></p></form>`,
    ],
    ['is in an open form', `<nav>Home</nav><form><input><p>${PROSE}</p><footer>© us</footer>`],
  ])('%s', async (_, html) => {
    expect(await speechOf(html)).toEqual([PROSE])
  })

  test('is not the cards below it, though they are marked', async () => {
    const card = '<article><a href="/a">Another story</a> A girl writes.</article>'
    const speech = await speechOf(`<main><div>${PROSE}</div>${card}${card}</main>`)
    expect(speech.join()).toContain(PROSE)
  })

  test('keeps short answers between questions', async () => {
    const html = `<p>${PROSE}</p><p>Why?</p><p>Yes.</p><p>No.</p><p>${PROSE}</p>`
    expect(await speechOf(html)).toEqual([`${PROSE}↵↵Why?↵↵Yes.↵↵No.↵↵${PROSE}`])
  })

  test('loses nothing for its words alone where it is marked', async () => {
    const phrases = ['Privacy policy', 'Share this', 'Related articles', 'Leave a comment', 'Home']
    const items = phrases.map((phrase) => `<p>${phrase}</p>`).join('')
    const html = `<article><p>${PROSE}</p>${items}<p>We use cookies at break.</p></article>`
    const { passages } = await readPage(html)
    expect(passages[0]?.leftOut).toEqual([])
  })

  test('is all of a page of posts', async () => {
    const html = `<main><article><p>${PROSE}</p></article><article><p>${PROSE}</p></article></main>`
    expect(await speechOf(html)).toEqual([`${PROSE}↵↵${PROSE}`])
  })
})

describe('what is left out', () => {
  test.each([
    ['<nav>Home</nav>', 'navigation: Home'],
    ['<div role="navigation">Home</div>', 'navigation: Home'],
    ['<ul class="breadcrumb"><li>Home<li>Blog</ul>', 'navigation: Home\n\nBlog'],
    ['<header>Our site</header>', 'page header: Our site'],
    ['<footer>Our office</footer>', 'page footer: Our office'],
    ['<div id="footer">Our office</div>', 'page footer: Our office'],
    ['<aside>A fact</aside>', 'aside: A fact'],
    ['<aside><h2>Related posts</h2><p>Mo</p></aside>', 'related articles: Related posts\n\nMo'],
    ['<div class="c jp-relatedposts">Mo</div>', 'related articles: Mo'],
    ['<div id="comments"><p>So true.</p></div>', 'comments: So true.'],
    ['<div class="cookie-banner">We bake.</div>', 'cookie notice: We bake.'],
    ['<form>Your name <input><button>Go</button></form>', 'form: Your name\n\nGo'],
    ['<p class="share">Tell others</p>', 'sharing links: Tell others'],
    ['<p><a href="/a">Mo</a></p>', 'navigation: Mo'],
  ])('%s', async (html, expected) => {
    const read = await readPage(`<main><h1>Moving</h1><p>${PROSE}</p></main>${html}`)
    expect(leftOutOf(read)).toEqual([expected])
    expect(turnsOf(read)).toEqual([`p.html/unknown: Moving↵↵${PROSE}`])
  })

  const long = 'So true, and nobody ever says it out loud. '.repeat(20).trim()
  test.each([
    ['comments', `<main><article><p>${PROSE}</p></article><div id="comments">${long}</div></main>`],
    ['comments', `<p>${PROSE}</p><div id="comments">${long}</div>`],
    ['cookie notice', `<article><p>${PROSE}</p></article><div id="cookie-bar">${long}</div>`],
    ['page footer', `<main><p>${PROSE}</p></main><footer>${long}</footer>`],
    ['form', `<main><p>${PROSE}</p></main><form>${long}</form>`],
  ])('%s that are longer than the article', async (reason, html) => {
    const read = await readPage(html)
    expect(leftOutOf(read)).toEqual([`${reason}: ${long}`])
    expect(turnsOf(read)).toEqual([`p.html/unknown: ${PROSE}`])
  })

  test('a form in the article is, an answer called comment is not', async () => {
    const html = `<article><p>${PROSE}</p><p class="comment">Ask us.</p><form>Name</form></article>`
    const read = await readPage(html)
    expect(leftOutOf(read)).toEqual(['form: Name'])
    expect(turnsOf(read)).toEqual([`p.html/unknown: ${PROSE}↵↵Ask us.`])
  })

  test('what WordPress says of the whole page is no part of it', async () => {
    const html = `<body class="comments related"><article class="share">${PROSE}</article></body>`
    expect(await speechOf(html)).toEqual([PROSE])
  })
})

describe('what is quoted', () => {
  const told = 'A girl told us this in May, and we have thought about it since then:'

  test.each([
    [
      'a block quote is nobody’s but its own',
      `<p>${told}</p><blockquote><p>Ask me.</p><p>Every time.</p></blockquote><p>So we do.</p>`,
      [
        `p.html/unknown: ${told}`,
        'quoted/quoted: Ask me.↵↵Every time.',
        'p.html/unknown: So we do.',
      ],
    ],
    [
      'quotes behind each other are two',
      `<p>${told}</p><blockquote>Ask me.</blockquote><blockquote>Listen.</blockquote>`,
      [`p.html/unknown: ${told}`, 'quoted/quoted: Ask me.', 'quoted/quoted: Listen.'],
    ],
    [
      'a short q stays in its sentence',
      `<p>${told} <q>ask me</q>.</p>`,
      [`p.html/unknown: ${told} ask me.`],
    ],
    [
      'a long q is a turn',
      `<p>${told} <q>I want to be asked before it is all decided for me</q>, she said.</p>`,
      [
        `p.html/unknown: ${told}`,
        'quoted/quoted: I want to be asked before it is all decided for me',
        'p.html/unknown: , she said.',
      ],
    ],
    [
      'a pull quote in an aside is a quote',
      `<article><p>${told}</p><aside class="pullquote">Ask me.</aside></article>`,
      [`p.html/unknown: ${told}`, 'quoted/quoted: Ask me.'],
    ],
    [
      'who said it is left out',
      `<p>${told}</p><blockquote><p>Ask me.</p><p>— <cite>Girl, 13</cite></p></blockquote>`,
      [`p.html/unknown: ${told}`, 'quoted/quoted: Ask me.'],
    ],
    [
      'a book in the quote is not',
      `<p>${told}</p><blockquote><p>I read <cite>Matilda</cite> to her.</p></blockquote>`,
      [`p.html/unknown: ${told}`, 'quoted/quoted: I read Matilda to her.'],
    ],
  ])('%s', async (_, html, expected) => {
    expect(turnsOf(await readPage(html))).toEqual(expected)
  })

  test('a page that is one indented text is no quote', async () => {
    const html = `<body><blockquote><h1>Moving</h1><p>${PROSE}</p><p>${PROSE}</p></blockquote>`
    expect(turnsOf(await readPage(html))).toEqual([`p.html/unknown: Moving↵↵${PROSE}↵↵${PROSE}`])
  })

  test('takes the role that the analyst gives it', async () => {
    const html = `<p>${told}</p><blockquote>Ask me.</blockquote>`
    const read = await readPage(html, new Map([['Quoted', 'young_person']]))
    expect(turnsOf(read)[1]).toBe('quoted/young_person: Ask me.')
  })

  test('a transcript laid out in quotes keeps its speakers, and no one else’s words', async () => {
    const html =
      '<p>Interviewer: What helps?</p><blockquote>YP1: My nan does.</blockquote>' +
      '<p>We walked on.</p><p>Interviewer: And school?</p><blockquote>It helped me.</blockquote>' +
      '<p>YP1: A bit.</p>'
    expect(turnsOf(await readPage(html))).toEqual([
      'Interviewer/interviewer: What helps?',
      'YP1/young_person: My nan does.',
      'unknown/unknown: We walked on.',
      'Interviewer/interviewer: And school?',
      'quoted/quoted: It helped me.',
      'YP1/young_person: A bit.',
    ])
  })
})

describe('transcripts', () => {
  test('words of the page inside a turn are nobody’s', async () => {
    const html =
      '<p>Interviewer: Why?</p><p>P1: My carer left.</p><nav>Home</nav><p>Nobody told me.</p>' +
      '<p>Interviewer: And then?</p><p>P1: I waited.</p>'
    expect(turnsOf(await readPage(html)).slice(1, 4)).toEqual([
      'P1/participant: My carer left.',
      'P1/participant: Nobody told me.',
      'Interviewer/interviewer: And then?',
    ])
  })

  test.each([
    ['labels in bold', '<p><b>Interviewer:</b> Why?</p><p><b>P1:</b> Because.</p>'],
    ['labels half in bold', '<b><p>Interviewer</b>:&#9;Why?</p><b><p>P1</b>:&#9;Because.</p>'],
    ['labels in cells', '<table><tr><td>Interviewer<td>Why?<tr><td>P1<td>Because.</table>'],
    ['labels as terms', '<dl><dt>Interviewer<dd>Why?<dt>P1<dd>Because.</dl>'],
    [
      'labels in a column',
      '<table><tr><th>Text<th>Speaker<tr><td>Why?<td>Interviewer<tr><td>Because.<td>P1</table>',
    ],
    ['labels after line breaks', '<p>Interviewer: Why?<br>P1: Because.</p>'],
    [
      'no labels in the comments',
      '<article><p>Interviewer: Why?</p><p>P1: Because.</p></article><div id="comments"><p>P7: So true.</p></div>',
    ],
  ])('%s', async (_, html) => {
    const turns = turnsOf(await readPage(html))
    expect(turns).toEqual([
      'Interviewer/interviewer: Why?',
      expect.stringMatching(/^P1\/\w+: Because\.$/u),
    ])
  })

  test('labels in the comments make no transcript of an article', async () => {
    const comments = '<div id="comments"><p>Dana: So true.</p><p>Mo: No.</p><p>Dana: Yes.</p></div>'
    const html = `${comments}<article><p>${PROSE}</p></article>${comments}`
    expect(await speechOf(html)).toEqual([PROSE])
  })

  test('marks are silent', async () => {
    expect(silentOf(await readPage('<p>P1: Well [laughs] yes.</p><p>P2: No.</p>'))).toEqual([
      '[laughs]',
    ])
  })
})

describe('encodings', () => {
  const latin = (html: string) => Buffer.from(html, 'latin1')
  test.each([
    ['UTF-8', Buffer.from('<p>café</p>'), 'utf-8', []],
    ['a mark', Buffer.from('\ufeff<p>café</p>', 'utf16le'), 'utf-16le', []],
    ['no name, Western', latin('<p>A café and a crèche at school.</p>'), 'windows-1252', []],
    ['charset', latin('<meta charset="iso-8859-1"><p>caf\xe9 \x85</p>'), 'windows-1252', []],
    [
      'content',
      latin('<META HTTP-EQUIV=x CONTENT="text/html; charset=iso-8859-2"><p>\xb1</p>'),
      'iso-8859-2',
      [],
    ],
    [
      'an XML line',
      latin('<?xml version="1.0" encoding="iso-8859-1"?><p>caf\xe9</p>'),
      'windows-1252',
      [],
    ],
    ['Japanese', latin('<meta charset="iso-2022-jp"><p>\x1b$B$"\x1b(B</p>'), 'iso-2022-jp', []],
    [
      'a wrong name',
      Buffer.from('<meta charset="iso-8859-1"><p>café</p>'),
      'utf-8',
      ['doubtful-encoding'],
    ],
    [
      'UTF-8 that is none',
      latin('<meta charset="utf-8"><p>A caf\xe9 and a cr\xe8che.</p>'),
      'windows-1252',
      ['doubtful-encoding'],
    ],
    [
      'an unknown name',
      latin('<meta charset="klingon"><p>A caf\xe9 and a cr\xe8che.</p>'),
      'windows-1252',
      [],
    ],
  ])('%s', async (_, bytes, encoding, problems) => {
    const read = await readPage(bytes)
    expect(read.passages[0]?.document.encoding).toBe(encoding)
    expect(read.problems.map(({ id }) => id)).toEqual(problems)
    expect(read.passages[0]?.text).not.toContain('\ufffd')
  })

  test('damaged UTF-8 is an error and no text', async () => {
    const bytes = Buffer.from(`<p>${'café '.repeat(50)}</p>`)
    bytes[8] = 0xff
    const read = await readPage(bytes)
    expect(read.passages).toEqual([])
    expect(read.problems.map(({ id }) => id)).toEqual(['undecodable-bytes'])
  })

  test('an encoding can be forced', async () => {
    const source = bytesAs('p.html', latin('<meta charset="utf-8"><p>\xef\xf0\xe8\xe2\xe5\xf2</p>'))
    const read = await readAsync(source, { encoding: 'windows-1251' })
    expect(read.passages[0]?.text).toBe('привет\n')
  })
})

describe('facts of a page', () => {
  test.each([
    ['title', '<title> My\n story </title>', [['title', 'My story']]],
    [
      'title for sharing',
      '<title>My story | Us</title><meta property="og:title" content="My story">',
      [['title', 'My story']],
    ],
    [
      'date',
      '<meta property="article:published_time" content="2026-05-08">',
      [['published', '2026-05-08']],
    ],
    [
      'date in the text',
      '<time itemprop="datePublished" datetime="2026-05-08">8 May</time>',
      [['published', '2026-05-08']],
    ],
    ['no date', '<meta name="date" content="in May"><meta name="author" content="Sam">', []],
  ])('%s', async (_, html, expected) => {
    const { passages } = await readPage(`${html}<p>${PROSE}</p>`)
    expect([...(passages[0]?.document.attributes ?? [])]).toEqual(expected)
  })

  test('have the names that the reader gives', async () => {
    const { passages } = await readPage(readFileSync(`${SAMPLES}/charity-blog.html`))
    const names = webPage.attributeNames?.(bytesAs('p.html', Buffer.from('')), DEFAULTS)
    expect([...(passages[0]?.document.attributes.keys() ?? [])]).toEqual(names)
  })
})

describe('recognition', () => {
  test.each([
    ['a.html', '<p>Hello.</p>', true],
    ['a.htm', 'Hello.', true],
    ['a.html', '%PDF-1.7', false],
    ['a.txt', '<!DOCTYPE html><p>Hello.</p>', true],
    ['a.txt', '\ufeff<!-- saved from x -->\n<html lang="en">', true],
    ['a.txt', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', true],
    ['a.md', '<div align="center">\n\n# Title', false],
    ['a.txt', 'Interviewer: <html> is what?', false],
  ])('%s: %s', (name, content, expected) => {
    const extension = name.slice(name.lastIndexOf('.'))
    expect(webPage.recognises({ name, extension, bytes: Buffer.from(content) })).toBe(expected)
  })
})

describe('pages that are made to hurt', () => {
  test.each([
    [
      'a picture in one line',
      `<img src="data:image/png;base64,${'A'.repeat(500_000)}"><p>Yes.</p>`,
    ],
    ['elements in elements', `${'<div><b>'.repeat(100_000)}<p>Yes.</p>`],
    ['closing tags of nothing', `${'<b>'.repeat(50_000)}${'</i>'.repeat(50_000)}<p>Yes.</p>`],
    ['tables in tables', `${'<table><tr><td>'.repeat(30_000)}<p>Yes.</p>`],
    ['many attributes', `<p ${'a=1 '.repeat(100_000)}>Yes.</p>`],
    ['many names', `<p class="${'share-x '.repeat(100_000)}">Yes.</p>`],
    ['menus in menus', `${'<nav>'.repeat(50_000)}${'</nav>'.repeat(50_000)}<p>Yes.</p>`],
  ])('%s', async (_, html) => {
    expect(await speechOf(html)).toEqual(['Yes.'])
  })

  test.each([
    ['nothing', '', 'empty-file'],
    ['a page of a script', '<div id="root"></div><script>run()</script>', 'page-without-text'],
    ['menus', '<nav>Home</nav><footer>Ours</footer><form>Name</form>', 'page-without-article'],
    ['too many pieces', `<p>${'&amp;'.repeat(1_000_001)}`, 'page-too-large'],
  ])('%s', async (_, html, id) => {
    const { problems } = await readPage(html)
    expect(problems.map((problem) => problem.id)).toEqual([id])
  })
})

describe('every page', () => {
  const samples = readdirSync(SAMPLES).filter((name) => /\.html?$/u.test(name))
  const pages = samples.map((name) => readFileSync(`${SAMPLES}/${name}`))

  test.each(samples)('%s: a place leads to the words in the source', async (name) => {
    const bytes = readFileSync(`${SAMPLES}/${name}`)
    const { passages } = await readAsync(bytesAs(name, bytes))
    const source = new TextDecoder(passages[0]?.document.encoding).decode(bytes).split('\n')
    for (const passage of passages) {
      const { places } = passageText(passage)
      for (const { span } of [...passage.turns, ...passage.leftOut]) {
        const { line, column } = places.at(span.start)
        const word = /^[\w*]*/u.exec(passage.text.slice(span.start, span.end))?.[0] ?? ''
        expect(source[line - 1]?.slice(column - 1, column - 1 + word.length)).toBe(word)
      }
    }
  })

  test('is read without an exception, whatever happened to it', async () => {
    const page = fc.constantFrom(...pages)
    const changes = fc.array(
      fc.record({
        at: fc.nat(),
        kind: fc.constantFrom('flip', 'cut', 'double'),
        by: fc.integer({ min: 1, max: 255 }),
      }),
      { maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(page, changes, async (bytes, all) => {
        expectSound(await readPage(all.reduce(changed, bytes)))
      }),
      { numRuns: 150 },
    )
  })

  test('of any tags keeps its spans', async () => {
    const part = fc.constantFrom(
      ...'<p> </p> <b> </b> <br> <div> </div> <blockquote> </blockquote> <nav> </nav> <q> </q> <li> <ul> </ul>'.split(
        ' ',
      ),
      ...'<table> <tr> <td> </td> </table> <article> </article> <pre> </pre> <footer> <a&#32;href=x> </a>'
        .split(' ')
        .map((tag) => tag.replace('&#32;', ' ')),
      'P1: yes. ',
      'Interviewer: why? ',
      'my carer left me and nobody ever came to say why. ',
      '😀',
      '&nbsp;',
      '&amp;',
      '\n',
      '\t',
      '[laughs]',
      '---\n',
      '&#13;&#10;',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
        expectSound(await readPage(parts.join('')))
      }),
      { numRuns: 300 },
    )
  })
})

function changed(bytes: Uint8Array, change: { at: number; kind: string; by: number }): Buffer {
  const at = bytes.length === 0 ? 0 : change.at % bytes.length
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  if (change.kind === 'cut') return Buffer.from(before)
  if (change.kind === 'double') return Buffer.concat([before, after, after])
  const flipped = Buffer.from(bytes)
  flipped[at] = (flipped[at] ?? 0) ^ change.by
  return flipped
}

/** Spans are ordered, disjoint and inside the text; marks stand inside turns; places are places. */
function expectSound({ passages }: Read): void {
  for (const passage of passages) {
    const { text, turns, silent, leftOut, sourceMarks = [] } = passage
    for (const list of [turns.map((t) => t.span), silent, leftOut.map((it) => it.span)]) {
      let end = 0
      for (const span of list) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }
    for (const { span } of turns) {
      expect(text.slice(span.start, span.end).trim()).toHaveLength(span.end - span.start)
      expect(leftOut.some((it) => it.span.start < span.end && span.start < it.span.end)).toBe(false)
    }
    for (const mark of silent) {
      expect(turns.some(({ span }) => span.start <= mark.start && mark.end <= span.end)).toBe(true)
    }
    if (text !== '') expect(sourceMarks[0]?.offset).toBe(0)
    const offsets = sourceMarks.map(({ offset }) => offset)
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
    const { places } = passageText(passage)
    for (const { span } of turns) expect(places.at(span.start).column).toBeGreaterThan(0)
  }
}

/** How often a label stands at the beginning of a paragraph. */
const TURNS = new Map([
  ['unix_aho.htm', 92],
  ['unix_cherry.htm', 135],
  ['unix_mcilroy.htm', 170],
  ['unix_morgan.htm', 89],
  ['unix_ritchie.htm', 89],
  ['unix_thompson.htm', 169],
])

describe.skipIf(!existsSync(CORPORA))('real files (skipped without ../shared)', () => {
  const interviews = `${CORPORA}/transcripts/html`
  test.each(existsSync(interviews) ? readdirSync(interviews) : [])(
    '%s is a talk of two',
    async (name) => {
      const { passages, problems } = await readAsync(
        bytesAs(name, readFileSync(`${interviews}/${name}`)),
      )
      expect(problems).toEqual([])
      const speakers = new Set(passages.flatMap(({ turns }) => turns.map(({ speaker }) => speaker)))
      expect(speakers.size).toBe(2)
      expect(speakers).toContain('MSM')
      expect(passages.flatMap(({ turns }) => turns).length).toBe(TURNS.get(name))
    },
  )

  const blogs = `${CORPORA}/blogs/html`
  test.each(existsSync(blogs) ? readdirSync(blogs) : [])('%s is an article', async (name) => {
    const read = await readAsync(bytesAs(name, readFileSync(`${blogs}/${name}`)))
    expect(read.problems).toEqual([])
    expectSound(read)
    const speakers = read.passages.flatMap(({ turns }) => turns.map(({ speaker }) => speaker))
    expect(speakers[0]).toBe(name)
    expect(speakers.every((speaker) => speaker === name || speaker === 'quoted')).toBe(true)
  })
})
