/** Runs a command line as the program does, in process, and keeps what it says. */
import { run } from '../src/cli.ts'
import type { Io } from '../src/io.ts'

/** What a run came to. */
export interface Said {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

/** An `Io` that keeps what is printed, in a folder and on a day that never change. */
export function recordingIo(cwd: string, env: Io['env'] = {}) {
  const said = { out: [] as string[], err: [] as string[] }
  const decoder = new TextDecoder()
  const io: Io = {
    out: (text) => {
      said.out.push(typeof text === 'string' ? text : decoder.decode(text, { stream: true }))
    },
    err: (text) => {
      said.err.push(text)
    },
    isTerminal: false,
    showsProgress: false,
    cwd,
    env,
    today: () => '2026-11-22',
  }
  return { io, out: () => said.out.join(''), err: () => said.err.join('') }
}

/** Runs `voices ARGS` in a folder. */
export async function voicesIn(
  cwd: string,
  args: readonly string[],
  env: Io['env'] = {},
): Promise<Said> {
  const { io, out, err } = recordingIo(cwd, env)
  const exitCode = await run(args, io)
  return { exitCode, out: out(), err: err() }
}
