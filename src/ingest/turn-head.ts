/**
 * What the head of a turn can look like at the start of a line. Shapes only: whether a shape names
 * a speaker is decided for the whole file in `speaker-labels.ts`.
 */

/** The forms of a head. "Over the speech" means that nothing else stands on the line. */
export type Shape =
  /** `Name: speech`, `Name (details): [0:00] speech`, `Name: 00:02:11`. */
  | 'colon'
  /** `Q. speech`. */
  | 'dot'
  /** `R⇥speech`. */
  | 'tab'
  /** `Interviewer – speech`. */
  | 'dash'
  /** `**Name:** speech`, `**Name** [0:00] speech`, `**Name**` over the speech. */
  | 'bold'
  /** `Name  0:00` or `**Name** 0:00` over the speech. */
  | 'name-time'
  /** `Name (00:00:05):` over the speech. */
  | 'name-bracketed-time'
  /** `Name [00:00:05] speech`. */
  | 'name-time-speech'
  /** `[Name] 10:03:42` over the speech. */
  | 'bracket-time'
  /** `[SPEAKER_00]: speech`. */
  | 'bracket'
  /** `[00:01:02] Name: speech`, `#00:00:02.0# Name: speech`, `00:00:00 Name: speech`. */
  | 'time-name'
  /** `00:00:00 Name` over the speech. */
  | 'time-name-line'
  /** `- Name: speech`, `1. Name: speech`. */
  | 'listed'
  /** `| Name | speech |`. */
  | 'row'
  /** `Name` alone on its line, over the speech. */
  | 'line'
  /** `[12/05/2024, 14:03:22] Name: speech`, `12/05/2024, 14:03 - Name: speech`. */
  | 'dated'
  /** The same without a name, or with one that no label can be. */
  | 'dated-nobody'
  /** A time without a name: `[00:11] speech`, `(00:00:42):` or `0:15` over the speech. */
  | 'time'

/** A line that begins like a turn. Positions are UTF-16 code units. */
export interface Head {
  readonly shape: Shape
  /** Start of its line; of the label where it stands inside a line. */
  readonly line: number
  /** As written, without decoration and details; empty for the shape `time`. */
  readonly label: string
  /** What stands in brackets behind the label: `female, 15`. */
  readonly details: string
  readonly timeStart: string | undefined
  readonly timeEnd: string | undefined
  /** Where the speech begins: behind the head and its blanks. */
  readonly speech: number
  /** Where the text goes on behind a time that opens the line; `speech` if none does. */
  readonly behindTime: number
  /** A colon stands behind the label. */
  readonly hasColon: boolean
  /** It stands inside a line, and was taken for a speaker there. */
  readonly isInside: boolean
  /** Where the speech ends before the next head does: `(Carer: no)`; undefined if it goes on. */
  readonly until: number | undefined
  /** Nothing but the head stands on the line. */
  readonly alone: boolean
  /** The line is the first of its paragraph. */
  readonly opensParagraph: boolean
}

/** A line of a text that is not blank. */
export interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly opensParagraph: boolean
}
