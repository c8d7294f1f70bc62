/**
 * What every diagnostic means: docs/diagnostics.md is made from it, and a test fails where one is
 * missing or none uses it any more. The program itself does not read this file.
 */

/** What an analyst wants to know of a diagnostic. */
export interface DiagnosticPage {
  readonly title: string
  /** What was found, and why it matters. */
  readonly meaning: string
  /** A few lines that give it, or how it looks. Those of codebooks are tried by a test. */
  readonly example?: string
  readonly mend: string
}

/** Diagnostics of one kind of file, by id in the order of the alphabet. */
export interface DiagnosticArea {
  readonly title: string
  readonly about: string
  readonly pages: Readonly<Record<string, DiagnosticPage>>
}

const CODEBOOK: DiagnosticArea = {
  title: 'Codebooks',
  about:
    'Said by `voices codebook lint`, and by every command that uses the codebook. Examples show the lines of a codebook: rules, keys of a theme, or keys of the file.',
  pages: {
    'bad-anchor': {
      title: 'Anchor in the wrong place',
      meaning:
        'An anchor (`&name`) or a tag stands where YAML does not take it, or a value has two anchors.',
      example: '- &one &two trust',
      mend: 'Put one anchor between the key or dash and its value. Most codebooks need none.',
    },
    'bad-bracket': {
      title: 'Lines with dashes inside brackets',
      meaning: 'A list or map with lines of its own stands inside `[…]` or `{…}`.',
      example: 'rules: [\n  - trust\n]',
      mend: 'Write the inner list in brackets too, or use lines with dashes for both.',
    },
    'bad-color': {
      title: 'Not a colour',
      meaning: '`color` is six hexadecimal digits after a #. It is kept for other programs only.',
      example: 'color: red\nrules: [trust]',
      mend: 'Write for example `color: "#1F77B4"`, in quotes, since # begins a comment.',
    },
    'bad-date': {
      title: 'Not a date',
      meaning: 'A date in `changes` is not written as year-month-day.',
      example: 'changes:\n  - {version: 1.0.0, date: 21/11/2026, note: First release}',
      mend: 'Write for example `date: 2026-11-21`.',
    },
    'bad-escape': {
      title: 'Backslash in double quotes',
      meaning:
        'Between double quotes a backslash begins a code such as `\\n`, and here is one that YAML does not know. It happens with regular expressions.',
      example: '- regex: "\\d+ worker"',
      mend: "Put the text in single quotes, `'\\d+'`, or double the backslash.",
    },
    'bad-fingerprint': {
      title: 'Not a fingerprint',
      meaning: 'A fingerprint in `changes` is not `sha256:` and 64 hexadecimal digits.',
      example:
        'changes:\n  - {version: 1.0.0, date: 2026-11-21, note: First, fingerprint: "sha256:12"}',
      mend: 'Let `voices codebook release` write it, or delete it.',
    },
    'bad-guid': {
      title: 'Not a GUID',
      meaning:
        'A `guid` is 32 hexadecimal digits as 8-4-4-4-12. It is kept for other programs only.',
      example: 'guid: "{12}"\nrules: [trust]',
      mend: 'Copy it from the other program without braces, or delete it.',
    },
    'bad-id': {
      title: 'Not an id',
      meaning:
        'An id has small letters a–z, digits and single hyphens. The full id of a child theme, with slashes, is made from the nesting.',
      example: '- id: Key Worker\n  phrase: key worker',
      mend: 'Write for example `key-worker`. What people read goes in `name`.',
    },
    'bad-indent': {
      title: 'Indented differently from its neighbours',
      meaning:
        'A line does not fit the lines it belongs with, or a second colon makes YAML see a key inside a text.',
      example: 'definition: Two things: trust and time',
      mend: 'Give keys and dashes of one list the same number of spaces; put a text with a colon in quotes.',
    },
    'bad-key': {
      title: 'A key that is no word',
      meaning: 'Where a key belongs stands a list, a map, nothing, or a very long text.',
      example: '? [trust]\n: rules',
      mend: 'Write the key as one word before the colon. Put a text that begins with `?` in quotes.',
    },
    'bad-regex': {
      title: 'A regular expression that is refused',
      meaning:
        'The engine (RE2) takes linear time whatever the expression, and so offers no lookaround and no references; the expression may also be empty, match nothing at all, or unfold to too many steps.',
      example: '- regex: "worker(?!s)"',
      mend: 'Use `unless`, `seq` or several rules; the message says what the engine could not read.',
    },
    'bad-version': {
      title: 'Not a semantic version',
      meaning: 'A version is three numbers with dots.',
      example: 'version: 1.0',
      mend: 'Write for example `version: 1.0.0`.',
    },
    'changes-order': {
      title: 'Changes out of order',
      meaning: 'In `changes` an older version stands above a newer one.',
      example:
        'version: 1.1.0\nchanges:\n  - {version: 1.0.0, date: 2026-01-01, note: First}\n  - {version: 1.1.0, date: 2026-02-01, note: Second}',
      mend: 'Put the newest first.',
    },
    'circular-anchor': {
      title: 'An anchor that contains itself',
      meaning:
        'A reference `*name` stands inside the value that `&name` marks, so the file has no end.',
      example: 'themes: &all\n  - id: one\n    themes: *all',
      mend: 'Write the value out.',
    },
    'contradictory-examples': {
      title: 'Two examples that cannot both hold',
      meaning:
        'The same text must receive a theme in one place and must not in another. A child theme implies its parent.',
      example:
        'rules: [trust]\nexamples:\n  - text: I trust her.\n  - text: I trust her.\n    expect: none',
      mend: 'Decide which is right and delete the other.',
    },
    'duplicate-change': {
      title: 'A version twice in the changes',
      meaning: '`changes` lists one version two times.',
      example:
        'changes:\n  - {version: 1.0.0, date: 2026-01-02, note: Again}\n  - {version: 1.0.0, date: 2026-01-01, note: First}',
      mend: 'Join the two notes, or correct one of the versions.',
    },
    'duplicate-example': {
      title: 'An example twice',
      meaning: 'The same text is an example of the same theme twice; it proves nothing more.',
      example: 'rules: [trust]\nexamples:\n  - text: I trust her.\n  - text: I trust her.',
      mend: 'Delete one of the two.',
    },
    'duplicate-key': {
      title: 'A key twice',
      meaning: 'The same key stands twice in one map; only one could count.',
      example: '- phrase: key worker\n  phrase: social worker',
      mend: 'Keep one of the two, or join them.',
    },
    'duplicate-name': {
      title: 'Two themes of one name',
      meaning: 'In a report nobody could tell them apart.',
      example:
        'themes:\n  - {id: one, name: Trust, rules: [trust]}\n  - {id: two, name: Trust, rules: [faith]}',
      mend: 'Give one of them another name.',
    },
    'duplicate-retired': {
      title: 'A retired id twice',
      meaning: '`retired` lists one id two times.',
      example: 'retired:\n  - {id: churn, since: 1.0.0}\n  - {id: churn, since: 1.0.0}',
      mend: 'Keep the entry that says where the theme went.',
    },
    'duplicate-rule': {
      title: 'A rule twice',
      meaning: 'Two rules of a theme are the same; the second adds nothing.',
      example: '- trust\n- faith\n- trust',
      mend: 'Delete one of the two.',
    },
    'duplicate-rule-id': {
      title: 'Two rules with one id',
      meaning: 'Results name the rule by its id, so rules of a theme need different ones.',
      example: '- {id: worker, phrase: key worker}\n- {id: worker, phrase: social worker}',
      mend: 'Rename one of them.',
    },
    'duplicate-theme-id': {
      title: 'Two themes with one id',
      meaning: 'Results name the theme by its id, so every theme needs its own.',
      example:
        'themes:\n  - {id: one, name: A, rules: [trust]}\n  - {id: one, name: B, rules: [faith]}',
      mend: 'Rename one of them.',
    },
    'empty-file': {
      title: 'An empty file',
      meaning:
        'The file holds nothing, or only comments and white space. Said of codebooks, cases and transcripts.',
      example: '# nothing yet',
      mend: 'Check that it was saved or exported completely. `voices init` writes a codebook to start from.',
    },
    'empty-item': {
      title: 'Nothing after a dash',
      meaning: 'A list has an item without text. After a # everything is a comment.',
      example: '- trust\n- #MeToo',
      mend: 'Delete the dash, or put the text in quotes: `"#MeToo"`.',
    },
    'empty-phrase': {
      title: 'An empty phrase',
      meaning: 'A rule, part or exception has a text without any character, so it matches no word.',
      example: '- any: [trust, ""]',
      mend: 'Write a word, or delete it.',
    },
    'empty-value': {
      title: 'Nothing after a key',
      meaning: 'A key without a value counts as absent.',
      example: 'definition:\nrules: [trust]',
      mend: 'Fill it in, delete it, or write `""` for an empty text.',
    },
    'exact-small-letters': {
      title: 'An acronym in small letters',
      meaning: 'With `case: exact` a short word matches only as written, here in small letters.',
      example: '- {phrase: pa, case: exact}',
      mend: 'Write an acronym in capitals, or delete `case: exact`.',
    },
    'example-fails': {
      title: 'An example that is not coded as it should be',
      meaning:
        'A text of `examples` does not receive its theme, receives it with `expect: none`, or receives it from other words than its `quote`.',
      example: 'rules: [trust]\nexamples:\n  - text: She never listens.',
      mend: 'Mend the rules; `voices explain "…"` says why. Mark a known miss with `todo: why`.',
    },
    'fingerprint-differs': {
      title: 'Rules were edited without a new version',
      meaning:
        'The fingerprint that `changes` records for this version is not that of the rules in the file. Whoever published with this version coded otherwise.',
      example: `changes:\n  - version: 1.0.0\n    date: 2026-11-21\n    note: First\n    fingerprint: "sha256:${'0'.repeat(64)}"`,
      mend: 'Undo the edit, or make a version of it: `voices codebook release major -m "what changed and why"`.',
    },
    'fingerprint-missing': {
      title: 'A version without its fingerprint',
      meaning:
        'Versions before it are recorded with the fingerprint of their rules, and this one is not: it was written by hand, and edits of its rules go unnoticed.',
      example: `version: 1.1.0\nchanges:\n  - {version: 1.1.0, date: 2026-11-22, note: Second}\n  - version: 1.0.0\n    date: 2026-11-21\n    note: First\n    fingerprint: "sha256:${'0'.repeat(64)}"`,
      mend: 'Delete the entry and set `version` back; then `voices codebook release minor -m "what changed and why"` records it.',
    },
    'invalid-yaml': {
      title: 'Not valid YAML',
      meaning: 'The file breaks a rule of YAML for which there is no message of its own.',
      mend: 'Look at the place, and at the line above: indents, quotes, brackets and colons.',
    },
    'missing-character': {
      title: 'A quote or bracket that is not closed',
      meaning:
        'A quote, bracket or brace was opened and never closed, or a comma or colon is missing.',
      example: '- "trust',
      mend: 'Close it where the text ends. Curly quotes do not close straight ones.',
    },
    'missing-definition': {
      title: 'A theme without a definition',
      meaning: 'Nobody else can code alike with a theme of which only the words are known.',
      example: 'rules: [trust]\nexamples: [{text: I trust her.}]',
      mend: 'Say in `definition` what the theme is about.',
    },
    'missing-key': {
      title: 'A key that must be there',
      meaning:
        'A codebook needs `codebook`, `version` and `themes`; a theme needs an `id`; an example or a case a `text`.',
      example: 'themes:\n  - {name: Trust, rules: [trust]}',
      mend: 'Add the line that the message names.',
    },
    'missing-name': {
      title: 'A theme without a name',
      meaning: 'Reports use a name made from the id.',
      example: 'themes:\n  - {id: worker-turnover, rules: [new worker]}',
      mend: 'Add `name: …`.',
    },
    'needs-quotes': {
      title: 'A text that needs quotes',
      meaning:
        'At the start of a text, characters such as `@`, `%` or a backtick mean something to YAML.',
      example: '- @home',
      mend: 'Put the text in quotes: `"@home"`.',
    },
    'negative-gap': {
      title: 'A gap below 0',
      meaning: '`gap` counts the words between two parts.',
      example: '- {seq: [same, worker], gap: -1}',
      mend: 'Write 0 or more.',
    },
    'never-counts': {
      title: 'A rule that can never count',
      meaning: '`unless` drops every match of the rule.',
      example: 'rules: [trust fund]\nunless: [trust fund]',
      mend: 'Delete the rule or the exception.',
    },
    'no-letters': {
      title: 'A phrase without letters',
      meaning:
        'Words have a letter or a digit. Punctuation and emoji are no words and are never found.',
      example: '- "👍"',
      mend: 'Write the words that people use.',
    },
    'no-pattern': {
      title: 'A rule that looks for nothing',
      meaning:
        'A rule or exception that is a map has exactly one of phrase, seq, near, all, any, regex.',
      example: '- {id: worker, gap: 2}',
      mend: 'Add what it looks for, or delete it.',
    },
    'no-rules': {
      title: 'No theme has a rule',
      meaning: 'The codebook can be read and shown, but nothing can be coded with it.',
      example: 'themes:\n  - {id: one, name: One}',
      mend: 'Add `rules:` with a word or phrase to a theme.',
    },
    'no-speakers': {
      title: 'A rule for nobody',
      meaning: 'Under `speakers`, everybody whom `only` names is left out by `not`.',
      example: 'rules: [trust]\nspeakers: {only: [interviewer]}',
      mend: 'Set `not` beside `only`, for example `speakers: {only: [interviewer], not: []}`.',
    },
    'nul-character': {
      title: 'A NUL character',
      meaning: 'The file is damaged, or was saved as UTF-16 without its mark.',
      mend: 'Save it as UTF-8.',
    },
    'one-letter-word': {
      title: 'A word of one letter',
      meaning: 'It matches wherever the letter stands alone.',
      example: '- x',
      mend: 'Add the letters or the wildcard that are missing.',
    },
    'quote-not-in-text': {
      title: 'A quote that is not in its text',
      meaning:
        '`quote` names the words of the example, or of the case, in which the rules must match.',
      example: 'rules: [trust]\nexamples:\n  - text: I trust her.\n    quote: I trust him',
      mend: 'Copy it letter by letter from the text.',
    },
    'retired-ahead': {
      title: 'A theme retired by a version to come',
      meaning:
        '`since` names a later version than the codebook has. Whoever reads old results would look for a version that is not there.',
      example: 'retired:\n  - {id: two, since: 9.9.9, merged_into: one}',
      mend: 'Correct the version, or release it: `voices codebook release` writes the ids of themes that are gone itself.',
    },
    'retired-circle': {
      title: 'Retired ids that lead in a circle',
      meaning:
        'Each says that it was merged into the next, and the last into the first: `voices codebook migrate` finds no theme of today.',
      example:
        'retired:\n  - {id: two, since: 1.0.0, merged_into: three}\n  - {id: three, since: 1.0.0, merged_into: two}',
      mend: 'Say for one of them which theme it went to, or leave out its `merged_into`.',
    },
    'retired-id-used': {
      title: 'A retired id in use',
      meaning:
        'Results of older versions still mean the old theme by this id, so it is never used again.',
      example: 'retired: [{id: one, since: 1.0.0}]',
      mend: 'Choose another id for the theme.',
    },
    'same-phrase': {
      title: 'Two phrases that are one',
      meaning:
        'With these settings both find exactly the same, for example with and without a hyphen.',
      example: '- care leaver\n- care-leaver',
      mend: 'Delete one of the two.',
    },
    'several-documents': {
      title: 'Two YAML documents in one file',
      meaning: 'A line `---` begins a second document; a codebook is one.',
      example: 'title: One\n---\ntitle: Two',
      mend: 'Delete the line, or move the rest to its own file.',
    },
    'several-in-phrase': {
      title: 'A comma in a phrase',
      meaning: 'The text is read as one phrase, although it looks like several.',
      example: '- trust, faith, hope',
      mend: 'Give each its own line, or write `any: [trust, faith, hope]`.',
    },
    'several-patterns': {
      title: 'A rule that looks for two things',
      meaning: 'A rule has exactly one of phrase, seq, near, all, any, regex.',
      example: '- phrase: trust\n  regex: faith',
      mend: 'Make each a rule of its own.',
    },
    'shadowed-rule': {
      title: 'A rule that adds nothing',
      meaning: 'Another rule of the theme already matches wherever this one does.',
      example: '- trust\n- trust fund',
      mend: 'Delete it, or move it to a theme of its own.',
    },
    'short-wildcard': {
      title: 'A wildcard with one or two letters',
      meaning: 'It matches very many words.',
      example: '- "ca*"',
      mend: 'Add letters. `voices find "ca*" transcripts/` shows what it catches.',
    },
    'sign-in-phrase': {
      title: 'A sign that is not looked for',
      meaning:
        'Emoji, currency signs and the like are no letters, so the phrase finds its words with or without them.',
      example: '- 👍 good',
      mend: 'Delete the sign, or add words that tell the phrase apart.',
    },
    tab: {
      title: 'A tab in the indent',
      meaning: 'YAML takes spaces only.',
      example: 'themes:\n\t- id: one',
      mend: 'Replace tabs with spaces; most editors can do so in the whole file.',
    },
    'theme-without-examples': {
      title: 'A theme without examples',
      meaning: 'No test notices when its rules go wrong.',
      example: 'rules: [trust]',
      mend: 'Add texts that must receive the theme, and some that are close but must not (`expect: none`).',
    },
    'theme-without-rules': {
      title: 'A theme that nothing can receive',
      meaning: 'It has neither rules nor child themes.',
      example:
        'themes:\n  - {id: one, name: One, rules: [trust]}\n  - {id: two, name: Two, definition: To do}',
      mend: 'Add `rules`. A theme that nobody needs any more: delete it, and name its id in `retired`.',
    },
    'todo-passes': {
      title: 'A known miss that is none any more',
      meaning: 'An example or case marked `todo` is now coded as it should be.',
      example: 'rules: [trust]\nexamples:\n  - text: I trust her.\n    todo: needs more than words',
      mend: 'Delete `todo`, so that it counts as a test from now on.',
    },
    'too-deep': {
      title: 'Nested too deeply',
      meaning:
        'Themes nest 100 levels deep at most; documents and web pages are refused beyond a depth that no program writes.',
      mend: 'Look for a run of brackets that are never closed. Open a document in its own program and save it again.',
    },
    'too-few-items': {
      title: 'A list with too few items',
      meaning: '`seq`, `near` and `all` need two parts, `any` and lists of alternatives one item.',
      example: '- seq: [trust]',
      mend: 'Write a single phrase alone, and alternatives with `any`.',
    },
    'too-large': {
      title: 'A file that is too large',
      meaning:
        'A codebook has at most 16 million characters; a document is refused beyond what fits in memory.',
      mend: 'Check that it is the right file; split it, or export it as text.',
    },
    'too-many-aliases': {
      title: 'Anchors that repeat too much',
      meaning:
        'References (`*name`) repeat more than 100,000 values, as in a file made to exhaust memory.',
      mend: 'Write the repeated parts out, or repeat less.',
    },
    'too-many-items': {
      title: 'A rule with too many parts',
      meaning:
        '`seq`, `near` and `all` have at most 12 parts; the search grows fast with their number.',
      example: `- near: [${Array.from({ length: 13 }, (_, i) => `word${i}`).join(', ')}]`,
      mend: 'Make several rules, or lists of alternatives, of it.',
    },
    'unexpected-text': {
      title: 'Text where YAML expects none',
      meaning: 'Mostly a quote or an apostrophe inside a text ends it too early.',
      example: "- 'don't know'",
      mend: 'Put the whole text in the other kind of quotes: `"don\'t know"`.',
    },
    'unknown-anchor': {
      title: 'A reference to nothing',
      meaning:
        'A text that begins with * is a reference to an anchor in YAML, and there is none of this name.',
      example: '- *care',
      mend: 'Put a wildcard in quotes: `"*care"`.',
    },
    'unknown-key': {
      title: 'A key that does not exist',
      meaning: 'Mostly a slip, or a phrase with a colon that YAML reads as a key.',
      example: '- phrse: trust',
      mend: 'Take the key that the message suggests, or put the phrase in quotes.',
    },
    'unknown-merge-target': {
      title: 'A retired theme that went nowhere',
      meaning: '`merged_into` names a theme that is neither in the codebook nor retired itself.',
      example: 'retired:\n  - {id: churn, since: 1.0.0, merged_into: turnover}',
      mend: 'Give the full id of a theme, such as relationships/worker-turnover.',
    },
    'unknown-value': {
      title: 'A value that does not exist',
      meaning: 'The key takes one of a few words.',
      example: '- {phrase: trust, case: excat}',
      mend: 'Take one of those that the message lists.',
    },
    'useless-key': {
      title: 'A key without meaning here',
      meaning: '`gap` goes with seq and near, `within` with seq, near and all.',
      example: '- {phrase: trust, gap: 2}',
      mend: 'Delete it, or use seq or near.',
    },
    'useless-quote': {
      title: 'A quote in an example that must not be coded',
      meaning: 'With `expect: none` nothing must be found, so there is nothing to quote.',
      example:
        'rules: [trust]\nexamples:\n  - {text: The Trust runs it., quote: Trust, expect: none}',
      mend: 'Delete `quote`, or `expect: none`.',
    },
    'version-behind': {
      title: 'A version below one that was released',
      meaning: '`changes` already has a newer version than the codebook says.',
      example: 'changes:\n  - {version: 1.1.0, date: 2026-11-21, note: More}',
      mend: 'Set `version` to the newest of `changes`, or to the next one.',
    },
    'version-unrecorded': {
      title: 'A version without a note',
      meaning: 'The version is newer than all of `changes`, so nobody can read what changed.',
      example: 'version: 1.1.0\nchanges:\n  - {version: 1.0.0, date: 2026-11-21, note: First}',
      mend: '`voices codebook release` writes version, date, note and fingerprint.',
    },
    'wide-gap': {
      title: 'A gap longer than a sentence',
      meaning: 'A gap of more than 40 words limits nothing.',
      example: '- {near: [trust, worker], gap: 60}',
      mend: 'Make it smaller, or use `all` with `within`.',
    },
    'wildcard-only': {
      title: 'Only wildcards',
      meaning: 'The phrase would match every word.',
      example: '- "*"',
      mend: 'Add the letters that the words have in common: `"befriend*"`.',
    },
    'wrong-type': {
      title: 'Another kind of value than expected',
      meaning: 'A list stands where a text belongs, a text where true or false belongs, and so on.',
      example: '- {phrase: trust, inflect: yes}',
      mend: 'Write what the message asks for; put a text with a colon in quotes.',
    },
    'yaml-tag': {
      title: 'A text that begins with !',
      meaning: 'YAML takes it for a tag. Codebooks need no tags.',
      example: '- !home alone',
      mend: 'Put the text in quotes: `"!home alone"`.',
    },
  },
}

