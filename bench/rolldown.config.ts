import { defineConfig } from 'rolldown'

export default defineConfig({
  input: { bench: 'bench/bench.ts', 'natural-pipeline': 'bench/natural-pipeline.ts' },
  platform: 'node',
  output: { dir: 'build', format: 'esm', cleanDir: true },
})
