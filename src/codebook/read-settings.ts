import type { RuleSettings } from '../types.ts'
import {
  closeFields,
  type Fields,
  type Reading,
  readFields,
  readTexts,
  takeBoolean,
  takeChoice,
  takeItems,
  takeTree,
} from './reading.ts'
import { CASES, HYPHENS, NEGATIONS, SPELLINGS } from './vocabulary.ts'

/** What holds where a codebook says nothing. */
export const DEFAULT_SETTINGS: RuleSettings = {
  inflect: true,
  stem: false,
  spelling: 'gb+us',
  case: 'fold',
  hyphen: 'loose',
  negation: 'flag',
  speakers: { only: undefined, not: ['interviewer', 'facilitator', 'moderator'] },
}

/**
 * The settings of `defaults`, a theme or a rule over those that it inherits: defaults → theme →
 * child theme → rule. Of `speakers`, `only` and `not` are inherited each for itself.
 */
export function readSettings(
  reading: Reading,
  fields: Fields,
  inherited: RuleSettings,
): RuleSettings {
  if (!SETTINGS.some((key) => fields.entries.has(key))) return inherited
  return {
    inflect: takeBoolean(reading, fields, 'inflect') ?? inherited.inflect,
    stem: takeBoolean(reading, fields, 'stem') ?? inherited.stem,
    spelling:
      takeChoice(reading, fields, { key: 'spelling', choices: SPELLINGS }) ?? inherited.spelling,
    case: takeChoice(reading, fields, { key: 'case', choices: CASES }) ?? inherited.case,
    hyphen: takeChoice(reading, fields, { key: 'hyphen', choices: HYPHENS }) ?? inherited.hyphen,
    negation:
      takeChoice(reading, fields, { key: 'negation', choices: NEGATIONS }) ?? inherited.negation,
    speakers: readSpeakers(reading, fields, inherited.speakers),
  }
}

const SETTINGS = ['inflect', 'stem', 'spelling', 'case', 'hyphen', 'negation', 'speakers'] as const

function readSpeakers(
  reading: Reading,
  fields: Fields,
  inherited: RuleSettings['speakers'],
): RuleSettings['speakers'] {
  const tree = takeTree(fields, 'speakers')
  if (tree === undefined) return inherited
  const speakers = readFields(reading, tree)
  const only = takeRoles(reading, speakers, 'only')
  const not = takeRoles(reading, speakers, 'not')
  closeFields(reading, speakers)
  return { only: only ?? inherited.only, not: not ?? inherited.not }
}

/** White space and hyphens between the words of a role: `young person`. */
const BETWEEN_WORDS = /[\s-]+/gu

/** Roles as documents have them: `Young person` is `young_person`. */
function takeRoles(reading: Reading, fields: Fields, key: string): readonly string[] | undefined {
  const items = takeItems(reading, fields, key)
  if (items === undefined) return undefined
  return readTexts(reading, items).map(({ text }) =>
    text.trim().toLowerCase().replace(BETWEEN_WORDS, '_'),
  )
}
