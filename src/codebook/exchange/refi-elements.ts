/** The codes, sets and other contents of a REFI-QDA file, as they stand in its XML. */

import { walkMarkup } from '../../markup.ts'

/** A code and the codes in it. */
export interface RefiCode {
  readonly attributes: Readonly<Record<string, string>>
  description: string
  /** Notes that it refers to. */
  notes: number
  readonly codes: RefiCode[]
}

/** A set and the GUIDs of its codes. */
export interface RefiSet {
  readonly name: string
  readonly members: string[]
}

/** What the file holds. */
export interface RefiContents {
  /** Attributes of the outermost element, `CodeBook` or `Project`; undefined where it is neither. */
  readonly root: Readonly<Record<string, string>> | undefined
  /** `urn:QDA-XML:codebook:1.0`; empty where the file does not say. */
  readonly namespace: string
  readonly codes: readonly RefiCode[]
  readonly sets: readonly RefiSet[]
  /** How many of each other element of a project there are, such as `TextSource`. */
  readonly counts: ReadonlyMap<string, number>
  /** Whether every element was closed. */
  readonly isWhole: boolean
}

/** Reads the XML of a codebook or a project; never fails. */
export function refiContents(xml: string): RefiContents {
  const open: string[] = []
  const codes: RefiCode[] = []
  const openCodes: RefiCode[] = []
  const sets: RefiSet[] = []
  const counts = new Map<string, number>()
  let root: Readonly<Record<string, string>> | undefined
  let namespace = ''
  const isShallow = walkMarkup(
    xml,
    { isXml: true },
    {
      open(prefixed, attributes) {
        const name = localName(prefixed)
        const parent = open.at(-1)
        open.push(name)
        if (parent === undefined && root === undefined && ROOTS.has(name)) {
          root = attributes
          namespace = namespaceOf(prefixed, attributes)
        } else if (name === 'Code' && open.includes('CodeBook')) {
          const code: RefiCode = { attributes, description: '', notes: 0, codes: [] }
          const above = openCodes.at(-1)?.codes ?? codes
          above.push(code)
          openCodes.push(code)
        } else if (name === 'NoteRef' && parent === 'Code') addNote(openCodes.at(-1))
        else if (name === 'Set') sets.push({ name: attributes.name ?? '', members: [] })
        else if (name === 'MemberCode') {
          sets.at(-1)?.members.push(attributes.guid ?? attributes.targetGUID ?? '')
        } else counts.set(name, (counts.get(name) ?? 0) + 1)
      },
      text(text) {
        const code = openCodes.at(-1)
        if (open.at(-1) === 'Description' && open.at(-2) === 'Code' && code !== undefined) {
          code.description += text
        }
      },
      close() {
        if (open.pop() === 'Code') openCodes.pop()
      },
    },
  )
  return { root, namespace, codes, sets, counts, isWhole: isShallow && END.test(xml) }
}

const ROOTS = new Set(['CodeBook', 'Project'])
/** `</CodeBook>` or `<CodeBook/>` at the end, comments behind it left aside. */
const END =
  /<(?:\/(?:[\w.-]+:)?(?:CodeBook|Project)\s*|(?:[\w.-]+:)?(?:CodeBook|Project)\b[^<>]*\/)>\s*(?:<!--[\s\S]{0,2000}-->\s*)?$/u

/** `qda:Code` → `Code`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function namespaceOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const colon = name.indexOf(':')
  const key = colon < 0 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`
  return attributes[key] ?? ''
}

function addNote(code: RefiCode | undefined): void {
  if (code !== undefined) code.notes += 1
}
