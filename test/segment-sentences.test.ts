import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../src/segment/sentences.ts'
import { spanList } from '../src/span-list.ts'
import type { LineBreaks, Span } from '../src/types.ts'

/** The code units of a text. */
function codesOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
}

/** The spans of the sentences in a part of a text. */
function spansOf(text: string, span: Span, lineBreaks: LineBreaks): Span[] {
  const found = spanList(1)
  splitSentences(codesOf(text), span, lineBreaks, found)
  return Array.from({ length: found.length }, (_, i) => ({
    start: found.bounds[2 * i] ?? -1,
    end: found.bounds[2 * i + 1] ?? -1,
  }))
}

/** The sentences of a text, as text. */
function sentencesOf(text: string, lineBreaks: LineBreaks = 'wrapped'): string[] {
  const spans = spansOf(text, { start: 0, end: text.length }, lineBreaks)
  return spans.map(({ start, end }) => text.slice(start, end))
}

/** A text with `|` where one sentence ends and the next begins. */
function expectCuts(marked: string, lineBreaks: LineBreaks): void {
  const expected = marked.split('|').map((sentence) => sentence.trim())
  expect(sentencesOf(marked.replaceAll('|', ''), lineBreaks)).toEqual(expected)
}

/** Cases by group; `⏎` in the text stands for a line break. */
function cases(group: string, lineBreaks: LineBreaks, table: readonly string[]): void {
  describe(group, () => {
    test.each(table)('%s', (marked) => {
      expectCuts(marked.replaceAll('⏎', '\n'), lineBreaks)
    })
  })
}

cases('stops', 'wrapped', [
  'I moved four times. |Nobody asked me why.',
  'Did they listen? |Not really. |Not once!',
  'What?! |You told them that?',
  'Really‽ |Yes.',
  'She said no !!! |I cried.',
  'No stop at all',
  'We stayed there for 12 years. |3 of us did anyway.',
  'It costs too much. |£12 a day is not nothing.',
  'She helped. |#grateful',
  'I was fine . |Then it changed .',
  'One. |Two. |Three.',
  'Wait! |wait! |wait!',
])

cases('titles and names', 'wrapped', [
  'Mr. Okoro came round. |He was kind.',
  'I met Mrs. Lake and Dr. Hall there. |They wrote it down.',
  'Ask Prof. Adeyemi about it.',
  'mr. hughes was my teacher. |he was ok.',
  'We went to St. Mary’s school. |It was far.',
  'They live on Church St. |The bus stops there.',
  'J. K. Marsh wrote the report.',
  'The report by A. Bell was long. |J. Cole read it.',
  'Ellie B. said the same.',
  'I lived with Sarah J. |She was lovely.',
  'Plan B. |We had no plan A.',
  'I had hepatitis B. |Nurses came.',
  'It was him and I. |Then he left.',
  'Gen. Hart and Rep. Diaz agreed.',
  'He is our rep. |Everyone likes him.',
  'I told the Dr. |She did nothing.',
  'Cllr. Ahmed asked the question.',
  'I saw Dr. |I don’t remember her name.',
])

cases('short forms', 'wrapped', [
  'Some people, e.g. Sarah, were kind.',
  'Say it in plain words, e.g. Sarah does. |It helps.',
  'The worker, i.e. my PA, rang me.',
  'It was us vs. Them, always.',
  'Clothes, food, etc. were never enough.',
  'They paid for clothes, food, etc. |Then it stopped.',
  'toys, books etc. and then nothing.',
  'we got toys etc. |i never had toys before',
  'It costs approx. £12 a week.',
  'It took approx. ten minutes.',
  'In the U.K. Government papers say so.',
  'I was born in the U.K. |My mum was not.',
  'in the u.k. people call it care.',
  'See Smith et al. for more.',
  'She works for Bright Homes Ltd. |They are fine.',
  'Bright Homes Ltd. is closing.',
  'The N.H.S. letter came late.',
  'My worker has a Ph.D. in something.',
  'The dept. never called.',
  'Ring me, tel. 5550123, any time.',
])

