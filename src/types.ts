/**
 * The nouns of voices. Read this first.
 *
 * bytes → Source → Document → Segment → Match → CodedSegment → Table → text
 *
 * Every position inside the program is a half-open range of UTF-16 code units in the text of a
 * passage; `passage.text.slice(start, end)` is the quote, character for character.
 */

/** A half-open range of UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A problem in something the analyst wrote, and where. `line` and `column` are 1-based. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  /** Stable and kebab-case, for example `unknown-key`. */
  readonly id: string
  /** What was found, what was expected, and how to mend it. */
  readonly message: string
  readonly path: string
  readonly line: number | undefined
  readonly column: number | undefined
}

/** A value and every problem met while making it; one problem does not hide the next. */
export interface Checked<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

// ---------------------------------------------------------------------------------- reading

/** How a line break inside a turn is read: as a space (hard-wrapped text) or as an end. */
export type LineBreaks = 'wrapped' | 'ends'

/** One interview, focus group, meeting, blog post or survey answer. */
export interface Document {
  /** Path below the folder that was given, with `/`; or `FILE#ROW` for a row of a table. */
  readonly id: string
  /** Name of the reader that read it, for example `plain-text`. */
  readonly reader: string
  /** Encoding of the source, for example `utf-8`. */
  readonly encoding: string
  readonly attributes: ReadonlyMap<string, string>
  readonly lineBreaks: LineBreaks
}

/** Speech of one speaker without a break. */
export interface Turn {
  /** The speech, without its label; white space at both ends is outside. */
  readonly span: Span
  /** The label as written, without decoration; the document's id where there are no speakers. */
  readonly speaker: string
  /** Lower-case role, for example `interviewer`, `young_person`; `unknown` where unclear. */
  readonly role: string
  /** As written in the source, for example `00:01:02`. */
  readonly timeStart: string | undefined
  readonly timeEnd: string | undefined
  /** What is known of this speaker beside what is known of the document; wins over it. */
  readonly attributes?: ReadonlyMap<string, string> | undefined
}

/** A stretch of speech with its own times: a subtitle cue, a recognised segment. */
export interface Cue {
  readonly span: Span
  /** As written in the source. */
  readonly timeStart: string | undefined
  readonly timeEnd: string | undefined
}

/**
 * Where the text from `offset` on stands in the source, up to the next mark. What line and column
 * count is the format's: lines of a text file, paragraphs of a Word file, rows and cells of a
 * workbook; both are 1-based.
 */
export interface SourceMark {
  /** In the text of the passage. */
  readonly offset: number
  readonly line: number
  readonly column: number
  /** Whether the column stays as it is: a cell of a workbook has one place, however long it is. */
  readonly isFixed: boolean
}

/** Text that is kept but not coded, and why. */
export interface LeftOut {
  readonly span: Span
  /** For example `front matter`, `cookie notice`, `navigation`. */
  readonly reason: string
}

/** Where a passage begins in its document and in the source file. */
export interface Origin {
  /** Unicode code points of the document before the passage. */
  readonly codePoints: number
  /** Line of the source on which the passage begins, 1-based. */
  readonly line: number
  /** Code points of that line before the passage: 0 unless it was cut inside a line. */
  readonly column: number
  /** Turns of the document before the passage. */
  readonly turns: number
}

/**
 * A stretch of a document that is read at one go: all of it, except in files too long to hold in
 * memory, which come as several passages cut between paragraphs.
 */
export interface Passage {
  readonly document: Document
  readonly text: string
  readonly origin: Origin
  /** In order, disjoint. Text outside every turn is never coded. */
  readonly turns: readonly Turn[]
  /** Inside turns, in order, disjoint: marks such as `[laughs]`, times, link targets: not words. */
  readonly silent: readonly Span[]
  readonly leftOut: readonly LeftOut[]
  /** Inside turns, in order, disjoint; where the format times smaller stretches than turns. */
  readonly cues?: readonly Cue[] | undefined
  /**
   * In order, the first at 0; where the text is not the source itself but was taken out of it.
   * Without them the lines of the text are the lines of the source.
   */
  readonly sourceMarks?: readonly SourceMark[] | undefined
}

