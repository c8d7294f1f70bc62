/** Control characters but for line breaks and tabs, for example U+0007. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu
/** U+2028 and U+2029, and the mark U+FEFF that some programs leave inside a file. */
const ODD_BREAKS = /[\u2028\u2029\uFEFF]/gu

/** Half of a character, which no file can hold. */
const HALVES = /\p{Cs}/gu

/** A text of another program as a codebook may hold it: no control characters, no half characters. */
export function plainText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(CONTROLS, ' ')
    .replace(ODD_BREAKS, ' ')
    .replace(HALVES, '\u{FFFD}')
}
