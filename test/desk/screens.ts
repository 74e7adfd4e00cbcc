import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromiumPath, launch, NO_CHROMIUM } from './chromium.ts'
import { openSampleDesk } from './open-desk.ts'
import { samplePages } from './pages.ts'

/** How each page is seen: at a desk by day and by night, and on a phone. */
const LOOKS = [
  ['', 1440, 1000, 'light'],
  ['-dark', 1440, 1000, 'dark'],
  ['-phone', 390, 844, 'light'],
  ['-phone-dark', 390, 844, 'dark'],
] as const
const QUALITY = 72

/** Takes a picture of every page on the sample dossier into docs/screens: wide by day and by night, on a phone by turns. */
export async function main(): Promise<number> {
  const path = chromiumPath()
  if (!path) {
    console.error(NO_CHROMIUM)
    return 1
  }
  const folder = join(import.meta.dirname, '../../docs/screens')
  mkdirSync(folder, { recursive: true })
  const desk = await openSampleDesk()
  const browser = await launch(path)
  try {
    for (const name of readdirSync(folder)) if (/\.(?:png|webp)$/.test(name)) rmSync(join(folder, name))
    for (const [i, [name, address]] of Object.entries(await samplePages(desk)).entries())
      for (const look of LOOKS) {
        if (look[1] === 390 && (look[3] === 'dark') !== (i % 2 === 1)) continue
        writeFileSync(join(folder, `${name}${look[0]}.webp`), await taken(browser, desk.url + address, look))
      }
  } finally {
    await browser.close()
    desk.close()
  }
  return 0
}

async function taken(
  browser: Browser,
  url: string,
  [, width, height, scheme]: (typeof LOOKS)[number],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme })
  await page.goto(url.replace('#at', ''), { waitUntil: 'networkidle' })
  // WebP, which Playwright itself does not write, takes a fifth of the room.
  const browserPage = await page.context().newCDPSession(page)
  const { data } = await browserPage.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  await page.close()
  return Buffer.from(data, 'base64')
}
