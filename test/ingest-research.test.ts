/** Readers of research formats: what they read, what they leave, and that nothing breaks them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson, stringPieces } from '../src/ingest/json-values.ts'
import { cellTimes } from '../src/ingest/research/cell-times.ts'
import { chatSpeech } from '../src/ingest/research/chat-speech.ts'
import { clockTime } from '../src/ingest/research/clock-times.ts'
import { placedWords } from '../src/ingest/research/placed-words.ts'
import { passageText } from '../src/place.ts'
import { bytesAs, leftOutOf, type Read, readAsync, turnsOf } from './ingest-read.ts'

const SAMPLES = 'fixtures/formats'
const CORPORA = '../shared/corpora/transcripts'

function readAs(path: string, text: string): Promise<Read> {
  return readAsync(bytesAs(path, Buffer.from(text)))
}

describe('JSON with places', () => {
  test('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const { end, brokenAt } = readJson(text)
        expect({ end, brokenAt }).toEqual({ end: text.length, brokenAt: undefined })
        expect(plainValue(readJson(text).value)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('the pieces of a string are the string, and each stands where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const text = JSON.stringify([written]).replace(NOT_ASCII, escapeOf)
        const list = readJson(text).value
        const value = list?.kind === 'array' ? list.items[0] : undefined
        if (value?.kind !== 'string') throw new Error('no string')
        const pieces = [...stringPieces(text, value)]
        expect(pieces.map((piece) => piece.text).join('')).toBe(written)
        for (const piece of pieces) {
          const isPlain = text.startsWith(piece.text, piece.offset)
          expect(isPlain || text.charAt(piece.offset) === '\\').toBe(true)
        }
      }),
    )
  })

  const broken: readonly [name: string, text: string, brokenAt: number][] = [
    ['cut off', '{"a": [1, 2', 11],
    ['nothing', '', 0],
    ['a comma too few', '{"a": 1 "b": 2}', 8],
    ['the wrong bracket', '[1}', 2],
    ['a member without value', '{"a"}', 4],
    ['brackets without end', '['.repeat(100_000), 100_000],
  ]
  test.each(broken)('%s', (_name, text, brokenAt) => {
    expect(readJson(text).brokenAt).toBe(brokenAt)
  })

  test('what stands before a mistake is kept', () => {
    expect(plainValue(readJson('{"a": [{"b": 1}, {"b": 2, "c"').value)).toEqual({
      a: [{ b: 1 }, { b: 2 }],
    })
  })
})

describe('speech JSON', () => {
  const cases: readonly [name: string, json: unknown, turns: readonly string[]][] = [
    [
      'Whisper: nobody is named',
      { text: ' So.', segments: [{ start: 0, end: 1.5, text: ' So.' }], language: 'en' },
      ['talk.json/unknown@00:00:00.000: So.'],
    ],
    [
      'WhisperX: who is not named where others are is unknown',
      {
        segments: [
          { start: 3661.5, end: 3662, text: ' Why?', speaker: 'SPEAKER_00' },
          { start: 3662, end: 3663, text: ' No idea.' },
          { text: ' None.', speaker: 'SPEAKER_01', words: [{ word: 'None.' }] },
        ],
      },
      [
        'SPEAKER_00/unknown@01:01:01.500: Why?',
        'unknown/unknown@01:01:02.000: No idea.',
        'SPEAKER_01/unknown: None.',
      ],
    ],
    [
      'a list alone',
      [{ id: 1, start: 0, end: 1, text: 'So', words: [{ word: 'So' }] }],
      ['talk.json/unknown@00:00:00.000: So'],
    ],
    [
      'Transformers',
      { text: 'So', chunks: [{ timestamp: [0.5, null], text: 'So' }] },
      ['talk.json/unknown@00:00:00.500: So'],
    ],
    [
      'AssemblyAI: a letter is no role',
      {
        utterances: [
          { speaker: 'A', start: 250, end: 900, text: 'So?' },
          { speaker: 'I', start: 950, end: 990, text: 'Mm.' },
        ],
      },
      ['Speaker A/unknown@00:00:00.250: So?', 'Speaker I/unknown@00:00:00.950: Mm.'],
    ],
    [
      'Deepgram',
      { results: { utterances: [{ start: 1, end: 2, transcript: 'So?', speaker: 0 }] } },
      ['Speaker 0/unknown@00:00:01.000: So?'],
    ],
    [
      'Amazon Transcribe',
      {
        results: {
          audio_segments: [
            { start_time: '1.04', end_time: '2', transcript: 'So?', speaker_label: 'spk_0' },
          ],
        },
      },
      ['spk_0/unknown@00:00:01.040: So?'],
    ],
    [
      'Rev',
      {
        monologues: [
          {
            speaker: 1,
            elements: [
              { type: 'text', value: 'Not', ts: 0.5, end_ts: 0.7 },
              { type: 'punct', value: ' ' },
              { type: 'text', value: 'once' },
              { type: 'punct', value: '.' },
            ],
          },
        ],
      },
      ['Speaker 1/unknown@00:00:00.500: Not once.'],
    ],
    ['a text and nothing else', { text: 'So it goes.' }, ['talk.json/unknown: So it goes.']],
    ['silence', { text: '', segments: [], language: 'en' }, []],
  ]
  test.each(cases)('%s', async (_name, json, turns) => {
    const reading = await readAs('talk.json', JSON.stringify(json, null, 1))
    expect(turnsOf(reading)).toEqual(turns)
    expect(reading.problems).toEqual([])
    expect(reading.passages[0]?.document.reader).toBe('speech-json')
  })

  test('places lead to the words, also behind escapes and line breaks', async () => {
    const json =
      '{"segments": [\n {"start": 0, "end": 1, "text": " caf\\u00e9 d\\u00e9j\\u00e0 \\n vu"}]}'
    expect(placesOfWords(await readAs('talk.json', json))).toEqual([
      'café 2:35',
      'déjà 2:45',
      'vu 2:63',
    ])
  })

  test('a long text that comes first', async () => {
    const json = { text: 'We moved. '.repeat(9000), segments: [{ start: 0, end: 1, text: 'We' }] }
    expect(turnsOf(await readAs('talk.json', JSON.stringify(json)))).toEqual([
      'talk.json/unknown@00:00:00.000: We',
    ])
  })

  test('what a model says into silence is left out', async () => {
    const json = { segments: [{ start: 0, end: 2, text: ' Thank you for watching.' }] }
    const reading = await readAs('talk.json', JSON.stringify(json))
    expect(turnsOf(reading)).toEqual([])
    expect(leftOutOf(reading)).toEqual(['phrase of a speech model: Thank you for watching.'])
  })

  test('a file that was cut off is read up to there', async () => {
    const whole = JSON.stringify({ segments: [{ text: 'One.' }, { text: 'Two.' }] })
    const reading = await readAs('talk.json', whole.slice(0, -8))
    expect(turnsOf(reading)).toEqual(['talk.json/unknown: One.'])
    expect(reading.problems.map(({ id, line }) => [id, line])).toEqual([['broken-json', 1]])
  })

  test.each([
    [
      'answers',
      '[{"id": 1, "start": "2026-06-01T10:00", "end": "2026-06-01", "text": "I moved."}]',
    ],
    ['answers in lines', '{"text": "I moved.", "id": 1}\n{"text": "Twice.", "id": 2}\n'],
  ])('%s are not speech', async (_name, text) => {
    const { passages } = await readAs('talk.json', text)
    expect(passages.map(({ document }) => document.reader)).not.toContain('speech-json')
  })

  test('another JSON is refused with a reason', async () => {
    const source = bytesAs('talk.json', Buffer.from('{"name": "x"}'))
    const { problems } = await readAsync(source, { reader: 'speech-json' })
    expect(problems.map(({ id }) => id)).toEqual(['no-speech-found'])
  })
})

describe('transcripts in tables', () => {
  const cases: readonly [name: string, path: string, text: string, turns: readonly string[]][] = [
    [
      'Whisper',
      'talk.tsv',
      'start\tend\ttext\n0\t2500\tSo, "we" moved\n2500\t3000000\tagain.\n',
      ['talk.tsv/unknown@00:00:00.000: So, "we" moved again.'],
    ],
    [
      'NVivo, any order of columns',
      'talk.txt',
      'Speaker\tTimespan\tContent\nP1\t0:00.0 - 0:05.3\tMy nan.\n\t0:05.3 - 0:06\tMe too.\n',
      ['P1/participant@0:00.0: My nan.', 'unknown/unknown@0:05.3: Me too.'],
    ],
    [
      'names without times',
      'talk.csv',
      'Speaker,Text\n"Al (mentor)",So?\nInterviewer:,"Well, no."\n',
      ['Al/unknown: So?', 'Interviewer/interviewer: Well, no.'],
    ],
    [
      'Sonix: a word in each row',
      'talk.csv',
      'Word,Start Timecode,End Timecode,Speaker\nI,00:00:00.55,00:00:00.9,P1\nmoved.,00:00:01:21,00:00:02:02,P1\nWhy?,00:00:03,00:00:04,I\n',
      ['P1/participant@00:00:00.55: I moved.', 'I/interviewer@00:00:03: Why?'],
    ],
  ]
  test.each(cases)('%s', async (_name, path, text, turns) => {
    expect(turnsOf(await readAs(path, text))).toEqual(turns)
  })

  test.each([
    ['answers', 'answers.csv', 'Timestamp,Name,Text\n2026-06-01 10:00,Jo,I moved.\n'],
    ['answers with a start', 'answers.csv', 'id,start,end,comment\n1,10:00,10:05,I moved.\n'],
    ['prose with tabs', 'talk.txt', 'Text\tand more\nI moved.\tTwice.\n'],
  ])('%s are no transcript', async (_name, path, text) => {
    const { passages } = await readAs(path, text)
    expect(passages.map(({ document }) => document.reader)).not.toContain('transcript-table')
  })

  const times: readonly [written: string, start: string | undefined, end: string | undefined][] = [
    ['0:00.0 - 0:05.3', '0:00.0', '0:05.3'],
    ['#00:00:02.0#', '00:00:02.0', undefined],
    ['[00:00:02]/[00:00:05]', '00:00:02', '00:00:05'],
    ['75-80', '75', '80'],
    ['1:6', '1:6', undefined],
    ['00:00:01:21', '00:00:01:21', undefined],
    ['2026-06-01 10:00', undefined, undefined],
    ['later', undefined, undefined],
    ['', undefined, undefined],
  ]
  test.each(times)('the time %s', (written, start, end) => {
    expect(cellTimes(written)).toEqual({ start, end })
  })
})

describe('CHAT', () => {
  const lines: readonly [content: string, words: string][] = [
    ['more cookie . [+ IMP]', 'more cookie.'],
    ['<my my> [/] my nan &=laughs (.) she\n\tlistens .', 'my my my nan she listens.'],
    ['well , (be)cause no:: , no !', 'well, because no, no!'],
    ['xxx .', ''],
    ['xxx told www me (1.5) twice (2:03.4) .', 'told me twice.'],
    ['&-um &+fr &~ba I said &*MOT:yes_dear no +...', 'um I said no...'],
    ['0is it 0 fair +//?', 'it fair?'],
    ['⌈2 that⌉ is ↑not °so° ˈbad „ is it ‡ +"/.', 'that is not so bad is it.'],
    ['ice+cream all_gone taigh@s:gla o:h .', 'ice cream all gone taigh oh.'],
    ['+< +" go [x 3] [: went] [*] away [=! shouts loudly] +/.', 'go away...'],
    ['half ⌊a⌋ mark \u0015 and more', 'half a mark and more'],
  ]
  test.each(lines)('%j', (content, words) => {
    expect(saidIn(content)).toBe(words)
  })

  test('times of one mark, and of two', () => {
    const times = (content: string) => {
      const { start, end } = chatSpeech(content, 0)
      return [start, end]
    }
    expect(times('hi . \u0015310_1200\u0015')).toEqual([310, 1200])
    expect(times('hi \u0015310_1200\u0015 there . \u00151200_1300\u0015')).toEqual([310, 1300])
    expect(times('hi . \u0015%snd:"talk"_5_6\u0015')).toEqual([5, 6])
    expect(times('hi .')).toEqual([undefined, undefined])
  })

  test('each word stands in the source where it says', () => {
    const content = "I <did not> [//] didn't (be)cause &-um nobody , ⌈told⌉ me ."
    const { words } = chatSpeech(content, 100)
    const found = words.flatMap(({ text, offset }) =>
      [...text.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => {
        return content.slice(offset - 100 + index).startsWith(word.slice(0, 2)) ? '' : word
      }),
    )
    expect(found.filter((word) => word !== '')).toEqual([])
  })

  const roles: readonly [name: string, headers: string, speaker: string][] = [
    ['by its role', '@Participants:\tABC Jo Mother , DEF Target_Child', 'ABC/parent'],
    ['an adult with the code of a child', '@ID:\teng|x|CHI|||||Adult|||', 'CHI/unknown'],
    ['a child that is no child', '@ID:\teng|x|ABC|18;00.|||| Target_Child|||', 'ABC/unknown'],
    ['a child', '@ID:\teng|x|ABC|9;11.|||| Target_Child|||', 'ABC/child'],
    ['one who is in no header', '@Participants:\tXYZ Mother', 'INV/interviewer'],
    ['a sibling may be grown', '@Participants:\tSIS Sister', 'SIS/unknown'],
  ]
  test.each(roles)('the speaker is %s', async (_name, headers, speaker) => {
    const code = speaker.slice(0, 3)
    const reading = await readAs('a.cha', `@UTF8\n@Begin\n${headers}\n*${code}:\thi .\n@End\n`)
    expect(turnsOf(reading)).toEqual([`${speaker}: hi.`])
    expect(reading.problems).toEqual([])
  })

  test('roles that the analyst gives win', async () => {
    const text = '@UTF8\n@Begin\n@Participants:\tCHI Target_Child\n*CHI:\thi .\n@End\n'
    const source = bytesAs('a.cha', Buffer.from(text))
    const roles = new Map([['chi', 'Care leaver']])
    expect(turnsOf(await readAsync(source, { roles }))).toEqual(['CHI/care_leaver: hi.'])
  })

  test('a file without its end, and a line that is none', async () => {
    const reading = await readAs(
      'a.cha',
      '@UTF8\n@Begin\n*MOT:\thi .\nwho said this?\n*MOT:\tyes .\n',
    )
    expect(turnsOf(reading)).toEqual(['MOT/parent: hi.', 'MOT/parent: yes.'])
    expect(leftOutOf(reading)).toEqual(['line without @, * or %: who said this?'])
    expect(reading.problems.map(({ id }) => id)).toEqual(['no-end-line'])
  })
})

describe('ELAN', () => {
  test('both speakers are kept where they overlap; tiers below others are not read', async () => {
    const reading = await readSample('elan_two.eaf')
    expect(turnsOf(reading)).toEqual([
      'Interviewer/interviewer@00:00:00.000: What helped?',
      'Young person A/young_person@00:00:02.500: My nan & my brother, "both" of them [laughs] and &secret; the dog.',
      'Interviewer/interviewer@00:00:03.100: Mm.',
    ])
    expect(placesOfWords(reading).filter((it) => /^(?:brother|of|dog)/u.test(it))).toEqual([
      'brother, 17:43',
      'of 18:28',
      'dog. 23:53',
    ])
  })

  test('a file that was cut off is read up to there, and it is said', async () => {
    const whole = readFileSync(`${SAMPLES}/elan.eaf`, 'utf8')
    const reading = await readAs('elan.eaf', whole.slice(0, whole.indexOf(' &amp; again')))
    expect(turnsOf(reading)).toEqual(['P1/participant@00:00:00.780: I moved again'])
    expect(reading.problems.map(({ id }) => id)).toEqual(['broken-xml'])
  })
})

describe('what is shared', () => {
  const times: readonly [milliseconds: number | undefined, shown: string | undefined][] = [
    [5120, '00:00:05.120'],
    [0, '00:00:00.000'],
    [3_599_999.6, '01:00:00.000'],
    [360_000_000, '100:00:00.000'],
    [-1, undefined],
    [Number.NaN, undefined],
    [undefined, undefined],
  ]
  test.each(times)('%s ms', (milliseconds, shown) => {
    expect(clockTime(milliseconds)).toBe(shown)
  })

  test('words keep their order and places, whatever is cut out between them', () => {
    const part = fc.record({ text: fc.constantFrom('a', ' ', 'bc ', ' d', 'e\n'), gap: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        let offset = 0
        const placed = parts.map(({ text, gap }) => {
          const at = offset + gap
          offset = at + text.length
          return { text, offset: at }
        })
        const pieces = placedWords(placed)
        const whole = parts.map(({ text }) => text).join('')
        const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '')
        expect(pieces.flatMap(({ text }) => words(text))).toEqual(words(whole))
        const source = Array.from({ length: offset }, () => '_')
        for (const { text, offset: at } of placed) source.splice(at, text.length, ...text)
        for (const { text, offset: at } of pieces) expect(source[at]).toBe(text.charAt(0))
      }),
    )
  })
})

const READERS: readonly [name: string, reader: string][] = [
  ['whisperx.json', 'speech-json'],
  ['whispercpp.json', 'speech-json'],
  ['chat.cha', 'chat'],
  ['chat_codes.cha', 'chat'],
  ['elan.eaf', 'elan'],
  ['elan_two.eaf', 'elan'],
  ['whisper.tsv', 'transcript-table'],
  ['sonix.csv', 'transcript-table'],
  ['nvivo_tab.txt', 'transcript-table'],
  ['nvivo_labels.csv', 'transcript-table'],
  ['premiere.csv', 'transcript-table'],
  ['teams_docx_old.txt', 'teams-text'],
]

describe('damaged files', () => {
  test.each(READERS)(
    '%s never breaks its reader',
    async (name, reader) => {
      const bytes = readFileSync(`${SAMPLES}/${name}`)
      await fc.assert(
        fc.asyncProperty(damage, async (damages) => {
          const damaged = damages.reduce(damagedBy, bytes)
          const reading = await readAsync(bytesAs(name, damaged), { reader })
          expectSound(reading)
          if (reading.passages.length === 0) expect(reading.problems).not.toEqual([])
        }),
        { numRuns: 100 },
      )
    },
    60_000,
  )

  test.each(READERS)('%s is recognised', async (name, reader) => {
    const reading = await readSample(name)
    expect(reading.passages.map(({ document }) => document.reader)).toEqual([reader])
    expect(reading.problems).toEqual([])
    expectSound(reading)
  })
})

const isHere = existsSync(CORPORA)

describe.skipIf(!isHere)('real files (skipped without ../shared/corpora)', () => {
  const whisper = isHere ? readdirSync(`${CORPORA}/whisper-json`) : []
  test.each(whisper)('%s', async (name) => {
    const bytes = readFileSync(`${CORPORA}/whisper-json/${name}`)
    const reading = await readAsync(bytesAs(name, bytes))
    expectSound(reading)
    expect(reading.problems).toEqual([])
    const json: { segments: { text: string }[] } = JSON.parse(bytes.toString())
    const said = json.segments.map(({ text }) => text.trim()).filter((text) => text !== '')
    expect(reading.passages.map(({ text }) => text)).toEqual([said.join(' ')])
    expect(reading.passages[0]?.turns.map(({ speaker }) => speaker)).toEqual([name])
  })

  test('an ELAN file whose tiers of speech are empty', async () => {
    const bytes = readFileSync(`${CORPORA}/elan/eaf_any_tier.eaf`)
    const reading = await readAsync(bytesAs('eaf_any_tier.eaf', bytes))
    expect(turnsOf(reading)).toEqual([])
    expect(reading.problems.map(({ id }) => id)).toEqual(['no-speech-found'])
    expect(leftOutOf(reading)).toHaveLength(20)
  })

  test('a transcript that NVivo was given', async () => {
    const bytes = readFileSync(`${CORPORA}/txt/zoom_transcript_correct.txt`)
    const reading = await readAsync(bytesAs('zoom.txt', bytes))
    expectSound(reading)
    expect(reading.problems).toEqual([])
    const speakers = new Set(reading.passages.flatMap(({ turns }) => turns.map((it) => it.speaker)))
    expect([...speakers]).toEqual([
      'Andrew Knight',
      'Paul McCartney',
      'George Harrison',
      'Ringo Starr',
      'John Lennon',
      'unknown',
    ])
  })
})

// ------------------------------------------------------------------------------------ helpers

function readSample(name: string): Promise<Read> {
  return readAsync(bytesAs(name, readFileSync(`${SAMPLES}/${name}`)))
}

function saidIn(content: string): string {
  return chatSpeech(content, 0)
    .words.map(({ text }) => text)
    .join(' ')
}

/** Every word of the turns with its line and column: `nan 2:14`. */
function placesOfWords({ passages }: Read): string[] {
  return passages.flatMap((passage) => {
    const { places } = passageText(passage)
    return passage.turns.flatMap(({ span }) =>
      [...passage.text.slice(span.start, span.end).matchAll(/\S+/gu)].map(({ 0: word, index }) => {
        const { line, column } = places.at(span.start + index)
        return `${word} ${line}:${column}`
      }),
    )
  })
}

