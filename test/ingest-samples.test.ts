/** Golden readings of one short file for each transcript format, where the samples are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bytesAs, leftOutOf, readAsync, silentOf, turnsOf } from './ingest-read.ts'

const FOLDER = '../shared/samples'
const isHere = existsSync(FOLDER)
if (!isHere)
  process.stderr.write(`${FOLDER} is absent: the readings of its files are not tested.\n`)

interface Golden {
  readonly turns: readonly string[]
  readonly silent?: readonly string[]
  readonly leftOut?: readonly string[]
  readonly warnings?: readonly string[]
}

const GOLDEN: Readonly<Record<string, Golden>> = {
  'descript.md': {
    turns: [
      '1-facilitator/facilitator@00:00: Thanks for coming.',
      '1-facilitator/facilitator@00:11: This paragraph has no label: the same speaker goes on.',
      'P1/participant@00:15: I liked my key worker.',
    ],
  },
  'google_meet.md': {
    turns: ['Facilitator One/facilitator: Shall we start?', 'Young Person A/young_person: Yes.'],
    leftOut: [
      'transcription notice: ### Transcription ended after 00:46:43',
      'transcription notice: *This editable transcript was computer generated and might contain errors. People can also change the text after it was created.*',
    ],
  },
  'google_meet.txt': {
    turns: [
      'Facilitator One/facilitator: Shall we start?',
      "Young Person A/young_person: Yes. I think,↵if I can, I'd like to go first.",
      'Facilitator One/facilitator: Great.',
    ],
    leftOut: [
      'before the first speaker: Listening session (2026/06/15 10:02 GMT+1) – Transcript\nAttendees\nFacilitator One, Young Person A\nTranscript',
      'transcription notice: This editable transcript was computer generated and might contain errors.',
      'transcription notice: Transcription ended after 00:46:43',
    ],
  },
  'iqda.txt': {
    turns: [
      'R/unknown: ok. Why do you think that’s a worry?',
      'C/unknown: that other people apply and they could just get it',
      'R/unknown: Is there any job?',
      'C/unknown: maybe to have a @@shop##',
    ],
  },
  'nvivo_hash.txt': {
    turns: [
      'Facilitator/facilitator@00:00:02.0: What helped?',
      'P1/participant@00:00:05.3: My nan.',
    ],
  },
  'nvivo_tab.txt': {
    turns: ['Facilitator/facilitator@0:00.0: What helped?', 'P1/participant@0:05.3: My nan.'],
    leftOut: ['table header: Content'],
  },
  'otter.txt': {
    turns: [
      'Facilitator/facilitator@0:00: What helped?',
      'Unknown Speaker/unknown@0:07: My foster carer. She listens.',
      'Facilitator/facilitator@1:02:09: Thanks, all.',
    ],
    leftOut: ['transcription notice: Transcribed by https://otter.ai'],
  },
  'plain_ip.txt': {
    turns: [
      'Interviewer/interviewer: How did you find your review?',
      "P1/participant: It was alright. [pause] I didn't speak↵because there were nine people there.",
      'P2/participant: (inaudible 00:12:33) same.',
      'I/interviewer: OK. And the note said: bring a friend?',
    ],
    silent: ['[pause]', '(inaudible 00:12:33)'],
  },
  'plain_md.md': {
    turns: [
      'Interviewer/interviewer: How was school?',
      'P3/participant@00:01:02: Hard. [laughs]',
      'quoted/quoted: quoted letter from my social worker: "We will call you."',
    ],
    silent: ['[laughs]'],
  },
  'plain_qa.txt': {
    turns: [
      'Q/interviewer: What would you tell ministers?',
      'A/participant: Ask us first.↵↵A second paragraph of the same answer.',
      'Q/interviewer: Anything else?',
      'A/participant: No.',
    ],
  },
  'plain_ts.txt': {
    turns: [
      'Speaker 1/unknown@00:01:02: Did you feel safe?',
      'Speaker 2/unknown@00:01:09: Mostly. Weekends: no.',
      'Speaker 1/unknown@01:09:10: Thanks.',
    ],
  },
  'rev.txt': {
    turns: [
      'Facilitator/facilitator@00:00:05: What happened at school?',
      'P1/participant@00:00:12: They put me in [inaudible 00:00:14] and, [crosstalk 00:00:16] yeah.',
      'P1/participant@00:00:42: Then I moved again.',
      'P2/participant@01:10: Same.',
    ],
    silent: ['[inaudible 00:00:14]', '[crosstalk 00:00:16]'],
  },
  'teams_docx_new.txt': {
    turns: [
      'Jane Smith/unknown@0:03: So what would a good review meeting look like?',
      'P1/participant@0:03: Smaller.↵But.',
      'Jane Smith/unknown@1:02:09: Thank you.',
    ],
    leftOut: [
      'before the first speaker: Listening session-20260615_133555-Meeting Transcript\n15 June 2026, 03:35am\n27m 42s',
      'transcription notice: Alex Organiser started transcription',
      'transcription notice: Alex Organiser stopped transcription',
    ],
  },
  'teams_docx_old.txt': {
    turns: ['Some Body/unknown@0:0:0.0: OK. Yeah.', 'Young Person/young_person@0:0:3.270: Umm.'],
  },
  'whisperx.txt': {
    turns: [
      'SPEAKER_00/unknown: How long were you there?',
      'SPEAKER_01/unknown: Two years. Maybe 3.',
    ],
  },
  'windows1252.txt': {
    turns: [
      'Interviewer/interviewer: What’s “home” – to you?',
      'P1/participant: Nan’s house… it costs £20 to get there.',
    ],
  },
  'word_transcribe.txt': {
    turns: [
      'Speaker 1/unknown@00:00:00: How did you feel about contact?',
      'Speaker 2/unknown@00:00:04: It got cancelled. OK.',
    ],
    leftOut: ['before the first speaker: Audio file\ninterview 3.mp3\n\nTranscript'],
  },
  'zoom_saved_caption.txt': {
    turns: [
      'Facilitator/facilitator@10:03:42: Okay, what would you change?',
      'P1/participant@10:03:50: I want to see my brother more.',
    ],
  },
}

describe.skipIf(!isHere)('samples', () => {
  const names = isHere ? readdirSync(FOLDER).filter((name) => /\.(?:txt|md)$/u.test(name)) : []

  test('every sample has a golden reading', () => {
    expect(names.filter((name) => !(name in GOLDEN))).toEqual([])
  })

  test.each(names)('%s', async (name) => {
    const reading = await readAsync(bytesAs(name, readFileSync(`${FOLDER}/${name}`)))
    const { turns, silent = [], leftOut = [], warnings = [] } = GOLDEN[name] ?? { turns: [] }
    expect(turnsOf(reading)).toEqual(turns)
    expect(silentOf(reading)).toEqual(silent)
    expect(leftOutOf(reading)).toEqual(leftOut)
    expect(reading.problems.map((it) => it.id)).toEqual(warnings)
  })
})
