/**
 * Windows-1252, the encoding of older Western European text: Latin-1 with curly quotes, dashes and
 * the euro sign where Latin-1 has control characters. Decoded here and not by the platform, since
 * some versions of Node read it as Latin-1.
 */

/** The text of bytes in Windows-1252; every byte must be defined. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(UPPER_CONTROL, special)
}

/** Offset of the first byte that Windows-1252 does not define, or -1. */
export function firstUndefinedByte(bytes: Buffer): number {
  let first = -1
  for (const byte of UNDEFINED) {
    const at = bytes.indexOf(byte)
    if (at !== -1 && (first === -1 || at < first)) first = at
  }
  return first
}

function special(character: string): string {
  return SPECIALS.charAt(character.charCodeAt(0) - 0x80)
}

const UNDEFINED = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
/** "\x92", the curly apostrophe of Windows-1252. */
const UPPER_CONTROL = /[\u0080-\u009f]/gu
/** 0x80 to 0x9F; the five undefined bytes stand as they are. */
const SPECIALS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
