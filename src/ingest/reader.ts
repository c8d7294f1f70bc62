/**
 * What a reader is: one file format, from bytes to passages.
 *
 * Readers are tried in the order of `readers.ts`; the first that recognises a file reads it. A
 * problem in a file is a diagnostic in the stream of readings; a bad file never throws.
 */
import type { Diagnostic, LineBreaks, Passage, Span } from '../types.ts'
import type { KnownAttributes } from './known-attributes.ts'

/** A file as bytes that can be read a piece at a time, so that no file must fit in memory. */
export interface ByteSource {
  /** As the analyst gave it; used in diagnostics only. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Bytes from `position` on: `length` of them, fewer only at the end of the file. */
  read(position: number, length: number): Uint8Array
}

/** What the analyst, and the stages that ingest may not import, say about reading. */
export interface ReadOptions {
  /** A label of the WHATWG encoding standard that is forced on the file; undefined to detect. */
  readonly encoding: string | undefined
  /** Name of a reader that is forced on the file; undefined to recognise. */
  readonly reader: string | undefined
  /** Speaker label → role, from `voices.yaml`; compared without regard to case. */
  readonly roles: ReadonlyMap<string, string>
  /** Decides once for a document whether a line break inside a turn is a space or an end. */
  readonly lineBreaksOf: (text: string, spans: readonly Span[]) => LineBreaks
  /** Parses the YAML of front matter; throws on invalid YAML. */
  readonly parseYaml: (text: string) => unknown
  /** Columns of tables; undefined to guess them. */
  readonly table?: TableColumns | undefined
  /** What is known of documents and speakers beside what their files say. */
  readonly known?: KnownAttributes | undefined
  /** Bytes up to which a file is one passage; 8 MiB if not given. Longer files come in pieces. */
  readonly passageLimit?: number
}

/** Which columns of a table hold what, by the names in its header; compared without regard to case. */
export interface TableColumns {
  /** Column that names the respondent; undefined to guess it, else the number of the row. */
  readonly id: string | undefined
  /** Columns of answers; empty to guess. */
  readonly text: readonly string[]
  /** Columns that become attributes; undefined to guess. */
  readonly attributes: readonly string[] | undefined
  /** Sheet of a workbook; undefined for every sheet that holds answers. */
  readonly sheet: string | undefined
}

/** What comes out of a file, in order: passages, and problems where they were met. */
export type Reading =
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'problem'; readonly diagnostic: Diagnostic }

/** What a reader sees of a file to recognise it. */
export interface Sample {
  /** File name without its folders, in lower case; empty for standard input. */
  readonly name: string
  /** Lower case, with its dot: `.txt`; empty if there is none. */
  readonly extension: string
  /** The first bytes of the file: 64 KiB, or all of a smaller file. */
  readonly bytes: Uint8Array
}

/** One file format. */
export interface Reader {
  /** Stable and kebab-case, for example `plain-text`. */
  readonly name: string
  /** For people: `Plain text`. */
  readonly title: string
  /** Lower case, with their dots: the file names that a folder is searched for. */
  readonly extensions: readonly string[]
  /** Whether the file is of this format: by its content first, then by its name. */
  recognises(sample: Sample): boolean
  /** What `line` and `column` of a place count in this format: `line and column`, `paragraph`. */
  readonly places: string
  /**
   * Reads a file of this format; never throws for what is in the file. A reader that needs a
   * library loads it here, when it is first needed, and promises its readings.
   */
  read(
    source: ByteSource,
    documentId: string,
    options: ReadOptions,
  ): Iterable<Reading> | Promise<Iterable<Reading>>
  /** Whether files may begin with front matter, which is YAML. */
  readonly hasFrontMatter?: boolean
  /**
   * Names of the attributes that the documents of a file may have, without reading all of it;
   * left out by formats that have none.
   */
  attributeNames?(
    source: ByteSource,
    options: ReadOptions,
  ): readonly string[] | Promise<readonly string[]>
}
