/** Files and pipes → sources of bytes: small files at one go, large ones piece by piece. */
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import type { ByteSource } from '../ingest/reader.ts'
import type { InputFile } from './file-ids.ts'
import { STANDARD_INPUT } from './find-files.ts'

/** Files up to this size are read at one go. */
const WHOLE_FILE_BYTES = 8 << 20

/** A file opened for reading. */
export interface OpenFile extends ByteSource {
  close(): void
}

/** Opens files one after another; a file is done with before the next is opened. */
export type FileOpener = (file: Pick<InputFile, 'path' | 'id'>) => OpenFile

/**
 * An opener that reads small files at one go, all into the same memory. It throws what the system
 * says where a file cannot be opened.
 */
export function fileOpener(): FileOpener {
  let room = new Uint8Array(1 << 16)
  return ({ path, id }) => {
    const piped = fromPipes.get(path)
    if (piped !== undefined) return bytesSource(piped, path === STANDARD_INPUT ? id : path)
    if (path === STANDARD_INPUT) return bytesSource(readPipe(path, 0), id)
    const descriptor = openSync(path, 'r')
    let isKept = false
    try {
      const stats = fstatSync(descriptor)
      if (!stats.isFile()) return bytesSource(readPipe(path, descriptor), path)
      const { size } = stats
      isKept = size > WHOLE_FILE_BYTES
      if (isKept) return pieceSource(path, descriptor, size)
      if (size > room.length) room = new Uint8Array(2 * size)
      const length = readFully(descriptor, room.subarray(0, size), 0)
      return bytesSource(room.subarray(0, length), path)
    } finally {
      if (!isKept) closeSync(descriptor)
    }
  }
}

/** Opens one file, or standard input. Throws what the system says if it cannot be opened. */
export function openFile(file: Pick<InputFile, 'path' | 'id'>): OpenFile {
  return fileOpener()(file)
}

/** What came through pipes, by path: it is opened twice, and can be read only once. */
const fromPipes = new Map<string, Uint8Array>()

/** Reads to the end of what is not a regular file, which has no size. */
function readPipe(path: string, descriptor: number): Uint8Array {
  const bytes = readFileSync(descriptor)
  fromPipes.set(path, bytes)
  return bytes
}

/** Whether a file can be read only once and only by this process: standard input, or a pipe. */
export function isPipe({ path }: Pick<InputFile, 'path'>): boolean {
  if (path === STANDARD_INPUT) return true
  try {
    return !statSync(path).isFile()
  } catch {
    return false
  }
}

function pieceSource(path: string, descriptor: number, size: number): OpenFile {
  return {
    path,
    size,
    read(position, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - position)))
      return bytes.subarray(0, readFully(descriptor, bytes, position))
    },
    close: () => closeSync(descriptor),
  }
}

function bytesSource(bytes: Uint8Array, path: string): OpenFile {
  return {
    path,
    size: bytes.length,
    read: (position, length) => bytes.subarray(position, position + length),
    close() {},
  }
}

function readFully(descriptor: number, bytes: Uint8Array, position: number): number {
  let done = 0
  while (done < bytes.length) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, position + done)
    if (read === 0) break
    done += read
  }
  return done
}

/** The first bytes of a regular file; none if it is not one, or cannot be read. */
export function readHead(path: string, length: number): Uint8Array {
  try {
    if (!statSync(path).isFile()) return new Uint8Array(0)
    const descriptor = openSync(path, 'r')
    const bytes = new Uint8Array(length)
    const done = readFully(descriptor, bytes, 0)
    closeSync(descriptor)
    return bytes.subarray(0, done)
  } catch {
    return new Uint8Array(0)
  }
}
