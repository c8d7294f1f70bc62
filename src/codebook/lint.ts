import type { Codebook, Diagnostic, Theme } from '../types.ts'
import { type Finding, warningAt } from './findings.ts'
import { lintExamples } from './lint-examples.ts'
import { lintHistory } from './lint-history.ts'
import { lintRules } from './lint-rules.ts'
import { sortDiagnostics } from './problems.ts'
import { quoted } from './tree.ts'

/**
 * What can be read but cannot work or is bad practice, in the order of the file. Whether the
 * examples really code as they should takes the matcher, and is checked by `voices test`.
 */
export function lintCodebook(codebook: Codebook): readonly Diagnostic[] {
  const findings = [
    ...lintThemes(codebook.themes),
    ...codebook.themes.flatMap(lintRules),
    ...lintExamples(codebook.themes),
    ...lintHistory(codebook),
  ]
  return sortDiagnostics(findings.map((finding) => toDiagnostic(finding, codebook.path)))
}

function toDiagnostic({ severity, id, at, message }: Finding, path: string): Diagnostic {
  return { severity, id, message, path, line: at?.line, column: at?.column }
}

function lintThemes(themes: readonly Theme[]): readonly Finding[] {
  const parents = new Set(themes.map((theme) => theme.parent))
  const byName = new Map<string, Theme>()
  return themes.flatMap((theme) => {
    const name = theme.name.toLowerCase()
    const namesake = byName.get(name)
    if (namesake === undefined) byName.set(name, theme)
    return [...lintContent(theme, parents.has(theme.id)), ...lintName(theme, namesake)]
  })
}

function lintContent(theme: Theme, hasChildren: boolean): readonly Finding[] {
  const name = `The theme ${quoted(theme.id)}`
  const findings: Finding[] = []
  if (theme.definition === '') {
    findings.push(
      warningAt(
        theme,
        'missing-definition',
        `${name} has no definition. Say in \`definition\` what it is about, so that others code alike.`,
      ),
    )
  }
  if (theme.rules.length === 0 && !hasChildren) {
    const message = `${name} has no rules and no child themes, so nothing can receive it. Give it \`rules\`; a theme that nobody needs any more goes to \`retired\`.`
    findings.push(warningAt(theme, 'theme-without-rules', message))
  }
  if (theme.rules.length > 0 && theme.examples.length === 0) {
    const message = `${name} has no examples, so no test notices when its rules go wrong. Add texts that must receive it, and some that are close but must not (\`expect: none\`).`
    findings.push(warningAt(theme, 'theme-without-examples', message))
  }
  return findings
}

function lintName(theme: Theme, namesake: Theme | undefined): readonly Finding[] {
  if (namesake === undefined) return []
  const message = `The name ${quoted(theme.name)} is also that of the theme ${quoted(namesake.id)} on line ${namesake.line}. In a report nobody could tell them apart: give one of them another name.`
  return [warningAt(theme, 'duplicate-name', message)]
}
