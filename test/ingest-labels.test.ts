import { describe, expect, test } from 'vitest'
import { likenessOf } from '../src/ingest/label-likeness.ts'
import { roleOf } from '../src/ingest/roles.ts'
import { timeAt } from '../src/ingest/times.ts'
import { leftOutOf, read, turnsOf } from './ingest-read.ts'

describe('styles', () => {
  const cases: readonly [name: string, text: string, turns: readonly string[]][] = [
    [
      'Name:',
      'Interviewer: How was it?\nP1: Fine.\nI just sat there.\nInterviewer: Why?\n',
      [
        'Interviewer/interviewer: How was it?',
        'P1/participant: Fine.↵I just sat there.',
        'Interviewer/interviewer: Why?',
      ],
    ],
    [
      'a sentence with a colon is speech',
      'Interviewer: And then?\nP1: We moved.\nOne thing: the dog stayed.\nSadly: nobody asked.\nhttps://example.org/help was no use.\nInterviewer: I see.\n',
      [
        'Interviewer/interviewer: And then?',
        'P1/participant: We moved.↵One thing: the dog stayed.↵Sadly: nobody asked.↵https://example.org/help was no use.',
        'Interviewer/interviewer: I see.',
      ],
    ],
    [
      'details in brackets',
      'P1 (male, 16): Hello.\nP2 (female, 15): Hi.\n',
      ['P1/participant: Hello.', 'P2/participant: Hi.'],
    ],
    [
      'many spaces',
      'Speaker 1:          Thank you. Let’s\nmove on.\n\nSpeaker 2:          Good.\n',
      ['Speaker 1/unknown: Thank you. Let’s↵move on.', 'Speaker 2/unknown: Good.'],
    ],
    [
      'tabs after the colon',
      'INT:\tReady?\nYP1:\tYeah.\n',
      ['INT/interviewer: Ready?', 'YP1/young_person: Yeah.'],
    ],
    [
      'names that come again',
      'Jonas: Hello.\n\nMina: Hi Jonas.\n\nJonas: Where do you live?\n\nMina: With my aunt.\n',
      [
        'Jonas/unknown: Hello.',
        'Mina/unknown: Hi Jonas.',
        'Jonas/unknown: Where do you live?',
        'Mina/unknown: With my aunt.',
      ],
    ],
    [
      'a name that comes once, where every paragraph has a label',
      'Chair: Welcome.\n\nMr Okafor: Thanks.\n\nJosie: Agreed.\n\nChair: Next item.\n',
      [
        'Chair/chair: Welcome.',
        'Mr Okafor/unknown: Thanks.',
        'Josie/unknown: Agreed.',
        'Chair/chair: Next item.',
      ],
    ],
    [
      'a name that comes once in running text is speech',
      'Interviewer: So?\nP1: I told them. They\nsaid no. My brother said the same.\nLeeds: that is where I lived. It\nwas far from school and far from\nmy nan and far from everybody.\nInterviewer: Right.\n',
      [
        'Interviewer/interviewer: So?',
        'P1/participant: I told them. They↵said no. My brother said the same.↵Leeds: that is where I lived. It↵was far from school and far from↵my nan and far from everybody.',
        'Interviewer/interviewer: Right.',
      ],
    ],
    [
      'Q and A',
      'Q: What would help?\nA: Listening.\n\nAnd coming back.\nQ. More?\nA. No.\n',
      [
        'Q/interviewer: What would help?',
        'A/participant: Listening.↵↵And coming back.',
        'Q/interviewer: More?',
        'A/participant: No.',
      ],
    ],
    [
      'questions without labels on the answers',
      'Question 1: What helped?\n\nMy PA did.\n\nQuestion 2: What did not?\n\nMoving.\n',
      [
        'Question 1/interviewer: What helped?',
        'talk.txt/unknown: My PA did.',
        'Question 2/interviewer: What did not?',
        'talk.txt/unknown: Moving.',
      ],
    ],
    [
      '**Name:** and **Name**',
      '**Interviewer** How was school?\n\n**P3:** [00:01:02] Hard.\n\nReally hard.\n',
      ['Interviewer/interviewer: How was school?', 'P3/participant@00:01:02: Hard.↵↵Really hard.'],
    ],
    [
      '**Name** [0:00] over the speech',
      '**Sam** [0:00]  \nHello. I’m **Sam**.\n\n**Ola** [0:12]\nHi.\n',
      ['Sam/unknown@0:00: Hello. I’m **Sam**.', 'Ola/unknown@0:12: Hi.'],
    ],
    [
      'Otter, bold and not',
      '**Sam**  0:00  \nHello.\n\nUnknown Speaker  0:58  \nYes.\n\n**Sam**  1:02:09  \nBye.\n\nTranscribed by https://otter.ai\n',
      [
        'Sam/unknown@0:00: Hello.',
        'Unknown Speaker/unknown@0:58: Yes.',
        'Sam/unknown@1:02:09: Bye.',
      ],
    ],
    [
      'Otter: a time without a name is nobody known',
      'Sam  0:00  \nHello.\n\n0:15  \nWho is this?\n',
      ['Sam/unknown@0:00: Hello.', 'unknown/unknown@0:15: Who is this?'],
    ],
    [
      'Name [time]: among labels without times',
      'INT: How did you find it?\nYP: alright\nINT [00:01:02]: and the review?\nYP [00:01:09]: nine people\n',
      [
        'INT/interviewer: How did you find it?',
        'YP/young_person: alright',
        'INT/interviewer@00:01:02: and the review?',
        'YP/young_person@00:01:09: nine people',
      ],
    ],
    [
      'Name [time] without a colon',
      'Speaker 1 [00:00:01] How did it feel?\n\nSpeaker 2 [00:00:05] Odd. Really\nodd.\n',
      [
        'Speaker 1/unknown@00:00:01: How did it feel?',
        'Speaker 2/unknown@00:00:05: Odd. Really↵odd.',
      ],
    ],
    [
      'a time behind the first word of a line is no label',
      'Interviewer: So?\nP1: I said no. And\nReally [00:05:00] they did not hear\nme at all.\nInterviewer: Why?\n',
      [
        'Interviewer/interviewer: So?',
        'P1/participant: I said no. And↵Really [00:05:00] they did not hear↵me at all.',
        'Interviewer/interviewer: Why?',
      ],
    ],
    [
      '[time] - Name',
      '[00:00:00.000] - Speaker 1\nHow was it?\n\n[00:00:04.200] - Speaker 2\nBad.\n',
      ['Speaker 1/unknown@00:00:00.000: How was it?', 'Speaker 2/unknown@00:00:04.200: Bad.'],
    ],
    [
      'a time, a name and speech with tabs between',
      '#00:00:02.0#\tFacilitator\tWhat helped?\n#00:00:05.3#\tP1\tMy nan.\n',
      ['Facilitator/facilitator@00:00:02.0: What helped?', 'P1/participant@00:00:05.3: My nan.'],
    ],
    [
      'what was typed in a Zoom meeting',
      '10:03:42\t From  Facilitator : What would you change?\n10:03:50\t From  Young Person A : Less moving.\n10:04:10\t From  Young Person A  to  Facilitator(Direct Message) : And you: what?\n',
      [
        'Facilitator/facilitator@10:03:42: What would you change?',
        'Young Person A/young_person@10:03:50: Less moving.',
        'Young Person A/young_person@10:04:10: And you: what?',
      ],
    ],
    [
      'what was typed in a Zoom meeting, newer',
      '10:03:42 From Facilitator to Everyone:\n\tWhat would you change?\n10:03:50 From Young Person A to Everyone:\n\tLess moving.\n',
      [
        'Facilitator/facilitator@10:03:42: What would you change?',
        'Young Person A/young_person@10:03:50: Less moving.',
      ],
    ],
    [
      'Q - and A -',
      'Q - What would you tell ministers?\nA - Ask us. Then - please - listen.\n\nQ - More?\nA - No.\n',
      [
        'Q/interviewer: What would you tell ministers?',
        'A/participant: Ask us. Then - please - listen.',
        'Q/interviewer: More?',
        'A/participant: No.',
      ],
    ],
    [
      'Name –',
      'Interviewer – What helped?\n\nP1 – My nan: she – well – she listened.\n\nInterviewer – And school?\n\nP1 – No.\n',
      [
        'Interviewer/interviewer: What helped?',
        'P1/participant: My nan: she – well – she listened.',
        'Interviewer/interviewer: And school?',
        'P1/participant: No.',
      ],
    ],
    [
      'a dash in a label',
      'Foster carer - Jane: She was six.\nSocial worker - Al: Seven.\nFoster carer - Jane: Six.\n',
      [
        'Foster carer - Jane/carer: She was six.',
        'Social worker - Al/professional: Seven.',
        'Foster carer - Jane/carer: Six.',
      ],
    ],
    [
      'letters and tabs, also of somebody who speaks once',
      'Group 4\nR\tok. So what about after school?\nC\tgetting a job\n\tand a house\nR\tmm\nD\tI want to be a vet\n',
      [
        'R/unknown: ok. So what about after school?',
        'C/unknown: getting a job↵\tand a house',
        'R/unknown: mm',
        'D/unknown: I want to be a vet',
      ],
    ],
    [
      '[time] Name:',
      '[00:01:02] Speaker 1: Safe?\n[00:01:09] Speaker 2: Mostly. Nights: no.\n',
      ['Speaker 1/unknown@00:01:02: Safe?', 'Speaker 2/unknown@00:01:09: Mostly. Nights: no.'],
    ],
    [
      '[time] **Name:**, and paragraphs of the same speaker',
      '[00:00] **Facilitator:** Thanks.\n\n[00:11] Who goes first?\n\n[00:15] **P1:** Me: always.\n\n[00:20] One thing: it was far.\n',
      [
        'Facilitator/facilitator@00:00: Thanks.',
        'Facilitator/facilitator@00:11: Who goes first?',
        'P1/participant@00:15: Me: always.',
        'P1/participant@00:20: One thing: it was far.',
      ],
    ],
    [
      'Name: time over the speech',
      'Ann: 00:01:30 \n\nWelcome.\n\nBo: 00:01:33\n\nHey.\nThanks.\n\nAnn: 00:01:36\n\nSo?\n',
      [
        'Ann/unknown@00:01:30: Welcome.',
        'Bo/unknown@00:01:33: Hey.↵Thanks.',
        'Ann/unknown@00:01:36: So?',
      ],
    ],
    [
      'Rev',
      'Facilitator (00:00:05):\nWhat happened?\n\nP1 (00:00:12):\nI moved.\n\n(00:00:42):\nThen again.\n\nP2: (01:10)\nSame.\n',
      [
        'Facilitator/facilitator@00:00:05: What happened?',
        'P1/participant@00:00:12: I moved.',
        'P1/participant@00:00:42: Then again.',
        'P2/participant@01:10: Same.',
      ],
    ],
    [
      '[SPEAKER_00]:',
      '[SPEAKER_00]: How long?\n[SPEAKER_01]: Two years.\n',
      ['SPEAKER_00/unknown: How long?', 'SPEAKER_01/unknown: Two years.'],
    ],
    [
      'Zoom captions',
      '[Facilitator] 10:03:42\nWhat would you change?\n\n[P1] 10:03:50\nContact.\n',
      [
        'Facilitator/facilitator@10:03:42: What would you change?',
        'P1/participant@10:03:50: Contact.',
      ],
    ],
    [
      'Word Transcribe',
      'Audio file\ntalk.mp3\n\nTranscript\n00:00:00 Speaker 1\nHow was contact?\n00:00:04 Speaker 2\nCancelled. OK.\n',
      [
        'Speaker 1/unknown@00:00:00: How was contact?',
        'Speaker 2/unknown@00:00:04: Cancelled. OK.',
      ],
    ],
    [
      'Teams',
      'Session-20260615-Meeting Transcript\n27m 42s\nAlex Poe started transcription\nJo Bell   0:03\nWhat works?\nP1   0:03\nSmaller.\nBut.\nAlex Poe stopped transcription\n',
      ['Jo Bell/unknown@0:03: What works?', 'P1/participant@0:03: Smaller.↵But.'],
    ],
    [
      'Google Meet with block times',
      'Transcript\n00:00:05\nFacilitator One: Shall we?\nYoung Person A: Yes. I think,\n00:05:00\nif I can.\n00:05:10\nFacilitator One: Great.\nTranscription ended after 00:46:43\n',
      [
        'Facilitator One/facilitator: Shall we?',
        'Young Person A/young_person: Yes. I think,↵00:05:00↵if I can.',
        'Facilitator One/facilitator: Great.',
      ],
    ],
    [
      'letter and tab',
      'R\tok. What about jobs?\nC\tgetting one: hard\nR\tWhy?\nC\tdunno\n',
      [
        'R/unknown: ok. What about jobs?',
        'C/unknown: getting one: hard',
        'R/unknown: Why?',
        'C/unknown: dunno',
      ],
    ],
    [
      '#time# Name:',
      '#00:00:02.0# Facilitator: What helped?\n#00:00:05.3# P1: My nan.\n',
      ['Facilitator/facilitator@00:00:02.0: What helped?', 'P1/participant@00:00:05.3: My nan.'],
    ],
    [
      'one label only',
      'P7: I was eight when I moved.\n\nThen nine.\n',
      ['P7/participant: I was eight when I moved.↵↵Then nine.'],
    ],
    [
      'a title block in front',
      'Interview 4\nDate: 3 May\nInterviewer: Jo\nParticipant: P4\n\nInterviewer: Ready?\n\nP4: Yes.\n',
      ['Interviewer/interviewer: Ready?', 'P4/participant: Yes.'],
    ],
  ]
  test.each(cases)('%s', (_name, text, turns) => {
    expect(turnsOf(read(text))).toEqual(turns)
  })
})

