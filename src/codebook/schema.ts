/**
 * The codebook file as one zod definition: it says what is wrong with the shape of a file
 * (`shape.ts`), and makes the JSON Schema that editors use (`json-schema.ts`). What a well-shaped
 * file means is read by `read-codebook.ts`. This folder is the door of zod, which is loaded only
 * when one of the two is asked for: loading it takes as long as reading a codebook.
 */

import * as z from 'zod'
import {
  CASES,
  COLOUR,
  DATE,
  EXPECTATIONS,
  FINGERPRINT,
  GUID,
  HYPHENS,
  ID,
  MOST_PARTS,
  NEGATIONS,
  SCOPES,
  SPELLINGS,
  THEME_PATH,
  UNITS,
  VERSION,
} from './vocabulary.ts'

type StrictObject = z.ZodObject<z.ZodRawShape, z.core.$strict>

/** The parts of a codebook file, by the name of what they describe. */
export interface CodebookSchemas {
  /** Texts that match words: editors must let a bare `12` or `true` stand for the word. */
  readonly words: z.ZodString
  readonly objects: Readonly<Record<ObjectKind, StrictObject>>
  readonly toJSONSchema: typeof z.toJSONSchema
}

/** What a map in a codebook file can be. */
export type ObjectKind =
  | 'codebook'
  | 'defaults'
  | 'theme'
  | 'rule'
  | 'unless'
  | 'pattern'
  | 'example'
  | 'speakers'
  | 'retired'
  | 'change'

/** The definition; making it takes some milliseconds, so ask once. */
export function codebookSchemas(): CodebookSchemas {
  const words = z
    .string()
    .describe('A word, a phrase, or words with wildcards (* any letters, ? one letter).')
  const { settings, speakers } = defineSettings()
  const { pattern, rule, unless, exceptions } = definePatterns(words, settings)
  const example = defineExample()
  const theme: StrictObject = z
    .strictObject({
      id: id().describe(
        'Short and lasting name, such as `worker-turnover`. The full id is the path from the top theme: `relationships/worker-turnover`.',
      ),
      name: z.string().optional().describe('The name that reports show.'),
      definition: z.string().optional().describe('What the theme is about, in a sentence or two.'),
      include: z.string().optional().describe('When to use it.'),
      exclude: z
        .string()
        .optional()
        .describe('When not to use it, and which theme to use instead.'),
      rules: z
        .array(z.union([words, rule]))
        .optional()
        .describe('What puts a segment under this theme: any one of these.'),
      unless: exceptions
        .optional()
        .describe(
          'Contexts in which no rule of this theme counts. They do not pass to child themes.',
        ),
      examples: z
        .array(example)
        .optional()
        .describe('Texts that must receive this theme, or must not: the tests of the codebook.'),
      ...defineExchangeKeys(),
      get themes(): z.ZodType {
        return z.array(theme).optional().describe('Child themes; each implies this theme.')
      },
      ...settings,
    })
    .meta({ id: 'theme' })
  const { retired, change } = defineHistory()
  const defaults = z.strictObject({
    unit: z.enum(UNITS).optional().describe('What receives codes. Default: sentence.'),
    ...settings,
  })
  const codebook = z.strictObject({
    codebook: id().describe('The id of this codebook, such as `care-review`.'),
    version: version().describe('Semantic version, such as 1.0.0.'),
    title: z.string().optional().describe('The title that reports show.'),
    language: z.string().optional().describe('Language of the texts, such as en-GB (the default).'),
    defaults: defaults
      .optional()
      .describe('Settings for every rule; a theme or a rule can set them again.'),
    themes: z.array(theme).min(1).describe('The themes, in the order of the report.'),
    retired: z
      .array(retired)
      .optional()
      .describe('Ids of former themes; they are never used again.'),
    changes: z.array(change).optional().describe('What changed in each version, newest first.'),
  })
  const objects = {
    codebook,
    defaults,
    theme,
    rule,
    unless,
    pattern,
    example,
    speakers,
    retired,
    change,
  }
  return { words, objects, toJSONSchema: z.toJSONSchema }
}

/** What other programs know a theme by; voices only keeps it. */
function defineExchangeKeys() {
  const form = (pattern: RegExp, error: string) => z.string().regex(pattern, { error }).optional()
  return {
    guid: form(GUID, 'Expected a GUID without braces: hexadecimal digits as 8-4-4-4-12.').describe(
      'The GUID of this code in other programs (REFI-QDA). Changes no coding.',
    ),
    color: form(COLOUR, 'Expected a colour such as "#1F77B4".').describe('Its colour, in quotes.'),
  }
}

