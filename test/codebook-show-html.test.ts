import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCodebook } from '../src/codebook/parse.ts'
import { codebookHtml } from '../src/codebook/show-html.ts'
import { walkMarkup } from '../src/markup.ts'
import { regexProblem } from '../src/match/linear-regex.ts'
import { codebookOf, EXAMPLE, withRules } from './codebook-example.ts'
import { mutatedCodebook } from './codebook-mutations.ts'

/** What a browser makes of a page, as far as the tests ask. */
interface Page {
  readonly elements: readonly { name: string; attributes: Readonly<Record<string, string>> }[]
  /** Headings with their level, in order. */
  readonly headings: readonly string[]
  readonly text: string
  readonly ids: readonly string[]
  readonly links: readonly string[]
  /** Elements that are closed by another end than their own. */
  readonly unbalanced: readonly string[]
}

const VOID = new Set(['meta', 'br'])
/** `h2`. */
const HEADING = /^h[1-6]$/u
/** An opening or closing tag, `<p class="id">` or `</p>`, with its name. */
const TAG = /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)[^>]*>/gu

function pageOf(html: string): Page {
  const elements: { name: string; attributes: Readonly<Record<string, string>> }[] = []
  const headings: string[] = []
  const open: string[] = []
  let text = ''
  walkMarkup(
    html,
    { isXml: false },
    {
      open(name, attributes) {
        elements.push({ name, attributes: { ...attributes } })
        open.push(name)
        if (HEADING.test(name)) headings.push(`${attributes['aria-level'] ?? name.slice(1)} `)
      },
      text(piece) {
        if (open.includes('style')) return
        text += piece
        const last = headings.length - 1
        if (HEADING.test(open.at(-1) ?? '')) headings[last] = `${headings[last]}${piece}`
      },
      close() {
        open.pop()
      },
    },
  )
  const of = (key: string) => elements.flatMap(({ attributes }) => attributes[key] ?? [])
  return {
    elements,
    headings,
    text,
    ids: of('id'),
    links: of('href'),
    unbalanced: unbalanced(html),
  }
}

function unbalanced(html: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const { groups } of html.matchAll(TAG)) {
    const name = groups?.name ?? ''
    if (groups?.close === '') {
      if (!VOID.has(name)) open.push(name)
    } else if (open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}

/** What must hold of every page. */
function expectAccessible(html: string): Page {
  const page = pageOf(html)
  const names = new Set(page.elements.map(({ name }) => name))
  expect(page.unbalanced).toEqual([])
  for (const name of ['script', 'img', 'link', 'iframe', 'object', 'form', 'base'])
    expect(names).not.toContain(name)
  for (const name of ['html', 'title', 'header', 'nav', 'main', 'footer', 'h1'])
    expect(page.elements.filter((element) => element.name === name).length, name).toBe(1)
  expect(page.elements.flatMap(({ attributes }) => Object.keys(attributes))).not.toContain('style')
  expect(page.elements.find(({ name }) => name === 'html')?.attributes).toEqual({ lang: 'en-GB' })
  expect(new Set(page.ids).size).toBe(page.ids.length)
  const targets = new Set(page.ids.map((id) => `#${id}`))
  expect(page.links.filter((link) => !targets.has(link))).toEqual([])
  expect(page.links[0]).toBe('#themes')
  const levels = page.headings.map((heading) => Number.parseInt(heading, 10))
  expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([])
  return page
}

describe('the printable page', () => {
  it('holds the whole codebook, under headings', async () => {
    const html = codebookHtml(await codebookOf(EXAMPLE))
    const { headings, text, elements } = expectAccessible(html)
    expect(headings).toEqual([
      '1 What the youth panel said',
      '2 Contents',
      '2 Trusting relationships',
      '3 Changing workers',
      '2 Family',
      '2 Retired themes',
      '2 Changes',
    ])
    for (const part of [
      'The quality of the relationship between a young person',
      'being known; time spent together',
      'family bonds (family)',
      'same, then (social worker / key worker / PA) (at most 2 words between) (id: same-worker)',
      'build near (relationship / bond) (in any order; at most 8 words between)',
      'not inside trust fund, NHS near trust',
      'unless right after near; unless right before a, then (letter / card)',
      'My PA is the only adult I trust.',
      'The Trust runs three hospitals.',
      'She just got me. (needs more than words)',
      'only said by young_person, parent',
      'relationships/worker-turnover',
      'Churn is now part of changing workers',
      'sha256:c6d4b16eb8f7a66f1e72a2fddbed83c1742ea5beb1ec6e15439d5f3af500346f',
    ])
      expect(text).toContain(part)
    expect(elements.filter(({ name }) => name === 'mark').length).toBe(1)
    expect(html).toContain('My PA is <mark>the only adult I trust</mark>.')
  })

  it.each([
    ['markup', '<script>alert("x")</script>'],
    ['an attribute', '" onclick="alert(1)'],
    ['an entity', '&lt;b&gt; &amp; &#60;'],
    ['right-to-left words', 'עובדת סוציאלית'],
    ['emoji', '👩🏽‍🏫 care'],
    ['the end of a comment', '--> ]]> </style> </title>'],
  ])('shows %s as it is written', async (_name, words) => {
    const quoted = JSON.stringify(words)
    const yaml = `${withRules(`- ${quoted}`).replace(
      'name: One',
      `name: ${quoted}\n    definition: ${quoted}\n    examples: [{text: ${quoted}}]`,
    )}title: ${quoted}\nlanguage: ${quoted}\n`
    const { text, headings } = expectAccessible(codebookHtml(await codebookOf(yaml)))
    expect(headings).toEqual([`1 ${words}`, '2 Contents', `2 ${words}`])
    expect(text.split(words).length - 1).toBeGreaterThanOrEqual(8)
  })

  it('holds no control characters', async () => {
    const yaml = withRules('- word').replace('name: One', 'name: "One\\u0007\\u0000"')
    expect(codebookHtml(await codebookOf(yaml))).toContain('>One\uFFFD\uFFFD</h2>')
  })

  it('says the language of the words, where it is another', async () => {
    const html = codebookHtml(await codebookOf(`${withRules('- gofal')}language: cy\n`))
    expect(html).toContain('<code lang="cy">gofal</code>')
  })

  it('keeps its outline however deep the themes nest', async () => {
    let yaml = 'codebook: deep\nversion: 1.0.0\n'
    for (let level = 1; level <= 100; level += 1) {
      const indent = '    '.repeat(level - 1)
      yaml += `${indent}themes:\n${indent}  - id: l${level}\n${indent}    name: L\n${indent}    rules: [word]\n`
    }
    const { headings } = expectAccessible(codebookHtml(await codebookOf(yaml)))
    expect(headings.at(-1)).toBe('101 L')
  })

  it('is accessible whatever the codebook holds', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedCodebook, async (text) => {
        const { value } = await parseCodebook(text, 'book.yaml', { regexProblem })
        if (value === undefined) return
        const { ids } = expectAccessible(codebookHtml(value))
        for (const theme of value.themes) expect(ids).toContain(`theme-${theme.id}`)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('has text of enough contrast', async () => {
    const html = codebookHtml(await codebookOf(EXAMPLE))
    const colours = [...html.matchAll(/[^-]color: #(?<hex>[0-9a-f]{3,6});/gu)].map(
      ({ groups }) => groups?.hex ?? '',
    )
    expect(colours.length).toBeGreaterThan(3)
    for (const colour of colours) expect(contrast(colour, 'ffe9a8'), colour).toBeGreaterThan(7)
  })
})

/** Contrast of two colours as WCAG 2 defines it: 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
