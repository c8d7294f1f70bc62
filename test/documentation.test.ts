/** Documentation that cannot drift: what is generated is fresh, what is shown is what happens. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { buildProgram, run } from '../src/cli.ts'
import { codebookJsonSchema } from '../src/codebook/json-schema.ts'
import { COMMANDS } from '../src/command-line.ts'
import type { Io } from '../src/io.ts'

const README = readFileSync('README.md', 'utf8')

async function outputOf(args: readonly string[]): Promise<{ out: string; exitCode: number }> {
  let out = ''
  const exitCode = await run(args, {
    ...SILENT,
    out: (text) => {
      out += typeof text === 'string' ? text : new TextDecoder().decode(text)
    },
  })
  return { out, exitCode }
}

const SILENT: Io = {
  out() {},
  err() {},
  isTerminal: false,
  showsProgress: false,
  cwd: process.cwd(),
  env: {},
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
    const program = buildProgram(SILENT, () => {})
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
  const runnable = COMMANDS.filter(({ name }) => name !== 'init' && name !== 'code')
  it.each(runnable)('voices $name', async ({ example }) => {
    const words = [...example.matchAll(/"(?<quoted>[^"]*)"|(?<plain>\S+)/gu)]
    const args = words.map(({ groups }) => groups?.quoted ?? groups?.plain ?? '').slice(1)
    const { out, exitCode } = await outputOf(args)
    expect(exitCode).toBe(0)
    expect(out).not.toBe('')
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
