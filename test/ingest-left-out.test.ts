import { describe, expect, test } from 'vitest'
import { leftOutOf, read, silentOf, turnsOf } from './ingest-read.ts'

describe('front matter', () => {
  const cases: readonly [
    name: string,
    yaml: string,
    attributes: Readonly<Record<string, string>>,
  ][] = [
    ['flat', 'title: My first home\nage: 15', { title: 'My first home', age: '15' }],
    ['lists', 'tags:\n  - care\n  - school\nwho: [a, b]', { tags: 'care; school', who: 'a; b' }],
    [
      'nested',
      'author:\n  name: Sam\n  place: {town: Leeds}',
      { 'author.name': 'Sam', 'author.place.town': 'Leeds' },
    ],
    ['lists of names', 'by:\n  - name: Sam\n  - name: Ola', { 'by.name': 'Sam; Ola' }],
    ['empty', '', {}],
  ]
  test.each(cases)('%s', (_name, yaml, attributes) => {
    const front = `---\n${yaml}${yaml === '' ? '' : '\n'}---`
    const reading = read(`${front}\nI moved.\n`)
    expect(Object.fromEntries(reading.passages[0]?.document.attributes ?? [])).toEqual(attributes)
    expect(leftOutOf(reading)).toEqual([`front matter: ${front}`])
    expect(turnsOf(reading)).toEqual(['talk.txt/unknown: I moved.'])
    expect(reading.problems).toEqual([])
  })

  test('invalid YAML is left out and told', () => {
    const reading = read('---\ntitle: "open\nage: [1\n---\nI moved.\n')
    expect(reading.problems.map((it) => [it.severity, it.id])).toEqual([
      ['warning', 'invalid-front-matter'],
    ])
    expect(turnsOf(reading)).toEqual(['talk.txt/unknown: I moved.'])
    expect(reading.passages[0]?.document.attributes.size).toBe(0)
  })

  test('text between two rules is text', () => {
    expect(leftOutOf(read('---\nI moved a lot.\n---\nThen I stayed.\n'))).toEqual([])
  })

  test('a rule that is never closed is text', () => {
    expect(leftOutOf(read('---\ntitle: x\n\nI moved.\n'))).toEqual([])
  })

  test('labels in front matter are no speakers', () => {
    const reading = read('---\nInterviewer: Jo\nP1: Sam\n---\nInterviewer: Hi.\nP1: Hello.\n')
    expect(turnsOf(reading)).toEqual(['Interviewer/interviewer: Hi.', 'P1/participant: Hello.'])
  })
})

describe('web pages', () => {
  const ARTICLE =
    'I was nine when I moved.\n\nPeople share this feeling: they read more about you than you know.\n\n' +
    'Home is where my nan is. I never had a tag or a category for it.\n\n'.repeat(6)

  const lines: readonly [line: string, reason: string][] = [
    ['Skip to content', 'navigation'],
    ['[Skip to main content](#main)', 'navigation'],
    ['Back to top', 'navigation'],
    ['Read more »', 'navigation'],
    ['Share this:', 'sharing links'],
    ['Share on Facebook', 'sharing links'],
    ['Posted on 3 May 2024', 'post details'],
    ['Tags: care, school', 'post details'],
    ['Categories: Blog', 'post details'],
    ['Privacy policy', 'legal notice'],
    ['Registered charity no. 123456', 'legal notice'],
    ['© 2024 Example Trust', 'legal notice'],
    ['Sign up to our newsletter', 'newsletter sign-up'],
    ['Accept all cookies', 'cookie notice'],
    ['Your email address will not be published.', 'comment form'],
    [
      'We use cookies to make this site work for you. If you go on without changing your settings, we take it that you agree to all of them.',
      'cookie notice',
    ],
  ]
  test.each(lines)('%s', (line, reason) => {
    expect(leftOutOf(read(`${line}\n\n${ARTICLE}`))).toEqual([`${reason}: ${line}`])
  })

  const kept: readonly string[] = [
    'Home',
    'Contact',
    'Read more about why my social worker left and what I did then.',
    'Reading timetables',
    'Tagged along with my brother',
    '- Contact\n- Help',
    'They asked me to share this with the judge, and I did.',
  ]
  test.each(kept)('stays: %s', (line) => {
    expect(leftOutOf(read(`${ARTICLE}${line}\n\n${ARTICLE}`))).toEqual([])
  })

  test('a menu is left out, word by word', () => {
    const reading = read(`Home\nAbout us\nNews\nDonate\n\n${ARTICLE}`)
    expect(leftOutOf(reading).length).toBe(4)
    expect(turnsOf(reading).join()).not.toContain('Donate')
  })

  test('what follows a closing section is left out', () => {
    const tail =
      'Related News Articles\n\nAnother child said: “I hate moving.”\n\nLatest Reports\n\nOne more.'
    const reading = read(`${ARTICLE}${tail}`)
    expect(leftOutOf(reading)).toEqual([`related articles: ${tail}`])
    expect(turnsOf(reading)).toEqual([`talk.txt/unknown: ${ARTICLE.trim().replaceAll('\n', '↵')}`])
  })

  test('a closing section at the start closes nothing', () => {
    expect(leftOutOf(read(`Latest news\n\n${ARTICLE}${ARTICLE}`))).toEqual([])
  })

  test('boilerplate in the middle parts the turn', () => {
    const reading = read(`I moved.\n\nShare this\n\nI stayed.\n`)
    expect(turnsOf(reading)).toEqual(['talk.txt/unknown: I moved.', 'talk.txt/unknown: I stayed.'])
  })

  test('a transcript is not searched for it', () => {
    expect(leftOutOf(read('P1: Hi.\nRead more\nP2: Hello.\nShare this\n'))).toEqual([])
  })
})

