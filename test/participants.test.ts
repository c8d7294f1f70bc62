/** Tables of participants: whom a row means, and what that changes. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { participantProblems, participantWatcher } from '../src/ingest/participant-use.ts'
import type { Participants } from '../src/ingest/participants.ts'
import { documentParticipant, speakerParticipant } from '../src/ingest/participants.ts'
import { readParticipants } from '../src/ingest/participants-file.ts'
import type { FoundParticipants } from '../src/ingest/participants-table.ts'
import { bytesAs, DEFAULTS, read, turnsOf } from './ingest-read.ts'

const CHOICE = {
  path: 'people.csv',
  id: undefined,
  wanted: new Set<string>(),
  meansNumbers: false,
}

function found(
  table: string | Uint8Array,
  choice: Partial<Parameters<typeof readParticipants>[1]> = {},
): FoundParticipants {
  return readParticipants(
    bytesAs('people.csv', Buffer.from(table)),
    { ...CHOICE, ...choice },
    DEFAULTS,
  )
}

function participantsIn(
  table: string,
  choice: Partial<Parameters<typeof readParticipants>[1]> = {},
): Participants {
  const { participants, problems } = found(table, choice)
  if (participants === undefined) throw new Error(problems[0]?.message)
  return participants
}

describe('a row about a document', () => {
  it.each([
    ['its id', 'school-a/talk-03.txt', 'school-a/talk-03.txt', true],
    ['its id without the extension', 'school-a/talk-03', 'school-a/talk-03.txt', true],
    ['the name of its file', 'talk-03.txt', 'school-a/talk-03.txt', true],
    ['the name without the extension', 'talk-03', 'school-a/talk-03.txt', true],
    ['other capitals and spaces', ' TALK-03 ', 'school-a/talk-03.txt', true],
    ['another folder', 'school-b/talk-03', 'school-a/talk-03.txt', false],
    ['a part of its name', 'talk', 'school-a/talk-03.txt', false],
    ['a row of a table', 'R7', 'answers.csv#R7', true],
    ['a row of a sheet', 'R7', 'answers.xlsx#Adults/R7', true],
    ['a row with its file', 'answers.csv#R7', 'answers.csv#R7', true],
    ['the table of all rows', 'answers.csv', 'answers.csv#R7', true],
    ['a number, which may be that of the row', '7', 'answers.csv#7', false],
  ])('is meant by %s', (_name, written, documentId, expected) => {
    const participants = participantsIn(`id,age\n${JSON.stringify(written)},13\n`)
    expect(documentParticipant(participants, documentId) !== undefined).toBe(expected)
  })

  it('is meant by a number where the column of ids is named', () => {
    const participants = participantsIn('id,age\n7,13\n', { meansNumbers: true })
    expect(documentParticipant(participants, 'answers.csv#7')?.shown).toBe('7')
  })
})

describe('a row about a speaker', () => {
  const table =
    'document,speaker,role\ntalk-1,P1,child\n,P1,parent\ntalk-2,P2,carer\ntalk-3,,child\n'
  it.each([
    ['in its document', 'talk-1.txt', 'P1', 'child'],
    ['in any other document', 'talk-9.txt', 'p1', 'parent'],
    ['not in another document', 'talk-1.txt', 'P2', undefined],
    ['not where another speaks', 'talk-1.txt', 'P3', undefined],
  ])('is found %s', (_name, documentId, speaker, expected) => {
    const row = speakerParticipant(participantsIn(table), documentId, speaker)
    expect(row?.role).toBe(expected)
  })

  it('without a speaker is about the document', () => {
    expect(documentParticipant(participantsIn(table), 'talk-3.docx')?.role).toBe('child')
  })
})

describe('the columns', () => {
  it.each([
    ['an id means a document or a speaker', 'participant_id,age\nP1,13\n', ['P1']],
    ['a label and a document', 'Speaker,File,age\nP1,talk-1,13\n', ['P1 in talk-1']],
    [
      'an id beside documents, each of which has one row',
      'doc,id,age\na,P1,13\nb,P1,14\n',
      ['a', 'b'],
    ],
    ['an id beside documents with several rows', 'doc,id\na,P1\na,P2\n', ['P1 in a', 'P2 in a']],
    [
      'semicolons and a title above',
      'Our panel;;\n\nPseudonym;Role;age\nMaya;child;13\n',
      ['Maya'],
    ],
  ])('%s', (_name, table, expected) => {
    expect(participantsIn(table).rows.map(({ shown }) => shown)).toEqual(expected)
  })

  it('that is named need not be known', () => {
    const participants = participantsIn('Kennung,age\nP1,13\n', { id: 'kennung' })
    expect(participants.rows.map(({ shown }) => shown)).toEqual(['P1'])
  })

  it.each([
    [
      'that is named and missing',
      'Kenung,age\nP1,13\n',
      'Kennung',
      /no column “Kennung”.* “Kenung”/u,
    ],
    ['that names nobody', 'age,area\n13,Fife\n', undefined, /No column says who is meant/u],
    ['of an empty table', '', undefined, /empty/u],
  ])('%s is a problem', (_name, table, id, message) => {
    const { participants, problems } = found(table, { id })
    expect(participants).toBeUndefined()
    expect(problems[0]?.message).toMatch(message)
  })

  it('that lead to a person are not used unless they are wanted', () => {
    const table = 'id,Date of birth,contact,age\nP1,2010-01-01,a@example.org,13\n'
    expect(participantsIn(table).attributeNames).toEqual(['age'])
    expect(found(table).problems.map(({ id }) => id)).toEqual(['personal-data'])
    const wanted = new Set(['Date of birth'])
    expect(participantsIn(table, { wanted }).attributeNames).toEqual(['Date of birth', 'age'])
  })
})

describe('the role', () => {
  it.each([
    ['Young person', 'young_person'],
    ['Social worker', 'social_worker'],
    ['care leaver', 'care_leaver'],
    ['Researcher', 'interviewer'],
    ['Moderator', 'moderator'],
    ['', undefined],
  ])('%j is %s', (written, expected) => {
    expect(participantsIn(`id,role\nP1,${written}\n`).rows[0]?.role).toBe(expected)
  })
})

describe('rows that are told of', () => {
  it.each([
    ['the second for the same speaker', 'id,age\nP1,13\np1,14\n', ['repeated-row']],
    ['one without a name', 'id,age\nP1,13\n,14\n', ['nameless-row']],
    ['none', 'id,age\nP1,13\n\nP2,14\n', []],
  ])('%s', (_name, table, expected) => {
    expect(found(table).problems.map(({ id }) => id)).toEqual(expected)
  })
})

describe('reading with participants', () => {
  const talk = 'Ash: Is it far?\n\nSky: It is far.\n\nMaya: It is near.\n'
  const known = (table: string, ofFiles = new Map()) => ({
    known: { participants: participantsIn(table), ofFiles },
  })

  it('gives speakers their roles, and knows their labels by them', () => {
    const options = known('speaker,role\nAsh,researcher\nSky,child\n')
    expect(turnsOf(read(talk, options))).toEqual([
      'Ash/interviewer: Is it far?',
      'Sky/child: It is far.',
      'Maya/unknown: It is near.',
    ])
  })

  it('gives speakers their attributes and documents theirs; the participants win', () => {
    const ofFiles = new Map([
      [
        'talk.txt',
        new Map([
          ['area', 'from the name'],
          ['wave', '1'],
        ]),
      ],
    ])
    const options = known('id,role,area\nSky,child,Fife\ntalk,,Angus\n', ofFiles)
    const [passage] = read(talk, options).passages
    expect(Object.fromEntries(passage?.document.attributes ?? [])).toEqual({
      area: 'Angus',
      wave: '1',
    })
    const areas = passage?.turns.map(({ speaker, attributes }) => [
      speaker,
      attributes?.get('area'),
    ])
    expect(areas).toContainEqual(['Sky', 'Fife'])
    expect(areas?.filter(([, area]) => area !== undefined)).toHaveLength(1)
  })

  it('wins over the roles of voices.yaml', () => {
    const roles = new Map([
      ['sky', 'parent'],
      ['Maya', 'child'],
    ])
    expect(turnsOf(read(talk, { ...known('speaker,role\nSky,child\n'), roles }))).toEqual([
      'Ash/unknown: Is it far?',
      'Sky/child: It is far.',
      'Maya/child: It is near.',
    ])
  })

  it.each([
    ['without speakers', 'It is far.\n', ['talk.txt/child: It is far.']],
    [
      'with speakers',
      'P1: Is it?\n\nP2: It is.\n',
      ['P1/participant: Is it?', 'P2/participant: It is.'],
    ],
    [
      'with what may be labels',
      'Ash: Far?\nSky: It is.\n',
      ['talk.txt/unknown: Ash: Far?↵Sky: It is.'],
    ],
  ])('gives a document its role, but no other speaker: %s', (_name, text, expected) => {
    expect(turnsOf(read(text, known('id,role\ntalk,child\n')))).toEqual(expected)
  })
})

describe('what does not fit together', () => {
  it('is said once for all files', () => {
    const participants = participantsIn('id,role\nSky,child\nRob,child\ntalk,\n')
    const uses = ['a/talk.txt', 'b/talk.txt', 'c/other.txt'].map((path) => {
      const watcher = participantWatcher(participants)
      const text = 'Interviewer: Is it far?\n\nSky: It is far.\n\nMaya: It is near.\n'
      for (const passage of read(text, { path }).passages) watcher.see(passage)
      return watcher.use()
    })
    const problems = participantProblems(participants, uses)
    expect(problems.map(({ id, message, line }) => [id, message.split('. ')[0], line])).toEqual([
      ['participant-not-met', '1 row matches no document and no speaker: Rob', 3],
      ['participant-of-several', '1 row matches several documents of the same name: talk', 4],
      ['no-participant', '1 speaker or document has no row: Maya (c/other.txt)', undefined],
    ])
  })
})

describe('any table', () => {
  it('is read or refused, and never throws', () => {
    const table = Buffer.from('document,speaker,role,age\n"talk 1",P1,child,13\n,P2,"a ""b""",\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(table.length - 1), fc.nat(255))), (changes) => {
        const bytes = Buffer.from(table)
        for (const [at, byte] of changes) bytes[at] = byte
        const { participants, problems } = found(bytes)
        expect(participants !== undefined || problems.length > 0).toBe(true)
      }),
    )
  })
})
