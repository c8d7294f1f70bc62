import type { Matcher } from '../match/compile.ts'

/** Whether a rule counts in the speech of a role, as its `speakers` say. */
export function roleFilter({ codebook, rules }: Matcher): (rule: number, role: string) => boolean {
  // Roles that the whole codebook leaves out are the run's affair.
  const ofRun = new Set(codebook.excludedRoles)
  const speakers = rules.map(({ rule }) => rule.settings.speakers)
  const isOpen = speakers.every(
    ({ only, not }) => only === undefined && not.every((role) => ofRun.has(role)),
  )
  if (isOpen) return () => true
  return (rule, role) => {
    const { only, not } = speakers[rule] ?? { only: undefined, not: [] }
    return (only === undefined || only.includes(role)) && (ofRun.has(role) || !not.includes(role))
  }
}
