import { describe, expect, it } from 'vitest'
import { codebookTable } from '../src/codebook/show.ts'
import { brief, codebookOf, parse, withRules } from './codebook-example.ts'

const GUID = '3B9A8E02-6D5C-5F1A-9C1E-0A4B7C2D1E01'

function withKeys(keys: string): string {
  return withRules('- trust').replace('    name: One\n', `    name: One\n${keys}`)
}

describe('what other programs know a theme by', () => {
  it('is kept, in capitals', async () => {
    const yaml = withKeys(`    guid: ${GUID.toLowerCase()}\n    color: "#1f77b4"\n`)
    const { themes } = await codebookOf(yaml)
    expect(themes).toMatchObject([{ guid: GUID, colour: '#1F77B4' }])
  })

  it('is absent where the file does not say', async () => {
    const { themes } = await codebookOf(withRules('- trust'))
    expect(Object.keys(themes[0] ?? {})).not.toContain('guid')
    expect(Object.keys(themes[0] ?? {})).not.toContain('colour')
  })

  it('changes neither the fingerprint nor what is shown', async () => {
    const plain = await codebookOf(withKeys(''))
    const marked = await codebookOf(withKeys(`    guid: ${GUID}\n    color: "#1f77b4"\n`))
    expect(marked.fingerprint).toBe(plain.fingerprint)
    expect([...codebookTable(marked).rows]).toEqual([...codebookTable(plain).rows])
  })

  it.each([
    ['a GUID in braces', `    guid: "{${GUID}}"\n`, ['6:11 error bad-guid']],
    ['a GUID that is none', '    guid: 12\n', ['6:11 error bad-guid']],
    ['a colour by name', '    color: red\n', ['6:12 error bad-color']],
    ['a colour of three digits', '    color: "#f00"\n', ['6:12 error bad-color']],
    ['a British colour', '    colour: "#ff0000"\n', ['6:5 error unknown-key']],
  ])('%s is refused', async (_name, keys, expected) => {
    expect(await brief(withKeys(keys))).toEqual(expected)
  })

  it('says that a colour needs quotes', async () => {
    const { diagnostics } = await parse(withKeys('    color: #ff0000\n'))
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Nothing stands after `color:`, so it counts as absent. A bare # starts a comment: put the colour in quotes.',
    ])
  })
})

describe('a codebook without rules', () => {
  const LIST = 'codebook: list\nversion: 1.0.0\nthemes:\n  - {id: a, name: A}\n'

  it('can be read, with a warning', async () => {
    expect(await brief(LIST)).toEqual(['3:1 warning no-rules'])
    expect((await codebookOf(LIST)).themes).toHaveLength(1)
  })
})
