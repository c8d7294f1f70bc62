/**
 * Every command: its words, options and help, and where its work is done. This is the reference:
 * `--help` and docs/cli.md are made from it. The work is loaded only when a command runs.
 */
import type { Io } from './io.ts'
import {
  givenOptions,
  type OptionValues,
  oneOf,
  text,
  texts,
  wholeNumber,
} from './option-values.ts'

/** An option of a command. */
export interface OptionSpec {
  /** As commander reads it: `--format <format>`. */
  readonly flags: string
  readonly description: string
  readonly choices?: readonly string[]
  readonly fallback?: string | number
  /** The least whole number that the option takes, where it takes one. */
  readonly least?: number
  /** Whether it may be given several times. */
  readonly isRepeated?: boolean
}

/** A command. */
export interface CommandSpec {
  /** `code`, or `codebook lint`. */
  readonly name: string
  /** What follows the name; several are described one by one, or together. */
  readonly argument?: { readonly name: string; readonly description: string | readonly string[] }
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
const SHOW_FORMATS = ['md', 'html', 'csv', 'json', 'jsonl'] as const
const TEXT_AND_JSON = ['text', 'json'] as const
const STATS_TABLES = ['rules', 'themes', 'forms', 'missed'] as const
const DIFF_FORMATS = ['text', 'md', 'json', 'github'] as const

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
  {
    flags: '--id-column <name>',
    description: 'column of a table that names the respondent',
  },
  {
    flags: '--text-column <name>',
    description: 'column of a table that holds answers; may be given several times',
    isRepeated: true,
  },
  {
    flags: '--attribute-column <name>',
    description: 'column of a table that becomes an attribute; may be given several times',
    isRepeated: true,
  },
  { flags: '--sheet <name>', description: 'sheet of a workbook to read; else all with answers' },
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
const LOSSES: OptionSpec = {
  flags: '--losses <file>',
  description: 'list everything that could not be carried, as CSV with a row for each',
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
      'Look here first. Lines with ! are where something may have been read wrongly. Roles come from the labels, from `roles` in voices.yaml (label: role), or from a table of `participants`. Columns of the table: path, reader, encoding, document, turns, speaker, role, words, warnings.',
      'JSON gives for each file: path, reader, encoding, documents, left_out, warnings, counts, roles, times, attributes, left_out_reasons, problems.',
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
      'Exit code 0: done. 1: done, but a file could not be read, or the codebook cannot be read (what voices codebook lint finds beside that does not stop a run). 2: could not run.',
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
      'Themes stand in the order of the codebook, and the best quotes of each come first.',
      'Columns: quote_id, theme, theme_name, quote, before, after, speaker, role, document, line, start, end, matched, why, codebook, codebook_version, then an attr_NAME for each attribute. Quotes are people’s own words with nothing taken out: check consent and identifying details before you publish one.',
    ],
    options: [
      format(FORMATS, 'csv'),
      { flags: '--theme <id>', description: 'only this theme and those below it' },
      ...CODING,
      PER_THEME,
      EXCEL,
      WORKERS,
    ],
    example: 'voices quotes fixtures/transcripts --per-theme 2 --format md',
    run: async (args, options, io) =>
      (await import('./commands/tables.ts')).quotesCommand(
        args,
        { ...tableOptions(options), theme: text(options.theme) },
        io,
      ),
  },
  {
    name: 'find',
    argument: {
      name: '<query> [paths...]',
      description: [
        'a word, a phrase, or a rule such as "{near: [build, trust], gap: 8}"',
        PATHS.description,
      ],
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
      description: [
        'a sentence, or the id of a coded segment',
        'the files that the segment comes from',
      ],
    },
    summary:
      'Shows why a sentence or segment has its themes: every rule that was found, kept or dropped, and those that came near.',
    notes: [
      'The id of a segment is its segment_id, such as interview-01.txt:120-184, or answers.csv#R014:0-32 in a table.',
    ],
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
    notes: [
      'start and end in every output count the Unicode code points of this text, from 0. FILE#ROW prints one row of a table, for example answers.csv#R014; FILE prints all its rows, each followed by a line end.',
    ],
    options: READING,
    example: 'voices text fixtures/transcripts/interviews/interview-01-kai.txt',
    run: async (args, options, io) =>
      (await import('./commands/text.ts')).text(args, givenOptions(options), io),
  },
  {
    name: 'test',
    argument: CODEBOOK_FILE,
    summary:
      'Runs the tests of a codebook: its examples, the cases beside it, and the recorded coding of a corpus.',
    notes: [
      'Every example must receive its theme, every `expect: none` must not; those marked `todo` may fail. Cases stand in NAME.cases.yaml beside NAME.yaml: each text must receive exactly the themes that it lists. docs/testing.md says how they are written.',
      'With --corpus the coding of these files is compared with NAME.baseline.jsonl: a segment that is new, changed or no longer coded fails. --update records it; where CI is set nothing is written.',
      'With --mutate each rule, each alternative in a rule and each exception is taken away in turn; those that no test would miss are named, and the exit code is 1.',
      'Formats: text, json, junit, sarif, github, md. What people say in the corpus is never shown without --show-text; examples and cases are shown in text on standard output only.',
      'Exit code 0: all as expected. 1: a test fails. 2: nothing could be tested.',
    ],
    options: [
      {
        flags: '-o, --output <format[=file]>',
        description:
          'how to give the results, and the file for them, for example junit=report.xml; may be given several times',
        isRepeated: true,
      },
      {
        flags: '--corpus <paths...>',
        description: 'files and folders whose coding is compared with the baseline',
      },
      {
        flags: '--baseline <file>',
        description: 'the recorded coding; else NAME.baseline.jsonl beside the codebook',
      },
      { flags: '--update', description: 'record the coding of the corpus anew' },
      {
        flags: '--mutate',
        description: 'name the rules, alternatives and exceptions that no test would miss',
      },
      { flags: '--show-text', description: 'show the words of tested texts in every format' },
      ...CODING.slice(1),
    ],
    example: 'voices test codebooks/care-review.yaml',
    run: async (args, options, io) =>
      (await import('./commands/test.ts')).test(
        args,
        {
          ...givenOptions(options),
          outputs: texts(options.output) ?? [],
          corpus: texts(options.corpus) ?? [],
          baseline: text(options.baseline),
          update: options.update === true,
          mutate: options.mutate === true,
          showText: options.showText === true,
        },
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
    notes: [
      'html is one page without scripts that needs nothing else: open it in a browser, and print it from there as an annex.',
    ],
    options: [format(SHOW_FORMATS, 'md')],
    example: 'voices codebook show codebooks/care-review.yaml',
    run: async (args, options, io) =>
      (await import('./commands/codebook.ts')).show(
        args,
        { format: oneOf(options.format, SHOW_FORMATS) ?? 'md' },
        io,
      ),
  },
  {
    name: 'codebook diff',
    argument: {
      name: '[before] [after]',
      description: [
        'the earlier version: a codebook file or a git revision (git:main, git:v1.2.0:codebooks/x.yaml); a revision without a path means the file of the other version',
        'the later version, in the same way; without it, the codebook that `voices code` would use',
      ],
    },
    summary:
      'Shows what changed between two versions of a codebook, in words and in coding, and the version that the changes need.',
    notes: [
      'Exit code 0: the newer version number says enough. 1: the changes need a greater step than it says, or not all of the corpus could be compared. 2: could not run. Revisions are read without touching your files, as they were committed.',
      'With --corpus both versions code the same files: for each theme the segments before and after, gained and lost, the rules responsible and some of the segments. Their speech is shown in text; in other formats only with --show-text.',
    ],
    options: [
      format(DIFF_FORMATS, 'text'),
      {
        flags: '--against <version>',
        description: 'the earlier version, instead of the first argument',
      },
      { flags: '--corpus <paths...>', description: 'files and folders to code with both versions' },
      {
        flags: '--witnesses <number>',
        description: 'segments to show for each theme, gained and lost',
        fallback: 3,
        least: 0,
      },
      { flags: '--show-text', description: 'show what people said in every format' },
      ...CODING,
    ],
    example:
      'voices codebook diff fixtures/cases/codebook-diff-allows-a-patch/input/old.yaml fixtures/cases/codebook-diff-allows-a-patch/input/new.yaml',
    run: async (args, options, io) =>
      (await import('./commands/codebook-diff.ts')).codebookDiff(
        args,
        {
          ...givenOptions(options),
          format: oneOf(options.format, DIFF_FORMATS) ?? 'text',
          against: text(options.against),
          corpus: texts(options.corpus) ?? [],
          witnesses: wholeNumber(options.witnesses) ?? 3,
          showText: options.showText === true,
        },
        io,
      ),
  },
  {
    name: 'codebook release',
    argument: {
      name: '<step> [file]',
      description: [
        'patch, minor or major',
        'the codebook; without it, the one that `voices code` would use',
      ],
    },
    summary:
      'Makes a new version of a codebook: checks it, and records version, date, note and fingerprint in the file.',
    notes: [
      'PATCH cannot change any coding, MINOR adds themes, MAJOR changes what existing themes code. A smaller step than the changes need is refused; what changed is seen from the commit in git that holds the last release, or from --against. Where neither can be had and the rules are others, only a major version is released. Comments, order and everything else in the file stay as they are; ids of themes that are gone are kept in `retired`.',
    ],
    options: [
      { flags: '-m, --message <note>', description: 'what changed and why' },
      {
        flags: '--against <version>',
        description: 'the version released last: a file or a git revision',
      },
      {
        flags: '--date <date>',
        description: 'the day of the release, for example 2026-11-22; today if left out',
      },
    ],
    example: 'voices codebook release minor codebooks/school.yaml -m "A theme for clubs"',
    run: async (args, options, io) =>
      (await import('./commands/codebook-release.ts')).codebookRelease(
        args,
        {
          message: text(options.message),
          against: text(options.against),
          date: text(options.date),
        },
        io,
      ),
  },
  {
    name: 'codebook migrate',
    argument: { name: '<results>', description: 'a folder of results, or its segments.csv' },
    summary:
      'Prints coded segments of an older version with the ids of today: themes that were retired go where `retired` says.',
    notes: [
      'Columns: those of the results. `theme` and `theme_name` are those of today; `codebook_version` stays, since those rules found the row. Exit code 1 where an id leads nowhere; its rows stay as they are.',
    ],
    options: [
      format(FORMATS, 'csv'),
      {
        flags: '-c, --codebook <file>',
        description: 'the codebook of today; else the one that `voices code` would use',
      },
    ],
    example: 'voices codebook migrate results/ --codebook codebooks/school.yaml',
    run: async (args, options, io) =>
      (await import('./commands/codebook-migrate.ts')).codebookMigrate(
        args,
        { ...givenOptions(options), format: oneOf(options.format, FORMATS) ?? 'csv' },
        io,
      ),
  },
  {
    name: 'codebook stats',
    argument: PATHS,
    summary:
      'Shows what each rule does in a corpus, and the words that stand out where no theme was given.',
    notes: [
      'For each rule: matches, segments, documents, speakers, sole (segments that have the theme because of this rule alone), other themes of the same segments, and the words it really caught. Flags: dead (no match), one-document (five matches or more, all in one), redundant (never the only reason, here).',
      'What is missed are words and phrases that are more frequent in segments without a theme than in others, the most telling first (log-likelihood G²), each as a line for a list of rules and with three segments. Their speech is shown in text; in other formats only with --show-text. How the numbers are made: docs/statistics.md.',
      'CSV and JSON lines hold one table; choose it with --table. JSON and Markdown hold all, or that one.',
    ],
    options: [
      format(FORMATS_AND_TEXT, 'text'),
      {
        flags: '--table <table>',
        description: 'the table to print: rules (else), themes, forms or missed',
        choices: STATS_TABLES,
      },
      {
        flags: '--forms <number>',
        description: 'words to list for each rule, of those it caught',
        fallback: 5,
        least: 1,
      },
      {
        flags: '--missed <number>',
        description: 'missed words and phrases to list',
        fallback: 30,
        least: 0,
      },
      {
        flags: '--least <number>',
        description: 'how often a missed word must occur without a theme',
        fallback: 3,
        least: 1,
      },
      {
        flags: '--spread <number>',
        description: 'how many people must say it',
        fallback: 3,
        least: 1,
      },
      { flags: '--show-text', description: 'show what people said in every format' },
      ...CODING,
    ],
    example: 'voices codebook stats fixtures/transcripts/interviews --missed 10',
    run: async (args, options, io) =>
      (await import('./commands/codebook-stats.ts')).codebookStats(
        args,
        {
          ...givenOptions(options),
          format: oneOf(options.format, FORMATS_AND_TEXT) ?? 'text',
          table: oneOf(options.table, STATS_TABLES),
          forms: wholeNumber(options.forms) ?? 5,
          missed: wholeNumber(options.missed) ?? 30,
          least: wholeNumber(options.least) ?? 3,
          spread: wholeNumber(options.spread) ?? 3,
          showText: options.showText === true,
        },
        io,
      ),
  },
  {
    name: 'codebook import',
    argument: { name: '<file>', description: 'the file of another program' },
    summary:
      'Makes a codebook from the dictionary or code list of another program, and says what could not be carried.',
    notes: [
      'The format is recognised by content and name; docs/exchange.md lists what each carries. Words are compared as in the program of origin: most know no inflections and one spelling. Nothing is lost in silence: each loss is printed on stderr by its kind, with its place; where more than 20 are of a kind, --losses lists them all.',
      'Exit code 1 where the file is broken, or with --strict where anything was lost.',
    ],
    options: [
      { flags: '--from <format>', description: 'the format, where it is not recognised' },
      { flags: '--encoding <name>', description: 'read the file in this encoding' },
      { flags: '-o, --out <file>', description: 'write a new file instead of printing' },
      { flags: '--id <id>', description: 'id of the codebook; else made from the file name' },
      LOSSES,
      { flags: '--strict', description: 'write no codebook where anything would be lost' },
    ],
    example: 'voices codebook import fixtures/exchange/feelings.dic',
    run: async (args, options, io) =>
      (await import('./commands/codebook-import.ts')).codebookImport(
        args,
        {
          from: text(options.from),
          encoding: text(options.encoding),
          out: text(options.out),
          losses: text(options.losses),
          id: text(options.id),
          strict: options.strict === true,
        },
        io,
      ),
  },
  {
    name: 'codebook export',
    argument: CODEBOOK_FILE,
    summary: 'Writes a codebook for another program, and says what could not be carried.',
    notes: [
      'docs/exchange.md lists the formats and what each carries. Exit code 1 where the codebook cannot be read, or with --strict where anything was lost.',
    ],
    options: [
      { flags: '--to <format>', description: 'the format, for example quanteda or liwc' },
      { flags: '-o, --out <file>', description: 'write a file instead of printing' },
      LOSSES,
      { flags: '--strict', description: 'export nothing where anything would be lost' },
    ],
    example: 'voices codebook export codebooks/care-review.yaml --to quanteda',
    run: async (args, options, io) =>
      (await import('./commands/codebook-export.ts')).codebookExport(
        args,
        {
          to: text(options.to),
          out: text(options.out),
          losses: text(options.losses),
          strict: options.strict === true,
        },
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
