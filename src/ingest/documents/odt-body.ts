/**
 * Walks through the markup of an OpenDocument text (OpenDocument 1.3 part 3) and writes down what a
 * reader of the page sees. White space in it is collapsed, since spaces and tabs have elements.
 */
import { walkMarkup } from '../markup.ts'
import {
  addHidden,
  addText,
  closeAside,
  type DocumentDraft,
  endOpenParagraph,
  openAside,
} from './document-draft.ts'
import { asideReason, CLOSING, type OdtWalk, OPENING, SKIPPED } from './odt-elements.ts'

/** Adds what a part of an OpenDocument text says to the draft. */
export function walkOdt(xml: string, draft: DocumentDraft): void {
  const walk: OdtWalk = {
    draft,
    skipped: 0,
    whites: [],
    hidden: [],
    hiddenStyles: new Set(),
    style: undefined,
    tall: [],
  }
  walkMarkup(
    xml,
    { isXml: true },
    {
      open: (name, attributes) => {
        if (walk.skipped > 0 || SKIPPED.has(name)) walk.skipped += 1
        else openElement(walk, name, attributes)
      },
      text: (words) => {
        if (walk.skipped === 0) addWords(walk, words)
      },
      close: (name) => {
        if (walk.skipped > 0) walk.skipped -= 1
        else closeElement(walk, name)
      },
    },
  )
  endOpenParagraph(draft)
}

function openElement(
  walk: OdtWalk,
  name: string,
  attributes: Readonly<Record<string, string>>,
): void {
  OPENING.get(name)?.(walk, attributes)
  const reason = asideReason(name, attributes)
  if (reason === undefined) return
  // The headers and footers of pages stand in another part of the file.
  openAside(walk.draft, reason, name.startsWith('style:') ? FIRST : undefined)
  walk.whites.push(true)
}

function closeElement(walk: OdtWalk, name: string): void {
  CLOSING.get(name)?.(walk)
  if (asideReason(name, {}) === undefined) return
  walk.whites.pop()
  closeAside(walk.draft)
}

/** Any run of white space is one space, and none at the start of a paragraph. */
function addWords({ draft, whites, hidden }: OdtWalk, words: string): void {
  const last = whites.length - 1
  if (last === -1) return
  const collapsed = words.replace(WHITE, ' ')
  const added = whites[last] === true && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
  if (added === '') return
  whites[last] = added.endsWith(' ')
  if (hidden.includes(true)) addHidden(draft, added)
  else addText(draft, added)
}

const FIRST = { paragraph: 1, column: 1 }
/** White space as XML has it. */
const WHITE = /[ \t\r\n]+/gu
