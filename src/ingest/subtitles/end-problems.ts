import type { Problem } from '../problems.ts'
import type { Block } from './cue-blocks.ts'
import type { CueContent } from './cue-content.ts'

/** Watches for a file that breaks off in the middle of a cue. */
export interface EndWatch {
  /** Takes the blocks in order; `content` is that of a cue. */
  add(block: Block, content: CueContent | undefined): void
  problems(): Problem[]
}

/** Finds out at the end whether the last cue is whole. */
export function endWatch(): EndWatch {
  let closed = 0
  let open = 0
  let cutLine: number | undefined
  return {
    add(block, content) {
      // A tag that only the last cue leaves open is missing, not left away.
      const isMissing = content?.closesVoices === false && closed > 0 && open === 0
      if (content?.closesVoices === true) closed += 1
      if (content?.closesVoices === false) open += 1
      if (block.kind === 'cut-off') cutLine = block.line
      else if (content?.isBroken === true || isMissing) cutLine = block.lines.at(-1)?.line
      else cutLine = undefined
    },
    problems() {
      if (cutLine === undefined) return []
      const message =
        `The file ends in the middle of a cue, in line ${cutLine}. What is there was read. ` +
        'Export it again from its source.'
      return [{ severity: 'warning', id: 'cut-off', message, line: cutLine }]
    },
  }
}