// --------------------------------------------------------------------------------- codebook

/** The unit that receives codes. */
export type Unit = 'sentence' | 'paragraph' | 'turn' | 'document'

/** The stretch of text that one match may span. */
export type Scope = 'sentence' | 'paragraph' | 'turn' | 'segment' | 'document'

/** How words of a rule are compared with words of a text, and which matches count. */
export interface RuleSettings {
  /** trust → trust, trusts, trusted, trusting, trust's. */
  readonly inflect: boolean
  /** Porter stem; opt-in. */
  readonly stem: boolean
  readonly spelling: 'gb+us' | 'as-written'
  readonly case: 'fold' | 'exact'
  /** loose: care leaver = care-leaver = careleaver. */
  readonly hyphen: 'loose' | 'exact'
  readonly negation: 'flag' | 'exclude' | 'only' | 'ignore'
  /** Roles whose speech counts for this rule; `only` undefined means any. */
  readonly speakers: {
    readonly only: readonly string[] | undefined
    readonly not: readonly string[]
  }
}

/** A word, a phrase, or words with wildcards, as the analyst wrote it: `care leaver`, `befriend*`. */
export type Phrase = string

/** What a rule looks for. In `items`, each inner list holds alternatives. */
export type Pattern =
  | { readonly kind: 'phrase'; readonly phrase: Phrase }
  /** In order, with at most `gap` words between neighbours. */
  | {
      readonly kind: 'seq'
      readonly items: readonly (readonly Phrase[])[]
      readonly gap: number
      readonly within: Scope
    }
  /** In any order, with at most `gap` words between neighbours. */
  | {
      readonly kind: 'near'
      readonly items: readonly (readonly Phrase[])[]
      readonly gap: number
      readonly within: Scope
    }
  /** All somewhere within the scope. */
  | { readonly kind: 'all'; readonly items: readonly (readonly Phrase[])[]; readonly within: Scope }
  /** Whole words, in the linear-time engine. */
  | { readonly kind: 'regex'; readonly source: string }

/** Contexts in which a match does not count; zero-width. */
export interface Unless {
  /** A match that lies inside one of these. */
  readonly containedIn: readonly UnlessPattern[]
  /** A match with one of these right before it. */
  readonly before: readonly UnlessPattern[]
  /** A match with one of these right after it. */
  readonly after: readonly UnlessPattern[]
}

/** A pattern of an exception, compared with the settings of the rule that it restrains. */
export interface UnlessPattern {
  readonly pattern: Pattern
  readonly line: number
  readonly column: number
}

export interface Rule {
  /** Stable: given, or the rule's own normal form. Unique within its theme. */
  readonly id: string
  readonly pattern: Pattern
  readonly settings: RuleSettings
  readonly unless: Unless
  readonly line: number
  readonly column: number
}

/** A text that must receive its theme, or must not; the codebook's own tests. */
export interface Example {
  readonly text: string
  /** False for `expect: none`. */
  readonly expected: boolean
  /** The span that a match must cover exactly or lie in, if given. */
  readonly quote: string | undefined
  /** Why the example is a known miss, if it is one. */
  readonly todo: string | undefined
  readonly line: number
  readonly column: number
}

export interface Theme {
  /** Path from the root: `relationships/worker-turnover`. */
  readonly id: string
  readonly name: string
  readonly definition: string
  readonly include: string
  readonly exclude: string
  /** 1 for a top theme. */
  readonly level: number
  /** Id of the parent, if any. */
  readonly parent: string | undefined
  readonly rules: readonly Rule[]
  /** Exceptions for every rule of this theme. */
  readonly unless: Unless
  readonly examples: readonly Example[]
  /** The code's GUID in other programs (REFI-QDA), upper case, without braces. */
  readonly guid?: string | undefined
  /** `#RRGGBB`, upper case: the code's colour in other programs. */
  readonly colour?: string | undefined
  readonly line: number
  readonly column: number
}

