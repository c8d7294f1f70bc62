/** Where the walk through the markup of a Word file stands. */
import type { DocumentDraft } from './document-draft.ts'
import type { ParagraphPlace } from './document-text.ts'
import type { StyleFacts } from './docx-styles.ts'

/** What is known while the parts of a Word file are walked through. */
export interface DocxKnown {
  readonly draft: DocumentDraft
  readonly styleOf: (id: string | undefined) => StyleFacts
  /** Where the notes and comments belong that the text refers to, by `footnote 3`. */
  readonly anchors: Map<string, ParagraphPlace>
  /** Whether a file of another kind is embedded as a part of the text. */
  hasEmbedded: boolean
}

/** Where the walk through a part stands. */
export interface DocxWalk {
  readonly known: DocxKnown
  /** Elements that are open from the one on that is passed over. */
  skipped: number
  /** The words of a `w:t`; undefined outside it. */
  words: string | undefined
  /** The part itself, or the text box that is being written. */
  story: DocxStory
  /** What the text box stands in. */
  readonly outer: DocxStory[]
  /** Of each choice between alternatives that is open, whether one was taken. */
  readonly choices: boolean[]
  /** Of each form field that is open, whether it shows a hint for filling in and no answer. */
  readonly hints: boolean[]
}

/** Running text: that of a part, or that in a text box. */
export interface DocxStory {
  /** What the properties that are being read belong to; undefined in the text itself. */
  about: 'paragraph' | 'paragraph end' | 'run' | undefined
  style: string | undefined
  /** 0-based; 9 is body text. */
  level: number | undefined
  /** Whether the end of the paragraph is deleted, so that the next goes on with it. */
  isJoined: boolean
  /** Whether the run is hidden. */
  isHidden: boolean
  /** Of each field that is open, whether its code is being read and not what it shows. */
  readonly fields: boolean[]
  /** Fields whose code is being read. */
  codes: number
}

/** Running text of which nothing was read. */
export function newStory(): DocxStory {
  return {
    about: undefined,
    style: undefined,
    level: undefined,
    isJoined: false,
    isHidden: false,
    fields: [],
    codes: 0,
  }
}
