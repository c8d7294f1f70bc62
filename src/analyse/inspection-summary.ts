/** Inspections of files → what there is in all of them. */
import type { FileInspection, RoleInspection } from './inspection.ts'

/** All files together. */
export interface InspectionSummary {
  readonly files: number
  /** Names of readers with the number of files that each has read, most first. */
  readonly readers: readonly { readonly reader: string; readonly files: number }[]
  /** Files of which nothing could be read. */
  readonly unread: number
  readonly documents: number
  readonly words: number
  /** Most words first. */
  readonly roles: readonly RoleInspection[]
  /** Files with a warning. */
  readonly doubtful: number
}

/** Adds up the inspections of all files. */
export function summaryOf(files: readonly FileInspection[]): InspectionSummary {
  const readers = new Map<string, number>()
  const roles = new Map<string, { speakers: number; words: number }>()
  const sums = { unread: 0, documents: 0, words: 0, doubtful: 0 }
  for (const file of files) {
    if (file.reader === '') sums.unread += 1
    else readers.set(file.reader, (readers.get(file.reader) ?? 0) + 1)
    sums.documents += file.counts.documents
    sums.words += file.counts.words
    if (file.warnings.length > 0) sums.doubtful += 1
    for (const { role, speakers, words } of file.roles) {
      const sum = roles.get(role) ?? { speakers: 0, words: 0 }
      roles.set(role, { speakers: sum.speakers + speakers, words: sum.words + words })
    }
  }
  return {
    files: files.length,
    readers: [...readers]
      .map(([reader, count]) => ({ reader, files: count }))
      .sort((a, b) => b.files - a.files || byName(a.reader, b.reader)),
    roles: [...roles]
      .map(([role, sum]) => ({ role, ...sum }))
      .sort((a, b) => b.words - a.words || byName(a.role, b.role)),
    ...sums,
  }
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
