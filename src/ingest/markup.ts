/** Markup as readers walk through it: what is too deep is a bad file. */
import { DEEPEST_MARKUP, type MarkupListener, walkMarkup as walk } from '../markup.ts'
import { BadFile } from './bad-file.ts'

/** Walks through markup, see src/markup.ts. Throws `BadFile` for elements in elements without end. */
export function walkMarkup(
  markup: string,
  options: { readonly isXml: boolean },
  listener: MarkupListener,
): void {
  if (!walk(markup, options, listener)) throw new BadFile('too-deep', TOO_DEEP)
}

const TOO_DEEP = `The file nests more than ${DEEPEST_MARKUP} elements in one another and was refused. Open it in its own program and save it again.`
