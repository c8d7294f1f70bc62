import type { Problem } from '../problems.ts'

/** Lines on which the same thing was met: told once, not for each line. */
export interface LineNotes {
  add(line: number): void
  /** How many lines were noted. */
  count(): number
  /** `line 4`, or `lines 4, 9 and 12`, or `lines 4, 9, 12 and 30 more`. */
  shown(): string
  /** Adds a problem with the first line, if there is one. */
  tell(problems: Problem[], problem: (shown: string) => Omit<Problem, 'line'>): void
}

/** Empty notes; lines are added in order. What a line is called can be changed: `row`. */
export function lineNotes(noun = 'line'): LineNotes {
  const first: number[] = []
  let count = 0
  let last = 0
  const add = (line: number) => {
    if (line <= last) return
    last = line
    count += 1
    if (first.length < SHOWN) first.push(line)
  }
  const shown = () => {
    if (first.length === 1) return `${noun} ${first[0]}`
    const listed = count > SHOWN ? first : first.slice(0, -1)
    const end = count > SHOWN ? `${count - SHOWN} more` : `${first.at(-1)}`
    return `${noun}s ${listed.join(', ')} and ${end}`
  }
  const tell: LineNotes['tell'] = (problems, problem) => {
    if (count > 0) problems.push({ ...problem(shown()), line: first[0] })
  }
  return { add, count: () => count, shown, tell }
}

const SHOWN = 5
