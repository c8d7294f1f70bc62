/** Help, however it is asked for. */
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../src/command-line.ts'
import { voicesIn } from './voices.ts'

function said(...args: readonly string[]) {
  return voicesIn(process.cwd(), args)
}

describe('help', () => {
  it('alone is the help of voices', async () => {
    const asked = await said('help')
    expect(asked.out).toContain('Usage: voices [options] [command]')
    expect(asked).toEqual(await said('--help'))
  })

  it.each(['codebook', ...COMMANDS.map(({ name }) => name)])('for %s', async (name) => {
    const asked = await said('help', ...name.split(' '))
    expect(asked.out).toContain(`Usage: voices ${name} `)
    expect(asked).toEqual({ ...(await said(...name.split(' '), '--help')), exitCode: 0, err: '' })
  })

  it('names no file', async () => {
    expect(await said('help', 'code', 'transcripts')).toEqual(await said('code', '--help'))
  })

  it.each([
    [['help', 'kode'], "error: unknown command 'kode'\n(Did you mean code?)"],
    [['help', 'codebook', 'lin'], "error: unknown command 'lin'\n(Did you mean lint?)"],
    [['help', 'help'], "error: unknown command 'help'"],
  ])('%j', async (args, message) => {
    const { out, err, exitCode } = await said(...args)
    expect([out, exitCode]).toEqual(['', 2])
    expect(err.slice(0, message.length)).toBe(message)
  })
})
