/** Cuts rich text (RTF 1.9.1) into its tokens: groups, control words, control symbols, text. */

/** Takes the tokens of rich text, in order; returns false to hear no more. */
export interface RtfListener {
  /** `{` */
  open(): void
  /** `}` */
  close(): boolean
  /** `\pard`, `\u8217 `, `\b0`: a name and a number, if there is one. */
  word(name: string, value: number | undefined): void
  /** `\~`, `\*`, and `\` before a line end. */
  symbol(character: string): void
  /** `\'92`: one byte in the encoding of the font. */
  byte(value: number): void
  /** Bytes as they stand; line ends among them mean nothing and are left out. */
  text(bytes: Buffer): void
}

/** Walks through rich text. Bytes that `\bin` announces are passed over. */
export function walkRtf(bytes: Buffer, listener: RtfListener): void {
  for (let at = 0; at < bytes.length; ) {
    const code = bytes[at]
    if (code === OPEN) {
      listener.open()
      at += 1
    } else if (code === CLOSE) {
      if (!listener.close()) return
      at += 1
    } else if (code === BACKSLASH) at = control(bytes, at + 1, listener)
    else if (code === LINE_FEED || code === RETURN || code === 0) at += 1
    else {
      const end = textEnd(bytes, at)
      listener.text(bytes.subarray(at, end))
      at = end
    }
  }
}

/** Takes what stands behind a backslash; where the text goes on. */
function control(bytes: Buffer, at: number, listener: RtfListener): number {
  const code = bytes[at] ?? 0
  if (isLetter(code)) return controlWord(bytes, at, listener)
  if (code !== QUOTE) {
    if (at < bytes.length) listener.symbol(String.fromCharCode(code))
    return at + 1
  }
  const digits = bytes.toString('latin1', at + 1, at + 3)
  if (!HEX.test(digits)) return at + 1
  listener.byte(Number.parseInt(digits, 16))
  return at + 3
}

function controlWord(bytes: Buffer, at: number, listener: RtfListener): number {
  let end = at
  while (end < at + LONGEST_NAME && isLetter(bytes[end] ?? 0)) end += 1
  const name = bytes.toString('latin1', at, end)
  let last = bytes[end] === MINUS && isDigit(bytes[end + 1] ?? 0) ? end + 1 : end
  while (last < end + LONGEST_NUMBER && isDigit(bytes[last] ?? 0)) last += 1
  const value = last === end ? undefined : Number(bytes.toString('latin1', end, last))
  const next = bytes[last] === SPACE ? last + 1 : last
  if (name === 'bin') return next + Math.max(0, value ?? 0)
  listener.word(name, value)
  return next
}

function textEnd(bytes: Buffer, at: number): number {
  let end = at
  while (end < bytes.length && !IS_SPECIAL[bytes[end] ?? 0]) end += 1
  return end
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
const QUOTE = 39
const MINUS = 45
const BACKSLASH = 92
const OPEN = 123
const CLOSE = 125
/** Letters and digits beyond these belong to no control word. */
const LONGEST_NAME = 32
const LONGEST_NUMBER = 11
/** "e9". */
const HEX = /^[0-9a-f]{2}$/iu
/** Bytes that end a stretch of text. */
const IS_SPECIAL: readonly boolean[] = Array.from({ length: 256 }, (_, code) =>
  [0, LINE_FEED, RETURN, BACKSLASH, OPEN, CLOSE].includes(code),
)
