/** The printable codebook as people see it: in a browser, on a telephone, by keyboard and on paper. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codebookHtml } from '../src/codebook/show-html.ts'
import { BROWSER_NOTE, hasNoBrowser, startBrowser } from './browser.ts'
import { codebookOf, EXAMPLE, withRules } from './codebook-example.ts'

/** Right-to-left words with markup and a very long word in every place that takes text. */
const HARD_WORDS = `עובדת סוציאלית <b onmouseover="alert(1)">x</b> ${'supercalifragilistic'.repeat(9)}`

const HARD = `${withRules(`- ${JSON.stringify(HARD_WORDS)}`).replace(
  'name: One',
  `name: ${JSON.stringify(HARD_WORDS)}\n    definition: ${JSON.stringify(HARD_WORDS)}`,
)}title: ${JSON.stringify(HARD_WORDS)}\nlanguage: he\n`

const CODEBOOKS: readonly (readonly [string, string])[] = [
  ['every key', EXAMPLE],
  ['hard words', HARD],
  ['the bundled codebook', readFileSync('codebooks/care-review.yaml', 'utf8')],
]

describe.skipIf(hasNoBrowser)(`the page in a browser${BROWSER_NOTE}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'voices-page-'))
  const file = join(folder, 'codebook.html')
  const url = pathToFileURL(file).href
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  /** A page of a codebook from a file, with everything else it asks for and all it complains of. */
  async function open(yaml: string, width = 1000) {
    const context = await browser.newContext({ viewport: { width, height: 700 } })
    const page = await context.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(dialog.message()))
    writeFileSync(file, codebookHtml(await codebookOf(yaml)))
    await page.goto(url)
    return { page, asked, complaints, close: () => context.close() }
  }

  it.each(CODEBOOKS)('%s: loads nothing, and nothing is complained of', async (_name, yaml) => {
    const { page, asked, complaints, close } = await open(yaml)
    expect(await page.title()).toContain((await codebookOf(yaml)).title)
    expect(asked).toEqual([url])
    expect(complaints).toEqual([])
    await close()
  })

  it.each(
    CODEBOOKS.flatMap(([name, yaml]) =>
      [320, 390, 1280].map((width) => [name, width, yaml] as const),
    ),
  )('%s: fits a screen of %i pixels', async (_name, width, yaml) => {
    const { page, close } = await open(yaml, width)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await close()
  })

  it('goes from the contents to each theme, and to the themes by the first key', async () => {
    const { page, close } = await open(EXAMPLE)
    for (const link of await page.locator('nav a').all()) {
      const name = await link.textContent()
      await link.click()
      expect(await headingsInView(page), name ?? '').toContain(name)
    }
    await page.goto('about:blank')
    await page.goto(url)
    await page.keyboard.press('Tab')
    const skip = page.locator('a.skip')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('themes')
    await close()
  })

  it('gives screen readers an outline', async () => {
    const { page, close } = await open(EXAMPLE)
    const tree = await page.locator('body').ariaSnapshot()
    for (const line of [
      '- heading "What the youth panel said" [level=1]',
      '- navigation "Contents":',
      '- region "Trusting relationships":',
      '- heading "Changing workers" [level=3]',
      '- columnheader "What changed"',
      '- mark: the only adult I trust',
    ])
      expect(tree).toContain(line)
    await close()
  })

  it('shows right-to-left words from the right, and their markup as text', async () => {
    const { page, close } = await open(HARD)
    const heading = page.locator('main h2')
    expect(
      await page.evaluate(`getComputedStyle(document.querySelector('main h2')).direction`),
    ).toBe('rtl')
    expect(await heading.textContent()).toBe(HARD_WORDS)
    expect(await page.locator('b').count()).toBe(0)
    await close()
  })

  it('prints: no theme heading is the last line of a page, no link to skip', async () => {
    const { page, close } = await open(EXAMPLE)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('a.skip').isVisible()).toBe(false)
    const breaks = `[...document.querySelectorAll('h2, h3, .label')].map((heading) =>
      getComputedStyle(heading).breakAfter)`
    expect(await page.evaluate(`[...new Set(${breaks})]`)).toEqual(['avoid'])
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await close()
  })
})

/** The headings that stand wholly in view. */
function headingsInView(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll('h2, h3')]
    .filter((heading) => {
      const { top, bottom } = heading.getBoundingClientRect()
      return top > -1 && bottom <= innerHeight
    })
    .map((heading) => heading.textContent)`)
}
