/** Documentation that cannot drift: what is generated is fresh, what is shown is what happens. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { buildProgram } from '../src/cli.ts'
import { codebookJsonSchema } from '../src/codebook/json-schema.ts'
import { COMMANDS } from '../src/command-line.ts'
import { DIAGNOSTIC_AREAS } from '../src/diagnostic-pages.ts'
import { readers } from '../src/ingest/readers.ts'
import { recordingIo, type Said, voicesIn } from './voices.ts'

const README = readFileSync('README.md', 'utf8')

function outputOf(args: readonly string[]): Promise<Said> {
  return voicesIn(process.cwd(), args)
}

function helpOf(command: Command): string {
  command.configureHelp({ helpWidth: 88 })
  let help = ''
  command.configureOutput({ writeOut: (text) => (help += text) })
  command.outputHelp()
  return help.trimEnd()
}

function commandNamed(program: Command, name: string): Command {
  return name
    .split(' ')
    .reduce((at, part) => at.commands.find((command) => command.name() === part) ?? at, program)
}

describe('docs/cli.md', () => {
  it('is what --help says', async () => {
    const program = buildProgram(recordingIo(process.cwd()).io, () => {})
    const sections = COMMANDS.map(
      ({ name }) =>
        `## voices ${name}\n\n\`\`\`text\n${helpOf(commandNamed(program, name))}\n\`\`\`\n`,
    )
    const text = [
      '# Commands\n',
      'Made from `--help` by `npm run accept`; do not edit.\n',
      `\`\`\`text\n${helpOf(program)}\n\`\`\`\n`,
      ...sections,
    ].join('\n')
    await expect(text).toMatchFileSnapshot(join(process.cwd(), 'docs/cli.md'))
  })

  it.each(COMMANDS)('$name has a sentence and an example', ({ name, summary, example }) => {
    expect(summary).toMatch(/^[A-Z].*\.$/su)
    expect(example.startsWith(`voices ${name}`)).toBe(true)
  })
})

describe('examples of --help', () => {
  // Those that write, and what reads results, have cases of their own.
  const apart = new Set(['init', 'code', 'codebook release', 'codebook migrate'])
  const runnable = COMMANDS.filter(({ name }) => !apart.has(name))
  it.each(runnable)('voices $name', async ({ example }) => {
    const words = [...example.matchAll(/"(?<quoted>[^"]*)"|(?<plain>\S+)/gu)]
    const args = words.map(({ groups }) => groups?.quoted ?? groups?.plain ?? '').slice(1)
    const { out, exitCode } = await outputOf(args)
    expect(exitCode).toBe(0)
    expect(out).not.toBe('')
  })
})

/** Every reader with what it reads, by its title: the order in which they are tried says little. */
function formatsTable(): string {
  const rows = [...readers]
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ title, extensions, name, places }) => {
      const endings = extensions.map((extension) => `\`${extension}\``).join(' ')
      return `| ${title} | ${endings || 'by content'} | \`${name}\` | ${places} |`
    })
  return [
    '| format | file names | reader | a place is its |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** What stands between the two comments, with the comments. */
const FORMATS_IN_README = /(?<=<!-- formats -->\n).*?(?=\n<!-- \/formats -->)/su

describe('the formats', () => {
  it('are listed in docs/formats.md', async () => {
    const text = [
      '# Formats',
      'Made from the list of readers by `npm run accept`; do not edit.',
      'A file is recognised by its content first, then by its name; `--reader NAME` forces a reader.',
      formatsTable(),
      'How files are read, and what you can say about it: [reading.md](reading.md).\n',
    ].join('\n\n')
    await expect(text).toMatchFileSnapshot(join(process.cwd(), 'docs/formats.md'))
  })

  it('are listed in the README', async () => {
    expect(README).toMatch(FORMATS_IN_README)
    const text = README.replace(FORMATS_IN_README, formatsTable().replaceAll('$', '$$$$'))
    await expect(text).toMatchFileSnapshot(join(process.cwd(), 'README.md'))
  })
})

/** Every diagnostic with its page, under a heading that the id leads to: `diagnostics.md#unknown-key`. */
function diagnosticPages(): string {
  const sections = DIAGNOSTIC_AREAS.flatMap(({ title, about, pages }) => [
    `## ${title}`,
    about,
    ...Object.entries(pages).flatMap(([id, page]) => [
      `### ${id}`,
      `**${page.title}.** ${page.meaning}`,
      ...(page.example === undefined ? [] : [`\`\`\`text\n${page.example}\n\`\`\``]),
      `**To mend it:** ${page.mend}`,
    ]),
  ])
  const ids = DIAGNOSTIC_AREAS.flatMap(({ pages }) => Object.keys(pages)).sort()
  return [
    '# Diagnostics',
    'Made from src/diagnostic-pages.ts by `npm run accept`; do not edit.',
    'Every problem is printed as `path:line:column severity message [id]`. An error is something that cannot work; a warning is something to look at. The id stays the same when a message is worded better.',
    ids.map((id) => `[${id}](#${id})`).join(' · '),
    ...sections,
  ].join('\n\n')
}

describe('docs/diagnostics.md', () => {
  it('has a page for every diagnostic', async () => {
    await expect(`${diagnosticPages()}\n`).toMatchFileSnapshot(
      join(process.cwd(), 'docs/diagnostics.md'),
    )
  })
})

describe('codebook.schema.json', () => {
  it('is made from the definition that checks codebooks', async () => {
    const schema = `${JSON.stringify(codebookJsonSchema(), undefined, 2)}\n`
    await expect(schema).toMatchFileSnapshot(join(process.cwd(), 'codebook.schema.json'))
  })
})

describe('README', () => {
  it('shows what voices code prints', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'voices-readme-'))
    const { out } = await outputOf(['code', 'fixtures/transcripts', '--out', folder])
    rmSync(folder, { recursive: true })
    expect(README).toContain(out.replace(folder, 'results').trimEnd())
  })

  it.each([
    ['explain', 'voices explain "They never listen, and I don\'t trust them."'],
    ['find', 'voices find "social worker" fixtures/transcripts/interviews'],
  ])('shows what voices %s prints', async (_name, command) => {
    const words = [...command.matchAll(/"(?<quoted>[^"]*)"|(?<plain>\S+)/gu)]
    const args = words.map(({ groups }) => groups?.quoted ?? groups?.plain ?? '').slice(1)
    const { out } = await outputOf(args)
    expect(README).toContain(command)
    const [first = ''] = out.split('\n\n')
    expect(README).toContain(first.split('\n').slice(0, 4).join('\n'))
  })
})

