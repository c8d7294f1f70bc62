import type { Reader } from '../reader.ts'

/** What was copied out of an older Teams transcript: times, a name and speech below each other. */
export const teamsText: Reader = {
  name: 'teams-text',
  title: 'Teams transcript as text (older form)',
  extensions: ['.txt'],
  places: 'line and column',
  recognises: ({ bytes, extension }) =>
    (extension === '.txt' || extension === '') &&
    BLOCK.test(Buffer.from(bytes.subarray(0, SAMPLED)).toString('latin1')),
  read: (source, documentId, options) =>
    import('./read-teams-text.ts').then((it) => it.readTeamsText(source, documentId, options)),
}

/** Bytes: a title and a notice may stand before the first block. */
const SAMPLED = 4096
/** "0:0:3.270 --> 0:0:4.250", minutes that nobody else writes so, over a name and speech. */
const BLOCK =
  /^[ \t]*\d{1,2}:\d:\d{1,2}\.\d{1,3} --> \d{1,2}:\d{1,2}:\d{1,2}\.\d{1,3}[ \t]*\r?\n[ \t]*[^\s<{][^\r\n]{0,79}\r?\n[ \t]*\S/mu
