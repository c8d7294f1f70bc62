import { expect, it } from 'vitest'
import { codebookMarkdown, codebookTable } from '../src/codebook/show.ts'
import { codebookOf, EXAMPLE, withRules } from './codebook-example.ts'

it('prints the codebook as Markdown', async () => {
  expect(codebookMarkdown(await codebookOf(EXAMPLE))).toMatchInlineSnapshot(`
    "# What the youth panel said

    Codebook \`youth-panel\`, version 2.0.0 (en-GB): 3 themes, 12 rules.
    Codes are given to each sentence.
    Never coded: speech of interviewer, note\\_taker.
    Where a rule says nothing else: a word finds its inflections, too; British and American spellings are the same; capitals make no difference; nor do hyphens (care leaver, care-leaver); negated matches count, and are marked.

    ## Trusting relationships (\`relationships\`)

    The quality of the relationship between a young person and the adults whose job is to help.

    **Use it for:** being known; time spent together

    **Not for:** family bonds (family)

    **Examples**

    - My PA is **the only adult I trust**.

    **Close, but no**

    - The Trust runs three hospitals.

    **Known misses**

    - She just got me. (needs more than words)

    **Rules**

    - \`trust\`
    - \`genuine interest\`
    - \`befriend*\`
    - \`same\`, then (\`social worker\` / \`key worker\` / \`PA\`) (at most 2 words between) (id: \`same-worker\`)
    - \`build\` near (\`relationship\` / \`bond\`) (in any order; at most 8 words between)
    - \`school\` and \`move\` (in one paragraph)
    - \`stick with me\` / \`stay* in my life\`
    - \`(?:PA|personal advis[eo]r)s?\` (regular expression); capitals as written
    - \`SEND\`; capitals as written; unless inside \`SEND tribunal\`; unless right after \`near\`; unless right before \`a\`, then (\`letter\` / \`card\`) (at most 1 word between)

    **Not inside:** \`trust fund\`, \`NHS\` near \`trust\` (in any order; at most 8 words between)

    ### Changing workers (\`relationships/worker-turnover\`)

    **Examples**

    - Another new worker came.

    **Rules**

    - \`new worker\`; negation not marked

    ## Family (\`family\`)

    Birth family and kin.

    **Examples**

    - I miss my siblings.

    **Rules**

    - \`siblings\`; only said by young_person, parent
    - \`mum\`; no inflections; only said by young_person, parent

    ## Retired themes

    - \`churn\`, since 2.0.0, now part of \`relationships/worker-turnover\`

    ## Changes

    - **2.0.0** (2026-11-21): Churn is now part of changing workers
    - **1.0.0** (2026-09-01): First release

    Fingerprint of the rules: \`sha256:c6d4b16eb8f7a66f1e72a2fddbed83c1742ea5beb1ec6e15439d5f3af500346f\`
    "
  `)
})

it('says once what holds for all rules, and escapes what Markdown would read', async () => {
  const yaml = withRules('- "*care*"\n- regex: "a`b|c"').replace(
    'name: One',
    'name: "*One* <b>"\n    case: exact',
  )
  expect(
    codebookMarkdown(await codebookOf(yaml))
      .split('\n')
      .slice(2, 15),
  ).toMatchInlineSnapshot(`
    [
      "Codebook \`small\`, version 1.0.0 (en-GB): 1 theme, 2 rules.",
      "Codes are given to each sentence.",
      "Never coded: speech of interviewer, facilitator, moderator.",
      "Where a rule says nothing else: a word finds its inflections, too; British and American spellings are the same; nor do hyphens (care leaver, care-leaver); negated matches count, and are marked.",
      "For all rules: capitals as written.",
      "",
      "## \\*One\\* \\<b\\> (\`one\`)",
      "",
      "**Rules**",
      "",
      "- \`*care*\`",
      "- \`\` a\`b|c \`\` (regular expression)",
      "",
    ]
  `)
})

it.each([
  ['1. No', '1\\. No'],
  ['2) Yes', '2\\) Yes'],
  ['- And then?', '\\- And then?'],
  ['+ more', '\\+ more'],
  ['===', '\\==='],
  ['&lt; three', '\\&lt; three'],
  ['In 2019. So', 'In 2019. So'],
])('shows the example “%s” as it is', async (text, shown) => {
  const yaml = withRules('- a').replace(
    'name: One',
    `name: One\n    examples: [{text: ${JSON.stringify(text)}}]`,
  )
  expect(codebookMarkdown(await codebookOf(yaml)).split('\n')).toContain(`- ${shown}`)
})

it('makes a table with a row for each theme', async () => {
  const table = codebookTable(await codebookOf(EXAMPLE))
  const rows = [...table.rows].map((row) =>
    Object.fromEntries(table.columns.map((column, i) => [column, row[i]])),
  )
  expect(rows).toMatchInlineSnapshot(`
    [
      {
        "codebook": "youth-panel",
        "codebook_version": "2.0.0",
        "counter_examples": "The Trust runs three hospitals.",
        "definition": "The quality of the relationship between a young person and the adults whose job is to help.",
        "examples": "My PA is the only adult I trust.",
        "exclude": "family bonds (family)",
        "include": "being known; time spent together",
        "known_misses": "She just got me.",
        "level": 1,
        "rules": "trust | genuine interest | befriend* | same +2 social worker/key worker/PA | build ~ relationship/bond | school & move (paragraph) | stick with me/stay* in my life | /(?:PA|personal advis[eo]r)s?/ | SEND",
        "theme": "relationships",
        "theme_name": "Trusting relationships",
        "unless": "trust fund | NHS ~ trust",
      },
      {
        "codebook": "youth-panel",
        "codebook_version": "2.0.0",
        "counter_examples": undefined,
        "definition": undefined,
        "examples": "Another new worker came.",
        "exclude": undefined,
        "include": undefined,
        "known_misses": undefined,
        "level": 2,
        "rules": "new worker",
        "theme": "relationships/worker-turnover",
        "theme_name": "Changing workers",
        "unless": undefined,
      },
      {
        "codebook": "youth-panel",
        "codebook_version": "2.0.0",
        "counter_examples": undefined,
        "definition": "Birth family and kin.",
        "examples": "I miss my siblings.",
        "exclude": undefined,
        "include": undefined,
        "known_misses": undefined,
        "level": 1,
        "rules": "siblings | mum",
        "theme": "family",
        "theme_name": "Family",
        "unless": undefined,
      },
    ]
  `)
})
