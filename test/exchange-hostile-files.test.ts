/** Files that no program writes by itself: none of them may stop an import, or take it for ever. */
import { describe, expect, it } from 'vitest'
import { imported, outline, recognised } from './exchange.ts'

describe('a file is recognised however it begins', () => {
  it.each([
    ['empty lines, then a table', `${'\n'.repeat(5000)}abc\tx\n`, undefined],
    ['lines of spaces, then a code', `${' \n'.repeat(5000)}*trust\n\n trust\n`, 'kh-coder'],
    ['comments, then a code', `${'# x\n\n'.repeat(5000)}*trust\ntrust\n`, 'kh-coder'],
    ['a name alone', '*trust\n\n', undefined],
  ])('%s', (_name, text, expected) => {
    expect(recognised('words.txt', text)).toBe(expected)
  })
})

describe('a codebook of REFI-QDA that nests without end', () => {
  it('is read, and each place named in short', async () => {
    const name = (n: number) => `${n}${'x'.repeat(200)}`
    const open = Array.from({ length: 1500 }, (_, n) => `<Code name="${name(n)}">`).join('')
    const siblings = Array.from({ length: 20_000 }, (_, n) => `<Code name="s${n}"/>`).join('')
    const { draft, losses } = await imported(
      'refi-qda',
      `<CodeBook><Codes>${open}${siblings}${'</Code>'.repeat(1500)}</Codes></CodeBook>`,
    )
    expect(draft?.themes).toHaveLength(1)
    expect(losses.length).toBeGreaterThan(20_000)
    expect(Math.max(...losses.map(({ where }) => where.length))).toBeLessThan(2000)
    expect(losses.at(-2)?.where).toContain('x… > … > s19999')
  })
})

describe('codes of KH Coder that name codes', () => {
  it.each([
    ['each the one above it', (n: number) => `<*c${n}> or w${n + 1}`, 450],
    ['each the one above it, with and', (n: number) => `<*c${n}> & w${n + 1}`, 450],
    ['and and or by turns', (n: number) => `x or ( y & ( z or ( w & <*c${n}> ) ) )`, 100],
    ['each the one above it twice', (n: number) => `<*c${n}> or <*c${n}>`, 20],
  ])('%s: their conditions are repeated so often and no more', async (_name, line, most) => {
    const codes = Array.from({ length: 1200 }, (_, n) => `*c${n + 1}\n${line(n)}\n`)
    const { draft, losses } = await imported('kh-coder', `*c0\nw0\n${codes.join('')}`)
    expect(draft?.themes).toHaveLength(1201)
    const left = losses.filter(({ what }) => what.includes('more than 100,000 conditions'))
    expect(left[0]?.where).toMatch(/^line \d+, c\d+: “<\*c\d+>”$/u)
    expect(Number(left[0]?.where.split('<*c')[1]?.slice(0, -2))).toBeLessThan(most)
  })

  it('many the same long one: the codebook can be read', async () => {
    const words = Array.from({ length: 9900 }, (_, n) => `w${n}`).join(' or ')
    const codes = Array.from({ length: 1000 }, (_, n) => `*c${n}\n<*a>\n`)
    const result = await imported('kh-coder', `*a\n${words}\n${codes.join('')}`)
    const rules = result.draft?.themes.map((theme) => theme.rules.length) ?? []
    expect(rules.reduce((sum, count) => sum + count, 0)).toBe(9900 * 11)
    expect(result.losses).toHaveLength(990)
  })
})

const FAR = ' '.repeat(200_000)

describe('a line without end is read in one go', () => {
  it.each([
    ['liwc', 'spaces', `%\n1 joy\n%\nword${FAR}x\nglad${FAR}1\n`, ['joy: glad']],
    ['liwc', 'spaces before tabs', `%\n1\tjoy\n%\nword${FAR}x\nglad${FAR}\t1\n`, ['joy: glad']],
    ['liwc', 'spaces in a phrase', `%\n1\tjoy\n%\nso${FAR}glad\t1\n`, ['joy: so glad']],
    ['wordstat', 'brackets', `JOY\n\t${'['.repeat(200_000)} (1)\n\tGLAD (1)\n`, ['JOY: GLAD']],
    ['csv', 'spaces in a theme', `theme,term\nJoy${FAR}> Glad,glad\n`, ['Joy', 'Joy > Glad: glad']],
    ['kh-coder', 'demands', `*joy\nglad${' & x'.repeat(200_000)}\n*no\nno\n`, ['joy', 'no: no']],
    ['kh-coder', 'signs of a comment', `#a${'#'.repeat(200_000)}b\n*joy\nglad\n`, ['joy: glad']],
    [
      'kh-coder',
      'open brackets',
      `*joy\nglad or ${'<* '.repeat(200_000)}\n*no\nno\n`,
      ['joy', 'no: no'],
    ],
  ])('%s, %s', async (format, _name, text, themes) => {
    const { draft } = await imported(format, text)
    expect(outline(draft?.themes ?? [])).toEqual(themes)
  })

  it('a path of many levels', async () => {
    const path = Array.from({ length: 20_000 }, (_, n) => `t${n}`).join(' > ')
    const { draft } = await imported('csv', `theme,term\n${path},word\n`)
    expect(outline(draft?.themes ?? [])).toHaveLength(20_000)
  })
})
