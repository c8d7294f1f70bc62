import { defineConfig } from 'vitest/config'

// A test that runs out of time goes on in the background, in another test's folder: the limit is far
// above what any of them needs, however busy the machine.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
  },
})