cases('numbers and dates', 'wrapped', [
  'Look at No. 5 first. |Then stop.',
  'Was it fair? |No. |It was not.',
  'No. |I said no.',
  'They met at 2.30pm. |I was at school.',
  'It cost 4.50 and I had 3.20. |That was all.',
  'I moved on 24.11.2019. |It rained.',
  'I moved in on the 24th November. |It rained.',
  'It was Sept. 2019 when I left.',
  'That was in 2009. |12 months later I was back.',
  'Under s.20 they can do that. |It is the law.',
  'Under s. 20 they can. |Under s. 47 they must.',
  'See p. 12 and pp. 14 to 16. |Then sign.',
  'It opens at 9 a.m. |Nobody is there.',
  'It opens at 9 a.m. Monday to Friday.',
  'It closed at 5 p.m. and we went home.',
  'from 9 a.m. to 5 p.m. |Then home.',
  'Version 2.0.1 came out. |Nobody saw it.',
  'I was 7. |My brother was 5. |We shared a room.',
  'About 3.5 of 5. |Maybe 4.',
  'Dr. 5 was the worst.',
])

cases('list numbers', 'wrapped', [
  '1. Listen to us. |2. Believe us. |3. Tell us why.',
  'a. Listen to us.',
  'Q. Anything else?',
  'A. No.',
  'ii. The second point is trust.',
  '1.2. Contact was stopped. |Nobody said why.',
  '(1) Listen. |(2) Believe.',
  'a) Listen. |b) Believe.',
])

cases('addresses', 'wrapped', [
  'Go to www.example.org for more. |It is free.',
  'See https://example.org/a.b?c=d!e now. |It is free.',
  'Mail jo.bell@example.org. |She answers.',
  'Look on example.com. |It is there.',
  'Look on Example.Com for it.',
  'Open notes.Final.docx and read.',
  'I use Node.js and ASP.NET daily.',
  'The file is called care_plan.Rmd. |Open it.',
])

cases('ellipses', 'wrapped', [
  'I was... scared.',
  'I was… scared. |Very.',
  'It was hard… |Nobody came.',
  'It was hard... |Nobody came.',
  'Um... I dunno.',
  'Well… I suppose so. |Yeah.',
  'It was him and... I just ran.',
  'They left me there for hours... |I was only six.',
  '...and then they left. |I stayed.',
  '… Nobody came.',
  'I waited . . . and waited.',
  'I waited.... |Then she came.',
  'Really...? |Yes.',
  'What the...! |I ran.',
  'I think...maybe not.',
  'It was bad...|Then it got worse.',
  'He left… |“Come back,” I said.',
  'We had five... 12 of us shared.',
])

cases('quotes and brackets', 'wrapped', [
  'She said, “I am home.” |Then she slept.',
  'She said, "I am home." |Then she slept.',
  "She said, 'I am home.' |Then she slept.",
  '(Nobody asked about it.) |Then they left.',
  'I left (I had to leave it.) |Then I slept.',
  '“No!” I said. |“Yes!” he said.',
  '“No!” Mum shouted. |I ran.',
  '“Are you all right?” she said. |I was not.',
  '“Are you all right?” |She never asked that.',
  '“Why?” and “How?” are all I ever heard.',
  '“Please fix that.” |– Care leaver',
  'I was told “you will move.” |“When?” |“Soon.”',
  'He said “it’s done.”. |Then he left.',
  'It was (really?) hard.',
  'I lived in [Leeds?] Road then. |It was ok.',
  '**Listen.** |Then act.',
  '*Listen to us.* |_Believe us._ |Then act.',
  '“She said ‘go.’” |I went.',
  '« Non. » |Then she left.',
  'He left. |“Why?” |Nobody knew.',
  '[Read the plan.](https://example.org/plan.html) |Then sign it.',
  'I went home. |(She never knew.) |I slept.',
  'they said “no.” |then they left',
  'My mum (Mrs. Lake) came.',
])

