/** Losses as a report: each kind with how often it occurred and where. */

import { thousands } from '../../amount.ts'
import type { Loss } from './exchange.ts'

/** Places that are named of each kind; the others are counted here and listed in a file. */
const MOST_PLACES = 20

/**
 * Lines of text: each kind of loss, in the order in which it was met first, with its places; where
 * these are many, the others are in the file, or would be.
 */
export function lossReport(losses: readonly Loss[], file: string | undefined): string {
  const places = new Map<string, string[]>()
  for (const { what, where } of losses) {
    const known = places.get(what)
    if (known === undefined) places.set(what, [where])
    else known.push(where)
  }
  return [...places].map(([what, found]) => kindReport(what, found, file)).join('')
}

function kindReport(what: string, places: readonly string[], file: string | undefined): string {
  const lines = places.slice(0, MOST_PLACES).map((place) => `  ${place}\n`)
  const more = places.length - lines.length
  const where = file === undefined ? ': --losses FILE lists them all' : ` in ${file}`
  const rest = more > 0 ? `  and ${thousands(more)} more${where}\n` : ''
  const count = places.length > 1 ? ` (${thousands(places.length)})` : ''
  return `${what}${count}\n${lines.join('')}${rest}`
}
