/** The command line: the one door to commander. */
import { isatty } from 'node:tty'
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { COMMANDS, type CommandSpec, type OptionSpec } from './command-line.ts'
import { COULD_NOT_RUN, DONE, type Io, writeOut } from './io.ts'
import { VERSION } from './version.ts'

/** Runs voices with command-line arguments in a process; returns the exit code. */
export async function main(args: readonly string[], process: NodeJS.Process): Promise<number> {
  // Where nobody reads the messages, the results still count.
  process.stderr.on('error', () => {})
  return run(args, {
    out: (text) => {
      // A reader that stops reading (`voices segments … | head`) has seen enough: that is success.
      if (!writeOut(text)) process.exit(DONE)
    },
    err: (text) => process.stderr.write(text),
    // Not `process.stdout.isTTY`: to ask makes a pipe one that cannot wait for its reader.
    isTerminal: isatty(1) && process.env.NO_COLOR === undefined,
    showsProgress: process.stderr.isTTY === true,
    cwd: process.cwd(),
    env: process.env,
    today: () => new Intl.DateTimeFormat('sv-SE').format(),
  })
}

/** Runs voices with command-line arguments; everything it prints goes through `io`. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let exitCode = DONE
  const program = buildProgram(io, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(helpAsOption(args, program), { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : COULD_NOT_RUN
    io.err(isExpected(error) ? `voices: ${error.message}\n` : bugReport(error))
    return COULD_NOT_RUN
  }
}

/** `help code` asks what `code --help` asks; a command that there is not is an error either way. */
function helpAsOption([first, ...names]: readonly string[], program: Command): readonly string[] {
  if (first !== 'help') return first === undefined ? [] : [first, ...names]
  let command = program
  for (const name of names) {
    if (command.commands.length === 0) break
    const next = command.commands.find((one) => one.name() === name)
    if (next === undefined) return names
    command = next
  }
  return [...names, '--help']
}

/** Whether an error is the analyst's to mend, not ours. */
function isExpected(error: unknown): error is Error {
  return error instanceof Error && error.name === 'CannotRun'
}

/** What nobody but us can mend, with what we need to mend it. */
function bugReport(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return `voices: this is a bug in voices: ${message}\n${stack ?? ''}\n`
}

/** The program with all its commands; `finished` is told the exit code of the one that ran. */
export function buildProgram(io: Io, finished: (exitCode: number) => void): Command {
  const program = new Command('voices')
    .description(
      'Codes transcripts and blog posts with a versioned codebook: coded segments, theme frequencies, quote banks. Works offline, on your own machine.',
    )
    .version(VERSION)
    .showHelpAfterError('(voices COMMAND --help says more)')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .addHelpText('after', '\nStart with:\n  voices code transcripts/')
  for (const spec of COMMANDS) addCommand(program, spec, { io, finished })
  return program
}

interface Runtime {
  readonly io: Io
  readonly finished: (exitCode: number) => void
}

function addCommand(program: Command, spec: CommandSpec, { io, finished }: Runtime): void {
  const names = spec.name.split(' ')
  const name = names[names.length - 1] ?? ''
  const command = (names.length === 2 ? groupOf(program, names[0] ?? '') : program)
    .command(name)
    .summary(spec.summary)
    .description([spec.summary, ...spec.notes].join('\n\n'))
    .addHelpText('after', `\nExample:\n  ${spec.example}`)
  for (const argument of argumentsOf(spec)) command.addArgument(argument)
  for (const option of spec.options) command.addOption(optionOf(option))
  command.action(async () => {
    finished(await spec.run(command.args, command.opts(), io))
  })
}

function argumentsOf({ argument }: CommandSpec): readonly Argument[] {
  if (argument === undefined) return []
  const { name, description } = argument
  return name.split(' ').map((one, index) => {
    return new Argument(one, typeof description === 'string' ? description : description[index])
  })
}

/** The command that holds others: `codebook`. */
function groupOf(program: Command, name: string): Command {
  const known = program.commands.find((command) => command.name() === name)
  return (
    known ?? program.command(name).description('Checks and shows codebooks.').helpCommand(false)
  )
}

function optionOf({
  flags,
  description,
  choices,
  fallback,
  least,
  isRepeated,
}: OptionSpec): Option {
  const option = new Option(flags, description)
  if (isRepeated === true) option.argParser(withNext)
  if (choices !== undefined) option.choices([...choices])
  if (least !== undefined) option.argParser((value: string) => wholeNumber(value, least))
  if (fallback !== undefined) option.default(fallback)
  return option
}

/** The values of an option that may be given several times. */
function withNext(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** Digits only, for example `10`. */
const DIGITS = /^\d+$/u

function wholeNumber(value: string, least: number): number {
  const number = Number(value)
  if (DIGITS.test(value) && number >= least) return number
  throw new InvalidArgumentError(
    `Expected a whole number from ${least} up, for example ${Math.max(least, 2)}.`,
  )
}
