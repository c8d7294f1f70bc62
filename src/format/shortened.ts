/** Characters of a rule or a sentence that a page of many such lines has room for. */
const MOST_CHARACTERS = 300

/** A text that may be very long, as a line of a list shows it. */
export function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text
  return `${text.slice(0, MOST_CHARACTERS).replace(HALF_CHARACTER, '')}…`
}

/** The first half of a character that was cut in two. */
const HALF_CHARACTER = /[\uD800-\uDBFF]$/u