/** A block of YAML in a page, from its first line on: ```` ```yaml ````. */
const YAML_BLOCK = /^```yaml\n(?<yaml>[\s\S]*?)^```$/gmu

describe('codebooks in the docs', () => {
  const pages = [
    ['README.md', /^- id: /u],
    ['docs/codebook.md', /^codebook: /u],
  ] as const
  const blocks = pages.flatMap(([page, isCodebook]) =>
    [...readFileSync(page, 'utf8').matchAll(YAML_BLOCK)]
      .map(({ groups }) => groups?.yaml ?? '')
      .filter((yaml) => isCodebook.test(yaml))
      .map((yaml) => [page, yaml] as const),
  )

  it.each(blocks)('of %s pass their own tests', async (_page, yaml) => {
    const folder = mkdtempSync(join(tmpdir(), 'voices-docs-'))
    const isTheme = yaml.startsWith('- ')
    const head = 'codebook: shown\nversion: 1.0.0\ntitle: Shown\nthemes:\n'
    writeFileSync(join(folder, 'shown.yaml'), isTheme ? head + yaml.replace(/^/gmu, '  ') : yaml)
    const lint = await voicesIn(folder, ['codebook', 'lint', 'shown.yaml'])
    const { exitCode, err } = await voicesIn(folder, ['test', 'shown.yaml'])
    rmSync(folder, { recursive: true })
    expect([lint.exitCode, exitCode, err]).toEqual([0, 0, ''])
  })

  it('are there', () => {
    expect(new Set(blocks.map(([page]) => page)).size).toBeGreaterThan(1)
  })
})
