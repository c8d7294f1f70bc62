/**
 * Names in the markup of Word files. Word itself always writes `w:p`; other programs may choose
 * another prefix for the same namespace, as Python's ElementTree does: `ns0:p`.
 */

/** Gives names the prefixes that Word uses. */
export interface Names {
  element(name: string): string
  attributes(written: Attributes): Attributes
}

/** Attributes by name. */
export type Attributes = Readonly<Record<string, string>>

/** The names of a part, by the namespaces that its first element declares. */
export function canonicalNames(root: Attributes): Names {
  const prefixes = new Map<string, string>()
  for (const [name, value] of Object.entries(root)) {
    const usual = USUAL_PREFIXES.get(value)
    if (usual === undefined || !name.startsWith('xmlns')) continue
    const prefix = name === 'xmlns' ? '' : `${name.slice('xmlns:'.length)}:`
    if (prefix !== usual) prefixes.set(prefix, usual)
  }
  if (prefixes.size === 0) return { element: (name) => name, attributes: (written) => written }
  const element = (name: string) => {
    const colon = name.indexOf(':') + 1
    const usual = prefixes.get(name.slice(0, colon))
    return usual === undefined ? name : usual + name.slice(colon)
  }
  const attributes = (written: Attributes) =>
    Object.fromEntries(Object.entries(written).map(([name, value]) => [element(name), value]))
  return { element, attributes }
}

const USUAL_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
])
