import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '../src/format/markdown.ts'

describe('text that Markdown shows as it is', () => {
  it.each([
    ['what was said', 'what was said'],
    ['*not* [me] | `x`', '\\*not\\* \\[me\\] \\| \\`x\\`'],
    ['1. trust &lt;b&gt;', '1\\. trust \\&lt;b\\&gt;'],
    ['one\n  2) two\n1.5 times', 'one\n  2\\) two\n1.5 times'],
    ['- trust\n-\n+ more', '\\- trust\n\\-\n\\+ more'],
    ['-5, +1 and - then', '-5, +1 and - then'],
    ['trust\n---\nmore\n===', 'trust\n\\---\nmore\n\\==='],
    ['- - -', '\\- - -'],
    ['&#60; &#x3c; Q&A & co; R&D', '\\&\\#60; \\&\\#x3c; Q&A & co; R&D'],
  ])('%j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
  })
})