cases('missing spaces', 'wrapped', [
  'I moved again.|Then I moved back.',
  'It happened in 2009.|Then it stopped.',
  'I trust the NHS.|They saved me.',
  'Why?|Because they could.',
  'She said “go home.”|Then she left.',
  'I moved again.|I was nine.',
  'It was fine.|It’s not now.',
  'He left.|(He always did.) |Then I slept.',
  'i moved again.|then i moved back',
  'Mr.Okoro came.',
  'She has a Ph.D and an M.A from there.',
  'e.g.Sarah was kind.',
])

cases('speech', 'wrapped', [
  'i moved a lot. |it was hard.',
  'i dunno. |maybe. |she was alright i suppose',
  'Hard. [laughs] |Then better.',
  'Hard. [laughs]',
  'Hard. [pause] |i dunno.',
  '[laughs] Hard. |Then better.',
  'Nobody came. (inaudible 00:12:33) |Then they did.',
  'I told my worker. |[Name] was nice about it.',
  'I went to Dr. [name] Hall about it.',
  'It was hard. [crying] [long pause] |I left.',
  'It was, like, [laughs] weird. |Yeah.',
  'Okay.--- |It is fine.',
  'Okay.---|It is fine.',
  'you know what? |she never rang.',
  'I said are you joking? |And he laughed.',
  'Yeah. |Yeah. |No.',
  'I love it. :) |Then it ended.',
  'I love it.😀 |Then it ended.',
  'I love it. 😀👍🏽 |Then it ended.',
  'Great! ❤️ |Thanks.',
])

cases('other scripts', 'wrapped', [
  '我很好。|他不在。',
  'すごい！|本当？|はい。',
  'मैं घर गया। |वह नहीं आया।',
  'هل أنت بخير؟ |نعم.',
  'Él se fue. |¿Por qué? |¡Nadie sabe!',
  'Élodie est partie. |Émile aussi.',
  'Он ушёл. |Никто не знал.',
  '“好。”|他走了。',
])

cases('blank lines and wrapped lines', 'wrapped', [
  'I moved four times⏎and nobody asked⏎me why. |It was⏎hard.',
  'What we want|⏎⏎Someone to listen',
  'What we want|⏎  ⏎Someone to listen',
  'What we want|⏎\t⏎⏎Someone to listen',
  'I met Mr.⏎Okoro there.',
  'We want:|⏎- a home|⏎- a friend|⏎- some peace',
  'We want:|⏎* a home,⏎  with a garden|⏎* a friend',
  'We want|⏎• a home|⏎• a friend',
  'We want|⏎1. a home|⏎2. a friend',
  'We want|⏎1) a home|⏎2) a friend',
  'We want|⏎a) a home|⏎b) a friend',
  'She was⏎12. |Then she was 13.',
  '# What we want|⏎Someone to listen',
  'Someone said|⏎## What we want|⏎Someone to listen',
  'She wrote|⏎> We will call⏎> you on Monday|⏎Nobody called',
  'What we want|⏎============|⏎Someone to listen',
  'It was fine|⏎---|⏎Then it was not',
  'She was #1⏎in the list',
  'It was 5|⏎- 6 of us',
  '  I moved.  |  I stayed.  ',
  '⏎⏎I moved.|⏎⏎I stayed.⏎⏎',
])

cases('one answer a line', 'ends', [
  'someone to listen|⏎a home|⏎more buses',
  'I moved four times|⏎Nobody asked. |They never do|⏎⏎Then I left',
  'I met Mr.|⏎Okoro',
  'It was hard… |⏎and long',
  'The rain came down|⏎the house was dark|⏎and no one knew my name',
])

