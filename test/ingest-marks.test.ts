import { describe, expect, test } from 'vitest'
import { read, silentOf } from './ingest-read.ts'

describe('marks that are no speech', () => {
  const cases: readonly [text: string, silent: readonly string[]][] = [
    ['It was [laughs] fine.', ['[laughs]']],
    ['It was (pause) fine.', ['(pause)']],
    ['It was [pause 00:03] fine.', ['[pause 00:03]']],
    ['It was [long pause] fine.', ['[long pause]']],
    ['It was (long pause) fine.', ['(long pause)']],
    ['It was (3 second pause) fine.', ['(3 second pause)']],
    ['It was (0.5) fine (5s) then.', ['(0.5)', '(5s)']],
    ['They (inaudible 00:12:33) me.', ['(inaudible 00:12:33)']],
    ['They [inaudible\n00:12:33] me.', ['[inaudible\n00:12:33]']],
    ['They [unintelligible 00:02:12] me.', ['[unintelligible 00:02:12]']],
    ['Then [crosstalk 00:16:20] yes.', ['[crosstalk 00:16:20]']],
    ['It *laughs* was <laughs> fine {laughs}.', ['*laughs*', '<laughs>', '{laughs}']],
    ['It was ((laughter)) fine.', ['((laughter))']],
    ['I said (laughs nervously) no.', ['(laughs nervously)']],
    ['(both laugh) Yes, yes.', ['(both laugh)']],
    ['Then [foster carer laughs] no.', ['[foster carer laughs]']],
    ['It [recording stopped] was.', ['[recording stopped]']],
    ['It was. [End of interview]', ['[End of interview]']],
    ['And [00:01:02] then (00:12:33) no.', ['[00:01:02]', '(00:12:33)']],
    // Speech and words put in for names.
    ['I love her (my nan) most.', []],
    ['I told [foster carer] and [name].', []],
    ['I hated it (the interview) most.', []],
    ['We had a (phone call) then.', []],
    ['My mum (she was crying) left.', []],
    ['It was *really* bad, **very**.', []],
    ['In (2019) we had (80,000) pounds.', []],
    ['They are < 5 and > 3, fine.', []],
    ['An open [laughs bracket', []],
    ['No [laughs\n\nacross paragraphs] here.', []],
  ]
  test.each(cases)('%s', (text, silent) => {
    expect(silentOf(read(text))).toEqual(silent)
  })
})

describe('addresses', () => {
  const cases: readonly [text: string, silent: readonly string[]][] = [
    ['See https://example.org/a_b?c=d. Then go.', ['https://example.org/a_b?c=d']],
    ['See (https://example.org/x_(y)) now.', ['https://example.org/x_(y)']],
    ['Go to www.example.org.uk, please.', ['www.example.org.uk']],
    ['Write to sue.b+x@mail.example.org.', ['sue.b+x@mail.example.org']],
    ['Write to mailto:sue@example.org now', ['mailto:sue@example.org']],
    ['Meet me @ school, he said: // no.', []],
    ['Follow @example there.', []],
  ]
  test.each(cases)('%s', (text, silent) => {
    expect(silentOf(read(text))).toEqual(silent)
  })
})

describe('markup', () => {
  const cases: readonly [text: string, silent: readonly string[]][] = [
    [
      'Our [care plan](https://example.org/plan "Plan") is here.',
      ['](https://example.org/plan "Plan")'],
    ],
    ['Before ![a garden](img/garden.png) after.', ['![a garden](img/garden.png)']],
    ['Before ![a](b.png){fig-alt="a garden"} after.', ['![a](b.png){fig-alt="a garden"}']],
    ['Some <b>bold</b> words<br/>here.', ['<b>', '</b>', '<br/>']],
    ['Some <!-- hidden\n\nwords --> here.', ['<!-- hidden\n\nwords -->']],
    ['See <https://example.org> now.', ['<https://example.org>']],
    ['A note[^long] here.', ['[^long]']],
    ['Tea&nbsp;and &#8217; cake & more; yes.', ['&nbsp;', '&#8217;']],
    ['# School {#school .wide}\n\nIt was.', ['{#school .wide}']],
    ['Code:\n\n```r\nlibrary(care)\n```\n\nAfter.', ['```r\nlibrary(care)\n```']],
    ['Code:\n\n~~~\nnever closed', ['~~~\nnever closed']],
    ['We said ``` in a line.', []],
    ['A {brace} and 3 < 4 and [x] stay.', []],
    ['An ![open image\n\n(and) more](x) here.', ['](x)']],
  ]
  test.each(cases)('%s', (text, silent) => {
    expect(silentOf(read(text, { path: 'talk.md' }))).toEqual(silent)
  })

  test('markup is only looked for in Markdown', () => {
    expect(silentOf(read('Tea&nbsp;and <b>cake</b>.'))).toEqual([])
  })
})
