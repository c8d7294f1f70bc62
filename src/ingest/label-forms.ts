/** The ways in which files mark their speakers. */
import type { Shape } from './turn-head.ts'

/** A way to mark speakers: the shape that votes, and the shapes that may stand beside it. */
export interface Form {
  readonly name: string
  readonly shape: Shape
  readonly also: readonly Shape[]
  /** A time beside the name: strong evidence, so that a name need not come again. */
  readonly timed: boolean
}

/** Every way, in the order in which equal votes are settled. */
export const FORMS: readonly Form[] = [
  {
    name: 'Name: speech',
    shape: 'colon',
    also: ['dot', 'name-bracketed-time', 'listed', 'bold'],
    timed: false,
  },
  { name: 'Q. speech', shape: 'dot', also: ['colon'], timed: false },
  { name: '[time] Name: speech', shape: 'time-name', also: ['time', 'colon', 'bold'], timed: true },
  { name: 'Name, time, speech below', shape: 'name-time', also: ['bold', 'time'], timed: true },
  { name: '**Name** speech', shape: 'bold', also: ['name-time', 'colon', 'listed'], timed: false },
  {
    name: 'Name (time): speech below',
    shape: 'name-bracketed-time',
    also: ['time', 'colon'],
    timed: true,
  },
  { name: 'Name [time] speech', shape: 'name-time-speech', also: ['colon'], timed: false },
  { name: '[Name] time, speech below', shape: 'bracket-time', also: [], timed: true },
  { name: '[Name]: speech', shape: 'bracket', also: [], timed: false },
  { name: 'time, Name, speech below', shape: 'time-name-line', also: ['time-name'], timed: false },
  { name: 'Name, tab, speech', shape: 'tab', also: [], timed: false },
  { name: 'Name – speech', shape: 'dash', also: [], timed: false },
  { name: '- Name: speech', shape: 'listed', also: ['colon', 'bold'], timed: false },
  { name: '[date, time] Name: speech', shape: 'dated', also: ['dated-nobody'], timed: true },
  { name: '| Name | speech |', shape: 'row', also: [], timed: false },
  { name: 'Name, speech below', shape: 'line', also: [], timed: false },
]
