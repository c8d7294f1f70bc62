/**
 * Lines that web pages put around an article. Data: each list has one reason. A line is compared
 * in lower case, without list marks, brackets and closing punctuation.
 */

/** Lines that are boilerplate wherever they stand alone. */
export const WHOLE_LINES: ReadonlyMap<string, string> = byLine({
  navigation:
    'skip to content|skip to main content|skip to main navigation|skip navigation|skip links|' +
    'jump to content|back to top|back to blog|back to blogs|back to news|back to all posts|' +
    'back to all news|return to top|previous post|next post|previous article|next article|' +
    'older posts|newer posts|previous story|next story|main menu|toggle navigation|open menu|' +
    'close menu|site navigation|you are here|breadcrumb|read more|read more >|read more...|' +
    'continue reading|view all|view all posts|view all news|see all news|load more|show more|' +
    'click here to read more|print this page|print this article|print page|email this page',
  'sharing links':
    'share this|share this page|share this post|share this article|share this story|share this blog|' +
    'share this on social media|share on facebook|share on twitter|share on x|share on linkedin|' +
    'share on whatsapp|share via email|share by email|share with friends|click to share|tweet this|' +
    'tweet|follow us|follow us on|follow us on twitter|follow us on facebook|' +
    'follow us on instagram|follow us on social media|copy link|opens in new window|' +
    'click to share on twitter|click to share on facebook|pin it',
  'cookie notice':
    'accept cookies|accept all cookies|accept all|reject all|reject all cookies|manage cookies|' +
    'cookie settings|cookie preferences|cookies on this site|cookies on this website|' +
    'manage consent|cookie policy|change cookie settings|allow all cookies|cookie consent|' +
    'cookies and privacy|privacy and cookies',
  'legal notice':
    'privacy policy|privacy notice|privacy statement|terms and conditions|terms of use|' +
    'terms of service|all rights reserved|accessibility statement|modern slavery statement|' +
    'site map|sitemap|website by|registered charity',
  'newsletter sign-up':
    'sign up to our newsletter|sign up for our newsletter|subscribe to our newsletter|' +
    'join our mailing list|join our newsletter|newsletter sign up|newsletter signup|' +
    'sign up to our mailing list|subscribe to our mailing list|sign up for updates|' +
    'sign up for email updates|subscribe to our blog|get our newsletter',
})

/** Lines that are boilerplate only beside other boilerplate, or three together: each is a heading somewhere. */
export const LINES_IN_MENUS: ReadonlyMap<string, string> = byLine({
  navigation:
    'home|menu|search|about|about us|contact|contact us|news|blog|blogs|events|donate|donate now|' +
    'get involved|our work|what we do|who we are|login|log in|register|sign up|sign in|my account|' +
    'basket|publications|resources|vacancies|careers|jobs|press|media|media centre|shop|close|' +
    'next|previous|support us|fundraise|volunteer|help|faq|faqs|accessibility|cookies|privacy|' +
    'latest|latest news|latest blogs|topics|archive|archives|english|cymraeg|gàidhlig|go|stay in touch|stay up to date',
  'sharing links':
    'facebook|twitter|x|instagram|linkedin|youtube|whatsapp|tiktok|email|e-mail|print|pinterest|' +
    'reddit|tumblr|share|like|comment|bluesky|mastodon|threads',
})

/** Beginnings of short lines that are boilerplate wherever they stand alone. */
export const LINE_STARTS: readonly (readonly [start: string, reason: string])[] = [
  ...starts(
    'post details',
    'posted on |posted in |posted by |posted at |posted under |published on |published: |' +
      'date published|last updated|last modified|tagged with|tagged as|tagged: |tags: |tag: |' +
      'categories: |category: |filed under|filed in|reading time: |estimated reading time|' +
      'written on |photo credit|image credit',
  ),
  ...starts('sharing links', 'share this: |share on: |share: |share this post: |follow us on '),
  ...starts(
    'legal notice',
    'registered charity no|registered charity number|registered charity in |registered charity: |registered charity 1|registered charity 2|charity no|charity number|' +
      'registered company no|registered company number|company no|company number|registered in england|copyright ©|© |copyright 2',
  ),
  ...starts(
    'navigation',
    'previous: |next: |previous post: |next post: |← |« |read more: |read next: ',
  ),
  ...starts(
    'newsletter sign-up',
    'sign up to our newsletter|sign up for our newsletter|subscribe to our newsletter|' +
      'subscribe to our mailing list|join our mailing list',
  ),
  ...starts(
    'comment form',
    'your email address will not be published|required fields are marked|save my name, email|' +
      'notify me of |comments are closed|comments off|log in to comment|you must be logged in',
  ),
  ...starts(
    'legal notice',
    'powered by wordpress|proudly powered by|website by |site by |designed by ',
  ),
]

/** Beginnings of whole paragraphs that ask for consent to cookies. */
export const COOKIE_STARTS: readonly string[] = (
  'we use cookies|we use necessary cookies|we use essential cookies|we use some essential cookies|' +
  'we would like to use cookies|we’d like to use cookies|we’d like to set|this site uses cookies|' +
  'this website uses cookies|our website uses cookies|our site uses cookies|the site uses cookies|' +
  'cookies help us|by continuing to use this site|by continuing to use this website|' +
  'by continuing to browse|if you continue without changing your settings'
).split('|')

/** Headings near the end of a page behind which nothing belongs to the article. */
export const CLOSING_SECTIONS: ReadonlyMap<string, string> = byLine({
  'related articles':
    'related news articles|related articles|related article|related news|related posts|related post|' +
    'related stories|related blogs|related content|related pages|related reading|latest reports|' +
    'latest news|latest news and blogs|latest posts|latest blogs|latest articles|latest stories|' +
    'recent posts|recent articles|recent news|recent blogs|more news|more stories|more articles|' +
    'more blogs|more posts|more like this|other news|other blogs|other articles|you may also like|' +
    'you might also like|you may also be interested in|you might also be interested in|' +
    'you may be interested in|read next|what to read next|keep reading|popular posts|most read',
  comments:
    'leave a comment|leave a reply|post a comment|add a comment|recent comments|join the conversation',
})

function byLine(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(lists).flatMap(([reason, lines]) =>
      lines.split('|').map((line): [string, string] => [line, reason]),
    ),
  )
}

function starts(reason: string, list: string): (readonly [string, string])[] {
  return list.split('|').map((start): [string, string] => [start, reason])
}
