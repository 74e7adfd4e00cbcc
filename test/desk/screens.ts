import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumPath, launch, NO_CHROMIUM } from './chromium.ts'
import { openSampleDesk } from './open-desk.ts'
import { samplePages } from './pages.ts'

/** Takes a picture of every page on the sample dossier into docs/screens: wide and light; the first ones also narrow and dark. */
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
    for (const [name, address] of Object.entries(await samplePages(desk))) {
      const looks = [
        ['', 1440, 1000, 'light'] as const,
        ...(['now', 'article', 'dyad'].includes(name) ? [['-phone-dark', 390, 844, 'dark'] as const] : []),
      ]
      for (const [ending, width, height, colorScheme] of looks) {
        const page = await browser.newPage({ viewport: { width, height }, colorScheme })
        await page.goto(desk.url + address.replace('#at', ''), { waitUntil: 'networkidle' })
        await page.screenshot({ path: join(folder, `${name}${ending}.png`) })
        await page.close()
      }
    }
  } finally {
    await browser.close()
    desk.close()
  }
  return 0
}
