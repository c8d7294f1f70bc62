/**
 * A web page tag by tag, as it is written and not as a tree: in time and memory that grow with its
 * length alone, however deep it is nested.
 */
import { type SignListener, walkSigns } from '../../markup.ts'

/** Takes what stands in a page. Names are in lower case; offsets are UTF-16 code units. */
export interface TagListener {
  open(name: string, attributes: Attributes, offset: number): void
  /** A closing tag as it is written: `</p>` may have nothing to close. */
  close(name: string): void
  /** Decoded; text between two tags may come in several pieces. */
  text(text: string, offset: number): void
}

export type Attributes = ReadonlyMap<string, string>

/**
 * Walks through a page. It never throws for bad markup; `<x/>` is opened and closed, since
 * `<script/>` in a page of XHTML would else swallow all that follows.
 */
export function walkTags(html: string, listener: TagListener): void {
  walkSigns(html, signsOf(html, listener))
}

function signsOf(html: string, listener: TagListener): SignListener {
  let name = ''
  let offset = 0
  let attributes = NO_ATTRIBUTES
  let attribute = ''
  let value = ''
  const open = () => listener.open(name, attributes, offset)
  return {
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase()
      offset = start - 1
      attributes = NO_ATTRIBUTES
    },
    onattribname(start, end) {
      attribute = html.slice(start, end).toLowerCase()
      value = ''
    },
    onattribdata(start, end) {
      value += html.slice(start, end)
    },
    onattribentity(codePoint) {
      value += String.fromCodePoint(codePoint)
    },
    onattribend() {
      if (!KEPT.has(attribute)) return
      if (attributes === NO_ATTRIBUTES) attributes = new Map()
      if (!attributes.has(attribute)) attributes.set(attribute, value)
    },
    onopentagend: open,
    onselfclosingtag() {
      open()
      listener.close(name)
    },
    onclosetag: (start, end) => listener.close(html.slice(start, end).toLowerCase()),
    ontext: (start, end) => listener.text(html.slice(start, end), start),
    ontextentity: (codePoint, end) =>
      listener.text(String.fromCodePoint(codePoint), html.lastIndexOf('&', end - 1)),
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: nothing,
  }
}

function nothing(): void {}

const NO_ATTRIBUTES: Map<string, string> = new Map()
/** The attributes that say what a page is; pictures and the like may be long and many. */
const KEPT = new Set(
  'class id role hidden aria-hidden style href itemprop property name content datetime'.split(' '),
)
