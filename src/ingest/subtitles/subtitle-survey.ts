/** The first look at a file of subtitles: who is named and how, and what is wrong with the cues. */
import type { Problem } from '../problems.ts'
import { clockWatch } from './clock-problems.ts'
import type { Block, SubtitleFormat } from './cue-blocks.ts'
import { cueContent } from './cue-content.ts'
import { endWatch } from './end-problems.ts'
import { type CueLabelStyle, labelVotes } from './label-votes.ts'

/** What is known of a file after the first look. */
export interface SubtitleSurvey {
  /** Whether tags or labels name speakers. */
  readonly hasSpeakers: boolean
  /** How labels name speakers; undefined where they do not. */
  readonly style: CueLabelStyle | undefined
  /** Whether there are any words in the file. */
  readonly hasText: boolean
  readonly problems: readonly Problem[]
}

/** Looks at all the blocks of a file; `given` holds the labels of `voices.yaml` in lower case. */
export function surveyOf(
  blocks: Iterable<Block>,
  format: SubtitleFormat,
  given: ReadonlySet<string>,
): SubtitleSurvey {
  const votes = labelVotes(given)
  const clock = clockWatch()
  const end = endWatch()
  let [cues, hasVoices, hasText] = [0, false, false]
  for (const block of blocks) {
    const content = block.kind === 'cue' ? cueContent(block.lines) : undefined
    end.add(block, content)
    if (block.kind === 'aside') hasText = true
    if (block.kind !== 'cue' || content === undefined) continue
    cues += 1
    if (!block.isContinued) clock.add(block.times, block.line)
    for (const { voice, text } of content.words) {
      hasText = true
      if (voice === undefined && !block.isContinued) votes.add(text)
      else if (voice !== undefined && voice !== '') hasVoices = true
    }
  }
  const style = votes.style(format)
  const hasSpeakers = hasVoices || style !== undefined
  const problems = [...(cues === 0 ? [NO_CUES] : []), ...clock.problems(), ...end.problems()]
  return { hasSpeakers, style, hasText, problems }
}

const NO_CUES: Problem = {
  severity: 'warning',
  id: 'no-cues',
  message:
    'No cue was found: no line has times such as 00:01:02.500 --> 00:01:04.000. Check that the file ' +
    'was exported completely. If it is a text without times, let its name end in .txt.',
}
