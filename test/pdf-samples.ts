/** The PDFs of fixtures/formats, which are written by the tests: all of it is invented. */
import { makePdf, PAGE_HEIGHT, PAGE_WIDTH, setParagraphs, type WrittenLine } from './make-pdf.ts'

const MARGIN = 72
const WIDTH = PAGE_WIDTH - 2 * MARGIN

/** An interview over three pages: header, footer, title block, labels, words cut at line ends. */
export function interviewPdf(): Uint8Array {
  const pages = INTERVIEW.map((paragraphs, i): WrittenLine[] => {
    const first = i === 0 ? TITLE : []
    const y = i === 0 ? 190 : 100
    const body = setParagraphs(paragraphs, { x: MARGIN, y, width: WIDTH, space: 1.6 })
    return [...header(i + 1), ...first, ...body]
  })
  return makePdf(pages)
}

function header(page: number): WrittenLine[] {
  return [
    { text: 'Moving On – interview 4 – confidential', x: MARGIN, y: 40, size: 9 },
    { text: `Page ${page} of 3`, x: 270, y: PAGE_HEIGHT - 36, size: 9 },
  ]
}

const TITLE: readonly WrittenLine[] = [
  { text: 'Interview 4', x: MARGIN, y: 90, size: 18 },
  { text: 'Date: 3 March', x: MARGIN, y: 116 },
  { text: 'Setting: a café near the office', x: MARGIN, y: 130 },
  { text: 'Interviewer: Rowan', x: MARGIN, y: 144 },
]

const INTERVIEW: readonly (readonly string[])[] = [
  [
    'Interviewer: Thank you for coming in. Could you start by telling me a bit about where you live at the moment?',
    'YP4: I’m in a shared flat, it’s two of us. It’s all right. The ﬁrst place they gave me was miles away from college, so I had to get two buses, and I was late nearly every morning.',
    'Interviewer: Who did you tell about that?',
    'YP4: My PA. She’s the only one who ever rings back. One thing: she never pretended it would be sorted quickly, she said she would keep asking, and she did keep asking until they moved me.',
    'Interviewer: And before her?',
    'YP4: [laughs] Before her I had, what, six social workers? You get to know one and then there’s a new name on the door. I stopped telling them things. What’s the point of going through all of it again for somebody who is going to be gone by the summer',
  ],
  [
    'and who has not even read what the last one wrote down about me?',
    'Interviewer: What would you want a new worker to do?',
    'YP4: Read the file, and then forget it and ask me. My wellbeing isn’t in a file. Nobody has to be perfect.',
    'Interviewer: You said in your form that you feel ready to move on. What does ready mean to you?',
    'YP4: That I can cook four things. That I know who to ring when the boiler goes. And that I don’t have to explain myself to a stranger every time I need something signed.',
  ],
  [
    'Interviewer: Is there anything that you would like to add?',
    'YP4: Just that you should ask the quiet ones as well. Me, I talk anyway.',
    'Interviewer: Thank you. I’ll stop the recording there.',
  ],
]

/** A page in two columns below a heading, with words cut at line ends and no speakers. */
export function newsletterPdf(): Uint8Array {
  const size = 10
  const heading = { text: 'What young people told us this spring', x: MARGIN, y: 90, size: 20 }
  const column = (lines: readonly string[], x: number): WrittenLine[] =>
    lines.map((line, i) => {
      const text = line.trimStart()
      return { text, x: text === line ? x : x + 12, y: 130 + 13 * i, size }
    })
  return makePdf([[heading, ...column(LEFT, MARGIN), ...column(RIGHT, 318)]])
}

const LEFT = [
  'We met forty-two young people in seven',
  'groups between January and April. Most',
  'of them had lived in more than one place,',
  'and many had stopped counting. What they',
  'wanted from us was simple: to be asked, to',
  'be told what happened next, and to hear it',
  'from a person whom they knew already.',
  '   Trust came up in every group. It was dif-',
  'ferent from liking somebody. “You can like',
  'them and still not tell them anything,” said',
  'one, and the others nodded at her. Well-',
  'being was a word that nobody used unless',
  'we did. They spoke of sleep, of food, and of',
]
const RIGHT = [
  'having a door that locks. Well-being, said a',
  'boy of fifteen, is what adults say when they',
  'mean that you should stop complaining.',
  '   Moving was the other subject. Some had',
  'moved nine times. The good moves had one',
  'thing in common: somebody explained the',
  'reasons beforehand and came along on the',
  'day. The bad ones began with a black bag in',
  'the hall and a car outside.',
  '   We asked what should change. The an-',
  'swers were short. Ring when you say you',
  'will. Write it down where we can read it.',
  'Ask again next year.',
]
