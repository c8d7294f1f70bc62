/** What Markdown and HTML write beside the words: link targets, images, code, tags, comments. */
import type { Span } from '../types.ts'
import { lineEnd } from './lines.ts'

/** Every stretch of markup that holds letters but no words of the text; in no stated order. */
export function markupSpans(text: string): Span[] {
  const spans: Span[] = codeFences(text)
  collect(spans, text, { open: '](', spanAt: linkTarget })
  collect(spans, text, { open: '![', spanAt: image })
  collect(spans, text, { open: '[^', spanAt: footnote })
  collect(spans, text, { open: '<', spanAt: tag })
  collect(spans, text, { open: '{', spanAt: attributes })
  collect(spans, text, { open: '&', spanAt: entity })
  return spans
}

interface Markup {
  readonly open: string
  readonly spanAt: (text: string, at: number) => Span | undefined
}

function collect(spans: Span[], text: string, markup: Markup): void {
  const { open, spanAt } = markup
  for (let at = text.indexOf(open); at !== -1; ) {
    const span = spanAt(text, at)
    if (span !== undefined) spans.push(span)
    at = text.indexOf(open, Math.max(at + 1, span?.end ?? 0))
  }
}

/** From a line of three backticks or tildes to the next such line, or to the end. */
function codeFences(text: string): Span[] {
  const spans: Span[] = []
  for (const fence of ['```', '~~~']) {
    for (let open = fenceAt(text, fence, 0); open !== -1; ) {
      const close = fenceAt(text, fence, lineEnd(text, open))
      const end = close === -1 ? text.length : lineEnd(text, close)
      spans.push({ start: open, end })
      open = close === -1 ? -1 : fenceAt(text, fence, end)
    }
  }
  return spans
}

/** The next fence that opens its line, but for blanks and quote marks. */
function fenceAt(text: string, fence: string, from: number): number {
  for (let at = text.indexOf(fence, from); at !== -1; at = text.indexOf(fence, at + 3)) {
    let start = at
    while (start > 0 && ' >\t'.includes(text.charAt(start - 1))) start -= 1
    if (start === 0 || text.charCodeAt(start - 1) === 10) return at
  }
  return -1
}

/** `](https://example.org "title")`: from the closing bracket on. */
function linkTarget(text: string, at: number): Span | undefined {
  const end = closingParenthesis(text, at + 1)
  return end === -1 ? undefined : { start: at, end }
}

/** `![a garden](garden.png)`. */
function image(text: string, at: number): Span | undefined {
  const last = Math.min(text.length, at + LONGEST)
  for (let i = at + 2; i < last; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 10 && text.charCodeAt(i + 1) === 10) return undefined
    if (code === 33 && text.charCodeAt(i + 1) === 91) return undefined
    if (code !== 93 || text.charCodeAt(i + 1) !== 40) continue
    const end = closingParenthesis(text, i + 1)
    return end === -1 ? undefined : { start: at, end }
  }
  return undefined
}

/** `[^note]`. */
function footnote(text: string, at: number): Span | undefined {
  FOOTNOTE.lastIndex = at
  return FOOTNOTE.test(text) ? { start: at, end: FOOTNOTE.lastIndex } : undefined
}

/** `<em>`, `</a>`, `<!-- note -->`, `<https://example.org>`; not "3 < 4". */
function tag(text: string, at: number): Span | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4)
    return { start: at, end: close === -1 ? text.length : close + 3 }
  }
  TAG.lastIndex = at
  return TAG.test(text) ? { start: at, end: TAG.lastIndex } : undefined
}

/** `{.note #id key="value"}`, `{{< video … >}}`; other braces may hold words. */
function attributes(text: string, at: number): Span | undefined {
  ATTRIBUTES.lastIndex = at
  return ATTRIBUTES.test(text) ? { start: at, end: ATTRIBUTES.lastIndex } : undefined
}

/** `&nbsp;`, `&#8217;`. */
function entity(text: string, at: number): Span | undefined {
  ENTITY.lastIndex = at
  return ENTITY.test(text) ? { start: at, end: ENTITY.lastIndex } : undefined
}

/** The position behind the bracket that closes the one at `open`, in the same paragraph. */
function closingParenthesis(text: string, open: number): number {
  const last = Math.min(text.length, open + LONGEST)
  let depth = 0
  for (let i = open; i < last; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 40) {
      depth += 1
      if (depth > DEEPEST) return -1
    } else if (code === 10 && text.charCodeAt(i + 1) === 10) return -1
    else if (code === 41) {
      depth -= 1
      if (depth === 0) return i + 1
    }
  }
  return -1
}

/** UTF-16 code units: longer, and the bracket was never closed. */
const LONGEST = 2000
/** Brackets inside one another in a link target. */
const DEEPEST = 32
/** `[^1]`, `[^note]`. */
const FOOTNOTE = /\[\^[^\]\s]{1,60}\]/uy
/** `<a href="…">`, `</p>`, `<https://example.org>`, `<sue@example.org>`. */
const TAG =
  /<(?:\/?[A-Za-z][A-Za-z0-9-]{0,40}(?:\s[^<>]{0,1000})?\/?|[a-z]{2,10}:[^<>\s]{1,1000}|[^<>\s@]{1,64}@[^<>\s]{1,255})>/uy
/** `{.note}`, `{#id}`, `{fig-alt="…"}`, `{{< video … >}}`. */
const ATTRIBUTES = /\{(?:[.#:][^{}\n]{0,500}|[a-z-]+=[^{}\n]{0,1000}|\{[^{}\n]{0,1000}\})\}/uy
/** `&amp;`, `&#39;`, `&#x2019;`. */
const ENTITY = /&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});/uy