function defineSettings() {
  const roles = z.array(z.string())
  const speakers = z
    .strictObject({
      only: roles.optional().describe('Only these roles count, such as [young_person].'),
      not: roles
        .optional()
        .describe('These roles do not count. Default: [interviewer, facilitator, moderator].'),
    })
    .meta({ id: 'speakers' })
  const settings = {
    inflect: z
      .boolean()
      .optional()
      .describe(
        'Whether a word stands for its inflections: trust, trusts, trusted, trusting. Default: true.',
      ),
    stem: z
      .boolean()
      .optional()
      .describe(
        'Whether words with the same Porter stem match; coarse, see `voices codebook stats`. Default: false.',
      ),
    spelling: z
      .enum(SPELLINGS)
      .optional()
      .describe(
        'gb+us: organise and organize are one word (the default). as-written: they are two.',
      ),
    case: z
      .enum(CASES)
      .optional()
      .describe('fold: capitals do not matter (the default). exact: SEND is not send.'),
    hyphen: z
      .enum(HYPHENS)
      .optional()
      .describe(
        'loose: care leaver, care-leaver and careleaver are one (the default). exact: they differ.',
      ),
    negation: z
      .enum(NEGATIONS)
      .optional()
      .describe(
        'A match after not, never, without …: flag keeps and marks it (the default), exclude drops it, only keeps nothing else, ignore does not look.',
      ),
    speakers: speakers.optional().describe('Whose speech counts.'),
  }
  return { settings, speakers }
}

function definePatterns(words: z.ZodString, settings: z.ZodRawShape) {
  const items = z
    .array(z.union([words, z.array(words).min(1).describe('Any one of these.')]))
    .min(2)
    .max(MOST_PARTS)
  const patternKeys = {
    phrase: words.optional().describe('A word or a phrase.'),
    seq: items.optional().describe('Parts in this order; a list in the list means any of these.'),
    near: items.optional().describe('Parts close to each other, in any order.'),
    all: items.optional().describe('Parts that all occur somewhere within the scope.'),
    any: z.array(words).min(1).optional().describe('Any one of these phrases, as one rule.'),
    regex: z
      .string()
      .optional()
      .describe(
        'A regular expression of RE2 (linear time; no lookaround), matched as whole words.',
      ),
    gap: z
      .int()
      .min(0)
      .optional()
      .describe('Most words between neighbouring parts. Default: 0 for seq, 8 for near.'),
    within: z
      .enum(SCOPES)
      .optional()
      .describe('What one match may span. Default: sentence for seq and near, segment for all.'),
  }
  const pattern = z.strictObject(patternKeys).meta({ id: 'pattern' })
  const phraseOrPattern = z.union([words, pattern])
  const exceptionList = z.array(phraseOrPattern)
  const unless = z.strictObject({
    contained_in: exceptionList.optional().describe('A match inside one of these does not count.'),
    before: exceptionList
      .optional()
      .describe('A match with one of these right before it does not count.'),
    after: exceptionList
      .optional()
      .describe('A match with one of these right after it does not count.'),
  })
  const exceptions = z
    .union([exceptionList.describe('A match inside one of these does not count.'), unless])
    .meta({ id: 'unless' })
  const rule = z
    .strictObject({
      id: id()
        .optional()
        .describe('Lasting name of the rule; without it, the rule itself is its name.'),
      ...patternKeys,
      unless: exceptions.optional().describe('Contexts in which this rule does not count.'),
      ...settings,
    })
    .meta({ id: 'rule' })
  return { pattern, rule, unless, exceptions }
}

function defineExample() {
  return z
    .strictObject({
      text: z.string().describe('What somebody might say.'),
      quote: z.string().optional().describe('The part of the text that the rules must find.'),
      expect: z.enum(EXPECTATIONS).optional().describe('none: close, but not this theme.'),
      todo: z
        .string()
        .optional()
        .describe('Why this is a known miss. It is reported when it starts to pass.'),
    })
    .meta({ id: 'example' })
}

function defineHistory() {
  const themePath = z.string().regex(THEME_PATH, {
    error:
      'Expected the full id of a theme, such as relationships/worker-turnover: small letters, digits, hyphens.',
  })
  const retired = z
    .strictObject({
      id: themePath.describe('The full id that the theme had.'),
      since: version().describe('The version that retired it.'),
      merged_into: themePath.optional().describe('The theme that took over, if one did.'),
    })
    .meta({ id: 'retired' })
  const change = z
    .strictObject({
      version: version().describe('The version that this change made.'),
      date: z
        .string()
        .regex(DATE, { error: 'Expected a date as year-month-day, such as 2026-11-21.' })
        .describe('Day of the release, such as 2026-11-21.'),
      note: z.string().describe('What changed, and why.'),
      fingerprint: z
        .string()
        .regex(FINGERPRINT, {
          error:
            'Expected `sha256:` and 64 digits 0–9 a–f, as `voices codebook release` writes it.',
        })
        .optional()
        .describe('Hash of everything that can change the coding.'),
    })
    .meta({ id: 'change' })
  return { retired, change }
}

function id(): z.ZodString {
  return z.string().regex(ID, {
    error:
      'An id is small letters a–z, digits and single hyphens, such as `worker-turnover`. Child themes are nested under `themes`, not written with a slash.',
  })
}

function version(): z.ZodString {
  return z.string().regex(VERSION, {
    error: 'Expected a semantic version: three numbers with dots, such as 1.0.0.',
  })
}
