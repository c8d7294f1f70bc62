/** What the elements of HTML do to text. Data. */

/** Elements without content, and so without a closing tag. */
export const VOID = names('area base br col embed hr img input link meta param source track wbr')

/** Elements that begin and end a paragraph, as a browser shows them. */
export const BLOCK = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe ' +
    'legend li main menu nav ol optgroup option p pre search section select summary table tbody ' +
    'td textarea tfoot th thead title tr ul',
)

/** Elements whose content is no visible text. */
export const NO_TEXT = names(
  'applet audio canvas datalist iframe math noembed noframes noscript object option ' +
    'script select style svg template textarea title video rp',
)

/** Elements behind whose walls nothing is closed by what stands in them. */
export const WALL = names('table caption td th object template marquee')

/** What a table is made of; an open cell does not keep its row open. */
export const TABLE_PARTS = names('td th tr tbody thead tfoot')

/** A paragraph ends where one of these begins. */
export const ENDS_PARAGRAPH = names(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search ' +
    'section summary table ul',
)

/** What else the beginning of an element ends, up to the nearest of `within`. */
export const ENDS: ReadonlyMap<
  string,
  { readonly ended: readonly string[]; readonly within: readonly string[] }
> = new Map([
  ['li', { ended: ['li'], within: ['ul', 'ol', 'menu', 'dir'] }],
  ['dt', { ended: ['dt', 'dd'], within: ['dl'] }],
  ['dd', { ended: ['dt', 'dd'], within: ['dl'] }],
  ['td', { ended: ['td', 'th'], within: ['table'] }],
  ['th', { ended: ['td', 'th'], within: ['table'] }],
  ['tr', { ended: ['tr'], within: ['table'] }],
  ['tbody', { ended: ['tbody', 'thead', 'tfoot'], within: ['table'] }],
  ['tfoot', { ended: ['tbody', 'thead', 'tfoot'], within: ['table'] }],
])

/** Markers of headings. */
export const HEADING = names('h1 h2 h3 h4 h5 h6')

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
