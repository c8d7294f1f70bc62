/**
 * CodedSegment → rows of the table `segments`: one row for each segment and theme that its own
 * rules gave. The columns are a contract; see docs/outputs.md.
 */
import { attributeOf } from '../attributes.ts'
import type {
  CellWriter,
  Codebook,
  CodedSegment,
  Cue,
  Passage,
  PassageText,
  PreparedCells,
  Segment,
  SegmentMatch,
  Span,
  ThemeCode,
  Turn,
} from '../types.ts'
import { mentionsOf } from './tally.ts'

/** Columns of the table `segments`, before the attributes. */
const SEGMENT_COLUMNS = [
  'segment_id',
  'document',
  'speaker',
  'role',
  'turn',
  'time_start',
  'time_end',
  'line',
  'column',
  'start',
  'end',
  'theme',
  'theme_name',
  'rules',
  'matched',
  'negated',
  'text',
  'codebook',
  'codebook_version',
] as const

/** What every row of a run has in common. */
export interface RowContext {
  readonly codebook: Codebook
  /** For each compiled rule, its id as outputs show it. */
  readonly ruleIds: readonly string[]
  /** Names of the attributes that become `attr_NAME` columns, sorted. */
  readonly attributes: readonly string[]
}

/** Writes the rows of coded segments of one passage after another. */
export interface SegmentRows {
  begin(passage: Passage, text: PassageText): void
  write(coded: CodedSegment): void
}

/** All columns of the table `segments` in a run with these attributes. */
export function segmentColumns(attributes: readonly string[]): readonly string[] {
  return [...SEGMENT_COLUMNS, ...attributes.map((name) => `attr_${name}`)]
}

/** A writer of rows into cells. */
export function segmentRows(cells: CellWriter, context: RowContext): SegmentRows {
  const { codebook, ruleIds, attributes } = context
  let text: PassageText | undefined
  const themeCells = codebook.themes.map(({ id, name }) => cells.prepare([id, name]))
  let ofDocument: readonly string[] = []
  let documentCells = cells.prepare([''])
  /** Cells that are the same for all rows of a turn, and the turn. */
  let turnOfCells: Turn | undefined
  let speakerCells = documentCells
  let lastCells = lastOf(new Map())
  let ownCells = lastCells
  let timesOf = noCues

  function begin(passage: Passage, passageText: PassageText): void {
    text = passageText
    const { id, attributes: known } = passage.document
    documentCells = cells.prepare([id])
    const values = attributes.map((name) => attributeOf(known, name) ?? '')
    if (values.some((value, index) => value !== ofDocument[index])) {
      ofDocument = values
      lastCells = lastOf(new Map())
    }
    turnOfCells = undefined
    timesOf = passage.cues === undefined ? noCues : cueTimes(passage.cues)
  }

  function write({ segment, codes }: CodedSegment): void {
    if (text === undefined) return
    const { places } = text
    const turn = speakerOf(segment)
    const { line, column, codePoint: start } = places.at(segment.start)
    const end = places.codePointAt(segment.end)
    const times = timesOf(segment) ?? turn
    prepareTurn(segment)
    const id = `${segment.passage.document.id}:${start}-${end}`
    for (const code of codes) {
      const theme = themeCells[code.theme]
      if (theme === undefined) continue
      cells.text(id)
      cells.prepared(documentCells)
      cells.prepared(speakerCells)
      writeTurn(segment)
      cells.text(times.timeStart ?? '')
      cells.text(times.timeEnd ?? '')
      cells.integer(line)
      cells.integer(column)
      cells.integer(start)
      cells.integer(end)
      cells.prepared(theme)
      writeEvidence(code, text)
      cells.truth(mentionsOf(code.matches).some(({ negated }) => negated))
      cells.slice(text, segment.start, segment.end)
      cells.prepared(ownCells)
      cells.endRow()
    }
  }

  function prepareTurn(segment: Segment): void {
    if (segment.turns.length === 1 && segment.turn === turnOfCells) return
    const { speaker, role, attributes: own } = speakerOf(segment)
    turnOfCells = segment.turn
    speakerCells = cells.prepare([speaker, role])
    ownCells = own === undefined ? lastCells : lastOf(own)
  }

  function lastOf(own: ReadonlyMap<string, string>): PreparedCells {
    const values = attributes.map(
      (name, index) => attributeOf(own, name) ?? ofDocument[index] ?? '',
    )
    return cells.prepare([codebook.id, codebook.version, ...values])
  }

  function writeTurn({ turns, turnNumber }: Segment): void {
    if (turns.length > 1) cells.text('')
    else cells.integer(turnNumber)
  }

  function writeEvidence({ matches }: ThemeCode, text: PassageText): void {
    const [first] = matches
    if (matches.length === 1 && first.parts.length === 1) {
      cells.text(ruleIds[first.rule] ?? '')
      cells.slice(text, first.start, first.end)
      return
    }
    cells.list(matches.map(({ rule }) => ruleIds[rule] ?? ''))
    cells.list(matches.map((match) => matchedText(text.text, match)))
  }

  return { begin, write }
}

type Times = Pick<Cue, 'timeStart' | 'timeEnd'>

const noCues = (_segment: Span): Times | undefined => undefined

/** From the beginning of the first cue that a segment touches to the end of the last. */
function cueTimes(cues: readonly Cue[]): (segment: Span) => Times | undefined {
  let next = 0
  return ({ start, end }) => {
    while (next > 0 && (cues[next - 1]?.span.end ?? 0) > start) next -= 1
    while ((cues[next]?.span.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    const first = cues[next]
    if (first === undefined || first.span.start >= end) return undefined
    let last = first
    for (let at = next + 1; (cues[at]?.span.start ?? end) < end; at += 1) last = cues[at] ?? last
    return { timeStart: first.timeStart, timeEnd: last.timeEnd }
  }
}

/** Who says a segment; nobody in particular where it spans the turns of several speakers. */
export function speakerOf({ turn, turns }: Segment): Omit<Turn, 'span'> {
  if (turns.length === 1) return turn
  if (turns.every(({ speaker }) => speaker === turn.speaker)) {
    const timeEnd = turns[turns.length - 1]?.timeEnd
    return { ...turn, timeEnd, attributes: commonAttributes(turns) }
  }
  return { speaker: '', role: '', timeStart: undefined, timeEnd: undefined }
}

/** What is the same in every turn: `question` is not, where a segment spans several answers. */
function commonAttributes(turns: readonly Turn[]): ReadonlyMap<string, string> {
  const [first, ...others] = turns
  const shared = [...(first?.attributes ?? [])].filter(([name, value]) =>
    others.every(({ attributes }) => attributes?.get(name) === value),
  )
  return new Map(shared)
}

/** The words of a match; parts that lie far apart are joined by ` … `. */
export function matchedText(text: string, match: SegmentMatch): string {
  const [only] = match.parts
  if (match.parts.length === 1 && only !== undefined) return textOf(text, only)
  return match.parts.map((part) => textOf(text, part)).join(' … ')
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}