export interface Codebook {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly language: string
  readonly unit: Unit
  /** Roles that are never coded unless the run says otherwise. */
  readonly excludedRoles: readonly string[]
  /** Parents before children, in the order of the file. */
  readonly themes: readonly Theme[]
  readonly retired: readonly RetiredTheme[]
  /** Newest first. */
  readonly changes: readonly Change[]
  /** `sha256:…` of everything that can change the coding. */
  readonly fingerprint: string
  readonly path: string
}

export interface RetiredTheme {
  readonly id: string
  readonly since: string
  readonly mergedInto: string | undefined
  readonly line: number
  readonly column: number
}

export interface Change {
  readonly version: string
  readonly date: string
  readonly note: string
  readonly fingerprint: string | undefined
  readonly line: number
  readonly column: number
}

// ----------------------------------------------------------------------------------- output

/** Absent cells are empty in CSV and Markdown and left out of JSON. */
export type Cell = string | number | boolean | undefined

/** Named columns and rows: every command's result, whatever the format. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

/** Takes the cells of a table one by one: as bytes of CSV, or as values. */
export interface CellWriter {
  text(value: string): void
  integer(value: number): void
  /** `true` or `false`. */
  truth(value: boolean): void
  /** The text of a span, without building the string first. */
  slice(passage: PassageText, start: number, end: number): void
  /** Several pieces in one cell, joined by ` | `. */
  list(values: readonly string[]): void
  /** Makes cells ready that are the same in many rows. */
  prepare(values: readonly string[]): PreparedCells
  prepared(cells: PreparedCells): void
  endRow(): void
}

/** Cells that were made ready once, for the writer that made them. */
export interface PreparedCells {
  readonly values: readonly string[]
  /** As the writer's format has them, with what stands between them; empty where it has no bytes. */
  readonly bytes: Uint8Array
}

/** A position as outputs give it. */
export interface Place {
  /** Unicode code points from the beginning of the document, 0-based. */
  readonly codePoint: number
  /** Line of the source, 1-based. */
  readonly line: number
  /** Column in code points, 1-based. */
  readonly column: number
}

/** Finds places in one passage; quick where they are asked for in order. */
export interface Places {
  at(offset: number): Place
  /** Only the code point, which is cheaper. */
  codePointAt(offset: number): number
}

/** The text of a passage as a string and as UTF-16 code units, and where its offsets are. */
export interface PassageText {
  readonly text: string
  /** May be longer than the text. */
  readonly codes: Uint16Array
  readonly places: Places
}

// ----------------------------------------------------------------------------------- coding

/** A rule found in a segment. */
export interface SegmentMatch extends Span {
  /** Index of the rule in the compiled codebook. */
  readonly rule: number
  /** Index of the theme in `codebook.themes`. */
  readonly theme: number
  /** Spans of the parts of a combination, and of the phrase itself otherwise. */
  readonly parts: readonly Span[]
  readonly negated: boolean
  /** False in further segments that a match reaches into: it is counted once. */
  readonly isCounted: boolean
}

/** A theme and the matches that give it to a segment: never empty. */
export interface ThemeCode {
  readonly theme: number
  /** In order of position, longer first, then in the order of the rules. */
  readonly matches: readonly [SegmentMatch, ...SegmentMatch[]]
}

/** The unit that receives codes. */
export interface Segment extends Span {
  readonly passage: Passage
  /** The turn it stands in; the first of them where it spans several. */
  readonly turn: Turn
  /** Every coded turn that it spans: more than one only where the unit is the document. */
  readonly turns: readonly Turn[]
  /** Number of the turn in its document, 1-based. */
  readonly turnNumber: number
  readonly words: number
}

/** A segment with at least one theme, and the evidence for each. */
export interface CodedSegment {
  readonly segment: Segment
  /** In the order of the codebook. */
  readonly codes: readonly ThemeCode[]
}