test('table rows stand for themselves', () => {
  expect(
    sentencesOf('People said\n| what | how many |\n|---|---|\n| trust me | 5 |\nThat was all'),
  ).toEqual(['People said', '| what | how many |', '|---|---|', '| trust me | 5 |', 'That was all'])
})

// Written after the splitter worked, to see how it does on what it was not made for.
cases('held out, prose', 'wrapped', [
  "She said she'd ring on the Tuesday. |She never did, did she?",
  '“I want to go home,” he kept saying. |“When can I go home?”',
  'My PA, Mrs. T. Osei, is great. |I’d be lost without her.',
  'I was placed with Mr. and Mrs. Fenn. |It lasted 6 weeks.',
  'Went to Gt. Ormond St. for my op. |Mum came.',
  'It was 3 a.m. when they came for us. |We had bin bags.',
  'The review was at 10.15 a.m. on 3.2.2020. |I wasn’t asked.',
  'Do I trust them? |No. |Would you?',
  "I've had, what, nine? |ten social workers.",
  '“Stop!” she yelled. |And everyone stopped.',
  '“Stop!” Kayla yelled at him. |And everyone stopped.',
  'I asked “why me?”, and they shrugged.',
  'They asked me (as if I knew!) what I wanted.',
  'honestly? |it was rubbish. |they just didnt care',
  'im 15. |ive been in 7 placements. |not one of them asked',
  'So… yeah. |That’s about it.',
  'So... yeah... |They don’t see him now.',
  'We need better pay, training, support, etc. |Foster carers are leaving.',
  'The Children Act 1989, s. 22(3), says so. |Read it.',
  "It costs £4.20 a day. |That's £21 a week!",
  'See Fig. 3 for the numbers. |They are shocking.',
  'She got a 2.1 from Leeds. |First in the family.',
  'Email us at voices@example.org.uk. |We read everything.',
  'Visit example.org/have-your-say. |It closes on 5 Jan.',
  'It closes on 5 Jan. |Please reply.',
  'I lived at no. 12. |It was damp.',
  'You know the P.R.U. in town? |That one.',
  'He went to the P.R.U. in town.',
  'Then there was Miss A. |She left too.',
  'I got an A. |In maths!',
  'I was in Year 9. |2 of my mates were as well.',
  'Nobody told us anything. [sighs] |We just packed.',
  'Nobody told us anything. [sighs] |we just packed.',
  '(laughs) No. |Not really. (laughs)',
  'My sister [name] lives in [place]. |I see her twice a year.',
  'I said to [name], “Why?” |[name] didn’t answer.',
  'The food was good!! 😂😂 |The beds were not 😬',
  'Thank you 🙏 so much. |You changed my life ❤️',
  'I felt safe there.|They felt like family.',
  'I felt safe there .|They felt like family.',
  '“You’ll be fine.”|But I wasn’t.',
  '(See the report by Kerr et al. for detail.) |We agree.',
  'Pocket money varies, i.e. It depends on the home.',
  'The ‘contact centre.’ |That’s what they call it.',
  'Q1. What helped? |My nan.',
  'Three things: 1. time, 2. trust, 3. food. |That’s all.',
  'What matters to me is|⏎⏎love',
  'I was six when I first came⏎into care. |My brother was⏎four. |We were split up.',
  'Things that helped:|⏎  • my key worker|⏎  • boxing|⏎⏎Things that did not:|⏎  • moving',
  '### Contact|⏎I see my mum on⏎Saturdays. |It is not enough.',
  'Why did nobody ask us?? |WE LIVE HERE!!! |Ask us.',
  'I was like “what?” |And she was like “nothing.”',
  'I’d give it 7/10. |Maybe 8.',
  'Our worker covers the N. East and is never in.',
  'They said I was ‘too old’... |Sixteen!',
  'We moved to St. Helens. |Dad stayed.',
  "She's a Ph.D. student. |He’s a B.A. |They met at work.",
  'He said, “I’ll come back.” |He did.',
  'i had a social worker called jo. |she was alright. |then she left. |then there was nobody',
  'Mae hi’n byw yng Nghaerdydd. |Dw i’n hapus.',
  'It’s hard... you know... being moved.',
  'I trust my I.R.O. |She listens.',
  'Ask anyone (e.g. your I.R.O.). |They have to help.',
])

