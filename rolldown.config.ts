import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

/** Puts the licences of the packages that are built in beside them: `dist/licences.txt`. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const folders = [...this.getModuleIds()]
        .map((id) => /^(?<folder>.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(id)?.groups?.folder)
        .filter((folder) => folder !== undefined)
      const texts = [...new Set(folders)].sort().map(licenceOf)
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n\n') })
    },
  }
}

function licenceOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((name) => /^licen[cs]e/iu.test(name))
  const text =
    file === undefined ? `Licence: ${manifest.license}` : readFileSync(join(folder, file), 'utf8')
  const parts = HELD_PARTS[manifest.name] ?? []
  const whole = [text, ...parts.map(([what, path]) => `${what}\n\n${readFileSync(path, 'utf8')}`)]
  return `${manifest.name} ${manifest.version}\n${'='.repeat(40)}\n${whole.map((one) => one.trim()).join('\n\n')}\n`
}

/** What a package holds of others whose licence it does not bring. */
const HELD_PARTS: Readonly<Record<string, readonly (readonly [what: string, licence: string])[]>> =
  {
    unpdf: [
      [
        'Holds PDF.js, copyright Mozilla Foundation and contributors, under the Apache License 2.0:',
        'node_modules/@biomejs/biome/LICENSE-APACHE',
      ],
    ],
  }

export default defineConfig({
  input: { cli: 'src/cli.ts', worker: 'src/worker.ts' },
  platform: 'node',
  // The modules of a package before its older form, which cannot be built in.
  resolve: { mainFields: ['module', 'main'] },
  plugins: [licences()],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    chunkFileNames: '[name]-[hash].js',
  },
})
