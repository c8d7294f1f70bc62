import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baselineRecorder, type CorpusCoding } from '../src/check/baseline.ts'
import { compareBaseline } from '../src/check/baseline-compare.ts'
import { baselineText, readBaseline } from '../src/check/baseline-file.ts'
import { passageOf } from '../src/code/code-text.ts'
import { parseCodebook } from '../src/codebook/parse.ts'
import { compile } from '../src/match/compile.ts'

async function codingOf(
  rules: string,
  texts: Readonly<Record<string, string>>,
): Promise<CorpusCoding> {
  const { value } = await parseCodebook(
    `codebook: school\nversion: 1.0.0\nthemes:\n  - {id: school, name: S, rules: [${rules}]}\n  - {id: other, name: O, rules: [exam]}\n`,
    'school.yaml',
    { regexProblem: () => undefined },
  )
  if (value === undefined) throw new Error('the codebook of this test is broken')
  const recorder = baselineRecorder(compile(value, 'sentence'), {
    unit: 'sentence',
    excludedRoles: [],
    keepText: true,
  })
  for (const [id, text] of Object.entries(texts)) {
    const file = { id, path: `in/${id}` }
    recorder.passage(passageOf(text, id), file)
    const bytes = Buffer.from(text)
    recorder.file(file, {
      path: file.path,
      size: bytes.length,
      read: (position, length) => bytes.subarray(position, position + length),
    })
  }
  return recorder.result()
}

const BEFORE = { 'a.txt': 'My school closed. The exam was hard.', 'b.txt': 'A teacher left.' }

describe('a baseline', () => {
  it('holds ids, rules and hashes, and nothing that was said', async () => {
    const text = baselineText(await codingOf('school, teacher', BEFORE))
    expect(text.split('\n').slice(1, -1)).toEqual([
      '{"segment":"a.txt:0-17","sha256":"1420b67742fd02d7","themes":{"school":["school"]}}',
      '{"segment":"a.txt:18-36","sha256":"37cd8fc1552b0b1c","themes":{"other":["exam"]}}',
      '{"segment":"b.txt:0-15","sha256":"0bed098feec6429d","themes":{"school":["teacher"]}}',
    ])
    for (const word of ['closed', 'hard', 'left']) expect(text).not.toContain(word)
  })

  it('is read as it was written', async () => {
    const coding = await codingOf('school, teacher', BEFORE)
    const read = readBaseline(baselineText(coding))
    if ('badLine' in read) throw new Error(`line ${read.badLine}`)
    expect(baselineText(read.baseline)).toBe(baselineText(coding))
  })

  it('is read or refused with a line, whatever it holds', async () => {
    const whole = baselineText(await codingOf('school, teacher', BEFORE))
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.string(), (at, length, instead) => {
        const read = readBaseline(whole.slice(0, at) + instead + whole.slice(at + length))
        if ('badLine' in read) expect(read.badLine).toBeGreaterThan(0)
        else expect(readBaseline(baselineText(read.baseline))).toEqual(read)
      }),
    )
  })
})

describe('what differs from a baseline', () => {
  it.each([
    {
      name: 'nothing',
      rules: 'school, teacher',
      texts: BEFORE,
      expected: [],
      same: ['a.txt', 'b.txt'],
    },
    {
      name: 'a rule less',
      rules: 'school',
      texts: BEFORE,
      expected: [
        'baseline-obsolete b.txt:0-15 is recorded and no longer coded: it had school (teacher).',
      ],
      same: ['a.txt'],
    },
    {
      name: 'a rule more, on a segment that was coded',
      rules: 'school, teacher, hard',
      texts: BEFORE,
      expected: ['baseline-changed a.txt:18-36 gains school (hard).'],
      same: ['a.txt, the rest', 'b.txt'],
    },
    {
      name: 'another rule for the same theme',
      rules: 'school, teacher, close',
      texts: BEFORE,
      expected: ['baseline-changed a.txt:0-17 has school by close, school (recorded: school).'],
      same: ['a.txt, the rest', 'b.txt'],
    },
    {
      name: 'a file that changed, its segment still at its place',
      rules: 'school, teacher',
      texts: { ...BEFORE, 'b.txt': 'A teacher fell.' },
      expected: [
        'baseline-file The file b.txt has changed since the baseline was recorded.',
        'baseline-changed b.txt:0-15 has other words.',
      ],
      same: ['a.txt'],
    },
    {
      name: 'a file that is gone',
      rules: 'school, teacher',
      texts: { 'a.txt': BEFORE['a.txt'] },
      expected: [
        'baseline-file The file b.txt of the baseline is not in the corpus.',
        'baseline-obsolete b.txt:0-15 is recorded and no longer coded: it had school (teacher).',
      ],
      same: ['a.txt'],
    },
    {
      name: 'a file that changed behind what is coded',
      rules: 'school, teacher',
      texts: { ...BEFORE, 'b.txt': 'A teacher left. Good.' },
      expected: ['baseline-file The file b.txt has changed since the baseline was recorded.'],
      same: ['a.txt', 'b.txt, the rest'],
    },
    {
      name: 'a file that is new',
      rules: 'school, teacher',
      texts: { ...BEFORE, 'c.txt': 'No school.' },
      expected: [
        'baseline-file The file c.txt is not in the baseline.',
        'baseline-new c.txt:0-10 is coded and not recorded: it has school (school).',
      ],
      same: ['a.txt', 'b.txt'],
    },
  ])('$name', async ({ rules, texts, expected, same }) => {
    const recorded = await codingOf('school, teacher', BEFORE)
    const { results } = compareBaseline(recorded, await codingOf(rules, texts), 's.baseline.jsonl')
    const failed = results.filter(({ outcome }) => outcome === 'failed')
    const said = failed.map(({ id, complaint }) => `${id} ${complaint?.withheld ?? ''}`)
    expect(said.map((one) => one.replace(/ Give the files .*/u, ''))).toEqual(expected)
    for (const { complaint } of failed) expect(complaint?.withheld).not.toContain('closed')
    const passed = results.filter(({ outcome }) => outcome === 'passed')
    expect(passed.map(({ name }) => name)).toEqual(same)
  })

  it('counts', async () => {
    const recorded = await codingOf('school, teacher', BEFORE)
    const now = await codingOf('hard', { ...BEFORE, 'c.txt': 'So hard.' })
    const { results: _, ...counts } = compareBaseline(recorded, now, 's.baseline.jsonl')
    expect(counts).toEqual({ recorded: 3, same: 0, changed: 1, added: 1, obsolete: 2, files: 1 })
  })
})
