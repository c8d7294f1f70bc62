/** The full YAML reader fails beyond some 700 levels; a codebook with 100 levels of themes has 300. */
const DEEPEST = 400

/** `[` or `}`. */
const BRACKET = /[[\]{}]/gu
/** The spaces, dashes and question marks that a line begins with: `  - - `, `? ? `. */
const MARGIN = /^(?:[-?] | )*/u
/** A level that begins on the line of another. */
const LEVEL = /[-?]/u

/**
 * Whether a file nests so deeply that reading it could exhaust the stack. An estimate from above:
 * brackets inside texts count too.
 */
export function nestsTooDeeply(text: string): boolean {
  return bracketDepth(text) > DEEPEST || indentDepth(text) > DEEPEST
}

function bracketDepth(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [bracket] of text.matchAll(BRACKET)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    depth = Math.max(0, depth)
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function indentDepth(text: string): number {
  const indents: number[] = []
  let deepest = 0
  for (const line of text.split('\n')) {
    const margin = MARGIN.exec(line)?.[0] ?? ''
    const indent = margin.length - margin.trimStart().length
    if (line.trim() === '') continue
    while ((indents.at(-1) ?? -1) >= indent) indents.pop()
    indents.push(indent)
    deepest = Math.max(deepest, indents.length + margin.split(LEVEL).length - 1)
  }
  return deepest
}