describe('texts without speakers', () => {
  const cases: readonly [name: string, text: string][] = [
    [
      'a blog with headings',
      'My first placement\n\nBackground: I was nine.\n\nWe moved a lot.\n\nWhat helped: my PA.\n\nI am glad.\n\nAdvice: listen.',
    ],
    ['a recipe', 'Ingredients: two eggs.\nMethod: break them.'],
    [
      'a list of roles',
      'Who is who at a review.\n\nSocial worker: makes the plan.\n\nWe wrote this for you.\n\nIt is short.\n\nTeacher: helps at school.\n\nThere is more online.\n\nAsk us.',
    ],
    ['an address', 'See https://example.org\nSee https://example.com'],
    ['notes with task numbers', 'T1\n\tfine\nT2\n\tnot clear\nT3\n\tfine'],
    [
      'a list of words with dashes',
      'SW – social worker\nPA – personal adviser\nIRO – reviewing officer\nYP – young person',
    ],
    [
      'options with dashes',
      'Question 1\nA - Agree\nB - Disagree\nI - I do not know\nQuestion 2\nA - Agree\nI - I do not know',
    ],
    ['a list of words with tabs', 'LAC\tlooked after child\nCIN\tchild in need\nEHC\ta plan'],
    ['a blog with dashes', 'I – that is, me – moved four times.\n\nNan – bless her – came too.'],
    ['a programme', 'Registration   9:30\nOpening   10:00\nLunch   12:30'],
    [
      'headings that come again',
      '**The team will:**\n\n- listen\n\n**The team will:**\n\n- come back\n\n**The team will:**\n\n- stay',
    ],
  ]
  test.each(cases)('%s', (_name, text) => {
    const [passage] = read(text).passages
    expect(passage?.turns.map((turn) => [turn.speaker, turn.role])).toEqual([
      ['talk.txt', 'unknown'],
    ])
    expect(passage?.turns.map((turn) => text.slice(turn.span.start, turn.span.end))).toEqual([text])
  })

  test('a table with speakers is not taken apart, and it is said', () => {
    const { passages, problems } = read(
      'Row\tSaid by\tSpeaker\n1\tWhat helped?\tP1\n2\tMy nan.\tP2\n',
    )
    expect(passages[0]?.turns.map((turn) => turn.speaker)).toEqual(['talk.txt'])
    expect(problems.map((it) => it.id)).toEqual(['table-as-text'])
  })
})

