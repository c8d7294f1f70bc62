/** How many characters a text has; of one that comes in two pieces only the first half counts. */
export function codePointsOf(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length; i += 1) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) count -= 1
  return count
}

/** The text with the replacement character for every half of a character that stands alone. */
export function wholeCharacters(text: string): string {
  return Buffer.from(text).toString()
}