const TESTS: DiagnosticArea = {
  title: 'Tests of a codebook',
  about: 'Said by `voices test` of cases and baselines, beside those of the codebook itself.',
  pages: {
    'baseline-changed': {
      title: 'A segment is coded otherwise than recorded',
      meaning: 'A segment of the corpus has other themes, or has them by other rules.',
      mend: 'If it is meant, record it: `voices test FILE --corpus PATHS --update`, and let somebody read the change. Else mend the rules.',
    },
    'baseline-file': {
      title: 'Other files than recorded',
      meaning: 'A file of the corpus is new, missing or not the one that was recorded.',
      mend: 'Give the files that were recorded, or record these with `--update`.',
    },
    'baseline-new': {
      title: 'A segment is coded that was not',
      meaning: 'A segment of the corpus now has a theme, and the baseline does not list it.',
      mend: 'If it is meant, record it with `--update`. Else mend the rules.',
    },
    'baseline-not-run': {
      title: 'A baseline that is not tested',
      meaning: 'A baseline lies beside the codebook, and no corpus was named to compare with it.',
      example: 'voices test codebooks/school.yaml --corpus transcripts',
      mend: 'Name the corpus that it records.',
    },
    'baseline-not-written': {
      title: 'A baseline that is not written',
      meaning:
        'A file of the corpus could not be read, and half a corpus would be recorded as if it were all of it.',
      mend: 'Mend or leave out the file that is named, and record again.',
    },
    'baseline-obsolete': {
      title: 'A segment is coded no more',
      meaning: 'The baseline lists a segment that no longer receives any theme.',
      mend: 'If it is meant, record it with `--update`. Else mend the rules.',
    },
    'case-fails': {
      title: 'A case that is not coded as it should be',
      meaning:
        'The text has a theme that the case does not list, lacks one that it lists, or has it from other words.',
      example: 'cases:\n  - text: I trust her.\n    speaker: P1\n    expect: none',
      mend: 'Mend the rules or the case; `voices explain "…"` says why.',
    },
    'cases-without-codebook': {
      title: 'Cases that are not run',
      meaning: 'No codebook has the name of this file of cases, and it names none.',
      example: 'codebooks/scool.cases.yaml beside codebooks/school.yaml',
      mend: 'Rename the file, or add a line `codebook: ID`.',
    },
    'duplicate-case': {
      title: 'Two cases of one name',
      meaning: 'Results name a case by its name, so each needs its own.',
      example:
        'cases:\n  - {name: one, text: I trust her., expect: [trust]}\n  - {name: one, text: No., expect: none}',
      mend: 'Rename one of them.',
    },
    'no-tests': {
      title: 'Nothing but known misses',
      meaning:
        'Every example and case is marked `todo`, so none of them can fail and nothing is tested.',
      example: 'examples:\n  - {text: She just got me., todo: needs more than words}',
      mend: 'Add examples that pass.',
    },
    'not-refused': {
      title: 'A bad rule that was taken',
      meaning:
        'A `fatal` case asserts that a rule or theme is refused with a given diagnostic, and it was not.',
      example: 'fatal:\n  - {name: empty, rule: trust, error: empty-phrase}',
      mend: 'Correct the id in `error`, or the rule.',
    },
    'other-codebook': {
      title: 'Cases of another codebook',
      meaning: 'The file of cases names another codebook than the one beside it.',
      example: 'codebook: family\ncases: []',
      mend: 'Name the codebook, or give the file another name.',
    },
    'unknown-theme': {
      title: 'A theme that the codebook does not have',
      meaning: 'A case expects a theme by an id that does not exist.',
      example: 'cases:\n  - {text: I trust her., expect: [trst]}',
      mend: 'Give the full id, such as relationships/worker-turnover.',
    },
    'untested-alternative': {
      title: 'An alternative that no test would miss',
      meaning:
        '`voices test --mutate` took one word out of a rule, and every example and case passed as before.',
      example: '- any: [trust, faith]    # and no example says faith',
      mend: 'Add an example with this word, or delete it.',
    },
    'untested-exception': {
      title: 'An exception that no test would miss',
      meaning:
        '`voices test --mutate` took the exception out of `unless`, and every example and case passed as before.',
      example: 'unless: [trust fund]    # and no example with `expect: none` says trust fund',
      mend: 'Add an example with `expect: none` that only this exception keeps out, or delete it.',
    },
    'untested-rule': {
      title: 'A rule that no test would miss',
      meaning:
        '`voices test --mutate` took the rule away, and every example and case passed as before.',
      mend: 'Add an example that only this rule finds, or delete the rule.',
    },
  },
}

