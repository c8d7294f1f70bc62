import type { Codebook } from '../types.ts'
import { disputedChange } from './edited.ts'
import { errorAt, type Finding, warningAt } from './findings.ts'
import { quoted } from './tree.ts'
import { compareVersions } from './version.ts'

/** Versions, recorded fingerprints and retired ids that do not fit together. */
export function lintHistory(codebook: Codebook): readonly Finding[] {
  return [
    ...lintOrder(codebook),
    ...lintVersion(codebook),
    ...lintFingerprint(codebook),
    ...lintRetired(codebook),
    ...lintSince(codebook),
    ...lintCircles(codebook),
  ]
}

function lintOrder({ changes }: Codebook): readonly Finding[] {
  return changes.flatMap((change, index) => {
    const { version } = change
    const older = changes[index + 1]
    if (older === undefined) return []
    const difference = compareVersions(version, older.version)
    if (difference > 0) return []
    if (difference < 0) {
      const message = `In \`changes\`, version ${version} stands above the newer ${older.version}. Put the newest first.`
      return [warningAt(change, 'changes-order', message)]
    }
    const message = `\`changes\` has version ${version} twice. Join the two, or correct one of the versions.`
    return [errorAt(older, 'duplicate-change', message)]
  })
}

function lintVersion({ version, changes }: Codebook): readonly Finding[] {
  const change = changes.toSorted((a, b) => compareVersions(a.version, b.version)).at(-1)
  if (change === undefined) return []
  const newest = change.version
  const difference = compareVersions(version, newest)
  if (difference === 0) return []
  if (difference < 0) {
    const message = `The codebook says version ${version}, and \`changes\` already has ${newest}. Set \`version\` to ${newest}, or to the next one.`
    return [errorAt(change, 'version-behind', message)]
  }
  const message = `Version ${version} is not in \`changes\`. Say there what changed since ${newest} before results with it are published.`
  return [warningAt(change, 'version-unrecorded', message)]
}

function lintFingerprint(codebook: Codebook): readonly Finding[] {
  const { version, changes, path } = codebook
  const disputed = disputedChange(codebook)
  if (disputed !== undefined) {
    const message = `Version ${version} was recorded with other rules, and a published version never changes. Make a version of the edit (voices codebook release major ${path} -m "what changed and why"; or minor, where only themes were added), or undo it.`
    return [errorAt(disputed, 'fingerprint-differs', message)]
  }
  const change = changes.find((one) => one.version === version)
  const isRecordedBefore = changes.some((one) => one.fingerprint !== undefined)
  if (change === undefined || change.fingerprint !== undefined || !isRecordedBefore) return []
  const message = `Version ${version} has no fingerprint in \`changes\`, so nobody sees when its rules are edited. Delete the entry and let voices codebook release write it.`
  return [warningAt(change, 'fingerprint-missing', message)]
}

function lintRetired({ themes, retired }: Codebook): readonly Finding[] {
  const ids = new Set(themes.map((theme) => theme.id))
  const retiredIds = new Set<string>()
  const findings: Finding[] = []
  for (const entry of retired) {
    const { id } = entry
    if (retiredIds.has(id)) {
      const message = `The retired id ${quoted(id)} is listed twice. Keep the entry that says where it went.`
      findings.push(errorAt(entry, 'duplicate-retired', message))
    }
    retiredIds.add(id)
  }
  for (const entry of retired) {
    const { id, mergedInto } = entry
    if (mergedInto === undefined || ids.has(mergedInto)) continue
    if (mergedInto !== id && retiredIds.has(mergedInto)) continue
    const message = `The retired id ${quoted(id)} was merged into ${quoted(mergedInto)}, and there is no such theme. Give the full id of a theme, such as relationships/worker-turnover.`
    findings.push(errorAt(entry, 'unknown-merge-target', message))
  }
  return findings
}

function lintSince({ version, retired }: Codebook): readonly Finding[] {
  return retired.flatMap((entry) => {
    const { id, since } = entry
    if (compareVersions(since, version) <= 0) return []
    const message = `The retired id ${quoted(id)} says \`since: ${since}\`, and the codebook is version ${version}. Say which version retired it; if that is the next one, release it.`
    return [warningAt(entry, 'retired-ahead', message)]
  })
}

/** Each circle once, at its first entry in the file. */
function lintCircles({ retired }: Codebook): readonly Finding[] {
  const targets = new Map(retired.toReversed().map(({ id, mergedInto }) => [id, mergedInto]))
  const known = new Set<string>()
  const findings: Finding[] = []
  for (const entry of retired) {
    const path = newSteps(entry.id, targets, known)
    for (const id of path) known.add(id)
    const back = path.indexOf(targets.get(path.at(-1) ?? '') ?? '')
    // An id that leads to itself alone is an unknown target.
    if (back === -1 || back === path.length - 1) continue
    const circle = [...path.slice(back), path[back]].map((id) => quoted(id ?? '')).join(' → ')
    const message = `The retired ids lead in a circle and to no theme: ${circle}. Say for one of them which theme it went to, or leave out its \`merged_into\`.`
    findings.push(errorAt(entry, 'retired-circle', message))
  }
  return findings
}

/** The ids that an id leads to, itself first, as far as none was met before. */
function newSteps(
  from: string,
  targets: ReadonlyMap<string, string | undefined>,
  known: ReadonlySet<string>,
): readonly string[] {
  const path = new Set<string>()
  let at: string | undefined = from
  while (at !== undefined && targets.has(at) && !known.has(at) && !path.has(at)) {
    path.add(at)
    at = targets.get(at)
  }
  return [...path]
}
