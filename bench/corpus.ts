/**
 * The benchmark's corpora: folders of invented transcripts, the same bytes for the same seed on
 * every machine. Each is made once and kept; the smaller ones are the beginning of the larger.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { seeded } from './random.ts'
import { type Speech, speech } from './speech.ts'
import { endlessTranscript, type InventedFile, transcript } from './transcript.ts'

/** The seed of every corpus. */
export const SEED = 20_261_121

/** A corpus on disk. */
export interface Corpus {
  readonly name: string
  /** The folder or file to give to a command. */
  readonly path: string
  /** Paths of its files, in order. */
  readonly files: readonly string[]
  readonly bytes: number
}

/** How many files a corpus has. */
export const CORPUS_FILES = { '10 MB': 180, '100 MB': 2_000, '1 GB': 20_000 }

/** Finds or makes a folder of transcripts of some 56 kB each. */
export function corpusOf(folder: string, name: keyof typeof CORPUS_FILES): Corpus {
  const path = join(folder, name.replace(' ', '-').toLowerCase())
  const make = fileMaker()
  return kept({ name, path, probe: make(0).text }, () => {
    const sizes = new Map<string, number>()
    for (let number = 0; number < CORPUS_FILES[name]; number += 1) {
      const { extension, text } = make(number)
      const file = join(
        path,
        `folder-${digits(number / 100, 3)}`,
        `transcript-${digits(number, 5)}${extension}`,
      )
      mkdirSync(dirname(file), { recursive: true })
      const bytes = Buffer.from(text)
      writeFileSync(file, bytes)
      sizes.set(file, bytes.length)
    }
    return sizes
  })
}

/** Finds or makes one transcript of so many megabytes. */
export function singleFile(folder: string, megabytes: number): Corpus {
  const path = join(folder, `one-file-${megabytes}-mb.txt`)
  const pieces = () => endlessTranscript(speech(SEED), 56_000, seeded(SEED, 1_000_000))
  const { value: probe } = pieces().next()
  return kept({ name: `one file of ${megabytes} MB`, path, probe }, () => {
    mkdirSync(folder, { recursive: true })
    const file = openSync(path, 'w')
    let bytes = 0
    for (const piece of pieces()) {
      bytes += writeSync(file, piece)
      if (bytes >= megabytes * 1e6) break
    }
    closeSync(file)
    return new Map([[path, bytes]])
  })
}

/** The first files of every folder corpus, in memory. */
export function sampleText(files: number): readonly string[] {
  const make = fileMaker()
  return Array.from({ length: files }, (_, number) => make(number).text)
}

function fileMaker(): (number: number) => InventedFile {
  const said: Speech = speech(SEED)
  return (number) => {
    const random = seeded(SEED, number)
    return transcript(said, 18_000 + random.below(74_000), random)
  }
}

interface Wanted {
  readonly name: string
  readonly path: string
  /** What the first file must begin with, as made today. */
  readonly probe: string
}

/** Keeps a corpus whose list of files and first file are as they should be; else makes it again. */
function kept({ name, path, probe }: Wanted, make: () => ReadonlyMap<string, number>): Corpus {
  const list = `${path}.list`
  if (existsSync(list)) {
    const lines = readFileSync(list, 'utf8').trimEnd().split('\n')
    const sizes = new Map(
      lines.map((line): [string, number] => [
        line.slice(line.indexOf(' ') + 1),
        Number.parseInt(line, 10),
      ]),
    )
    if (isWhole(sizes, probe)) return corpus(name, path, sizes)
  }
  rmSync(list, { force: true })
  rmSync(path, { recursive: true, force: true })
  const sizes = make()
  writeFileSync(list, [...sizes].map(([file, bytes]) => `${bytes} ${file}\n`).join(''))
  return corpus(name, path, sizes)
}

function isWhole(sizes: ReadonlyMap<string, number>, probe: string): boolean {
  const [first] = sizes.keys()
  if (first === undefined || !existsSync(first)) return false
  const file = openSync(first, 'r')
  const start = Buffer.from(probe)
  const found = Buffer.alloc(start.length)
  readSync(file, found)
  closeSync(file)
  if (!found.equals(start)) return false
  return [...sizes].every(([path, bytes]) => existsSync(path) && statSync(path).size === bytes)
}

function corpus(name: string, path: string, sizes: ReadonlyMap<string, number>): Corpus {
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return { name, path, files: [...sizes.keys()], bytes }
}

function digits(number: number, width: number): string {
  return String(Math.floor(number)).padStart(width, '0')
}