const EXCHANGE: DiagnosticArea = {
  title: 'Codebooks of other programs',
  about: 'Said by `voices codebook import` of a file that cannot be taken in.',
  pages: {
    doctype: {
      title: 'A file that defines markup of its own',
      meaning:
        'A DOCTYPE with brackets can unfold without end or name other files, so it is not read.',
      example: '<!DOCTYPE CodeBook [<!ENTITY a "…">]>',
      mend: 'Export the file again from its program, or delete the DOCTYPE.',
    },
    'no-categories': {
      title: 'A dictionary without categories',
      meaning: 'Nothing in the file says which words belong together. It may be of another format.',
      mend: 'Name the format with `--from`, or export the file again.',
    },
    'no-codebook': {
      title: 'No codebook in a REFI-QDA file',
      meaning: 'The outermost element is neither CodeBook nor Project.',
      mend: 'Check that it is the right file, and export it again as REFI-QDA.',
    },
    'no-codes': {
      title: 'A file without codes',
      meaning: 'The file is of the format, and there is nothing in it to import.',
      mend: 'Export the codes again. In KH Coder each code stands on a line of its own: `*trust`.',
    },
    'no-columns': {
      title: 'A table without the columns of a codebook',
      meaning: 'The first row does not name the columns that the format needs.',
      example: 'theme,term\ntrust,genuine interest',
      mend: 'Name the columns in the first row: theme and term (and definition); for Taguette tag or path.',
    },
    'no-project': {
      title: 'A project file without a project',
      meaning: 'The zip file holds no file that ends in `.qde`.',
      mend: 'Export the project again from its program.',
    },
  },
}

