import { markdown } from './markdown.ts'
import { plainText } from './plain-text.ts'
import type { Reader } from './reader.ts'

/** Every reader, in the order in which they are tried; the first that recognises a file reads it. */
export const readers: readonly Reader[] = [markdown, plainText]
