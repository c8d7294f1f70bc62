/** What the styles of a Word file say about the paragraphs and words that are set in them. */
import { walkMarkup } from '../markup.ts'

/** What a style, or what it is based on, says. */
export interface StyleFacts {
  readonly isHeading: boolean
  /** Whether it is for the entries of a table of contents. */
  readonly isContents: boolean
  readonly isHidden: boolean
}

/** The facts of each style, by its id; styles that say nothing of interest are left out. */
export function styleFacts(xml: string): (id: string | undefined) => StyleFacts {
  const styles = stylesIn(xml)
  const known = new Map<string, StyleFacts>()
  return (id) => {
    if (id === undefined) return PLAIN
    const facts = known.get(id) ?? factsOf(id, styles)
    known.set(id, facts)
    return facts
  }
}

/** Whether a switch such as `<w:b w:val="0"/>` is on; without a value it is. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !OFF.has(value)
}

interface Style {
  /** In lower case, in English whatever the language of Word. */
  name: string
  basedOn: string | undefined
  /** 0-based; 9 is body text. */
  level: number | undefined
  isHidden: boolean | undefined
}

function stylesIn(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  walkMarkup(
    xml,
    { isXml: true },
    {
      open: (name, attributes) => {
        const value = attributes['w:val']
        if (name === 'w:style') {
          style = { name: '', basedOn: undefined, level: undefined, isHidden: undefined }
          styles.set(attributes['w:styleId'] ?? '', style)
        } else if (style === undefined) return
        else if (name === 'w:name') style.name = (value ?? '').toLowerCase()
        else if (name === 'w:basedOn') style.basedOn = value
        else if (name === 'w:outlineLvl') style.level = Number(value)
        else if (name === 'w:vanish') style.isHidden = isOn(value)
      },
      close: (name) => {
        if (name === 'w:style') style = undefined
      },
    },
  )
  return styles
}

function factsOf(id: string, styles: ReadonlyMap<string, Style>): StyleFacts {
  const chain = chainOf(id, styles)
  const level = chain.find((style) => style.level !== undefined)?.level ?? BODY
  const name = chain[0]?.name ?? id.toLowerCase()
  return {
    isHeading:
      level < BODY || chain.some((style) => HEADING.test(style.name)) || HEADING.test(name),
    isContents: CONTENTS.test(name),
    isHidden: chain.find((style) => style.isHidden !== undefined)?.isHidden === true,
  }
}

/** A style and what it is based on, as far as that goes. */
function chainOf(id: string, styles: ReadonlyMap<string, Style>): Style[] {
  const chain: Style[] = []
  for (let style = styles.get(id); style !== undefined && chain.length < LONGEST_CHAIN; ) {
    chain.push(style)
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
  }
  return chain
}

const PLAIN: StyleFacts = { isHeading: false, isContents: false, isHidden: false }
const OFF = new Set(['0', 'false', 'off'])
const BODY = 9
const LONGEST_CHAIN = 20
/** "heading 1", "title"; "heading1" where only the id is known. */
const HEADING = /^(?:heading ?\d|title|subtitle)$/u
/** "toc 1", "toc heading". */
const CONTENTS = /^toc ?(?:\d|heading)$/u
