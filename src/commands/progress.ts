import type { InputFile } from '../disk/file-ids.ts'
import type { Io } from '../io.ts'

/** Work smaller than this is over before a line could be read. */
const WORTH_SHOWING_BYTES = 8 << 20

/** A line on stderr that says how far a long run has come; nothing where nobody watches. */
export function progressLine(files: readonly InputFile[], io: Io): (bytes: number) => void {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  if (!io.showsProgress || total < WORTH_SHOWING_BYTES) return () => {}
  let shown = -1
  return (bytes) => {
    const percent = Math.floor((100 * bytes) / total)
    if (percent === shown) return
    shown = percent
    io.err(bytes < total ? `\rcoding ${percent} %` : '\r\u001b[K')
  }
}
