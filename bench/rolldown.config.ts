import { defineConfig } from 'rolldown'

export default defineConfig({
  input: { bench: 'bench/bench.ts', 'natural-pipeline': 'bench/natural-pipeline.ts' },
  platform: 'node',
  // The modules of a package before its older form, which cannot be built in.
  resolve: { mainFields: ['module', 'main'] },
  output: { dir: 'build', format: 'esm', cleanDir: true },
})
