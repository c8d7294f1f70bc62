/**
 * A second matcher, written only to be compared with the first: words are strings, everything is
 * tried everywhere. It knows no inflection, hyphen or exception.
 */
import type { Pattern } from '../src/types.ts'

/** The words of a match: from the first up to the one after the last. */
export type Found = readonly [first: number, end: number]

interface Place {
  readonly item: number
  readonly first: number
  readonly end: number
}

/** Where a pattern is found among words, in order and none twice. */
export function foundIn(words: readonly string[], pattern: Pattern): readonly Found[] {
  const found = matchesOf(words, pattern)
  const distinct = new Map(found.map((one) => [one.join(' '), one]))
  return [...distinct.values()].sort((a, b) => a[0] - b[0] || b[1] - a[1])
}

function matchesOf(words: readonly string[], pattern: Pattern): readonly Found[] {
  if (pattern.kind === 'regex') throw new Error('not for this matcher')
  if (pattern.kind === 'phrase') {
    return placesOf(words, [[pattern.phrase]]).map(({ first, end }) => [first, end])
  }
  const places = placesOf(words, pattern.items)
  const parts = pattern.items.length
  if (pattern.kind === 'all') {
    const whole = chainsFrom(places, [], (chain) => chain.length < parts)
    if (!whole.some((chain) => chain.length === parts)) return []
    const first = Math.min(...places.map((place) => place.first))
    return [[first, Math.max(...places.map((place) => place.end))]]
  }
  const follows = (chain: readonly Place[], place: Place) => {
    const last = chain[chain.length - 1]
    if (pattern.kind === 'seq' && place.item !== chain.length) return false
    return last === undefined || place.first - last.end <= pattern.gap
  }
  const chains = chainsFrom(places, [], follows).filter((chain) => chain.length === parts)
  return places.flatMap((place): readonly Found[] => {
    const ends = chains
      .filter(([first]) => first === place)
      .map((chain) => chain[parts - 1]?.end ?? 0)
    return ends.length === 0 ? [] : [[place.first, Math.min(...ends)]]
  })
}

/** Every way to go on from a chain: disjoint places of different parts, in order. */
function chainsFrom(
  places: readonly Place[],
  chain: readonly Place[],
  follows: (chain: readonly Place[], place: Place) => boolean,
): readonly (readonly Place[])[] {
  const end = chain[chain.length - 1]?.end ?? 0
  const next = places.filter(
    (place) =>
      place.first >= end && chain.every(({ item }) => item !== place.item) && follows(chain, place),
  )
  return [chain, ...next.flatMap((place) => chainsFrom(places, [...chain, place], follows))]
}

function placesOf(
  words: readonly string[],
  items: readonly (readonly string[])[],
): readonly Place[] {
  return items.flatMap((phrases, item) =>
    phrases.flatMap((phrase) => {
      const sought = phrase.split(' ')
      const starts = words.map((_, first) => first)
      return starts
        .filter((first) => sought.every((word, at) => words[first + at] === word))
        .map((first) => ({ item, first, end: first + sought.length }))
    }),
  )
}
