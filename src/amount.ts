/** A count with its noun: `1 document`, `1,234 documents`. */
export function amount(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : pluralEnding(noun)}`
}

function pluralEnding(noun: string): string {
  return noun.endsWith('s') || noun.endsWith('ch') ? 'es' : 's'
}

/** `12345` → `12,345`. */
export function thousands(count: number): string {
  return String(count).replace(THOUSANDS, ',')
}

/** The places between thousands, for example after the `12` of `12345`. */
const THOUSANDS = /\B(?=(?:\d{3})+$)/gu
