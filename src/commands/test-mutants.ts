/** `voices test --mutate`: what no test would miss, of rules, alternatives and exceptions. */
import type { CaseTest } from '../check/cases.ts'
import { exampleTests } from '../check/examples.ts'
import { exceptionHunt } from '../check/exception-mutants.ts'
import { type MutantHunt, mutantHunt, variantsOf } from '../check/mutants.ts'
import { passageOf } from '../code/code-text.ts'
import type { TestFacts } from '../format/test-facts.ts'
import type { Matcher } from '../match/compile.ts'
import type { Unit } from '../types.ts'
import { compileCodebook } from './load-codebook.ts'

/** A hunt for all kinds of mutants. */
export interface WholeHunt extends Pick<MutantHunt, 'test' | 'recorded'> {
  result(): NonNullable<TestFacts['mutants']>
}

/** A hunt that has seen every example and case that must not fail. */
export async function hunted(
  matcher: Matcher,
  cases: readonly CaseTest[],
  { unit, excludedRoles }: { readonly unit: Unit; readonly excludedRoles: readonly string[] },
): Promise<WholeHunt> {
  const hunt = await wholeHunt(matcher, unit)
  for (const { example, judge } of exampleTests(matcher)) {
    if (example.todo !== undefined) continue
    hunt.test(passageOf(example.text, 'text'), (found) => judge(found) === undefined, [])
  }
  for (const { written, passage, judge } of cases) {
    if (written.todo !== undefined) continue
    hunt.test(passage, (found) => judge(found) === undefined, excludedRoles)
  }
  return hunt
}

async function wholeHunt(matcher: Matcher, unit: Unit): Promise<WholeHunt> {
  const variants = variantsOf(matcher.codebook)
  const ofRules = mutantHunt(await compileCodebook(variants.codebook, unit), variants, unit)
  const ofExceptions = exceptionHunt(matcher, unit)
  return {
    test(...test) {
      ofRules.test(...test)
      ofExceptions.test(...test)
    },
    recorded(...passage) {
      ofRules.recorded(...passage)
      ofExceptions.recorded(...passage)
    },
    result() {
      const { themes, survivors } = ofRules.result()
      const exceptions = ofExceptions.result()
      return {
        themes: themes.map((theme, index) => ({
          ...theme,
          exceptions: exceptions.themes[index]?.exceptions ?? 0,
          untestedExceptions: exceptions.themes[index]?.untested ?? 0,
        })),
        survivors: [
          ...survivors,
          ...exceptions.survivors.map((survivor) => ({ ...survivor, alternatives: [] })),
        ],
      }
    },
  }
}
