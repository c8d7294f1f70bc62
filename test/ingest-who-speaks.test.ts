/** Words stand under whoever said them, under `unknown`, or the analyst is told. */
import { describe, expect, test } from 'vitest'
import { roleOf } from '../src/ingest/roles.ts'
import { leftOutOf, type Read, read, turnsOf } from './ingest-read.ts'

const ASKED = ['Interviewer: How was it?', 'Kai: I moved again.']

/** Lines that follow each other, with questions and answers before them. */
function talk(...lines: readonly string[]): string {
  return `${[...ASKED, ...ASKED, ...ASKED, ...lines].join('\n')}\n`
}

function repeated(text: string): string {
  return text.repeat(3)
}

function idsOf({ problems }: Read): string[] {
  return problems.map(({ id, line }) => `${id}:${line}`)
}

describe('who speaks once', () => {
  const cases: readonly [name: string, line: string, turn: string][] = [
    ['a name', 'Sandra: He was difficult.', 'Sandra/unknown: He was difficult.'],
    ['two names', 'Sandra Okoro: He was.', 'Sandra Okoro/unknown: He was.'],
    [
      'somebody who was a child',
      'Former foster child: I moved.',
      'Former foster child/unknown: I moved.',
    ],
    ['a person', 'Foster brother: He moved.', 'Foster brother/unknown: He moved.'],
    ['an adult', 'Supporting adult: She means it.', 'Supporting adult/unknown: She means it.'],
    ['two people', 'YP/Carer: We both do.', 'YP/Carer/unknown: We both do.'],
    ['an abbreviation', 'Resp: Because.', 'Resp/unknown: Because.'],
    ['a letter', 'M: And then?', 'M/unknown: And then?'],
    ['capitals', 'SANDRA: He was.', 'SANDRA/unknown: He was.'],
    ['with details', 'Kai (foster mum in room): She does.', 'Kai/unknown: She does.'],
    ['with details in square brackets', 'Kai [via interpreter]: No.', 'Kai/unknown: No.'],
    ['a role in brackets', 'Jo (support worker): She was.', 'Jo/professional: She was.'],
  ]
  test.each(cases)('%s', (_name, line, turn) => {
    const reading = read(talk(line, 'Interviewer: I see.'))
    expect(turnsOf(reading).slice(-2)).toEqual([turn, 'Interviewer/interviewer: I see.'])
  })

  test.each(['One thing: the dog.', 'My point: no.', 'Note: he cried.', 'Time: 14:05'])(
    'speech: %s',
    (line) => {
      expect(turnsOf(read(talk(line))).at(-1)).toBe(`Kai/unknown: I moved again.↵${line}`)
    },
  )

  test('a name that opens a paragraph, where labels open most', () => {
    const text =
      'Q1\n\nI: So?\n\nKai: Fine.\n\nReally fine.\n\nI: Why?\n\nSandra: He lies.\n\nNo.\n'
    expect(turnsOf(read(text)).at(-1)).toBe('Sandra/unknown: He lies.↵↵No.')
  })

  test('what stays speech in running text is told', () => {
    const text =
      'Interviewer: So?\nKai: I told them. They\nsaid no. My brother too.\nLeeds: that was it. It\nwas far and far and far\nand far.\nInterviewer: Right.\nKai: Yes.\n'
    const reading = read(text)
    expect(turnsOf(reading).length).toBe(4)
    expect(idsOf(reading)).toEqual(['labels-read-as-speech:4'])
  })
})

