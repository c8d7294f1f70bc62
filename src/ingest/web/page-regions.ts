/**
 * Parts of a page that are not its article, by what they are called: elements (`nav`), roles, and
 * names of classes and ids that sites have in common (`share-buttons`, `cookie-banner`).
 *
 * A name is compared whole, without its hyphens: `comments` is one, `comments-open`, which WordPress
 * puts on every page, is none.
 */
import type { Attributes } from './page-tags.ts'

/** Where an element stands: some names mean less in an article. */
export interface RegionPlace {
  /** In an `article`, or what is marked as the body of one. */
  readonly isInArticle: boolean
  /** In `main` or in an article. */
  readonly isInMain: boolean
  readonly isInQuote: boolean
}

/** Why what stands in an element is not coded; undefined if nothing says so. */
export function regionReason(
  name: string,
  attributes: Attributes,
  place: RegionPlace,
): string | undefined {
  if (place.isInQuote && ATTRIBUTIONS.has(name)) return 'attribution'
  if (name === 'footer' && place.isInArticle) return 'article footer'
  if (name === 'header' && place.isInMain) return undefined
  const own = ELEMENTS.get(name)
  if (own !== undefined) return namedReason(attributes, place) ?? own
  if (attributes.size === 0 || NEVER.has(name)) return undefined
  const role = ROLES.get(attributes.get('role')?.trim().toLowerCase() ?? '')
  return role ?? namedReason(attributes, place)
}

/** Whether an element is marked as the body of an article by its name: `entry-content`. */
export function isArticleBody(attributes: Attributes): boolean {
  if (attributes.get('itemprop')?.split(SPACES).includes('articleBody')) return true
  return nameTokens(attributes).some((token) => ARTICLE_BODIES.has(token))
}

/** Whether an element holds somebody else’s words by its name: `testimonial`. */
export function isQuoteByName(attributes: Attributes): boolean {
  return nameTokens(attributes).some((token) => QUOTES.has(token))
}

function namedReason(attributes: Attributes, place: RegionPlace): string | undefined {
  for (const token of nameTokens(attributes)) {
    const reason =
      ANYWHERE.get(token) ??
      (place.isInArticle ? undefined : AROUND_ARTICLES.get(token)) ??
      (place.isInMain ? undefined : AROUND_MAIN.get(token))
    if (reason !== undefined) return reason
    if (!place.isInArticle && COOKIE.test(token)) return 'cookie notice'
  }
  return undefined
}

/** The words of `class` and `id` in lower case, without hyphens: `share-buttons` → `sharebuttons`. */
function nameTokens(attributes: Attributes): readonly string[] {
  const both = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`
  if (both === ' ') return []
  return both.slice(0, LONGEST_NAMES).toLowerCase().replace(HYPHENS, '').trim().split(SPACES)
}

/** UTF-16 code units of `class` and `id` that are looked at. */
const LONGEST_NAMES = 1000
const SPACES = /\s+/u
/** "-" in "share-buttons", "__" in "post__share". */
const HYPHENS = /[-_]+/gu
/** "cookiebanner", "eucookielaw", "onetrustbannersdk". */
const COOKIE = /cookie|^onetrust|^gdpr|^ccwindow|^consentbanner|^cmp(?:banner|container|box)/u

/** In a quotation, these name who is quoted. */
const ATTRIBUTIONS = new Set(['footer', 'figcaption'])

/** Names on these say something of the page, or of a heading. */
const NEVER = new Set('html body main article h1 h2 h3 h4 h5 h6 b strong em i'.split(' '))

const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['nav', 'navigation'],
  ['menu', 'navigation'],
  ['header', 'page header'],
  ['footer', 'page footer'],
  ['aside', 'aside'],
  ['form', 'form'],
  ['fieldset', 'form'],
  ['search', 'form'],
  ['button', 'form'],
  ['dialog', 'dialog'],
])

const ROLES: ReadonlyMap<string, string> = new Map([
  ['navigation', 'navigation'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['toolbar', 'navigation'],
  ['banner', 'page header'],
  ['contentinfo', 'page footer'],
  ['complementary', 'aside'],
  ['search', 'form'],
  ['form', 'form'],
  ['button', 'form'],
  ['dialog', 'dialog'],
  ['alertdialog', 'dialog'],
])

/** Names that mean the same in an article as around it. */
const ANYWHERE = byName({
  navigation:
    'skiplink skiplinks skiptocontent skip breadcrumb breadcrumbs pagination pager pagenavi ' +
    'postnavigation navigation navlinks postnav backtotop toc tableofcontents tagcloud',
  'sharing links':
    'share sharing shares sharethis sharebar sharebuttons sharelinks sharetools shareicons ' +
    'sharedaddy postshare articleshare socialshare socialsharing socialicons sociallinks ' +
    'addtoany addthis addtoanysharesavecontainer',
  'related articles':
    'related relatedposts relatedpost relatedarticles relatedarticle relatedcontent relatednews ' +
    'relatedstories relatedlinks relatedpages jprelatedposts morearticles morestories recentposts ' +
    'latestnews latestposts recommended readnext youmayalsolike morelikethis',
  comments:
    'commentlist commentsarea commentssection commentrespond respond disqus disqusthread ' +
    'fbcomments postcomments',
  'newsletter sign-up':
    'newsletter newslettersignup mailinglist signup signupform subscribe subscription mailchimp ' +
    'mcembedsignup emailsignup',
  advertisement: 'advert adverts advertisement adsbygoogle sponsored',
  'post details':
    'byline postmeta entrymeta articlemeta postdetails postinfo postdate entrydate publishdate ' +
    'publisheddate posttags entrytags tags taglist postcategories entrycategories entryfooter ' +
    'postfooter articlefooter',
  'about the author': 'authorbio authorbox aboutauthor abouttheauthor authorinfo postauthor',
})

/** Names that mean something around articles only: in a report, `comment` may be an answer. */
const AROUND_ARTICLES = byName({
  comments: 'comments comment replies',
  'sharing links': 'social socialmedia',
  advertisement: 'ad ads advertising promo',
})

/** Names that mean something around `main` and articles only. */
const AROUND_MAIN = byName({
  navigation:
    'nav navbar menu mainmenu mainnav topnav subnav sidenav sitenav primarynav menubar megamenu ' +
    'primarymenu topmenu footermenu langswitcher languageswitcher',
  'page header': 'header siteheader pageheader masthead topbar topheader globalheader banner',
  'page footer':
    'footer sitefooter pagefooter footerwrapper footerwidgets colophon copyright bottombar',
  aside: 'sidebar rightsidebar leftsidebar widgetarea widget widgets secondary',
  dialog: 'modal popup lightbox overlay',
})

const ARTICLE_BODIES = new Set(
  'entrycontent postcontent articlebody articlecontent postbody storybody blogcontent'.split(' '),
)

const QUOTES = new Set(
  'blockquote quote quotation pullquote testimonial wpblockquote wpblockpullquote'.split(' '),
)

function byName(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(lists).flatMap(([reason, list]) =>
      list.split(' ').map((name): [string, string] => [name, reason]),
    ),
  )
}
