/**
 * The first character of a file as it is in ASCII, byte-order mark and white space passed over; in
 * UTF-16 too. Most files are told apart by it, so that nothing else of them is looked at.
 */
export function firstMark(bytes: Uint8Array): string {
  for (const byte of bytes.subarray(0, LOOKED_AT)) {
    if (byte > SPACE && !MARK_BYTES.has(byte)) return String.fromCharCode(byte)
  }
  return ''
}

const LOOKED_AT = 2048
/** Zero bytes, white space and control characters are not above it. */
const SPACE = 0x20
/** The byte-order marks of UTF-8 and UTF-16. */
const MARK_BYTES = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff])
