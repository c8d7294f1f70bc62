import { describe, expect, test } from 'vitest'
import { lineJoins } from '../src/ingest/documents/pdf-hyphens.ts'

describe('hyphens at line ends', () => {
  test.each<[string, readonly string[], string]>([
    ['a word is joined', ['an exam-', 'ple of it'], 'an example of it'],
    ['a capital at the start', ['Exam-', 'ples'], 'Examples'],
    ['a soft hyphen', ['an exam\u00ad', 'ple'], 'an example'],
    ['a typographic hyphen', ['an exam\u2010', 'ple'], 'an example'],
    ['the hyphen stands elsewhere', ['well-', 'being', 'My well-being.'], 'well-being'],
    ['the whole word stands elsewhere', ['self-', 'less', 'She is selfless.'], 'selfless'],
    ['a first part of compounds', ['her self-', 'esteem'], 'her self-esteem'],
    ['a capital behind it', ['Mrs Smith-', 'Jones'], 'Mrs Smith-Jones'],
    ['capitals before it', ['the NHS-', 'funded one'], 'the NHS-funded one'],
    ['a number', ['in 2019-', '20'], 'in 2019-20'],
    ['two hyphens', ['my mother-in-', 'law'], 'my mother-in-law'],
    ['a dash with spaces', ['he went -', 'and came'], 'he went - and came'],
    ['a long dash', ['he went—', 'and came'], 'he went—and came'],
    ['a stutter', ['I was go-', 'going there'], 'I was go-going there'],
    [
      'speech that breaks off',
      ['I just thou-', 'anyway', 'It was a gr- a lot', 'and he wa- he came'],
      'I just thou- anyway',
    ],
    ['no hyphen', ['one', 'two'], 'one two'],
  ])('%s', (_, [before = '', after = '', ...others], expected) => {
    const { drops, between } = lineJoins([before, after, ...others])(before, after)
    expect(before.slice(0, before.length - drops) + between + after).toBe(expected)
  })
})
