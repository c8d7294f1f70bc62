/**
 * Every command: its words, options and help, and where its work is done. This is the reference:
 * `--help` and docs/cli.md are made from it. The work is loaded only when a command runs.
 */
import type { Io } from './io.ts'
import { givenOptions, type OptionValues, oneOf, wholeNumber } from './option-values.ts'

/** An option of a command. */
export interface OptionSpec {
  /** As commander reads it: `--format <format>`. */
  readonly flags: string
  readonly description: string
  readonly choices?: readonly string[]
  readonly fallback?: string | number
  /** The least whole number that the option takes, where it takes one. */
  readonly least?: number
}

/** A command. */
export interface CommandSpec {
  /** `code`, or `codebook lint`. */
  readonly name: string
  readonly argument?: { readonly name: string; readonly description: string }
  /** One sentence. */
  readonly summary: string
  /** What is worth knowing besides, a paragraph an entry. */
  readonly notes: readonly string[]
  readonly options: readonly OptionSpec[]
  /** A command line that a test runs in this repository. */
  readonly example: string
  readonly run: (args: readonly string[], options: OptionValues, io: Io) => Promise<number>
}

const FORMATS = ['csv', 'md', 'json', 'jsonl'] as const
const FORMATS_AND_TEXT = ['text', ...FORMATS] as const
const TEXT_AND_JSON = ['text', 'json'] as const

const PATHS = {
  name: '[paths...]',
  description: 'files, folders (searched recursively), or - for standard input',
}
const CODEBOOK_FILE = {
  name: '[file]',
  description: 'the codebook; without it, the one that `voices code` would use',
}

const READING: readonly OptionSpec[] = [
  { flags: '--config <file>', description: 'settings to use instead of voices.yaml' },
  {
    flags: '--encoding <name>',
    description: 'read text files in this encoding instead of detecting it',
  },
  {
    flags: '--reader <name>',
    description: 'read every file with this reader instead of recognising its format',
  },
]

const CODING: readonly OptionSpec[] = [
  {
    flags: '-c, --codebook <file>',
    description:
      'the codebook; else the one in voices.yaml, the only one in codebooks/, or the bundled care-review',
  },
  {
    flags: '-u, --unit <unit>',
    description: 'what receives codes; else as the codebook says',
    choices: ['sentence', 'paragraph', 'turn', 'document'],
  },
  {
    flags: '--exclude-roles <roles>',
    description: 'roles that are read as context and never coded, separated by commas, or none',
  },
  ...READING,
]

const WORKERS: OptionSpec = {
  flags: '--workers <number>',
  description: 'threads to work in; changes nothing but the time',
  least: 1,
}
const EXCEL: OptionSpec = {
  flags: '--excel',
  description:
    'CSV for spreadsheets: with a byte-order mark, and cells guarded that would run as formulas',
}
const PER_THEME: OptionSpec = {
  flags: '--per-theme <number>',
  description: 'quotes for each theme',
  fallback: 10,
  least: 1,
}

function format(choices: readonly string[], fallback: string): OptionSpec {
  return { flags: '-f, --format <format>', description: 'how to print it', choices, fallback }
}

