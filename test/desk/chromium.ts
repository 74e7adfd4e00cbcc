import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The Chromium of this machine: the setting RUBICON_CHROMIUM, or where one usually lies; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const set = process.env.RUBICON_CHROMIUM
  if (set && !existsSync(set)) throw new Error(`RUBICON_CHROMIUM is ${set}, and there is no such file`)
  return set || USUAL.find((path) => existsSync(path))
}

export const NO_CHROMIUM =
  'The browser tests were skipped: no Chromium was found. Install one (Debian: apt-get install chromium) or set RUBICON_CHROMIUM to its path.'

/** The browser, without a window. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}
