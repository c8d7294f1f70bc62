/**
 * What a document of a word processor says: its paragraphs, and beside them what stands in no
 * paragraph of its own (footnotes, comments, text boxes). The same for Word, OpenDocument and RTF.
 */

/** A document as text. */
export interface DocumentText {
  /** Those with words, in order. */
  readonly paragraphs: readonly Paragraph[]
  /** What is kept and not coded, in the order in which it was met. */
  readonly asides: readonly Aside[]
  /** Cells that go on with the cell above them: one name may stand beside many rows. */
  readonly mergedCells: readonly Cell[]
}

/** A paragraph that has words. */
export interface Paragraph {
  /** 1-based, in the order of the document; paragraphs without words count too. */
  readonly number: number
  /** A line break inside is `\n`. */
  readonly text: string
  readonly isHeading: boolean
  /** Where it stands in a table; undefined outside tables. */
  readonly cell: Cell | undefined
}

/** A cell of a table, all numbers 0-based. */
export interface Cell {
  /** Number of the table in the document. */
  readonly table: number
  readonly row: number
  readonly column: number
}

/** Text that is no part of what a document says from top to bottom. */
export interface Aside {
  /** For example `footnote`, `comment`. */
  readonly reason: string
  readonly text: string
  /** What it belongs to. */
  readonly place: ParagraphPlace
}

/** A paragraph, and a column in it in code points; both 1-based. */
export interface ParagraphPlace {
  readonly paragraph: number
  readonly column: number
}
