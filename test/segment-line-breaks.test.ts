import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineBreaksOf } from '../src/segment/line-breaks.ts'

const EMAIL = `
Dear review team,

I have been a foster carer for eleven years and in that time I have had
nineteen children through my door, some of them for a night and one of
them for seven years. What I want to say is that nobody asks us. We know
the children best, we sit in the hall for the meeting, and then someone
who met them on Tuesday decides.

Please read this to the end. I am not complaining about the money, though
it would be nice if the mileage came before the next one is due. I would
like someone to ring me back when I ring.

Yours, a carer
`

const ANSWERS = `
someone who stays
being told the truth about where i am going and when
boxing
my nan
i want to see my brother more than twice a year it is not fair
nothing really
a key worker who texts back
`

const CAPITAL_ANSWERS = `
More time with the same worker
Don't move us in the middle of exams
Listen
Tell us why things happen, not just what is going to happen to us
Better contact
Someone to ring at night when the office is shut and nobody picks up
`

const VERSE = `
The black bags by the door again
my name on every one
a car I didn't know outside
the engine running on
No one said how long this time
no one said which town
`

const TRANSCRIPT = `
I was about nine when I first came into care. It was a Thursday, because we had PE. Nobody told me anything until I was in the car.

She was all right, my first social worker. She had a dog. After her there were so many that I stopped learning their names.

Yeah. I would change that.
`

const MARKDOWN = `
# What we heard

Young people told us about three things.

- being believed
- having one worker
  who stays longer than a year
- seeing their families

1. Listen
2. Write it down
`

const SENTENCE_A_LINE = `
Children move too often.
When they move, they change school, and they lose the friends that they had made there.
Nobody counts these moves.
We asked forty authorities for a figure, and eleven of them could give us one.
That is not good enough!
`

const LONG_LINES = `
${'We met the team and they told us what they had heard so far, which was a lot. '.repeat(4)}
Communication is key: ${'young people need to know more about their rights than they do now. '.repeat(3)}
${'The system is biased against parents who grew up in it, and they know it. '.repeat(5)}
`

const CASELESS_WRAPPED = `
i was in care from when i was six until i was eighteen and in that time
i had fourteen social workers and i only remember the name of one of them
she was called kim and she used to take me for chips after every meeting
even when it was raining and she always asked me what i thought before
she wrote anything down about me and nobody else ever did that for me
`

const CHAT = `
So what would a good meeting look like
Smaller.
But.
`

const NARROW_CAPTIONS = `
and when I got there nobody
knew my name or that I was
coming, so I sat in the hall
until someone from the office
came down and said that they
had made up a bed for me
`

describe('how line breaks are read', () => {
  test.each([
    ['an e-mail wrapped at 72', EMAIL, 'wrapped'],
    ['survey answers without stops or capitals', ANSWERS, 'ends'],
    ['survey answers with capitals', CAPITAL_ANSWERS, 'ends'],
    ['verse', VERSE, 'ends'],
    ['a paragraph a line with blank lines between', TRANSCRIPT, 'wrapped'],
    ['Markdown with bullets', MARKDOWN, 'wrapped'],
    ['Markdown with one sentence a line', SENTENCE_A_LINE, 'ends'],
    ['a paragraph a line without blank lines', LONG_LINES, 'ends'],
    ['wrapped prose without capitals or stops', CASELESS_WRAPPED, 'wrapped'],
    ['short turns of chat', CHAT, 'ends'],
    ['captions in narrow lines', NARROW_CAPTIONS, 'wrapped'],
    ['one wrapped line', 'Yes. I think,\nif I can, I would like to go first.', 'wrapped'],
    ['nothing', '', 'wrapped'],
  ])('%s', (_, text, expected) => {
    expect(lineBreaksOf(text, [{ start: 0, end: text.length }])).toBe(expected)
  })

  test('only the text of the turns is evidence', () => {
    const start = ANSWERS.length
    const text = ANSWERS + EMAIL
    expect(lineBreaksOf(text, [{ start, end: text.length }])).toBe('wrapped')
    expect(lineBreaksOf(text, [{ start: 0, end: start }])).toBe('ends')
  })

  test('a label at the beginning of a line is part of its width', () => {
    const turns = [
      'Interviewer: so what was it like when you first came to live there, can\nyou remember it',
      'Participant: i remember the stairs they were really steep and the light\ndid not work so',
      'Interviewer: and was there anyone there you could talk to about how it\nwas for you then',
      'Participant: my nan when she rang on sundays but only on sundays really\nand at christmas',
    ]
    const text = turns.join('\n')
    const starts = turns.map((turn) => text.indexOf(turn) + 'Interviewer: '.length)
    const spans = turns.map((turn, i) => ({
      start: starts[i] ?? 0,
      end: text.indexOf(turn) + turn.length,
    }))
    expect(lineBreaksOf(text, spans)).toBe('wrapped')
  })

  test('turns do not depend on where in the file they stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(EMAIL, ANSWERS, VERSE, SENTENCE_A_LINE),
        fc.nat(50),
        (text, lines) => {
          const before = 'x\n'.repeat(lines)
          const moved = { start: before.length, end: before.length + text.length }
          const expected = lineBreaksOf(text, [{ start: 0, end: text.length }])
          expect(lineBreaksOf(`${before}${text}\nMore`, [moved])).toBe(expected)
        },
      ),
    )
  })
})
