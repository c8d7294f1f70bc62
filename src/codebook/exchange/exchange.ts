/**
 * Codebooks of other programs. A format reads a file into a draft (themes and rules, not yet a
 * codebook file) and writes a codebook as the other program has it. Whatever one side cannot hold
 * is named as a loss: never dropped in silence, never guessed.
 */

import type { Codebook, Diagnostic, Pattern, RuleSettings } from '../../types.ts'

/** A codebook on its way in from another program, or out to one. */
export interface Draft {
  /** The id as the origin has it, if it has one; made fit for a codebook later. */
  readonly id: string
  readonly title: string
  /** What the origin says of the whole; kept as a comment at the top of the file. */
  readonly description: string
  /** BCP 47, for example `en-GB`; empty where the origin does not say. */
  readonly language: string
  /** How the program of origin compares words: the `defaults` of the codebook. */
  readonly settings: Partial<RuleSettings>
  /** The program of origin as a definition names it, for example `LIWC`. */
  readonly origin: string
  /** What a reader of the codebook must know of where it came from: a comment each. */
  readonly notes: readonly string[]
  readonly themes: readonly DraftTheme[]
}

/** A theme, category or code. */
export interface DraftTheme {
  /** Last part of the id where it is known to be fit; else it is made from the name. */
  readonly id?: string | undefined
  readonly name: string
  /** Empty where the origin has none. */
  readonly definition: string
  readonly include?: string | undefined
  readonly exclude?: string | undefined
  /** `#RRGGBB`; becomes the key `color` of the theme (in quotes: a bare # begins a comment). */
  readonly colour?: string | undefined
  /** The GUID of REFI-QDA, upper case without braces; becomes the key `guid` of the theme. */
  readonly guid?: string | undefined
  readonly note?: string | undefined
  readonly rules: readonly DraftRule[]
  /** Exceptions for every rule of this theme. */
  readonly unless?: DraftUnless | undefined
  readonly examples?: readonly DraftExample[] | undefined
  readonly themes: readonly DraftTheme[]
}

/** A rule; its settings are only those that differ from the draft's. */
export interface DraftRule {
  /** The id that the analyst gave, kebab-case. */
  readonly id?: string | undefined
  readonly pattern: Pattern
  readonly settings?: Partial<RuleSettings> | undefined
  readonly unless?: DraftUnless | undefined
  /** A comment beside the rule. */
  readonly note?: string | undefined
}

/** Contexts in which a match does not count, see `Unless`. */
export interface DraftUnless {
  readonly containedIn: readonly Pattern[]
  readonly before: readonly Pattern[]
  readonly after: readonly Pattern[]
}

/** A text that must receive its theme, or must not. */
export interface DraftExample {
  readonly text: string
  readonly expected: boolean
  readonly quote?: string | undefined
  readonly todo?: string | undefined
}

/** Something that could not be carried from one program to the other. */
export interface Loss {
  /**
   * Its place, with what stands there: `line 12, Care: “like (02 134)125”`. Begins with the line
   * where the origin is a file with lines.
   */
  readonly where: string
  /**
   * A sentence, the same for all losses of a kind (the report groups by it): `The weight is left
   * out: rules have none.`
   */
  readonly what: string
}

/** A file to import, decoded by the command. */
export interface ExchangeFile {
  /** Name without folders, as given. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Line ends are `\n`, no byte-order mark; empty where the bytes are no text (a zip file). */
  readonly text: string
  /** As read: lower case, for example `utf-8`; empty where the bytes are no text. */
  readonly encoding: string
}

/** What importing needs from elsewhere. */
export interface ReadOptions {
  /** For diagnostics. */
  readonly path: string
  /** Why the linear-time engine refuses a regular expression; undefined where it takes it. */
  readonly regexProblem: (source: string) => string | undefined
  /** Names of the files inside of a zip file, with `/` between folders; empty for other files. */
  readonly parts: readonly string[]
  /** A text file inside of a zip file, by its path there; undefined where there is none. */
  readonly partOf: (path: string) => string | undefined
}

/** What came of a file: no draft where the diagnostics have errors. */
export interface Imported {
  readonly draft: Draft | undefined
  readonly losses: readonly Loss[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A codebook as another program reads it. */
export interface Exported {
  /** Written as UTF-8. */
  readonly text: string
  readonly losses: readonly Loss[]
}

/** A format of another program. Definitions are light: the work is loaded when it is asked for. */
export interface ExchangeFormat {
  /** For `--from` and `--to`, for example `liwc`. */
  readonly name: string
  /** For messages, for example `LIWC dictionary (.dic)`. */
  readonly title: string
  /** Without a dot, lower case. */
  readonly extensions: readonly string[]
  /** Encodings to try for files with these extensions that are not UTF-8, before Windows-1252. */
  readonly encodings?: readonly string[]
  /** Whether a file is of this format, by content and name; the first format that says so reads it. */
  recognises(file: ExchangeFile): boolean
  readonly read?: (file: ExchangeFile, options: ReadOptions) => Promise<Imported>
  readonly write?: (codebook: Codebook) => Promise<Exported>
}

/** The extension of a file name, lower case, without the dot: `RID.CAT` → `cat`. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}