const FILES: DiagnosticArea = {
  title: 'Files that are read',
  about:
    'Said by every command that reads transcripts, pages and tables. An error means that the file, or a part of it, is not coded; the other files are.',
  pages: {
    'ambiguous-zip': {
      title: 'A part that is there twice',
      meaning: 'Two programs could read two different texts out of this file.',
      mend: 'Open it in its own program and save it again.',
    },
    'binary-file': {
      title: 'Not a text',
      meaning:
        'The file is a picture, a recording, an old Office file or the like; the message says which.',
      mend: 'Export it as one of the formats of docs/formats.md. If it is text, name its encoding with `--encoding`.',
    },
    'broken-json': {
      title: 'JSON that breaks off',
      meaning:
        'The JSON of a speech recogniser is damaged or cut off; what stands before the place was read.',
      example: '{"segments": [{"start": 0.0, "end": 2.1, "text": "I tru',
      mend: 'Export the file again.',
    },
    'broken-pdf': {
      title: 'A PDF that cannot be opened',
      meaning: 'The file, or some of its pages, is damaged or cut off.',
      mend: 'Export or copy it again from its source.',
    },
    'broken-xml': {
      title: 'XML that breaks off',
      meaning: 'The ELAN file ends before its document does.',
      mend: 'Save it again in ELAN.',
    },
    'broken-zip': {
      title: 'A damaged Office file',
      meaning:
        'Word, OpenDocument and Excel files are zip files, and this one is damaged or cut off.',
      mend: 'Export or copy it again from its source.',
    },
    'cut-answers': {
      title: 'Answers of one length',
      meaning:
        'The longest answers of a column have exactly 255, 1,000 or another such number of characters: the program that exported them has probably cut them.',
      mend: 'Export the answers again without a limit.',
    },
    'cut-json': {
      title: 'A table in JSON that breaks off',
      meaning: 'The file ends in the middle of its array; the answers before the end were read.',
      example: '[{"id": 1, "answer": "I trust her."}, {"id": 2, "ans',
      mend: 'Export the file again.',
    },
    'cut-off': {
      title: 'A file that breaks off',
      meaning: 'Subtitles or rich text end in the middle. What is there was read.',
      example: '12\n00:01:02.500 --> 00:01',
      mend: 'Export it again from its source.',
    },
    'cut-off-pdf': {
      title: 'A PDF without its end',
      meaning: 'The pages that could be found are read.',
      mend: 'Export or copy the file again from its source.',
    },
    'damaged-pages': {
      title: 'Pages that could be read in part only',
      meaning: 'What could be read of these pages is kept, and may have gaps or wrong letters.',
      mend: 'Compare the pages with `voices text FILE`, or export the file again.',
    },
    'doubtful-encoding': {
      title: 'An encoding that may be wrong',
      meaning:
        'The file does not say how its letters are written, and what was read does not look right.',
      example: 'Ð´Ð¾Ð²ÐµÑ€Ð¸Ðµ',
      mend: 'Name the encoding: `--encoding windows-1251`, or `encoding:` in voices.yaml.',
    },
    'embedded-document': {
      title: 'A document inside a document',
      meaning: 'The text of the Word file is embedded in it as a file of another kind.',
      mend: 'Open it in Word and save it again as a Word document (.docx).',
    },
    'end-before-start': {
      title: 'Speech that ends before it begins',
      meaning: 'By its times a cue of the subtitles runs backwards. The times are kept as written.',
      example: '00:00:09.000 --> 00:00:05.000\nI trust her.',
      mend: 'Mend the times, if you need them.',
    },
    'file-too-long': {
      title: 'A transcript that is too long',
      meaning:
        'Files of this format must be held in memory at one go, and this one is too large for it.',
      mend: 'Split it, or export it as plain text.',
    },
    'formula-without-value': {
      title: 'A formula without its value',
      meaning:
        'The workbook was written by a program that did not work out its formulas; these cells are empty.',
      mend: 'Open it in a spreadsheet program and save it again.',
    },
    'guessed-columns': {
      title: 'Columns that were guessed',
      meaning:
        'Nobody said which columns hold answers, the respondent and attributes; the message says what was taken.',
      example: 'voices code answers.csv --text-column "What helps?" --id-column id',
      mend: 'Name them with the options, or under `table` in voices.yaml.',
    },
    'hidden-rows': {
      title: 'Hidden rows',
      meaning: 'Rows that are hidden in the workbook are read like the others.',
      mend: 'Delete them if they must not be coded.',
    },
    'illegible-pdf': {
      title: 'A PDF whose letters are not letters',
      meaning: 'The fonts of the file do not say which letters they show, so the text is no words.',
      mend: 'Make a text layer with OCR (text recognition), and read that.',
    },
    'invalid-front-matter': {
      title: 'Front matter that cannot be read',
      meaning:
        'Between the two lines of `---` stands no valid YAML. It is not coded and gives no attributes.',
      example: '---\nage: 12: 14\n---\nP1: I trust her.',
      mend: 'Mend it there, or delete it.',
    },
    'invalid-json': {
      title: 'A row that is no JSON',
      meaning: 'These lines of a table in JSON were left out.',
      example: "{'id': 1, 'answer': 'I trust her.'}",
      mend: 'Export the file again, or mend the lines.',
    },
    'labels-inside-lines': {
      title: 'Somebody else speaks inside a line',
      meaning:
        'A label stands in the middle of a line, so the words after it may be coded as those of the speaker before.',
      example: 'P1: I trust her. Interviewer: And why is that?',
      mend: 'Begin each turn on a line of its own.',
    },
    'labels-read-as-speech': {
      title: 'Lines that look like labels',
      meaning:
        'They were not taken for speakers, so their words are coded as those of one speaker, or of the speaker before.',
      example: 'P1: I trust her.\nMum (on the phone): Does she?',
      mend: 'Write each turn as `Name: speech` on a line of its own, or name the labels under `roles` in voices.yaml.',
    },
    'locked-workbook': {
      title: 'A workbook with a password',
      meaning: 'It is locked, or an old .xls file under a new name.',
      mend: 'Open it in a spreadsheet program, take the password off, and save it as .xlsx.',
    },
    'lost-characters': {
      title: 'Letters that were lost before',
      meaning: 'The file holds U+FFFD, which another program put where it could not read a letter.',
      example: 'I don\uFFFDt trust them.',
      mend: 'Export it again from its source.',
    },
    'missing-column': {
      title: 'A column that is not there',
      meaning:
        'An option or voices.yaml names a column that the table, or the table of participants, does not have.',
      example: 'voices code answers.csv --text-column anser',
      mend: 'Take one of the columns that the message lists.',
    },
    'missing-sheet': {
      title: 'A sheet that is not there',
      meaning: '`--sheet` names a sheet that the workbook does not have.',
      mend: 'Take one of the sheets that the message lists.',
    },
    'more-than-one-json': {
      title: 'Something after the end of the JSON',
      meaning:
        'The JSON of a speech recogniser is complete, and more stands behind it, for example a second transcript. Only the first was read.',
      example: '{"segments": []}\n{"segments": []}',
      mend: 'Save each transcript in its own file.',
    },
    'no-answers': {
      title: 'No answers were found',
      meaning: 'No column, or no sheet, looks like answers, so nothing was read.',
      mend: 'Name the columns with `--text-column`, or under `table` in voices.yaml.',
    },
    'no-cues': {
      title: 'Subtitles without cues',
      meaning: 'No line has times such as 00:01:02.500 --> 00:01:04.000.',
      mend: 'Export the file again. If it is a text without times, let its name end in .txt.',
    },
    'no-document': {
      title: 'No document in the file',
      meaning:
        'By its name it is a Word, OpenDocument or rich text file, and there is no such text in it.',
      mend: 'Check what it is; open it in its program and save it again. Leave `--reader` out.',
    },
    'no-end-line': {
      title: 'CHAT without @End',
      meaning: 'The file may have been cut off. What is there was read.',
      example: '@Begin\n*CHI:\tI trust her .',
      mend: 'Check that it is complete, and add a last line `@End`.',
    },
    'no-object': {
      title: 'A row without keys',
      meaning:
        'A line of a table in JSON is no object with keys and values, so it holds no answer.',
      example: '"I trust her."',
      mend: 'Write for example `{"answer": "I trust her."}`.',
    },
    'no-speech-found': {
      title: 'No speech in the file',
      meaning: 'The file looks like a transcript of this format, and nothing in it is speech.',
      mend: 'Export it again; `voices inspect FILE` shows what was recognised.',
    },
    'no-text': {
      title: 'A document without text',
      meaning: 'It is empty, or shows only pictures of text.',
      mend: 'Type the words out, or use text recognition.',
    },
    'no-workbook': {
      title: 'No workbook in the file',
      meaning: 'It is an archive without a workbook in it.',
      mend: 'Open it in a spreadsheet program and save it as .xlsx.',
    },
    'old-word-file': {
      title: 'An old Word file under a new name',
      meaning: 'The file ends in .docx and is a .doc.',
      mend: 'Open it in Word or LibreOffice and save it as a Word document (.docx).',
    },
    'page-too-large': {
      title: 'A web page that is too large',
      meaning: 'It has more than 64 MB, or more pieces than a page for people.',
      mend: 'Save it without its pictures, or as text.',
    },
    'page-without-article': {
      title: 'A web page of menus',
      meaning: 'There are menus, forms and the like, and nothing else; nothing of it is coded.',
      mend: '`voices inspect` shows what was left out. Save the page of the article itself.',
    },
    'page-without-text': {
      title: 'A web page without text',
      meaning: 'A script may fill it when a browser shows it.',
      mend: 'Open it in a browser and save what it shows.',
    },
    'password-protected': {
      title: 'A document with a password',
      meaning: 'It is locked, so nothing of it can be read.',
      mend: 'Open it in its own program, take the password off, and save it again.',
    },
    'pdf-form-fields': {
      title: 'A PDF form',
      meaning: 'Text in the fields of a form is not read.',
      mend: 'Print it to a new PDF to make the fields part of the page, and read that.',
    },
    'pdf-pages-without-text': {
      title: 'Pages without text',
      meaning: 'These pages of the PDF hold pictures only, or nothing.',
      mend: 'If they show text, make a text layer with OCR (text recognition).',
    },
    'pdf-too-large': {
      title: 'A PDF that is too large',
      meaning: 'It has more than 512 MB.',
      mend: 'Split it, or take out its pictures.',
    },
    'pdf-too-long': {
      title: 'A PDF with too many pages',
      meaning:
        'A PDF may have 5,000 pages, and so many pieces of text; the message names the pages that are not read to the end.',
      mend: 'Split it.',
    },
    'pdf-with-password': {
      title: 'A PDF with a password',
      meaning: 'It is locked, so nothing of it can be read.',
      mend: 'Open it with the password, and print or export it to a PDF without one.',
    },
    'pdf-without-text': {
      title: 'A PDF of pictures',
      meaning: 'It shows text, and holds none.',
      mend: 'Make a text layer with OCR (text recognition), or type the words out.',
    },
    'ragged-rows': {
      title: 'Rows of another length',
      meaning:
        'Some rows have more or fewer cells than the table has columns, so answers may stand in the wrong one.',
      example: 'id,answer\n1,Yes, I trust her',
      mend: 'Put answers that contain a comma in quotation marks, or export the table again.',
    },
    'repeated-id': {
      title: 'Respondents with one id',
      meaning:
        'Several rows have the same id; there the number of the row is added to it, to tell them apart.',
      example: 'id,answer\n7,I trust her.\n7,Nobody listens.',
      mend: 'Check that `--id-column` names the right column.',
    },
    'row-too-long': {
      title: 'A row without end',
      meaning:
        'A row of the table is longer than any answer: mostly a quotation mark that is never closed.',
      mend: 'Close the quotation mark. If the file is no table, name another reader with `--reader`.',
    },
    'skipped-sheets': {
      title: 'Sheets that were not read',
      meaning: 'Sheets that do not look like answers are left out; the message names them.',
      mend: 'Name the sheet that you mean with `--sheet`.',
    },
    'stray-quote': {
      title: 'A quotation mark inside a cell',
      meaning: 'It is not doubled, as CSV asks for, and was read as a character.',
      example: 'id,answer\n1,"She said "no" to me"',
      mend: 'Check these answers; double the mark: `""`.',
    },
    'table-as-text': {
      title: 'A table that is read as text',
      meaning:
        'The first line looks like columns with a speaker among them, so nobody is known to speak.',
      example: 'Time\tSpeaker\tSpeech',
      mend: 'Export the transcript as running text with labels such as `P1:`, or as CSV.',
    },
    'text-before-speakers': {
      title: 'Text before the first speaker',
      meaning: 'Nobody is known to say it; its speaker is `unknown`.',
      example: 'I had nine workers.\nP1: And then another.',
      mend: 'Put a label before it.',
    },
    'times-out-of-order': {
      title: 'Cues out of order',
      meaning: 'By its times a cue begins before the one above it. The order of the file is kept.',
      mend: 'Sort the cues, if their order matters to you.',
    },
    'unclosed-quote': {
      title: 'A quotation mark that is never closed',
      meaning: 'It was read as a character, so that it does not swallow the rest of the table.',
      example: 'id,answer\n1,"I trust her\n2,Nobody listens.',
      mend: 'Close it where the answer ends.',
    },
    'undecodable-bytes': {
      title: 'Bytes that are no letters',
      meaning:
        'The file is not in the encoding that was named or found. Reading it all the same would lose letters.',
      mend: 'Save it as UTF-8, mend the place, or name its encoding with `--encoding`.',
    },
    'unknown-encoding': {
      title: 'An encoding that is not known',
      meaning: '`--encoding`, or `encoding` in voices.yaml, names none that can be read.',
      example: 'voices code transcripts --encoding utf-7',
      mend: 'Take one of the names that the message lists, for example windows-1252.',
    },
    'unknown-reader': {
      title: 'A reader that does not exist',
      meaning: '`--reader` names none.',
      example: 'voices code transcripts --reader word',
      mend: 'Take one of docs/formats.md, or leave it out.',
    },
    'unreadable-file': {
      title: 'A file that cannot be read',
      meaning: 'It is gone, you may not read it, or the disk fails.',
      mend: 'Check that it is there and that you may open it; copy it anew.',
    },
    'unreadable-times': {
      title: 'Times that cannot be read',
      meaning: 'The words of the cue are kept, without times.',
      example: '0:01:xx --> 0:01:04\nI trust her.',
      mend: 'Write them after this pattern: 00:01:02.500 --> 00:01:04.000.',
    },
    'unsupported-zip': {
      title: 'A part that is packed in a rare way',
      meaning: 'Programs that write documents do not use it.',
      mend: 'Open the file in its own program and save it again.',
    },
    'value-too-long': {
      title: 'A value without end',
      meaning: 'A value of a table in JSON is longer than any answer.',
      mend: 'Check that it is a table of answers; export it again.',
    },
    'workbook-too-large': {
      title: 'A workbook that is too large',
      meaning: 'It has more than 512 MB, or a sheet of more than 400 MB.',
      mend: 'Save its sheets as CSV, which is read in pieces.',
    },
    'zip-bomb': {
      title: 'A file that unpacks without end',
      meaning:
        'It holds far more than a document of its size, or far too many parts, and was refused.',
      mend: 'Open it in its own program and save or print it again.',
    },
  },
}

