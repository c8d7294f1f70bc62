/** Whether an XML file defines markup of its own, which is not read for safety. */

/** Why such a file is refused. */
export const OWN_MARKUP =
  'The file defines markup of its own (a DOCTYPE with brackets), which is not read for safety. Export it again from its program.'

/** Whether there is a DOCTYPE with brackets before the first element, however far into the file. */
export function definesOwnMarkup(xml: string): boolean {
  let at = xml.indexOf('<')
  while (at >= 0) {
    const end = COMMENTS.find(([start]) => xml.startsWith(start, at))?.[1]
    if (end === undefined) break
    const close = xml.indexOf(end, at)
    at = close < 0 ? -1 : xml.indexOf('<', close)
  }
  OWN_ENTITIES.lastIndex = Math.max(at, 0)
  return at >= 0 && OWN_ENTITIES.test(xml)
}

/** How comments and instructions begin and end. */
const COMMENTS = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const
/** `<!DOCTYPE CodeBook SYSTEM "x.dtd" [ <!ENTITY …`. */
const OWN_ENTITIES = /<!DOCTYPE(?:[^<>["']|"[^"]*"|'[^']*')*\[/iuy
