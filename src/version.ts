import { readFileSync } from 'node:fs'

/** The version of voices, from its package. */
export const VERSION = versionOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

function versionOf(text: string): string {
  const manifest: unknown = JSON.parse(text)
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return isManifest && typeof manifest.version === 'string' ? manifest.version : '0.0.0'
}
