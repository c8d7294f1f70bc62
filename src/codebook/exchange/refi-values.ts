/** Values of REFI-QDA as other programs write them. */

/** `3B9A8E02-6D5C-5F1A-9C1E-0A4B7C2D1E01`, with or without braces. */
const GUID = /^\s*\{?(?<guid>[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12})\}?\s*$/iu

/** A GUID in upper case without braces; undefined for anything else. */
export function guidOf(value: string | undefined): string | undefined {
  return GUID.exec(value ?? '')?.groups?.guid?.toUpperCase()
}

/** A colour as six digits, and whether it could be seen through. */
export interface ReadColour {
  /** `#1F77B4`. */
  readonly colour: string
  readonly isTransparent: boolean
}

/** `#F80`, `#FF8800`, or `#80FF8800` with the opacity first. */
const HEXADECIMAL = /^#(?<digits>[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/iu
/** `rgba(255, 136, 0, 0.5)`. */
const RGB =
  /^rgba?\(\s*(?<red>\d{1,3})\s*,\s*(?<green>\d{1,3})\s*,\s*(?<blue>\d{1,3})\s*(?:,\s*(?<opacity>[\d.]+)\s*)?\)$/iu

/** Reads the ways in which programs write a colour; undefined for what is none. */
export function colourOf(value: string): ReadColour | undefined {
  const text = value.trim()
  const digits = HEXADECIMAL.exec(text)?.groups?.digits?.toUpperCase()
  if (digits !== undefined) {
    if (digits.length === 3) return { colour: `#${doubled(digits)}`, isTransparent: false }
    const opacity = digits.length === 8 ? digits.slice(0, 2) : 'FF'
    return { colour: `#${digits.slice(-6)}`, isTransparent: opacity !== 'FF' }
  }
  const parts = RGB.exec(text)?.groups
  if (parts === undefined) return undefined
  const levels = [parts.red, parts.green, parts.blue].map(Number)
  if (levels.some((level) => level > 255)) return undefined
  const hexadecimal = levels.map((level) => level.toString(16).padStart(2, '0')).join('')
  const isTransparent = parts.opacity !== undefined && Number(parts.opacity) !== 1
  return { colour: `#${hexadecimal.toUpperCase()}`, isTransparent }
}

function doubled(digits: string): string {
  return [...digits].map((digit) => digit + digit).join('')
}
