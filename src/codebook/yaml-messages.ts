/** A problem of the YAML itself: a stable id, and what to do in words for those who write texts. */
export interface YamlProblem {
  readonly id: string
  readonly message: string
}

const NEEDS_QUOTES =
  'In YAML this character means something else at the start of a text. Put the text in quotes: "…".'

/**
 * What each problem that the package `yaml` can find means to the analyst, and the file and the
 * offset where it stands. Codes are those of https://eemeli.org/yaml/#errors.
 */
export function yamlProblem(
  code: string,
  original: string,
  { text, at }: { readonly text: string; readonly at: number },
): YamlProblem {
  if (text[at] === '\t') return TAB
  if (code === 'UNEXPECTED_TOKEN') {
    const around = text.slice(Math.max(0, at - 2), at + 1)
    if (APOSTROPHE.test(around)) return ENDED_BY_APOSTROPHE
    if (QUOTE_INSIDE.test(around)) return ENDED_BY_QUOTE
  }
  const special = SPECIAL.find(([words]) => original.includes(words))?.[1]
  const problem = special ?? PROBLEMS[code]
  if (problem !== undefined) return problem
  return { id: 'invalid-yaml', message: `This is not valid YAML: ${original}.` }
}

/** What to do about a quote that is never closed; `rest` is the file from the quote on. */
export function openQuote(rest: string): YamlProblem {
  const mark = rest.slice(0, 1)
  const [line = ''] = rest.split('\n', 1)
  const shown = line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line
  const hints = [
    CURLY.test(line) ? ' A curly quote does not close it.' : '',
    mark === "'" ? ' If it is an apostrophe, put the whole text in double quotes: "…".' : '',
  ]
  const message = `The quote that begins here is not closed: \`${shown.trimEnd()}\`. Write ${mark} where the text ends.${hints.join('')}`
  return { id: 'missing-character', message }
}

/** In UTF-16 code units. */
const LONGEST_SHOWN = 30

/** `”`: what a word processor writes. */
const CURLY = /[\u2018\u2019\u201c\u201d]/u
/** `n't` of `'don't know'`, up to the letter where YAML stumbles. */
const APOSTROPHE = /[\p{L}\p{N}]'\p{L}/u
/** ` "n` of `"she said "no" to me"`. */
const QUOTE_INSIDE = /."[\p{L}\p{N}]/u

const ENDED_BY_APOSTROPHE: YamlProblem = {
  id: 'unexpected-text',
  message:
    'An apostrophe ends a text in single quotes. Put the whole text in double quotes instead: "…".',
}

const ENDED_BY_QUOTE: YamlProblem = {
  id: 'unexpected-text',
  message:
    "A quote inside the text ends it. Put the whole text in single quotes instead: '…'; or write the inner quotes as “…”.",
}

const TAB: YamlProblem = {
  id: 'tab',
  message:
    'A tab stands where YAML expects spaces. Replace it with as many spaces as the lines beside it have; most editors can do so in the whole file.',
}

const BAD_INDENT: YamlProblem = {
  id: 'bad-indent',
  message:
    'This line is indented differently from the lines that it belongs with. Give keys and dashes of one list the same number of spaces.',
}

const OPEN_BRACKET: YamlProblem = {
  id: 'missing-character',
  message:
    'A bracket or brace that was opened above is not closed before this place. Close it, or indent this line further if it is inside.',
}

/** Problems that share a code with others, by words of the original message. */
const SPECIAL: readonly (readonly [string, YamlProblem])[] = [
  ['Sequence item without -', BAD_INDENT],
  ['block sequence may not be used as an implicit map key', BAD_INDENT],
  ['end with a ]', OPEN_BRACKET],
  ['end with a }', OPEN_BRACKET],
  [
    'Missing closing',
    {
      id: 'missing-character',
      message:
        'A quote that was opened above is not closed before this place. Close it where the text ends.',
    },
  ],
  [
    'Block scalar header',
    {
      id: 'unexpected-text',
      message:
        'After > or | the text begins on the next line, indented. Put a text that begins with > or | in quotes.',
    },
  ],
]

const PROBLEMS: Readonly<Record<string, YamlProblem>> = {
  TAB_AS_INDENT: TAB,
  BAD_INDENT,
  BAD_SCALAR_START: { id: 'needs-quotes', message: NEEDS_QUOTES },
  BAD_ALIAS: {
    id: 'needs-quotes',
    message:
      'A text that begins with * needs quotes: "*care". Without them YAML takes it for a reference.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    id: 'bad-indent',
    message:
      'A second colon stands on this line. Put a text that contains a colon in quotes, or move the inner key to its own line.',
  },
  BLOCK_IN_FLOW: {
    id: 'bad-bracket',
    message: 'Lines with dashes or keys cannot stand inside brackets. Close the bracket first.',
  },
  MISSING_CHAR: {
    id: 'missing-character',
    message:
      'Something is missing here: a closing quote, bracket or brace, a comma in a list in brackets, a colon after a key, or the space after it.',
  },
  UNEXPECTED_TOKEN: {
    id: 'unexpected-text',
    message:
      'YAML does not expect this here. If it belongs to a text, put the whole text in quotes: "…"; if it begins a new value, check the indent of its line.',
  },
  MULTILINE_IMPLICIT_KEY: {
    id: 'bad-indent',
    message:
      'A key must stand on one line and be followed by a colon and a space. Check the indent of this line; a long text needs `>-` after its key, or quotes.',
  },
  KEY_OVER_1024_CHARS: {
    id: 'bad-key',
    message: 'The text before this colon is too long for a key. Put the whole text in quotes: "…".',
  },
  BAD_DQ_ESCAPE: {
    id: 'bad-escape',
    message:
      "Between double quotes a backslash begins a code such as \\n. Write \\\\ for a backslash, or use single quotes: '…'.",
  },
  MULTIPLE_DOCS: {
    id: 'several-documents',
    message:
      'A codebook is one YAML document. Delete the line `---` here, or move the rest to its own file.',
  },
  MULTIPLE_ANCHORS: { id: 'bad-anchor', message: 'A value has at most one anchor (`&name`).' },
  MULTIPLE_TAGS: { id: 'yaml-tag', message: 'A value has at most one tag (`!name`).' },
  TAG_RESOLVE_FAILED: {
    id: 'yaml-tag',
    message: 'A text that begins with ! needs quotes: "!…". Without them YAML takes it for a tag.',
  },
  BAD_COLLECTION_TYPE: {
    id: 'yaml-tag',
    message: 'A tag (`!…`) does not fit the value after it. Codebooks need no tags: delete it.',
  },
  BAD_PROP_ORDER: {
    id: 'bad-anchor',
    message: 'Anchors (`&name`) and tags (`!name`) stand between the key and its value.',
  },
  BAD_DIRECTIVE: {
    id: 'needs-quotes',
    message: 'A line that begins with % is an instruction to YAML. Put the text in quotes: "…".',
  },
}
