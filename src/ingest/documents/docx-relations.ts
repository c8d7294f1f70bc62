/** How the parts of a Word file belong together (ECMA-376 part 2, relationships). */
import { walkMarkup } from '../markup.ts'
import type { Zip } from '../zip.ts'
import { xmlPart } from './document-parts.ts'

/** A part that another part names. */
export interface Relation {
  /** The last word of its type: `officeDocument`, `footnotes`, `header`. */
  readonly kind: string
  /** Name of the part in the archive. */
  readonly target: string
}

/** The parts that a part names, in order; the whole file's where the name is empty. */
export function relationsOf(zip: Zip, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const xml = xmlPart(zip, `${folder}_rels/${part.slice(slash)}.rels`)
  const relations: Relation[] = []
  if (xml === undefined) return relations
  walkMarkup(
    xml,
    { isXml: true },
    {
      open: (name, { Type: type = '', Target: target = '', TargetMode: mode }) => {
        if (!RELATIONSHIP.test(name) || mode === 'External') return
        const kind = type.slice(type.lastIndexOf('/') + 1)
        relations.push({ kind, target: resolved(folder, target) })
      },
    },
  )
  return relations
}

/** The name of a part that is named from a folder: `../customXml/item1.xml`, `/word/x.xml`. */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** `Relationship`, with a prefix or without. */
const RELATIONSHIP = /^(?:\w+:)?Relationship$/u