/** All commands, in the order of a project's life. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    argument: { name: '[folder]', description: 'where to put it; this folder if left out' },
    summary: 'Starts a project: settings, a codebook to begin with and a transcript to try.',
    notes: [
      'Writes voices.yaml, codebooks/first.yaml and transcripts/example.txt. Replaces nothing.',
    ],
    options: [],
    example: 'voices init my-project',
    run: async (args, options, io) => (await import('./commands/init.ts')).init(args, options, io),
  },
  {
    name: 'inspect',
    argument: PATHS,
    summary:
      'Shows what was recognised in each file: encoding, turns, speakers, roles, and what is left out of coding.',
    notes: [
      'Look here first. Roles come from the labels, or from `roles` in voices.yaml (label: role). Columns of the table: path, reader, encoding, document, turns, speaker, role, words, warnings.',
    ],
    options: [format(FORMATS_AND_TEXT, 'text'), ...READING],
    example: 'voices inspect fixtures/transcripts/interviews',
    run: async (args, options, io) =>
      (await import('./commands/inspect.ts')).inspect(
        args,
        { ...givenOptions(options), format: oneOf(options.format, FORMATS_AND_TEXT) ?? 'text' },
        io,
      ),
  },
  {
    name: 'code',
    argument: PATHS,
    summary:
      'Codes files with the codebook, writes every table into a folder and prints a summary of themes.',
    notes: [
      'Writes segments.csv, frequencies.csv, quotes.csv, quotes.md, report.md and run.json. They appear together when all are done; an interrupted run changes nothing. The same input gives the same bytes.',
      'Exit code 0: done. 1: done, but a file could not be read, or the codebook has errors. 2: could not run.',
    ],
    options: [
      {
        flags: '-o, --out <folder>',
        description: 'folder for the results; else as voices.yaml says, or results',
      },
      ...CODING,
      PER_THEME,
      EXCEL,
      WORKERS,
    ],
    example: 'voices code fixtures/transcripts',
    run: async (args, options, io) =>
      (await import('./commands/code.ts')).code(
        args,
        {
          ...givenOptions(options),
          excel: options.excel === true,
          perTheme: wholeNumber(options.perTheme),
        },
        io,
      ),
  },
  {
    name: 'segments',
    argument: PATHS,
    summary: 'Prints the coded segments: a row for each segment and theme.',
    notes: [
      'Columns: segment_id, document, speaker, role, turn, time_start, time_end, line, column, start, end, theme, theme_name, rules, matched, negated, text, codebook, codebook_version, then an attr_NAME for each attribute. start and end count Unicode code points of what `voices text` prints, from 0, the end outside.',
    ],
    options: [format(FORMATS, 'csv'), ...CODING, EXCEL, WORKERS],
    example: 'voices segments fixtures/transcripts/interviews --format jsonl',
    run: async (args, options, io) =>
      (await import('./commands/tables.ts')).segments(args, tableOptions(options), io),
  },
  {
    name: 'frequencies',
    argument: PATHS,
    summary: 'Prints how often each theme occurs, with its bases; every theme has a row.',
    notes: [
      'Columns: theme, theme_name, level, own_segments, segments, segments_base, segments_pct, documents, documents_base, documents_pct, speakers, speakers_base, speakers_pct, mentions, per_1000_words, negated, codebook, codebook_version. All but own_segments include the themes below.',
    ],
    options: [format(FORMATS, 'csv'), ...CODING, EXCEL, WORKERS],
    example: 'voices frequencies fixtures/transcripts --format md',
    run: async (args, options, io) =>
      (await import('./commands/tables.ts')).frequenciesCommand(args, tableOptions(options), io),
  },
  {
    name: 'quotes',
    argument: PATHS,
    summary: 'Prints the quote bank: a few segments for each theme that show it well.',
    notes: [
      'Columns: quote_id, theme, theme_name, quote, before, after, speaker, role, document, line, start, end, matched, why, codebook, codebook_version, then an attr_NAME for each attribute. Quotes are people’s own words with nothing taken out: check consent and identifying details before you publish one.',
    ],
    options: [format(FORMATS, 'csv'), ...CODING, PER_THEME, EXCEL, WORKERS],
    example: 'voices quotes fixtures/transcripts --per-theme 2 --format md',
    run: async (args, options, io) =>
      (await import('./commands/tables.ts')).quotesCommand(args, tableOptions(options), io),
  },
  {
    name: 'find',
    argument: {
      name: '<query> [paths...]',
      description:
        'a word, a phrase, or a rule such as "{near: [build, trust], gap: 8}"; then files and folders',
    },
    summary: 'Shows a word, phrase or rule in context, before it enters a codebook.',
    notes: [
      'Finds what a rule of a codebook would find, inflections and spellings included. Columns of the table: document, speaker, role, line, start, end, before, match, after, negated.',
    ],
    options: [
      format(FORMATS_AND_TEXT, 'text'),
      {
        flags: '--context <characters>',
        description: 'how much to show on each side',
        fallback: 40,
        least: 0,
      },
      {
        flags: '--exclude-roles <roles>',
        description: 'roles that are not searched, separated by commas, or none',
      },
      ...READING,
    ],
    example: 'voices find "social worker" fixtures/transcripts',
    run: async (args, options, io) =>
      (await import('./commands/find.ts')).find(
        args,
        {
          ...givenOptions(options),
          format: oneOf(options.format, FORMATS_AND_TEXT) ?? 'text',
          context: wholeNumber(options.context) ?? 40,
        },
        io,
      ),
  },
  {
    name: 'explain',
    argument: {
      name: '<what> [paths...]',
      description: 'a sentence; or the id of a coded segment and the files it comes from',
    },
    summary:
      'Shows why a sentence or segment has its themes: every rule that was found, kept or dropped, and those that came near.',
    notes: [],
    options: [
      format(TEXT_AND_JSON, 'text'),
      { flags: '--all', description: 'every rule that came near, not only the first few' },
      ...CODING,
    ],
    example: 'voices explain "I do not trust them, they never listen."',
    run: async (args, options, io) =>
      (await import('./commands/explain.ts')).explain(
        args,
        {
          ...givenOptions(options),
          format: oneOf(options.format, TEXT_AND_JSON) ?? 'text',
          all: options.all === true,
        },
        io,
      ),
  },
  {
    name: 'text',
    argument: PATHS,
    summary: 'Prints the text of a file as it is coded, so that any position can be checked.',
    notes: ['start and end in every output count the Unicode code points of this text, from 0.'],
    options: READING,
    example: 'voices text fixtures/transcripts/interviews/interview-01-kai.txt',
    run: async (args, options, io) =>
      (await import('./commands/text.ts')).text(args, givenOptions(options), io),
  },
  {
    name: 'test',
    argument: CODEBOOK_FILE,
    summary:
      'Runs the examples of a codebook: every text must receive its theme, every `expect: none` must not.',
    notes: [
      'Exit code 0: all as expected. 1: an example fails. 2: there is none. Examples marked `todo` may fail.',
    ],
    options: [
      format(TEXT_AND_JSON, 'text'),
      {
        flags: '-u, --unit <unit>',
        description: 'what receives codes; else as the codebook says',
        choices: ['sentence', 'paragraph', 'turn', 'document'],
      },
    ],
    example: 'voices test codebooks/care-review.yaml',
    run: async (args, options, io) =>
      (await import('./commands/test.ts')).test(
        args,
        { ...givenOptions(options), format: oneOf(options.format, TEXT_AND_JSON) ?? 'text' },
        io,
      ),
  },
  {
    name: 'codebook lint',
    argument: CODEBOOK_FILE,
    summary:
      'Finds what cannot work in a codebook: all problems at once, each with its line and column.',
    notes: [
      'Exit code 1 where there is an error. Diagnostics in JSON: severity, id, message, path, line, column.',
    ],
    options: [format(TEXT_AND_JSON, 'text')],
    example: 'voices codebook lint codebooks/care-review.yaml',
    run: async (args, options, io) =>
      (await import('./commands/codebook.ts')).lint(
        args,
        { format: oneOf(options.format, TEXT_AND_JSON) ?? 'text' },
        io,
      ),
  },
  {
    name: 'codebook show',
    argument: CODEBOOK_FILE,
    summary:
      'Prints a codebook for people: definitions, when and when not, rules, examples, changes.',
    notes: [],
    options: [format(FORMATS, 'md')],
    example: 'voices codebook show codebooks/care-review.yaml',
    run: async (args, options, io) =>
      (await import('./commands/codebook.ts')).show(
        args,
        { format: oneOf(options.format, FORMATS) ?? 'md' },
        io,
      ),
  },
  {
    name: 'codebook schema',
    summary: 'Prints the JSON Schema of codebooks, with which editors complete and check them.',
    notes: [],
    options: [],
    example: 'voices codebook schema',
    run: async (args, options, io) =>
      (await import('./commands/codebook.ts')).schema(args, options, io),
  },
]

function tableOptions(options: OptionValues) {
  return {
    ...givenOptions(options),
    format: oneOf(options.format, FORMATS) ?? 'csv',
    excel: options.excel === true,
    perTheme: wholeNumber(options.perTheme),
  }
}
