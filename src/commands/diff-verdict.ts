/** What `voices codebook diff` makes of two versions: whether the step is great enough, and what to do. */
import { allows, type Bump, bumpBetween, isDraft, versionToRelease } from '../codebook/version.ts'
import type { CodingFacts, DiffFacts } from '../format/codebook-diff-facts.ts'
import { shortened } from '../format/shortened.ts'
import type { Codebook } from '../types.ts'

/** What is needed, what is declared, and what to do. */
export type Verdict = Pick<DiffFacts, 'required' | 'declared' | 'is_enough' | 'verdict' | 'command'>

/** Whether the newer version, which lies at `now.path`, says what the changes need. */
export function verdictOf(old: Codebook, now: Codebook, required: Bump): Verdict {
  const declared = bumpBetween(old.version, now.version)
  const command = undefined
  if (declared === undefined) {
    const verdict = `Version ${now.version} is older than ${old.version}. Name the earlier version first, or set a version above ${old.version}.`
    return { required, declared: 'older', is_enough: false, verdict, command }
  }
  if (allows(declared, required)) {
    const verdict =
      required === 'none'
        ? 'Nothing that needs a new version has changed.'
        : `The changes need a ${required} version, and ${old.version} → ${now.version} is one${declared === required ? '' : ` (${declared})`}.`
    return { required, declared, is_enough: true, verdict, command }
  }
  return { required, declared, is_enough: false, ...tooSmall(old, now, { declared, required }) }
}

function tooSmall(
  old: Codebook,
  now: Codebook,
  { declared, required }: { readonly declared: Bump; readonly required: Bump },
): Pick<Verdict, 'verdict' | 'command'> {
  const said =
    declared === 'none'
      ? `the version is still ${now.version}`
      : `${old.version} → ${now.version} is only a ${declared} one`
  const command = `voices codebook release ${required} ${now.path} -m "what changed and why"`
  const verdict = `The changes need a ${required} version, but ${said}. Set version ${versionAfter(old, now, required)}: ${command}.`
  return { verdict, command }
}

/** The version that a release would give. */
function versionAfter(old: Codebook, now: Codebook, bump: Bump): string {
  const recorded = [...now.changes, ...old.changes].map(({ version }) => version)
  const known = isDraft(old.version) ? recorded : [...recorded, old.version]
  return versionToRelease(now.version, { recorded: known, bump })
}

/** The verdict, with what is missing from the comparison said first. */
export function withCoverage(
  coding: CodingFacts | undefined,
  verdict: Verdict,
): Verdict & Pick<DiffFacts, 'is_complete'> {
  if (coding === undefined || (coding.documents > 0 && coding.unread.length === 0)) {
    return { ...verdict, is_complete: true }
  }
  const names = coding.unread.slice(0, MOST_NAMES).map(shortened)
  const rest = coding.unread.length - names.length
  const files = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  const why =
    names.length > 0 ? `there are errors in ${files}` : 'the corpus holds nothing to be coded'
  const extent = coding.documents > 0 ? 'Not all of the coding' : 'No coding'
  return {
    ...verdict,
    verdict: `${extent} was compared: ${why}. ${verdict.verdict}`,
    is_complete: false,
  }
}

/** Files that are named in the verdict. */
const MOST_NAMES = 5
