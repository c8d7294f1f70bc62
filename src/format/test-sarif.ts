/** What the tests of a codebook found, as SARIF 2.1.0, which code scanners and editors read. */
import { createHash } from 'node:crypto'
import { VERSION } from '../version.ts'
import { type Finding, findingsOf, type TestFacts } from './test-facts.ts'

/** A run with a result for each finding. */
export function testSarif(facts: TestFacts): string {
  const findings = findingsOf(facts)
  const ids = [...new Set(findings.map(({ id }) => id))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'voices',
            version: VERSION,
            rules: ids.map((id) => ({ id, shortDescription: { text: MEANINGS.get(id) ?? id } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, ids.indexOf(finding.id))),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['example-fails', 'An example of the codebook does not come out as expected.'],
  ['case-fails', 'A case does not receive exactly the themes that it lists.'],
  ['not-refused', 'A rule that must be refused is not refused as it should be.'],
  ['todo-passes', 'A known miss is found now.'],
  ['baseline-file', 'A file of the corpus is not the one that was recorded.'],
  ['baseline-changed', 'A segment of the corpus is coded otherwise than recorded.'],
  ['baseline-new', 'A segment of the corpus is coded and not recorded.'],
  ['baseline-obsolete', 'A recorded segment is no longer coded.'],
  ['untested-rule', 'No test would miss the rule.'],
  ['untested-alternative', 'No test would miss an alternative in the rule.'],
  ['untested-exception', 'No test would miss the exception.'],
  ['no-tests', 'All tests are known misses.'],
])

function resultOf(finding: Finding, ruleIndex: number) {
  const { id, severity, message, path, line, column } = finding
  const region = line === undefined ? undefined : { startLine: line, startColumn: column ?? 1 }
  return {
    ruleId: id,
    ruleIndex,
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          ...(region !== undefined && { region }),
        },
      },
    ],
    partialFingerprints: { 'voicesTest/v1': fingerprintOf(finding) },
  }
}

/** Stays the same where lines move. */
function fingerprintOf({ fingerprint, id, path, name, message }: Finding): string {
  const own = fingerprint ?? [path, name ?? message].join('\0')
  return createHash('sha256').update(`${id}\0${own}`).digest('hex').slice(0, 32)
}

/** A path as a relative reference. */
function uriOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
}