describe('lists and quotations in Markdown', () => {
  const markdown = (text: string) => read(text, { path: 'talk.md' })

  test('labels that come once each', () => {
    const text =
      '# Group 3\n\n**Facilitator:** What matters?\n\n**Tia:** My worker left.\n\n> Facilitator: And then?\n\n**Jo (support worker):** She was sad.\n\n- Tia: I lost him.\n- Facilitator: How many?\n'
    const reading = markdown(text)
    expect(turnsOf(reading)).toEqual([
      'Facilitator/facilitator: What matters?',
      'Tia/unknown: My worker left.',
      'Facilitator/facilitator: And then?',
      'Jo/professional: She was sad.',
      'Tia/unknown: I lost him.',
      'Facilitator/facilitator: How many?',
    ])
    expect(leftOutOf(reading)).toEqual(['heading: # Group 3'])
  })

  test('a bold word without a colon is no speaker', () => {
    const text = '**P1:** I went.\n\n**P2:** Me too.\n\n**Leeds** was far.\n\n**P1:** Yes.\n'
    expect(turnsOf(markdown(text))[1]).toBe('P2/participant: Me too.↵↵**Leeds** was far.')
  })

  test('a block quote is the words of nobody known', () => {
    const text =
      '**Interviewer:** So?\n\n**YP1:** Hard.\n\n> Letter from my social worker: You will move.\n> On Friday.\n\nThat was it.\n\n**Interviewer:** Oh.\n'
    expect(turnsOf(markdown(text))).toEqual([
      'Interviewer/interviewer: So?',
      'YP1/young_person: Hard.',
      'quoted/quoted: Letter from my social worker: You will move.↵> On Friday.',
      'YP1/young_person: That was it.',
      'Interviewer/interviewer: Oh.',
    ])
  })

  test('behind a label in a block quote nobody is known', () => {
    const text = '**P1:** Hm.\n\n> Mum: You never listen.\n\nSo.\n\n**P1:** No.\n'
    expect(turnsOf(markdown(text)).slice(1)).toEqual([
      'Mum/parent: You never listen.',
      'unknown/unknown: So.',
      'P1/participant: No.',
    ])
  })
})

describe('other ways to name speakers', () => {
  const asked = ['Interviewer/interviewer: So?', 'Amy/unknown: I moved.']
  const whole = [...asked, ...asked, ...asked]
  const cases: readonly [name: string, text: string, turns: readonly string[]][] = [
    ['on a line alone', repeated('Interviewer\nSo?\n\nAmy\nI moved.\n\n'), whole],
    ['on a line alone, without blank lines', repeated('Interviewer\nSo?\nAmy\nI moved.\n'), whole],
    ['numbered', repeated('1. Interviewer: So?\n2. Amy: I moved.\n'), whole],
    ['numbered without a stop', repeated('1  Interviewer: So?\n2  Amy: I moved.\n'), whole],
    ['in a list', repeated('- Interviewer: So?\n- Amy: I moved.\n'), whole],
    [
      'in a table',
      `| Speaker | Text |\n|---|---|\n${repeated('| Interviewer | So? |\n| Amy | I moved. |\n')}`,
      whole,
    ],
    [
      'in a table with times',
      `| Time | Speaker | Text |\n|---|---|---|\n${repeated('| 0:01 | **Interviewer** | So? |\n| 0:05 | Amy | I moved. |\n')}`,
      whole,
    ],
    [
      'letters and dashes',
      repeated('I - So?\nP - I moved - again.\n'),
      [1, 2, 3].flatMap(() => ['I/interviewer: So?', 'P/participant: I moved - again.']),
    ],
    [
      'dashes among colons',
      'I: So?\n\nP: I moved.\n\nI - And?\nP - My brother.\n',
      [
        'I/interviewer: So?',
        'P/participant: I moved.',
        'I/interviewer: And?',
        'P/participant: My brother.',
      ],
    ],
    [
      'a chat of an iPhone',
      '[12/03/2026, 14:02:11] Jess (worker): hi\n[12/03/2026, 14:02:50] Kai: off again\nnobody told me\n\u200e[12/03/2026, 2:03:00\u202fPM] Kai: \u200eimage omitted\n',
      [
        'Jess/professional@14:02:11: hi',
        'Kai/unknown@14:02:50: off again↵nobody told me',
        'Kai/unknown@2:03:00: \u200eimage omitted',
      ],
    ],
    [
      'a chat of an Android phone',
      '12/03/2026, 14:00 - Messages are end-to-end encrypted.\n12/03/2026, 14:01 - +44 7700 900123: hi\n12/03/2026, 14:02 - kai: off again\nagain\n12/03/2026, 14:03 - Jess left\n',
      [
        'unknown/unknown@14:00: Messages are end-to-end encrypted.',
        '+44 7700 900123/unknown@14:01: hi',
        'kai/unknown@14:02: off again↵again',
        'unknown/unknown@14:03: Jess left',
      ],
    ],
  ]
  test.each(cases)('%s', (_name, text, turns) => {
    const spoken = turnsOf(read(text)).map((it) =>
      text.includes('| Time') ? it.replace(/@.*?:(?= )/u, ':') : it,
    )
    expect(spoken).toEqual(turns)
  })

  test.each([
    [
      'a list of roles',
      '- Social worker: makes the plan\n- Teacher: helps\n- Foster carer: cooks\n',
    ],
    ['a table of words', '| PA | personal adviser |\n| IRO | reviewing officer |\n'],
    ['answers on lines of their own', repeated('Question 1\nAgree\nQuestion 2\nDisagree\n')],
    [
      'sections of a report',
      repeated('Young People\n\nThey said much.\n\nCarers\n\nThey did too.\n\n'),
    ],
    ['a letter', 'Dear Minister,\nI want: a home.\nI need: a worker.\nThank you\nSam (13)\n'],
  ])('no speakers: %s', (_name, text) => {
    expect(read(text).passages[0]?.turns.map(({ speaker }) => speaker)).toEqual(['talk.txt'])
  })

  test('where no way is found, and roles stand before colons, that is told', () => {
    const filler = 'We went there and it was fine.\n\n'.repeat(30)
    const reading = read(`${filler}Moderator: So?\n\n${filler}Moderator: Well?\n\n${filler}`)
    expect(reading.passages[0]?.turns.length).toBe(1)
    expect(idsOf(reading)).toEqual(['labels-read-as-speech:61'])
  })
})