describe('what nobody says', () => {
  test('a few words before the first speaker are left out', () => {
    const reading = read('Interview 3, by telephone.\n\nInterviewer: So?\n\nP1: Well.\n')
    expect(leftOutOf(reading)).toEqual(['before the first speaker: Interview 3, by telephone.'])
    expect(reading.problems).toEqual([])
  })

  test('many words before the first speaker are said by somebody unknown, and that is told', () => {
    const opening = 'This is a long opening that nobody owns. '.repeat(20).trim()
    const reading = read(`${opening}\n\nInterviewer: So?\n\nP1: Well.\n`)
    expect(turnsOf(reading)).toEqual([
      `unknown/unknown: ${opening}`,
      'Interviewer/interviewer: So?',
      'P1/participant: Well.',
    ])
    expect(reading.problems.map((it) => it.id)).toEqual(['text-before-speakers'])
  })

  test('headings of a transcript end a turn', () => {
    const reading = read('P1: Hello.\n\n## School\n\nIt was fine.\n\nP2: Hi.\n', {
      path: 'talk.md',
    })
    expect(turnsOf(reading)).toEqual([
      'P1/participant: Hello.',
      'P1/participant: It was fine.',
      'P2/participant: Hi.',
    ])
    expect(leftOutOf(reading)).toEqual(['heading: ## School'])
  })
})

