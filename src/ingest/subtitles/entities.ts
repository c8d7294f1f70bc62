/** What `&amp;`, `&#39;` or `&#x2019;` stands for; as it is written if it stands for nothing. */
export function entityText(entity: string): string {
  const name = entity.slice(1, -1)
  if (!name.startsWith('#')) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? entity
  const isHex = name.charAt(1).toLowerCase() === 'x'
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return entity
  return code < 32 ? ' ' : String.fromCodePoint(code)
}

/** The text with all of its entities decoded. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, entityText) : text
}

/** "&amp;", "&#39;", "&#x2019;" */
export const ENTITY = /&(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});/giu

/** The named characters that programs write into subtitles; marks of direction are no text. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    lrm: '',
    rlm: '',
    shy: '\u00ad',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    pound: '£',
    euro: '€',
    eacute: 'é',
  }),
)
