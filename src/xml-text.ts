const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
/** What may not stand in XML as it is, for example `<`. */
const SPECIAL_CHARACTERS = /[&<>"\t\n\r]/gu
/** What may not stand in XML at all: most control characters, and halves of characters. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

/** A text as it stands in an XML element or between double quotes; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(FORBIDDEN, '\uFFFD')
    .replace(SPECIAL_CHARACTERS, (character) => SPECIAL[character] ?? character)
}
