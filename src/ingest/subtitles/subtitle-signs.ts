/** What tells a file of subtitles from others, in the first bytes of a file. */

/** Whether it begins with `WEBVTT`, in UTF-8 or UTF-16. */
export function isWebVtt(bytes: Uint8Array): boolean {
  return WEB_VTT.test(opening(bytes, 64))
}

/** Whether it begins with a number and, below it, the two times of a cue. */
export function isSubRip(bytes: Uint8Array): boolean {
  return SUBRIP.test(opening(bytes, 256))
}

/** Whether a line with the two times of a cue stands in it; so with a file that is empty. */
export function hasCueTimes(bytes: Uint8Array): boolean {
  return bytes.length === 0 || TIMES.test(opening(bytes, bytes.length))
}

/** The characters below 256; the zeros of UTF-16 and the byte-order mark go. */
function opening(bytes: Uint8Array, length: number): string {
  const text = Buffer.from(bytes.subarray(0, length)).toString('latin1')
  return text.replace(MARK, '').replaceAll('\0', '')
}

/** The byte-order marks of UTF-8 and UTF-16. */
const MARK = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u
/** "WEBVTT", "WEBVTT - Interview 3". */
const WEB_VTT = /^WEBVTT(?:[ \t\r\n]|$)/u
/** "1⏎00:00:00,000 --> 00:00:02,760". */
const SUBRIP = /^\s*\d{1,9}[ \t]*(?:\r\n?|\n)\s*\d{1,4}:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d/u
/** "00:05.000 -->". */
const TIMES = /^[ \t]*-?\d{1,4}:-?\d{1,2}[\d:.,-]*[ \t]*-->/mu