describe('roles', () => {
  const cases: readonly [label: string, details: string, role: string][] = [
    ['Interviewer', '', 'interviewer'],
    ['INTERVIEWER 2', '', 'interviewer'],
    ['Int', '', 'interviewer'],
    ['I', '', 'interviewer'],
    ['Q', '', 'interviewer'],
    ['IV1', '', 'interviewer'],
    ['Researcher', '', 'interviewer'],
    ['Facilitator One', '', 'facilitator'],
    ['Lead Facilitator', '', 'facilitator'],
    ['1-facilitator', '', 'facilitator'],
    ['Moderator', '', 'moderator'],
    ['Chair', '', 'chair'],
    ['Host', '', 'host'],
    ['Interpreter', '', 'interpreter'],
    ['Note-taker', '', 'note_taker'],
    ['P1', '', 'participant'],
    ['P2', 'female, 15', 'participant'],
    ['Participant 3', '', 'participant'],
    ['R2', '', 'unknown'],
    ['Respondent', '', 'participant'],
    ['A', '', 'participant'],
    ['Care leaver', '', 'participant'],
    ['Young Person A', '', 'young_person'],
    ['YP1', '', 'young_person'],
    ['Child', '', 'child'],
    ['CHI', '', 'child'],
    ['Mum', '', 'parent'],
    ['Tom’s Mum', '', 'parent'],
    ['Parent 1', '', 'parent'],
    ['Birth father', '', 'parent'],
    ['Foster Carer', '', 'carer'],
    ['Foster mum', '', 'carer'],
    ['Kinship carer', '', 'carer'],
    ['Social Worker', '', 'professional'],
    ['Child’s social worker', '', 'professional'],
    ['PA', '', 'professional'],
    ['IRO', '', 'professional'],
    ['Parent Advocate', '', 'professional'],
    ['Child Psychologist', '', 'professional'],
    ['Foster carer – Jo', '', 'carer'],
    ['Sue', 'social worker', 'professional'],
    ['Interviewer Jones', '', 'interviewer'],
    ['Speaker 1', '', 'unknown'],
    ['Josie', '', 'unknown'],
    // Never an adult's words under a child's name.
    ['Mother of child A', '', 'parent'],
    ['Friend of child A', '', 'unknown'],
    ['Mum - Child A', '', 'unknown'],
    ['Mum and Tom', '', 'unknown'],
    ['Child/Carer', '', 'unknown'],
    ['Former foster child', '', 'unknown'],
    ['Sue', 'works with children', 'unknown'],
  ]
  test.each(cases)('%s (%s) is %s', (label, details, role) => {
    expect(roleOf(label, details, new Map())).toBe(role)
  })

  test('voices.yaml wins, without regard to case', () => {
    const roles = new Map([
      ['speaker 1', 'Interviewer'],
      ['JOSIE', 'Young Person'],
      ['p2 (female, 15)', 'child'],
    ])
    expect(roleOf('Speaker 1', '', roles)).toBe('interviewer')
    expect(roleOf('Josie', '', roles)).toBe('young_person')
    expect(roleOf('P2', 'female, 15', roles)).toBe('child')
    expect(roleOf('P2', 'male, 12', roles)).toBe('participant')
  })

  test('a label of voices.yaml is a speaker even if it looks like none', () => {
    const roles = new Map([['my helper', 'carer']])
    const text = 'P1: Hi.\nmy helper: Hello.\nP1: Bye.\n'
    expect(turnsOf(read(text, { roles }))[1]).toBe('my helper/carer: Hello.')
    expect(turnsOf(read(text))[0]).toBe('P1/participant: Hi.↵my helper: Hello.')
  })
})

