/** Ends of the process before its time. */

/** Signals that end a program, and the exit codes that shells give them. */
const ENDINGS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

/** Has something done when the process ends before its time; returns what takes that back. */
export function atEnd(action: () => void): () => void {
  const endings = ENDINGS.map(([signal, exitCode]) => ({
    signal,
    end: () => process.exit(exitCode),
  }))
  process.on('exit', action)
  for (const { signal, end } of endings) process.on(signal, end)
  return () => {
    process.off('exit', action)
    for (const { signal, end } of endings) process.off(signal, end)
  }
}
