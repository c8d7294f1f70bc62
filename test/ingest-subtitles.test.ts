/** Reading WebVTT and SubRip: who speaks, when, and where in the file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ByteSource } from '../src/ingest/reader.ts'
import { passageText } from '../src/place.ts'
import type { Passage } from '../src/types.ts'
import { bytesAs, leftOutOf, type Read, readAsync, silentOf, turnsOf } from './ingest-read.ts'

type Options = NonNullable<Parameters<typeof readAsync>[1]>

function readAs(path: string, text: string, options: Options = {}): Promise<Read> {
  return readAsync(bytesAs(path, Buffer.from(text)), options)
}

function vtt(body: string, options: Options = {}): Promise<Read> {
  return readAs('talk.vtt', `WEBVTT\n\n${body}`, options)
}

function srt(body: string, options: Options = {}): Promise<Read> {
  return readAs('talk.srt', body, options)
}

/** Cues of one line or more, a second apart; numbered in SubRip. */
function cuesOf(format: 'vtt' | 'srt', words: readonly string[]): string {
  return words
    .map((it, i) => {
      const [from, to] = [i, i + 1].map((second) => `00:00:${String(second).padStart(2, '0')},000`)
      const times = `${from} --> ${to}\n${it}\n`
      return format === 'srt' ? `${i + 1}\n${times}` : times.replaceAll(',000', '.000')
    })
    .join('\n')
}

function idsOf({ problems }: Read): string[] {
  return problems.map(({ id, line }) => (line === undefined ? id : `${id}:${line}`))
}

/** Turns without their times. */
function speechOf(read: Read): string[] {
  return turnsOf(read).map((turn) => turn.replace(/@[\d:.,-]+(?=: )/u, ''))
}

describe('times', () => {
  const cases: readonly [name: string, times: string, start: string, end: string][] = [
    ['with hours', '00:00:01.000 --> 00:00:02.000', '00:00:01.000', '00:00:02.000'],
    ['without hours', '00:01.000 --> 00:02.000', '00:01.000', '00:02.000'],
    ['without padding', '0:0:6.90 --> 0:0:6.500', '0:0:6.90', '0:0:6.500'],
    ['below zero', '-0:0:1.20 --> 0:0:2.0', '-0:0:1.20', '0:0:2.0'],
    ['a negative part', '0:0:-1.-20 --> 0:0:2.0', '0:0:-1.-20', '0:0:2.0'],
    ['with a comma', '00:00:01,000 --> 00:00:02,000', '00:00:01,000', '00:00:02,000'],
    ['of many hours', '123:00:01.000 --> 123:00:02.000', '123:00:01.000', '123:00:02.000'],
    ['with frames', '00:00:01:12 --> 00:00:02:00', '00:00:01:12', '00:00:02:00'],
    ['with settings', '00:01.000 --> 00:02.000 align:start size:50%', '00:01.000', '00:02.000'],
    ['without blanks', '00:01.000-->00:02.000', '00:01.000', '00:02.000'],
  ]
  test.each(cases)('%s', async (_name, times, start, end) => {
    const read = await vtt(`${times}\nI moved.\n`)
    expect(read.passages[0]?.turns).toMatchObject([{ timeStart: start, timeEnd: end }])
    expect(read.passages[0]?.cues).toEqual([
      { span: { start: 0, end: 8 }, timeStart: start, timeEnd: end },
    ])
    expect(idsOf(read)).toEqual([])
  })

  test.each([
    ['end-before-start:4', ['00:05.000 --> 00:04.000', '00:09.000 --> 00:08.000']],
    [
      'times-out-of-order:7',
      ['00:05.000 --> 00:06.000', '00:02.000 --> 00:03.000', '0:1.0 --> 0:3.0'],
    ],
    [
      'unreadable-times:4',
      ['00:0x.000 --> 00:04.000', '00:05.000 --> later', '00:07.000 --> 00:08.000'],
    ],
  ])('one warning and no other order: %s', async (problem, times) => {
    const read = await vtt(`\n${times.map((it, i) => `${it}\nword ${i}\n`).join('\n')}`)
    expect(idsOf(read)).toEqual([problem])
    expect(read.passages[0]?.text).toBe(times.map((_, i) => `word ${i}`).join(' '))
  })

  test('cues that overlap are no mistake', async () => {
    expect(
      idsOf(await vtt('00:01.000 --> 00:09.000\nYes\n\n00:02.000 --> 00:03.000\nNo\n')),
    ).toEqual([])
  })
})

