/** `voices init`: a new project to start from. */
import { join, resolve } from 'node:path'
import { CannotRun } from '../disk/cannot-run.ts'
import { createFile, exists } from '../disk/project-files.ts'
import { DONE, type Io } from '../io.ts'

const FILES: readonly (readonly [path: string, text: string])[] = [
  [
    'voices.yaml',
    `# Settings of this project; the command line wins over them.
paths: [transcripts]
codebook: codebooks/first.yaml
out: results

# Who speaks, where the label does not say it.
roles:
  Sam: interviewer
`,
  ],
  [
    'codebooks/first.yaml',
    `# A codebook to start from. Check it with: voices codebook lint
codebook: first
version: 0.1.0
title: What young people say about their school
language: en-GB

themes:
  - id: listening
    name: Being listened to
    definition: Adults hear what a young person says and act on it, or do not.
    include: being asked, being heard, having a say
    exclude: being told things
    rules:
      - listen                                # listens, listened, listening
      - have a say
      - seq: [ask, [me, us, them]]            # in this order
        gap: 1                                # at most one word between
    unless:
      - listen to music
    examples:
      - text: Nobody ever asks us what we think.
      - text: She listened to me for once.
      - text: I listen to music on the bus.
        expect: none

  - id: friends
    name: Friends
    definition: Making, keeping or losing friends.
    rules:
      - friend
      - mate
      - near: [fall, out]
        gap: 2
    examples:
      - text: My friends all went to the other school.
      - text: We use it as a room mate finder.
        todo: room mate is not a friend
        expect: none
`,
  ],
  [
    'transcripts/example.txt',
    `Sam: How do you find the new school?

P1: It's alright. My mates are all at the old one though, so it was a bit lonely at first.

Sam: Did anybody ask what you wanted?

P1: Not really. My form tutor listens, she's good. But with the timetable, nobody asked us. They just put it up.

P2: They did ask us. There was a form.

P1: That's not the same as listening.
`,
  ],
]

/** Writes the files of a new project; never replaces one that is there. */
export async function init(
  [folder = '.']: readonly string[],
  _options: unknown,
  io: Io,
): Promise<number> {
  const paths = FILES.map(([path, text]) => ({ path: join(folder, path), text }))
  const there = paths.filter(({ path }) => exists(resolve(io.cwd, path))).map(({ path }) => path)
  if (there.length > 0) {
    throw new CannotRun(
      `${there.join(', ')}: there already. Nothing was written; choose an empty folder: voices init FOLDER`,
    )
  }
  for (const { path, text } of paths) createFile(resolve(io.cwd, path), text)
  const enter = folder === '.' ? '' : `cd ${folder} && `
  io.out(
    [
      'A new project:',
      ...paths.map(({ path }) => `  ${path}`),
      '',
      'Next:',
      `  ${enter}voices code             codes transcripts/ into results/`,
      `  ${enter}voices test             runs the examples of the codebook`,
      `  ${enter}voices codebook lint    checks the codebook`,
      '',
    ].join('\n'),
  )
  return DONE
}