const PARTICIPANTS: DiagnosticArea = {
  title: 'Participants and settings',
  about: 'Said of the table of participants and of `file_names`, both named in voices.yaml.',
  pages: {
    'file-name-not-matched': {
      title: 'File names that the pattern does not match',
      meaning: 'These files get no attributes from their names.',
      example: 'file_names: "(?<site>[a-z]+)-(?<age>[0-9]+)"',
      mend: 'Widen the pattern, or rename the files.',
    },
    'nameless-row': {
      title: 'A row without a name',
      meaning: 'Nobody is named in the row, so what stands there is not used.',
      example: 'id,age\n,14',
      mend: 'Fill in the id, speaker or document, or delete the row.',
    },
    'no-id-column': {
      title: 'No column names the participants',
      meaning: 'Nothing says whom a row means.',
      example: 'age,region\n14,North',
      mend: 'Call a column id, speaker or document, or name it in voices.yaml.',
    },
    'no-participant': {
      title: 'Speakers without a row',
      meaning: 'What the table knows of others is empty for them.',
      mend: 'Add rows for them, or compare the names with those that `voices inspect` shows.',
    },
    'no-rows': {
      title: 'A table without rows',
      meaning: 'There is no row in any sheet of the workbook of participants.',
      mend: 'Check that the right file is named.',
    },
    'participant-not-met': {
      title: 'Rows for nobody',
      meaning: 'These rows match no document and no speaker.',
      mend: 'Compare the names with those that `voices inspect` shows.',
    },
    'participant-of-several': {
      title: 'A row for several documents',
      meaning: 'Documents in different folders have the name of the row.',
      example: 'id,age\ninterview-01,14',
      mend: 'Name them with their folders, as in school-a/interview-01.',
    },
    'personal-data': {
      title: 'Columns that look like personal data',
      meaning: 'Names, addresses and dates of birth are not carried into results.',
      mend: 'To use a column all the same, name it under `attributes` in voices.yaml.',
    },
    'repeated-row': {
      title: 'Somebody twice',
      meaning: 'Two rows mean the same participant. The first counts.',
      example: 'id,age\nP1,14\nP1,15',
      mend: 'Delete the others, or name the documents too.',
    },
  },
}

/** Every diagnostic, in the order of a project's life. */
export const DIAGNOSTIC_AREAS: readonly DiagnosticArea[] = [
  CODEBOOK,
  TESTS,
  EXCHANGE,
  FILES,
  PARTICIPANTS,
]