cases('held out, one answer a line', 'ends', [
  'my key worker|⏎boxing|⏎seeing my nan. |every week.',
  'Don’t lie to us!|⏎Ask before you move us|⏎Mr. Bell was good, more like him',
])

describe('properties', () => {
  const pieces = fc.constantFrom(
    ...[
      'I',
      'moved',
      'Then',
      'e.g.',
      'Mr.',
      'U.K.',
      '12',
      '1.',
      'a)',
      '“No',
      '”',
      '"',
      "'",
      '’',
      '(',
      ')',
    ],
    ...[
      '[laughs]',
      '[name]',
      '.',
      '!',
      '?',
      '…',
      '...',
      ',',
      '-',
      '–',
      '--',
      '#',
      '>',
      '|',
      '*',
      '**',
      '😀',
    ],
    ...[
      'é',
      '我。',
      '؟',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '\t',
      '\u00a0',
      '\r\n',
      '\u2029',
      'https://a.org/b.C',
      '\ud83d',
    ],
  )
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))
  const anyTexts = fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 80 }))
  const lineBreaks = fc.constantFrom<LineBreaks>('wrapped', 'ends')

  test('sentences are in order, disjoint, and hold all that is not white space', () => {
    fc.assert(
      fc.property(anyTexts, lineBreaks, (text, breaks) => {
        let at = 0
        for (const { start, end } of spansOf(text, { start: 0, end: text.length }, breaks)) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  test('a turn is split as if there were no text around it', () => {
    fc.assert(
      fc.property(texts, texts, texts, lineBreaks, (before, text, after, breaks) => {
        const start = before.length
        const inside = spansOf(before + text + after, { start, end: start + text.length }, breaks)
        const alone = spansOf(text, { start: 0, end: text.length }, breaks)
        expect(
          inside.map((span) => ({ start: span.start - start, end: span.end - start })),
        ).toEqual(alone)
      }),
      { numRuns: 1000 },
    )
  })

  test('one answer a line never gives fewer sentences than wrapped lines', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const all = { start: 0, end: text.length }
        const wrapped = spansOf(text, all, 'wrapped').length
        expect(spansOf(text, all, 'ends').length).toBeGreaterThanOrEqual(wrapped)
      }),
      { numRuns: 1000 },
    )
  })

  /** How often the splitter looks at a code unit of a text. */
  function looksAt(text: string, lineBreaks: LineBreaks): number {
    let looks = 0
    const codes = new Proxy(codesOf(text), {
      get(target, key) {
        looks += 1
        return Reflect.get(target, key, target)
      },
    })
    splitSentences(codes, { start: 0, end: text.length }, lineBreaks, spanList())
    return looks
  }

  test('twice the text is twice the work, whatever repeats in it', () => {
    const units = fc.array(pieces, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.constantFrom('', 'A'), units, lineBreaks, (first, unit, breaks) => {
        const half = first + unit.repeat(Math.ceil(1500 / unit.length))
        const once = looksAt(half, breaks)
        const twice = looksAt(half + half.slice(first.length), breaks)
        expect(twice).toBeLessThan(2.3 * once + 1000)
      }),
      { numRuns: 300 },
    )
  })

  test('a long line without a stop is looked at about once', () => {
    const line = 'and then we moved again '.repeat(2000)
    expect(looksAt(line, 'wrapped')).toBeLessThan(1.1 * line.length)
  })
})
