/**
 * Walks through the markup of a Word file (ECMA-376 part 1, WordprocessingML) and writes down what
 * a reader of the page sees: inserted text but not deleted text, what a field shows but not its
 * code, one of two alternatives.
 */
import { walkMarkup } from '../markup.ts'
import { endOpenParagraph } from './document-draft.ts'
import { CLOSING, OPENING, SKIPPED } from './docx-elements.ts'
import { canonicalNames, type Names } from './docx-names.ts'
import { type DocxKnown, type DocxWalk, newStory } from './docx-walk.ts'

/** Adds what a part of a Word file says to the draft. */
export function walkDocx(xml: string, known: DocxKnown): void {
  const walk: DocxWalk = {
    known,
    skipped: 0,
    words: undefined,
    story: newStory(),
    outer: [],
    choices: [],
    hints: [],
  }
  let names: Names | undefined
  walkMarkup(
    xml,
    { isXml: true },
    {
      open: (written, attributes) => {
        names ??= canonicalNames(attributes)
        const name = names.element(written)
        if (walk.skipped > 0 || SKIPPED.has(name)) walk.skipped += 1
        else OPENING.get(name)?.(walk, names.attributes(attributes))
      },
      text: (words) => {
        if (walk.words !== undefined) walk.words += words
      },
      close: (written) => {
        if (walk.skipped > 0) walk.skipped -= 1
        else CLOSING.get(names?.element(written) ?? written)?.(walk)
      },
    },
  )
  endOpenParagraph(known.draft)
}
