import type { Reader } from '../reader.ts'

/** Transcripts in the CHAT format of CHILDES and TalkBank. */
export const chat: Reader = {
  name: 'chat',
  title: 'CHAT (CLAN, TalkBank)',
  extensions: ['.cha'],
  places: 'line and column',
  recognises: ({ bytes, extension }) => {
    const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
    return FIRST_LINE.test(start) || (extension === '.cha' && MAIN_LINE.test(start))
  },
  read: (source, documentId, options) =>
    import('./read-chat.ts').then((it) => it.readChat(source, documentId, options)),
}

/** "@UTF8", "@Begin", perhaps behind a byte-order mark. */
const FIRST_LINE = /^(?:\xef\xbb\xbf)?@(?:UTF8|Begin)\s/u
/** "*CHI:⇥", "@Participants:⇥". */
const MAIN_LINE = /^(?:\*\w+|@\w+):\t/mu
