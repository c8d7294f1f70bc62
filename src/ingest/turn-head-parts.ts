/** Puts the head of a turn together. */
import type { Label } from './label-text.ts'
import type { TimeMark } from './times.ts'
import type { Head, Line, Shape } from './turn-head.ts'

/** What was found of a head on its line. */
export interface HeadParts {
  readonly label: Pick<Label, 'label' | 'details'>
  readonly time?: TimeMark
  readonly speech: number
  readonly behindTime?: number
  readonly hasColon?: boolean
}

/** The head with these parts. Written out: it runs for every turn, and to spread objects is slow. */
export function headOf(line: Line, shape: Shape, parts: HeadParts): Head {
  const { label, time, speech } = parts
  return {
    shape,
    line: line.start,
    label: label.label,
    details: label.details,
    timeStart: time && line.text.slice(time.from.start, time.from.end),
    timeEnd: time?.to && line.text.slice(time.to.start, time.to.end),
    speech,
    behindTime: parts.behindTime ?? speech,
    hasColon: parts.hasColon ?? shape !== 'bold',
    isInside: false,
    until: undefined,
    alone: speech >= line.end,
    opensParagraph: line.opensParagraph,
  }
}
