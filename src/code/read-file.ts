/** File → passages, its problems kept aside: one bad file never stops the rest. */
import { reasonOf } from '../disk/cannot-run.ts'
import type { InputFile } from '../disk/file-ids.ts'
import { type FileOpener, type OpenFile, openFile } from '../disk/open-files.ts'
import { readPassages } from '../ingest/read-passages.ts'
import type { ReadOptions } from '../ingest/reader.ts'
import type { Diagnostic, Passage } from '../types.ts'

/** What is done with a file while it is open. */
export interface FileVisitor {
  passage(passage: Passage): void
  /** After the last passage. */
  end?(source: OpenFile): void
}

/** Reads a file and shows its passages in order. Returns the problems met. */
export async function readFile(
  file: InputFile,
  options: ReadOptions,
  visitor: FileVisitor,
  open: FileOpener = openFile,
): Promise<readonly Diagnostic[]> {
  const problems: Diagnostic[] = []
  try {
    const source = open(file)
    try {
      for (const reading of await readPassages(source, file.id, options)) {
        if (reading.kind === 'passage') visitor.passage(reading.passage)
        else problems.push(reading.diagnostic)
      }
      visitor.end?.(source)
    } finally {
      source.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    problems.push(unreadableFile(file, error))
  }
  return problems
}

function unreadableFile(file: InputFile, error: unknown): Diagnostic {
  return {
    severity: 'error',
    id: 'unreadable-file',
    message: `The file cannot be read (${reasonOf(error)}). The other files were done.`,
    path: file.path,
    line: undefined,
    column: undefined,
  }
}
