/**
 * The one door to natural, for rules that ask for stems. Only the file of the Porter stemmer is
 * loaded: the package as a whole takes half a second and prints on standard output.
 */

/**
 * Loads the Porter stemmer and gives the function that stems one lower-case word. A stem is no
 * word (`families` and `family` give `famili`) and joins words that an analyst may want apart:
 * care, caring and careful; but not child and children.
 *
 * Throws when the installed natural has no such stemmer.
 */
export async function loadStemmer(): Promise<(word: string) => string> {
  const loaded: unknown = await import('natural/lib/natural/stemmers/porter_stemmer.js')
  const stemmer = parseStemmer(loaded)
  return (word) => parseStem(stemmer.stem(word))
}

interface Stemmer {
  stem(word: string): unknown
}

function parseStemmer(loaded: unknown): Stemmer {
  const module = hasKey(loaded, 'default') ? loaded.default : loaded
  if (isStemmer(module)) return module
  throw new Error('the stemmer of natural has no function "stem"; natural 8 is expected')
}

function isStemmer(value: unknown): value is Stemmer {
  return hasKey(value, 'stem') && typeof value.stem === 'function'
}

function hasKey<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value
}

function parseStem(stem: unknown): string {
  if (typeof stem === 'string') return stem
  throw new Error('the stemmer of natural gave something other than a text')
}
