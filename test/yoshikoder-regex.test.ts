/** Regular expressions of Yoshikoder, which are for one word, as they are searched for in a text. */
import { expect, it } from 'vitest'
import { wordRegex } from '../src/codebook/exchange/yoshikoder-regex.ts'
import { compileRegex } from '../src/match/linear-regex.ts'

it.each([
  ['(?i)^trust$', '(?i)trust'],
  ['(?i:^care$)', '(?i:care)'],
  ['(?<n>^home$)', '(?<n>home)'],
  ['^^bus$$', 'bus'],
  ['^a|^b$', 'a|b'],
  [String.raw`\Aone\z`, 'one'],
])('%s is %s', (source, regex) => {
  expect(wordRegex(source)).toEqual({ regex })
})

it.each(['a^b', 'a$b', '(a)^b'])('%s is left out, with the reason', (source) => {
  expect(wordRegex(source)).toMatchObject({ problem: expect.stringContaining('^ or $') })
})

it.each([
  ['[^-_]+ing', 'going'],
  ['[^_-]+ing', 'Going'],
  ['[^]]+ing', 'going'],
])('%s finds %s', (source, word) => {
  const made = wordRegex(source)
  expect('regex' in made && [...word.matchAll(new RegExp(made.regex, 'gu'))].length).toBe(1)
  expect(() => compileRegex('regex' in made ? made.regex : '', false)).not.toThrow()
})