function plainValue(value: ReturnType<typeof readJson>['value']): unknown {
  if (value?.kind === 'array') return value.items.map(plainValue)
  if (value?.kind !== 'object') return value?.value
  const plain: Record<string, unknown> = {}
  for (const [name, member] of value.members) {
    Object.defineProperty(plain, name, { value: plainValue(member), enumerable: true })
  }
  return plain
}

/** "é" as JSON may write it. */
const NOT_ASCII = /[^\x20-\x7e]/gu

function escapeOf(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}

type Damage =
  | { readonly kind: 'flip'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut' | 'double'; readonly at: number; readonly length: number }

const place = fc.double({ min: 0, max: 1, noNaN: true })
const damage: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), at: place, byte: fc.nat(255) }),
    fc.record({
      kind: fc.constantFrom('cut' as const, 'double' as const),
      at: place,
      length: fc.nat(200),
    }),
  ),
  { minLength: 1, maxLength: 6 },
)

function damagedBy(bytes: Buffer, done: Damage): Buffer {
  const at = Math.floor(done.at * bytes.length)
  if (done.kind === 'flip') {
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([done.byte]), bytes.subarray(at + 1)])
  }
  const taken = bytes.subarray(at, at + done.length)
  const kept = done.kind === 'cut' ? [] : [taken, taken]
  return Buffer.concat([bytes.subarray(0, at), ...kept, bytes.subarray(at + done.length)])
}

/** Spans slice inside the text, stand in order and do not overlap; places are places. */
function expectSound({ passages }: Read): void {
  for (const passage of passages) {
    const { text, turns, leftOut, silent, cues = [], sourceMarks = [] } = passage
    const spoken = [...turns, ...leftOut].map(({ span }) => span)
    expectOrdered(
      [...spoken].sort((a, b) => a.start - b.start || a.end - b.end),
      text,
    )
    expectOrdered(silent, text)
    expectOrdered(
      cues.map(({ span }) => span),
      text,
    )
    for (const [i, { offset, line, column }] of sourceMarks.entries()) {
      expect(offset).toBeGreaterThanOrEqual(sourceMarks[i - 1]?.offset ?? 0)
      expect(Math.min(line, column)).toBeGreaterThan(0)
    }
  }
}

function expectOrdered(
  spans: readonly { readonly start: number; readonly end: number }[],
  text: string,
): void {
  let before = 0
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(before)
    expect(end).toBeGreaterThan(start)
    before = end
  }
  expect(before).toBeLessThanOrEqual(text.length)
}
