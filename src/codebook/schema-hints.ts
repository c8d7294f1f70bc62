/** What editors offer beside a key: examples, and what holds where the key is absent. */

import { DEFAULT_SETTINGS } from './read-settings.ts'
import type { ObjectKind } from './schema.ts'

/** Examples of a value, and the value that stands for an absent one. */
export interface KeyHints {
  readonly examples?: readonly unknown[]
  readonly default?: unknown
}

const PARTS_IN_ORDER = ['same', ['social worker', 'key worker', 'PA']]
const PARTS_IN_ANY_ORDER = ['build', ['relationship', 'trust']]
const PATTERN: Readonly<Record<string, KeyHints>> = {
  phrase: { examples: ['genuine interest', 'befriend*'] },
  seq: { examples: [PARTS_IN_ORDER] },
  near: { examples: [PARTS_IN_ANY_ORDER] },
  all: { examples: [['school', ['move', 'change']]] },
  any: { examples: [['stick with me', 'stay with me']] },
  regex: { examples: ['(?:PA|personal advis[eo]r)s?'] },
  gap: { examples: [2] },
}
const { speakers, ...settings } = DEFAULT_SETTINGS

/** Hints for the keys of each kind of map; keys with a few fixed values need none. */
export const SCHEMA_HINTS: Readonly<Record<ObjectKind, Readonly<Record<string, KeyHints>>>> = {
  codebook: {
    codebook: { examples: ['care-review'] },
    version: { examples: ['1.0.0'] },
    title: { examples: ['What care-experienced people say'] },
    language: { examples: ['en-GB', 'cy', 'gd'], default: 'en-GB' },
    themes: { examples: [[{ id: 'trust', name: 'Trust', rules: ['trust'] }]] },
    retired: {
      examples: [[{ id: 'churn', since: '2.0.0', merged_into: 'relationships/worker-turnover' }]],
    },
    changes: { examples: [[{ version: '1.0.0', date: '2026-11-21', note: 'First release' }]] },
    defaults: { examples: [{ unit: 'sentence', speakers: { not: ['interviewer'] } }] },
  },
  defaults: {
    unit: { default: 'sentence' },
    ...Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [key, { default: value }]),
    ),
    speakers: { examples: [{ not: speakers.not }] },
  },
  theme: {
    id: { examples: ['worker-turnover'] },
    name: { examples: ['Changing workers'] },
    definition: { examples: ['Workers who leave, or are changed for others.'] },
    include: { examples: ['having to start again with somebody new'] },
    exclude: { examples: ['changes of placement (see moves)'] },
    rules: { examples: [['new worker', { seq: PARTS_IN_ORDER, gap: 2 }]] },
    unless: { examples: [['trust fund', 'NHS trust']] },
    examples: {
      examples: [[{ text: 'I trust my PA.' }, { text: 'She has a trust fund.', expect: 'none' }]],
    },
    themes: { examples: [[{ id: 'worker-turnover', rules: ['new worker'] }]] },
    speakers: { examples: [{ only: ['young_person', 'parent'] }] },
    guid: { examples: ['0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0'] },
    color: { examples: ['#1F77B4'] },
  },
  rule: {
    id: { examples: ['same-worker'] },
    ...PATTERN,
    unless: { examples: [['trust fund']] },
    speakers: { examples: [{ only: ['young_person'] }] },
  },
  unless: {
    contained_in: { examples: [['trust fund', 'NHS trust']] },
    before: { examples: [['hospital']] },
    after: { examples: [['fund']] },
  },
  pattern: PATTERN,
  example: {
    text: { examples: ['My PA is the only adult I trust.'] },
    quote: { examples: ['the only adult I trust'] },
    todo: { examples: ['needs more than words'] },
  },
  speakers: {
    only: { examples: [['young_person', 'parent']] },
    not: { examples: [speakers.not] },
  },
  retired: {
    id: { examples: ['churn'] },
    since: { examples: ['2.0.0'] },
    merged_into: { examples: ['relationships/worker-turnover'] },
  },
  change: {
    version: { examples: ['1.0.0'] },
    date: { examples: ['2026-11-21'] },
    note: { examples: ['First release'] },
    fingerprint: { examples: [`sha256:${'0123456789abcdef'.repeat(4)}`] },
  },
}