describe('what stands beside the words', () => {
  const CUE = '00:01.000 --> 00:02.000\nI moved.\n'
  const cases: readonly [name: string, file: string, leftOut: readonly string[]][] = [
    [
      'a header',
      `WEBVTT - Second talk\nKind: captions\n\n${CUE}`,
      ['header: Second talk Kind: captions'],
    ],
    ['no blank line below the header', `WEBVTT\n${CUE}`, []],
    ['an identifier below the header', `WEBVTT\n1\n${CUE}`, []],
    ['a note on one line', `WEBVTT\n\nNOTE by Ada\n\n${CUE}`, ['note: by Ada']],
    ['a note of lines', `WEBVTT\n\nNOTE\nby Ada\nand Jo\n\n${CUE}`, ['note: by Ada and Jo']],
    ['a note at the end', `WEBVTT\n\n${CUE}\nNOTE all done`, ['note: all done']],
    ['what the program notes', `WEBVTT\n\nNOTE Confidence: 0.9\n\n${CUE}`, []],
    ['styles', `WEBVTT\n\nSTYLE\n::cue { color: red }\n\n${CUE}`, []],
    ['regions', `WEBVTT\n\nREGION\nid:a\nwidth:40%\n\n${CUE}`, []],
    ['a map of times', `WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00,MPEGTS:0\n\n${CUE}`, []],
    ['a number', `WEBVTT\n\n12\n${CUE}`, []],
    ['a word', `WEBVTT\n\nintro\n${CUE}`, []],
    ['a name of words', `WEBVTT\n\nThe first answer\n${CUE}`, ['cue name: The first answer']],
    ['a GUID', `WEBVTT\n\n2e5b1c1e-6a2f-4f0c-9a53-0d2f1f8a7d11/12-0\n${CUE}`, []],
    ['words without times', `WEBVTT\n\nHello there\n\n${CUE}`, ['text outside cues: Hello there']],
    ['a byte-order mark, CR', `\ufeffWEBVTT\r\r${CUE.replaceAll('\n', '\r')}`, []],
    ['a second header', `WEBVTT\n\nWEBVTT\n\n${CUE}`, []],
  ]
  test.each(cases)('%s', async (_name, file, leftOut) => {
    const read = await readAs('talk.vtt', file)
    expect(turnsOf(read)).toEqual(['talk.vtt/unknown@00:01.000: I moved.'])
    expect(leftOutOf(read)).toEqual(leftOut)
    expect(idsOf(read)).toEqual([])
  })

  test('a note inside a phrase stands behind it', async () => {
    const [first, second] = ['<v P1>my social', '<v P1>worker left'].map(
      (it, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${it}\n`,
    )
    const read = await vtt(`${first}\nNOTE A phone rings.\n\n${second}`)
    expect(read.passages[0]?.text).toBe('my social worker left\nA phone rings.')
    expect(leftOutOf(read)).toEqual(['note: A phone rings.'])
  })
})

describe('the words of a cue', () => {
  const cases: readonly [name: string, payload: string, words: string][] = [
    ['italics', 'I <i>did</i> move', 'I did move'],
    ['nested tags', '<b><i>I</i></b> moved', 'I moved'],
    ['classes', '<c.yellow.bg_blue>I</c> moved', 'I moved'],
    ['languages', '<lang en-GB>I</lang> moved', 'I moved'],
    ['times of words', 'I <00:00:01.500>moved <00:02.100>on', 'I moved on'],
    ['a tag inside a word', 'I mo<b>v</b>ed', 'I moved'],
    ['a font', '<font color="#ff0">I</font> moved', 'I moved'],
    ['a place on the screen', '{\\an8}I moved', 'I moved'],
    ['entities', 'Me &amp; my nan&#39;s caf&#xE9; &lt;3 &nope;', "Me & my nan's café <3 &nope;"],
    ['a space that does not break', 'I&nbsp;moved', 'I\u00a0moved'],
    ['a break', 'I<br>moved', 'I moved'],
    ['less than', 'I was < 5 and > 3', 'I was < 5 and > 3'],
    ['a mark of the transcriber', '<laughs> I moved', '<laughs> I moved'],
    ['lines', 'my social\nworker', 'my social worker'],
    ['blank lines', 'my social\n\nworker\n\n\nleft', 'my social worker left'],
    ['a number alone', 'I am\n\n7\n\nnow', 'I am 7 now'],
    ['an arrow', 'from 7 --> to 8', 'from 7 --> to 8'],
    ['a long line', `I ${'moved '.repeat(20_000)}`.trim(), `I ${'moved '.repeat(20_000)}`.trim()],
  ]
  test.each(cases)('%s', async (_name, payload, words) => {
    for (const read of [
      await vtt(`00:01.000 --> 00:02.000\n${payload}\n`),
      await srt(`1\n00:00:01,000 --> 00:00:02,000\n${payload}\n`),
    ]) {
      expect(read.passages[0]?.text).toBe(words)
      expect(read.passages[0]?.turns.length).toBe(1)
      expect(idsOf(read)).toEqual([])
    }
  })

  test('a mark is silent', async () => {
    const read = await vtt('00:01.000 --> 00:02.000\nI &lt;laughs&gt; moved [crosstalk]\n')
    expect(silentOf(read)).toEqual(['<laughs>', '[crosstalk]'])
  })

  test('a phrase over two cues of a speaker is one phrase', async () => {
    for (const format of ['vtt', 'srt'] as const) {
      const cues = cuesOf(format, ['Interviewer: Who?', 'P1: my social', 'P1: worker', 'P1: left'])
      const read = await (format === 'vtt' ? vtt(cues) : srt(cues))
      expect(read.passages[0]?.text).toBe('Who?\nmy social worker left')
      expect(read.passages[0]?.cues?.length).toBe(4)
    }
  })
})

describe('voices', () => {
  const cases: readonly [name: string, cues: readonly string[], turns: readonly string[]][] = [
    ['closed', ['<v Jo Ash>Hi.</v>'], ['Jo Ash/unknown: Hi.']],
    ['open', ['<v Jo Ash>Hi.'], ['Jo Ash/unknown: Hi.']],
    ['with a class', ['<v.loud.first Jo>Hi.</v>'], ['Jo/unknown: Hi.']],
    ['with brackets', ['<v Ash, Jo (social worker)>Hi.</v>'], ['Ash, Jo/professional: Hi.']],
    ['with entities', ['<v Jo &amp; Ada>Hi.</v>'], ['Jo & Ada/unknown: Hi.']],
    ['over lines', ['<v Jo Ash>my\nnan</v>'], ['Jo Ash/unknown: my nan']],
    ['a name over lines', ['<v Jo\nAsh>Hi.</v>'], ['Jo Ash/unknown: Hi.']],
    ['several', ['<v P1>Hi.</v> <v P2>Ho.</v>'], ['P1/participant: Hi.', 'P2/participant: Ho.']],
    ['several, open', ['<v P1>Hi. <v P2>Ho.'], ['P1/participant: Hi.', 'P2/participant: Ho.']],
    ['again', ['<v P1>Hi.</v>', '<v P1>Ho.</v>'], ['P1/participant: Hi. Ho.']],
    ['none', ['<v P1>Hi.</v>', 'Ho.'], ['P1/participant: Hi.', 'unknown/unknown: Ho.']],
    ['empty', ['<v P1>Hi.</v>', '<v>Ho.</v>'], ['P1/participant: Hi.', 'unknown/unknown: Ho.']],
    ['behind one', ['<v P1>Hi.</v> Ho.'], ['P1/participant: Hi.', 'unknown/unknown: Ho.']],
    ['before one', ['Hi. <v P1>Ho.</v>'], ['unknown/unknown: Hi.', 'P1/participant: Ho.']],
    ['around tags', ['<v P1><i>Hi.</i></v>'], ['P1/participant: Hi.']],
    ['a colon inside', ['<v P1>One thing: no.</v>'], ['P1/participant: One thing: no.']],
  ]
  test.each(cases)('%s', async (_name, cues, turns) => {
    expect(speechOf(await vtt(cuesOf('vtt', cues)))).toEqual(turns)
  })
})

describe('metadata of Teams', () => {
  const json = (speakerName: string, spokenText: string) =>
    JSON.stringify({ startDateTime: '2026-01-01', speakerName, spokenText, spokenLanguage: 'en' })

  test('gives the speaker and the words', async () => {
    const cues = [json('Ash, Jo', 'They said "no".'), json('P1', 'My nan\\n😀'), json('', 'Oh.')]
    const read = await vtt(cuesOf('vtt', cues))
    expect(speechOf(read)).toEqual([
      'Ash, Jo/unknown: They said "no".',
      'P1/participant: My nan\\n😀',
      'unknown/unknown: Oh.',
    ])
    expect(idsOf(read)).toEqual([])
  })

  test('places count what is escaped', async () => {
    const read = await vtt(cuesOf('vtt', [json('P1', 'a "b" c')]))
    const place = passageText(onlyPassage(read)).places.at(6)
    const column = json('P1', 'a "b" c').indexOf(' c') + 2
    expect(place).toMatchObject({ line: 4, column })
  })

  test('without words, or cut off, is left out', async () => {
    const read = await vtt(cuesOf('vtt', [json('P1', 'Hi.'), '{"startDateTime":"2026-0']))
    expect(speechOf(read)).toEqual(['P1/participant: Hi.'])
    expect(leftOutOf(read)).toEqual(['metadata: {"startDateTime":"2026-0'])
    expect(idsOf(read)).toEqual(['cut-off:7'])
  })
})

describe('labels', () => {
  const cases: readonly [
    name: string,
    format: 'vtt' | 'srt',
    cues: readonly string[],
    turns: readonly string[],
  ][] = [
    [
      'in every cue: without one, nobody knows who speaks',
      'vtt',
      ['Facilitator: a', 'P1: b', 'Facilitator: c', 'P1: d', 'e', 'P1: f'],
      [
        'Facilitator/facilitator: a',
        'P1/participant: b',
        'Facilitator/facilitator: c',
        'P1/participant: d',
        'unknown/unknown: e',
        'P1/participant: f',
      ],
    ],
    [
      'at changes: the speaker goes on',
      'srt',
      ['Facilitator: a', 'b', 'P1: c', 'd', 'e', 'Facilitator: f'],
      ['Facilitator/facilitator: a b', 'P1/participant: c d e', 'Facilitator/facilitator: f'],
    ],
    [
      'at changes, in WebVTT',
      'vtt',
      ['Facilitator: a', 'b', 'P1: c', 'd', 'e', 'Facilitator: f', 'g'],
      ['Facilitator/facilitator: a b', 'P1/participant: c d e', 'Facilitator/facilitator: f g'],
    ],
    [
      'that repeat, in SubRip, stand in every cue',
      'srt',
      ['P1: a', 'P1: b', 'c', 'Mum: d', 'Mum: e'],
      ['P1/participant: a b', 'unknown/unknown: c', 'Mum/parent: d e'],
    ],
    [
      'on half of a few cues may have been forgotten on the others',
      'srt',
      ['P1: a', 'b', 'Interviewer: c', 'd'],
      [
        'P1/participant: a',
        'unknown/unknown: b',
        'Interviewer/interviewer: c',
        'unknown/unknown: d',
      ],
    ],
    [
      'on most of a few cues, which do not repeat',
      'srt',
      ['P1: a', 'Mum: b', 'P1: c', 'Interviewer: d', 'e'],
      [
        'P1/participant: a',
        'Mum/parent: b',
        'P1/participant: c',
        'Interviewer/interviewer: d',
        'unknown/unknown: e',
      ],
    ],
    [
      'behind dashes',
      'srt',
      ['- Interviewer: a\n- P1: b', '- P1: c'],
      ['Interviewer/interviewer: a', 'P1/participant: b c'],
    ],
    [
      'before the first label nobody is known',
      'srt',
      ['a', 'Interviewer: b', 'c', 'P1: d', 'e', 'f'],
      ['unknown/unknown: a', 'Interviewer/interviewer: b c', 'P1/participant: d e f'],
    ],
    [
      'of WhisperX; without one, nobody knows',
      'srt',
      ['[SPEAKER_00]: a', 'b', '[SPEAKER_01]: c', 'd', 'e'],
      [
        'SPEAKER_00/unknown: a',
        'unknown/unknown: b',
        'SPEAKER_01/unknown: c',
        'unknown/unknown: d e',
      ],
    ],
    [
      'a colon in speech',
      'srt',
      ['Interviewer: a', 'One thing: b', 'P1: c', 'Because: d', 'it was 7: e', 'f'],
      ['Interviewer/interviewer: a One thing: b', 'P1/participant: c Because: d it was 7: e f'],
    ],
    [
      'a colon in a cue without label',
      'vtt',
      ['Jo Ash: a', 'Jo Ash: b', 'One thing: c', 'Ada Bee: d', 'Jo Ash: e', 'One thing: f'],
      [
        'Jo Ash/unknown: a b',
        'unknown/unknown: One thing: c',
        'Ada Bee/unknown: d',
        'Jo Ash/unknown: e',
        'unknown/unknown: One thing: f',
      ],
    ],
    [
      'no labels at all',
      'vtt',
      ['One thing: a', 'b', 'Bedtime: c', 'd', 'School: e', 'f', 'g', 'h', 'i', 'j'],
      ['talk/unknown: One thing: a b Bedtime: c d School: e f g h i j'],
    ],
    [
      'two in one cue',
      'srt',
      ['Interviewer: a\nP1: b', 'c'],
      ['Interviewer/interviewer: a', 'P1/participant: b c'],
    ],
    [
      'alone on their line, and in their cue',
      'srt',
      ['Interviewer:\na', 'P1:', 'b', 'c', 'd'],
      ['Interviewer/interviewer: a', 'P1/participant: b c d'],
    ],
    [
      'with details',
      'vtt',
      ['Jo (foster carer): a', 'Jo (child, 12): b', 'Jo (child): c'],
      ['Jo/carer: a', 'Jo/child: b c'],
    ],
    [
      'behind arrows; arrows alone are somebody else',
      'srt',
      ['>> Interviewer: a', '>> P1: b', '>> c', 'd', 'e'],
      ['Interviewer/interviewer: a', 'P1/participant: b', 'unknown/unknown: >> c d e'],
    ],
    [
      'display names of any kind that stand often',
      'vtt',
      [
        'Jo | Team: a',
        'Jo | Team: b',
        'Jo | Team: c',
        'P1: d',
        'P1: e',
        'P1: f',
        'ada: g',
        'ada: h',
        'ada: i',
      ],
      ['Jo | Team/unknown: a b c', 'P1/participant: d e f', 'ada/unknown: g h i'],
    ],
    [
      'a label on the first cue only, in WebVTT',
      'vtt',
      ['P1: a', 'b', 'c'],
      ['P1/participant: a', 'unknown/unknown: b c'],
    ],
  ]
  test.each(cases)('%s', async (_name, format, cues, turns) => {
    const read = await readAs(
      'talk',
      `${format === 'vtt' ? 'WEBVTT\n\n' : ''}${cuesOf(format, cues)}`,
    )
    expect(speechOf(read)).toEqual(turns)
    expect(idsOf(read)).toEqual([])
  })

  test('the analyst may name them', async () => {
    const cues = cuesOf('vtt', ['the blue one: a', 'b'])
    const read = await vtt(cues, { roles: new Map([['the blue one', 'young person']]) })
    expect(speechOf(read)).toEqual(['the blue one/young_person: a', 'unknown/unknown: b'])
  })
})

describe('SubRip', () => {
  const cases: readonly [name: string, file: string, text: string][] = [
    [
      'without numbers',
      '00:00:01,000 --> 00:00:02,000\na\n\n00:00:02,000 --> 00:00:03,000\nb\n',
      'a b',
    ],
    ['with full stops', '1\n00:00:01.000 --> 00:00:02.000\na\n', 'a'],
    [
      'without blank lines',
      '1\n00:00:01,000 --> 00:00:02,000\na\n2\n00:00:02,000 --> 00:00:03,000\nb\n',
      'a b',
    ],
    [
      'with twice the blank lines',
      '1\n\n00:00:01,000 --> 00:00:02,000\n\na\n\n2\n\n00:00:02,000 --> 00:00:03,000\n\nb\n',
      'a b',
    ],
    [
      'with an empty cue',
      '1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:02,000 --> 00:00:03,000\nb\n',
      'b',
    ],
    [
      'with an empty cue at the end',
      '1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:02,000 --> 00:00:03,000\n\n',
      'a',
    ],
    ['words cue by cue', cuesOf('srt', ['my', 'social', 'worker']), 'my social worker'],
    [
      'a number that is said',
      '1\n00:00:01,000 --> 00:00:02,000\n7\n\n2\n00:00:02,000 --> 00:00:03,000\nyears\n',
      '7 years',
    ],
    ['Windows line ends', cuesOf('srt', ['a', 'b']).replaceAll('\n', '\r\n'), 'a b'],
  ]
  test.each(cases)('%s', async (_name, file, text) => {
    const read = await srt(file)
    expect(read.passages[0]?.text).toBe(text)
    expect(read.passages[0]?.document.reader).toBe('subrip')
    expect(idsOf(read)).toEqual([])
  })
})

describe('files that are recognised', () => {
  const body = cuesOf('srt', ['café'])
  const cases: readonly [
    name: string,
    path: string,
    bytes: Buffer,
    reader: string,
    encoding: string,
  ][] = [
    [
      'WebVTT by its first line',
      'talk.txt',
      Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\na'),
      'web-vtt',
      'utf-8',
    ],
    [
      'WebVTT without its first line, by its name',
      'talk.vtt',
      Buffer.from('00:01.000 --> 00:02.000\na'),
      'web-vtt',
      'utf-8',
    ],
    ['SubRip by its first lines', 'talk.txt', Buffer.from(body), 'subrip', 'utf-8'],
    ['SubRip by its name', 'talk.srt', Buffer.from(body.slice(2)), 'subrip', 'utf-8'],
    ['SubRip in Windows-1252', 'talk.srt', Buffer.from(body, 'latin1'), 'subrip', 'windows-1252'],
    ['SubRip in UTF-16', 'talk.srt', Buffer.from(`\ufeff${body}`, 'utf16le'), 'subrip', 'utf-16le'],
    [
      'WebVTT in UTF-16',
      'a.vtt',
      Buffer.from('\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\na', 'utf16le'),
      'web-vtt',
      'utf-16le',
    ],
    [
      'a letter in a file called .srt',
      'letter.srt',
      Buffer.from('Dear Ada,\nthank you.\n'),
      'plain-text',
      'utf-8',
    ],
    [
      'a word that begins alike',
      'talk.txt',
      Buffer.from('WEBVTTS are files.'),
      'plain-text',
      'utf-8',
    ],
  ]
  test.each(cases)('%s', async (_name, path, bytes, reader, encoding) => {
    const { passages, problems } = await readAsync(bytesAs(path, bytes))
    expect(passages[0]?.document).toMatchObject({ reader, encoding })
    expect(passages[0]?.text).toMatch(/^(?:a|café|Dear|WEBVTTS)/u)
    expect(problems).toEqual([])
  })
})

describe('files that are not whole', () => {
  const teams = '2e5b1c1e-6a2f-4f0c-9a53-0d2f1f8a7d11'
  const [first, second] = [1, 2].map(
    (i) => `${teams}/${i}-0\n00:00:0${i}.000 --> 00:00:0${i}.900\n<v P${i}>word ${i} here</v>\n\n`,
  )
  const cases: readonly [name: string, file: string, text: string, problems: readonly string[]][] =
    [
      ['in an identifier', `${first}${teams.slice(0, 12)}`, 'word 1 here', ['cut-off:7']],
      ['below an identifier', `${first}${teams}/2-0\n`, 'word 1 here', ['cut-off:7']],
      [
        'in times',
        `${first}${teams}/2-0\n00:00:0`,
        'word 1 here',
        ['unreadable-times:8', 'cut-off:8'],
      ],
      [
        'in an arrow',
        `${first}${teams}/2-0\n00:00:02.000 --`,
        'word 1 here',
        ['unreadable-times:8', 'cut-off:8'],
      ],
      [
        'below times',
        `${first}${teams}/2-0\n00:00:02.000 --> 00:00:02.900\n`,
        'word 1 here',
        ['cut-off:8'],
      ],
      [
        'in a tag',
        `${first}${teams}/2-0\n00:00:02.000 --> 00:00:02.900\n<v P`,
        'word 1 here',
        ['cut-off:9'],
      ],
      ['in words', `${first}${second?.slice(0, -9)}`, 'word 1 here\nword 2 h', ['cut-off:9']],
      [
        'in a closing tag',
        `${first}${second?.slice(0, -4)}`,
        'word 1 here\nword 2 here',
        ['cut-off:9'],
      ],
      ['not at all', `${first}${second}`, 'word 1 here\nword 2 here', []],
    ]
  test.each(cases)('%s', async (_name, file, text, problems) => {
    const read = await vtt(file)
    expect(read.passages[0]?.text).toBe(text)
    expect(idsOf(read)).toEqual(problems)
  })

  test.each([
    ['empty', 'talk.vtt', '', ['empty-file']],
    ['a header alone', 'talk.vtt', 'WEBVTT\n', ['no-cues']],
    ['cues without words', 'talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n', []],
  ])('%s', async (_name, path, file, problems) => {
    const read = await readAs(path, file)
    expect(read.passages).toEqual([])
    expect(idsOf(read)).toEqual(problems)
  })

  test('words without any times are shown, not coded', async () => {
    const read = await readAs('talk.vtt', 'WEBVTT\n\nI moved.\n')
    expect([turnsOf(read), leftOutOf(read)]).toEqual([[], ['text outside cues: I moved.']])
    expect(idsOf(read)).toEqual(['no-cues'])
  })
})

describe('places', () => {
  test('lead back to the source, whatever was taken out', async () => {
    const read = await readAsync(
      bytesAs('all_of_webvtt.vtt', readFileSync('fixtures/formats/all_of_webvtt.vtt')),
    )
    const lines = readFileSync('fixtures/formats/all_of_webvtt.vtt', 'utf8').split('\n')
    const passage = onlyPassage(read)
    const { places } = passageText(passage)
    for (const { 0: word, index } of passage.text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const { line, column } = places.at(index)
      expect([word, lines[line - 1]?.slice(column - 1, column - 1 + word.length)]).toEqual([
        word,
        word,
      ])
    }
  })
})

describe('long files', () => {
  test('come in passages cut between turns, and say the same', async () => {
    const words = Array.from({ length: 400 }, (_, i) => `${i % 8 < 4 ? 'P1' : 'P2'}: answer ${i}`)
    const cues = cuesOf('vtt', words)
    const whole = await vtt(cues)
    const cut = await vtt(cues, { passageLimit: 500 })
    expect(cut.passages.length).toBeGreaterThan(8)
    expect(turnsOf(cut)).toEqual(turnsOf(whole))
  })

  test('a cue without end is read piece by piece', async () => {
    const long = `${'I moved 😀 and\n'.repeat(20_000)}${'then I moved '.repeat(20_000)}`
    const read = await vtt(cuesOf('vtt', ['P1: a', `P1: ${long}`, 'b']), { passageLimit: 10_000 })
    expect(new Set(read.passages.flatMap(({ turns }) => turns.map((it) => it.speaker)))).toEqual(
      new Set(['P1', 'unknown']),
    )
    const text = read.passages.map((passage) => passage.text).join('')
    expect(text.match(/moved/gu)?.length).toBe(40_000)
    expect(turnsOf(read).at(-1)).toBe('unknown/unknown@00:00:02.000: b')
    expect(Math.max(...read.passages.map((passage) => passage.text.length))).toBeLessThan(400_000)
  })
})

const FOLDERS = [
  'fixtures/formats',
  '../shared/corpora/transcripts/vtt',
  '../shared/corpora/transcripts/srt',
]
const samples = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:vtt|srt)$/u.test(name))
    .map((name) => bytesAs(name, readFileSync(`${folder}/${name}`))),
)

describe('damaged files', () => {
  const sample = fc.constantFrom(...samples)
  const change = fc.record({
    kind: fc.constantFrom('flip', 'cut', 'double', 'drop', 'put'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 40 }),
    byte: fc.constantFrom(10, 13, 32, 45, 58, 60, 62, 38, 91, 123, 34, 92, 0, 200, 255),
  })

  function changed(
    bytes: Buffer,
    { kind, at, length, byte }: typeof change extends fc.Arbitrary<infer T> ? T : never,
  ): Buffer {
    const from = Math.floor(at * bytes.length)
    const to = Math.min(bytes.length, from + length)
    if (kind === 'cut') return bytes.subarray(0, from)
    if (kind === 'drop') return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
    if (kind === 'double') return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
    const middle = Buffer.alloc(kind === 'put' ? length : 1, byte)
    return Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(from + 1)])
  }

  test('are read without an exception, with sound spans', async () => {
    await fc.assert(
      fc.asyncProperty(
        sample,
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(undefined, 50, 2000),
        async (file, changes, passageLimit) => {
          let bytes: Buffer = Buffer.from(file.read(0, Math.min(file.size, 4000)))
          for (const it of changes) bytes = changed(bytes, it)
          const options = passageLimit === undefined ? {} : { passageLimit }
          const { passages, problems } = await readAsync(bytesAs(file.path, bytes), options)
          for (const passage of passages) expectSound(passage)
          for (const { message } of problems) expect(message).toMatch(/\.$/u)
        },
      ),
      { numRuns: 500 },
    )
  })

  const scrap = fc.constantFrom(
    'WEBVTT',
    'NOTE',
    'STYLE',
    '\n',
    '\n\n',
    '00:01.000 --> 00:02.000',
    '0:0:1.5 --> -0:0:2.0',
    '-->',
    '<v Jo>',
    '</v>',
    '<v',
    '<',
    '>>',
    '&amp;',
    '&#55357;',
    '{\\an8}',
    '{"spokenText":"a\\ud83d"',
    '"}',
    'P1: ',
    '[SPEAKER_00]: ',
    'One thing: ',
    '7',
    'my social',
    ' worker',
    '😀',
    '\ufeff',
    '\u2028',
    ' ',
    '\t',
    '[laughs]',
  )
  test('made of scraps are read without an exception, with sound spans', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(scrap, { maxLength: 40 }),
        fc.constantFrom('a.vtt', 'a.srt'),
        async (scraps, path) => {
          const file = `${path === 'a.vtt' ? 'WEBVTT\n' : '1\n00:00:01,000 --> 00:00:02,000\n'}${scraps.join('')}`
          const { passages } = await readAs(path, file)
          for (const passage of passages) {
            expectSound(passage)
            expect(passage.text).not.toMatch(/\p{Surrogate}/u)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('real files', () => {
  const cases: readonly [path: string, speakers: readonly string[], cues: number][] = [
    [
      'vtt/zoom_transcript.vtt',
      [
        'Andrew Knight',
        'George Harrison',
        'John Lennon',
        'Paul McCartney',
        'Ringo Starr',
        'unknown',
      ],
      300,
    ],
    ['vtt/teams_transcript.vtt', ['Interviewer, First', 'Speaker, First'], 13],
    [
      'vtt/Test OneDrive Transcription 2022-11.vtt',
      ['Test OneDrive Transcription 2022-11.vtt'],
      270,
    ],
    ['vtt/punctuations.mp3_20.vtt', ['punctuations.mp3_20.vtt'], 3],
    ['srt/punctuations.mp3.words.srt', ['punctuations.mp3.words.srt'], 5],
    ['srt/smartphone.mp3_6.srt', ['smartphone.mp3_6.srt'], 506],
    ['srt/smartphone.mp3_50.srt', ['smartphone.mp3_50.srt'], 89],
  ]
  const folder = '../shared/corpora/transcripts'
  test.skipIf(!existsSync(folder)).each(cases)(
    '%s (skipped without the folder ../shared)',
    async (path, speakers, cues) => {
      const source: ByteSource = bytesAs(
        path.split('/')[1] ?? '',
        readFileSync(`${folder}/${path}`),
      )
      const read = await readAsync(source)
      const turns = read.passages.flatMap((passage) => passage.turns)
      expect([...new Set(turns.map(({ speaker }) => speaker))].sort()).toEqual(speakers)
      expect(read.passages.flatMap((passage) => passage.cues ?? []).length).toBe(cues)
      expect(read.problems).toEqual([])
      for (const passage of read.passages) expectSound(passage)
    },
  )
})

function onlyPassage({ passages }: Read): Passage {
  const [passage] = passages
  if (passage === undefined || passages.length > 1) throw new Error('not one passage')
  return passage
}

function expectSound({ text, turns, silent, leftOut, cues = [], sourceMarks = [] }: Passage): void {
  const [said, left] = [turns, leftOut].map((list) => list.map(({ span }) => span))
  for (const spans of [said ?? [], silent, left ?? [], cues.map(({ span }) => span)]) {
    let before = 0
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(before)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
      before = end
    }
  }
  for (const { span } of cues) {
    expect(turns.some((it) => it.span.start <= span.start && span.end <= it.span.end)).toBe(true)
  }
  const offsets = sourceMarks.map(({ offset }) => offset)
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
}