describe('several speakers on a line', () => {
  const cases: readonly [name: string, line: string, turns: readonly string[]][] = [
    [
      'speakers of the file',
      'Kai: I moved. Interviewer: Again? Kai: “Yes.” Interviewer: Oh.',
      ['Kai: I moved.', 'Interviewer: Again?', 'Kai: “Yes.”', 'Interviewer: Oh.'],
    ],
    [
      'a role that speaks nowhere else',
      'Kai: I moved. Carer: Not so.',
      ['Kai: I moved.', 'Carer: Not so.'],
    ],
    [
      'in brackets',
      'Kai: I moved (Carer: not so) and went.',
      ['Kai: I moved', 'Carer: not so', 'Kai: and went.'],
    ],
    ['bold', 'Kai: I moved. **Interviewer:** Oh.', ['Kai: I moved.', 'Interviewer: Oh.']],
    ['a child who is told of', 'Carer: I asked. Child: no.', ['Carer: I asked. Child: no.']],
    ['inside a sentence', 'Kai: I told the Interviewer: no.', ['Kai: I told the Interviewer: no.']],
    ['no role', 'Kai: I went. Leeds: far off.', ['Kai: I went. Leeds: far off.']],
    ['a question', 'Kai: It is so. Question: why?', ['Kai: It is so. Question: why?']],
  ]
  test.each(cases)('%s', (_name, line, turns) => {
    const spoken = turnsOf(read(talk(line)))
      .slice(6)
      .map((it) => it.replace(/\/\w+:/u, ':'))
    expect(spoken).toEqual(turns)
  })

  test('a role that is named inside lines only is told', () => {
    expect(idsOf(read(talk('Kai: I moved. (Carer: not so.)')))).toEqual(['labels-inside-lines:7'])
    expect(idsOf(read(talk('Carer: I asked. Child: no.')))).toEqual(['labels-inside-lines:7'])
    expect(idsOf(read(talk('Kai: Hm. Interviewer: Oh.')))).toEqual([])
  })

  test('initials inside lines', () => {
    const text =
      'Interviewer: How was it? YP: I moved. Interviewer: Again? YP: Yes.\nInterviewer: OK.\n'
    expect(turnsOf(read(text)).map((it) => it.split('/')[0])).toEqual([
      'Interviewer',
      'YP',
      'Interviewer',
      'YP',
      'Interviewer',
    ])
  })
})

describe('a child’s label with an adult’s details', () => {
  const roles = new Map([['kai', 'young person']])
  test.each<[string, string, string]>([
    ['Kai', '', 'young_person'],
    ['Kai', 'foster mum', 'unknown'],
    ['Kai', 'aged 14', 'young_person'],
    ['Child', 'social worker', 'unknown'],
    ['Child', 'young person', 'child'],
    ['Mum', 'child', 'parent'],
    ['Letter from my social worker', '', 'unknown'],
  ])('%s (%s) is %s', (label, details, role) => {
    expect(roleOf(label, details, roles)).toBe(role)
  })

  test('unless voices.yaml says so', () => {
    expect(roleOf('Kai', 'foster mum', new Map([['Kai (foster mum)', 'carer']]))).toBe('carer')
  })
})
