import type { TreeText } from './tree.ts'

/** `true`, `True` or `TRUE`, and the same for false. */
const TRUE = /^(?:true|True|TRUE)$/u
const FALSE = /^(?:false|False|FALSE)$/u
/** `2`, `-1`, `2.5`. */
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/u

/** The truth value that was typed without quotes, if it is one. */
export function booleanOf(text: TreeText): boolean | undefined {
  if (!text.plain) return undefined
  if (TRUE.test(text.text)) return true
  return FALSE.test(text.text) ? false : undefined
}

/** The number that was typed without quotes, if it is one. */
export function numberOf(text: TreeText): number | undefined {
  return text.plain && NUMBER.test(text.text) ? Number(text.text) : undefined
}