describe('what a label looks like', () => {
  const cases: readonly [label: string, likeness: string][] = [
    ['Interviewer', 'certain'],
    ['SPEAKER_00', 'certain'],
    ['Unknown Speaker', 'certain'],
    ['Mrs Brown', 'certain'],
    ['All', 'certain'],
    ['YP12', 'certain'],
    ['Josie', 'name'],
    ['Ana de la Cruz', 'name'],
    ['O’Neill', 'name'],
    ['Smith, Jane', 'name'],
    ['NVK', 'name'],
    ['sue', 'word'],
    ['One thing', 'none'],
    ['So Anna', 'none'],
    ['The Team', 'none'],
    ['Date', 'none'],
    ['Part 2', 'none'],
    ['https', 'none'],
    ['bip102', 'none'],
    ['Wholesome care will', 'none'],
  ]
  test.each(cases)('%s: %s', (label, likeness) => {
    expect(likenessOf(label, new Set())).toBe(likeness)
  })
})

describe('times', () => {
  const cases: readonly [text: string, from: string | undefined, to: string | undefined][] = [
    ['0:00', '0:00', undefined],
    ['1:02:09]', '1:02:09', undefined],
    ['00:00:05.3#', '00:00:05.3', undefined],
    ['0:0:0.0 --> 0:0:1.510', '0:0:0.0', '0:0:1.510'],
    ['0:05 - 0:09', '0:05', '0:09'],
    ['10:03:42:12', '10:03:42:12', undefined],
    ['10:3', undefined, undefined],
    ['2026', undefined, undefined],
    ['1:234', undefined, undefined],
  ]
  test.each(cases)('%s', (text, from, to) => {
    const time = timeAt(text, 0)
    expect(time && text.slice(time.from.start, time.from.end)).toBe(from)
    expect(time?.to && text.slice(time.to.start, time.to.end)).toBe(to)
  })
})
