/**
 * Debian's Chromium, as the tests start it: no connection but those that a page asks for. Where the
 * machine has none, tests that need it are skipped and say so; on a build server they fail.
 */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

const PATH = '/usr/bin/chromium'

/** Whether the tests of pages must be left out, which a build server may not. */
export const hasNoBrowser = !existsSync(PATH) && process.env.CI === undefined

/** What the title of a group of tests says beside its name. */
export const BROWSER_NOTE = hasNoBrowser ? ` (skipped: there is no ${PATH})` : ''

/** A browser with a profile of its own; the caller closes it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: PATH,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