describe('pages', () => {
  test('Page 3 of 12 inside a turn is silent and does not end it', () => {
    const reading = read('P1: I wanted to\nPage 3 of 12\nstay there.\nP2: Yes.\nPage 4 of 12\n')
    expect(turnsOf(reading)).toEqual([
      'P1/participant: I wanted to↵Page 3 of 12↵stay there.',
      'P2/participant: Yes.',
    ])
    expect(silentOf(reading)).toEqual(['Page 3 of 12'])
    expect(leftOutOf(reading)).toEqual(['page number: Page 3 of 12', 'page number: Page 4 of 12'])
  })

  const rising = (line: (n: number) => string, times = 4) =>
    Array.from(
      { length: times },
      (_, i) => `P1: I stayed ${'so long '.repeat(i)}here.\n${line(i + 1)}\n`,
    ).join('')

  const cases: readonly [name: string, text: string, count: number][] = [
    ['running headers', rising((n) => `Care voices – confidential – ${n}`), 4],
    ['bare numbers', rising((n) => `${n}`), 4],
    ['Page n', rising((n) => `Page ${n}`, 2), 2],
    ['one bare number', rising(() => '7', 1), 0],
    ['numbers that do not follow on', rising((n) => `${n * 7}`), 0],
    ['headings with numbers', rising((n) => `Theme ${n}`), 0],
    ['speech that ends in a number', rising((n) => `I was ${n}`), 0],
  ]
  test.each(cases)('%s', (_name, text, count) => {
    expect(leftOutOf(read(text)).length).toBe(count)
  })
})

describe('notices of transcription programs', () => {
  const lines = [
    'Transcribed by https://otter.ai',
    'Transcription ended after 00:46:43',
    '### Transcription ended after 00:46:43',
    'Alex Poe started transcription',
    'Alex Poe stopped transcription',
    'This editable transcript was computer generated and might contain errors.',
    '*This editable transcript was computer generated and might contain errors. It can be changed.*',
  ]
  test.each(lines)('%s', (line) => {
    const reading = read(`P1: Hello.\n${line}\nP2: Hi.\n`)
    expect(leftOutOf(reading)).toEqual([`transcription notice: ${line}`])
    expect(turnsOf(reading)).toEqual(['P1/participant: Hello.', 'P2/participant: Hi.'])
  })

  test('speech about a transcript stays', () => {
    const text =
      'P1: Hello.\nTranscription is boring. I read\nThe transcript was wrong, and she started transcription again.\nP2: Hi.\n'
    expect(leftOutOf(read(text))).toEqual([])
  })
})
