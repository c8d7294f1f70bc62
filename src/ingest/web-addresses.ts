/** Web and e-mail addresses in running text: their letters are no words anybody said. */
import type { Span } from '../types.ts'

/** Every `https://…`, `www.…` and `name@example.org` in the text; in no stated order. */
export function addressSpans(text: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf('://'); at !== -1; ) {
    const start = schemeStart(text, at)
    const end = start < at ? addressEnd(text, at + 3) : at
    if (start < at) spans.push({ start, end })
    at = text.indexOf('://', Math.max(at + 3, end))
  }
  for (const { index: at } of text.matchAll(BARE_ADDRESS)) {
    if (!isAddressCode(text.charCodeAt(at - 1)))
      spans.push({ start: at, end: addressEnd(text, at) })
  }
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const span = mailSpan(text, at)
    if (span !== undefined) spans.push(span)
  }
  return spans
}

function schemeStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < 12 && isLatinLetter(text.charCodeAt(start - 1))) start -= 1
  return start
}

/** Up to white space or a closing mark; a full stop or comma at the end is the sentence's. */
function addressEnd(text: string, from: number): number {
  let end = from
  let depth = 0
  while (end < text.length && !ENDS.includes(text.charAt(end)) && text.charCodeAt(end) > 32) {
    const code = text.charCodeAt(end)
    if (code === 40) depth += 1
    if (code === 41) depth -= 1
    if (depth < 0) break
    end += 1
  }
  while (end > from && CLOSING.includes(text.charAt(end - 1))) end -= 1
  return end
}

function mailSpan(text: string, at: number): Span | undefined {
  let start = at
  while (start > 0 && at - start < 64 && isMailCode(text.charCodeAt(start - 1))) start -= 1
  DOMAIN.lastIndex = at + 1
  if (start === at || !DOMAIN.test(text)) return undefined
  const end = DOMAIN.lastIndex
  return { start: text.startsWith('mailto:', start - 7) ? start - 7 : start, end }
}

function isLatinLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isAddressCode(code: number): boolean {
  return isLatinLetter(code) || code === 46 || code === 47 || code === 64
}

function isMailCode(code: number): boolean {
  return (
    isLatinLetter(code) || (code >= 48 && code <= 57) || '._%+-'.includes(String.fromCharCode(code))
  )
}

/** What no address holds: `>` of `<https://…>`, quotes, `]`, `|`, no-break space. */
const ENDS = '<>"“”]|`\u00a0'
const CLOSING = ".,;:!?'’*_"
/** "www.e" of "www.example.org"; without the flag `u`, which halves the speed of this search. */
const BARE_ADDRESS = /www\.[A-Za-z0-9]/g
/** "example.org" in "sue@example.org". */
const DOMAIN = /[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/uy
