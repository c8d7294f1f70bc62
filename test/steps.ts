/** How much work something is: counted and not timed, so that every machine says the same. */
import { type Profiler, Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'

// Functions that are optimised are put into one another, and then some of their calls are not counted.
setFlagsFromString('--no-opt')
setFlagsFromString('--no-maglev')

/**
 * Counts from the moment this file is loaded: V8 counts the blocks of a function only where it has
 * not met the function before.
 */
const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/**
 * How many steps an action takes. A step is a block of code that runs (the body of a function or a
 * loop, a branch), or a place that a built-in search passes. What is done only the first time
 * belongs to the first action: do it once before counting.
 */
export async function stepsOf(action: () => unknown): Promise<number> {
  blocksRun()
  const searches = countedSearches()
  try {
    await action()
  } finally {
    searches.restore()
  }
  return blocksRun() + searches.passed()
}

/** Steps of an action over so much and over twice as much, when it is not done for the first time. */
export async function growthOf(
  size: number,
  action: (size: number) => unknown,
): Promise<{ readonly once: number; readonly twice: number }> {
  await action(2 * size)
  return { once: await stepsOf(() => action(size)), twice: await stepsOf(() => action(2 * size)) }
}

/** `node_modules/vitest/dist/index.js`, `node:async_hooks`: what checks is not what is counted. */
const TEST_TOOL = /^node:|node_modules\/(?:@vitest|chai|vite|vitest)\/|\/test\/steps\.ts$/u

/** Since it was asked last. */
function blocksRun(): number {
  let steps = 0
  session.post(
    'Profiler.takePreciseCoverage',
    (_error: Error | null, { result }: Profiler.TakePreciseCoverageReturnType) => {
      for (const { functions } of result.filter(({ url }) => !TEST_TOOL.test(url)))
        for (const { ranges } of functions) for (const { count } of ranges) steps += count
    },
  )
  return steps
}

/** Counts what built-in searches pass until `restore`: V8 sees no blocks in them. */
function countedSearches(): { passed(): number; restore(): void } {
  const { includes, indexOf } = Array.prototype
  const text = {
    includes: String.prototype.includes,
    indexOf: String.prototype.indexOf,
    split: String.prototype.split,
  }
  let passed = 0
  function pass(length: number, from: number | undefined, found: number): void {
    passed += (found < 0 ? length : found) - (from ?? 0)
  }

  Array.prototype.indexOf = function (...args) {
    const found = Reflect.apply(indexOf, this, args)
    pass(this.length, args[1], found)
    return found
  }
  Array.prototype.includes = function (...args) {
    pass(this.length, args[1], Reflect.apply(indexOf, this, args))
    return Reflect.apply(includes, this, args)
  }
  String.prototype.indexOf = function (...args) {
    const found = Reflect.apply(text.indexOf, this, args)
    pass(this.length, args[1], found)
    return found
  }
  String.prototype.includes = function (...args) {
    pass(this.length, args[1], Reflect.apply(text.indexOf, this, args))
    return Reflect.apply(text.includes, this, args)
  }
  String.prototype.split = function (...args: readonly unknown[]) {
    passed += this.length
    return Reflect.apply(text.split, this, args)
  }

  return {
    passed: () => passed,
    restore() {
      Object.assign(Array.prototype, { includes, indexOf })
      Object.assign(String.prototype, text)
    },
  }
}
