import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launch, NO_CHROMIUM } from './chromium.ts'
import { jsonOf, type OpenDesk, openSampleDesk } from './open-desk.ts'
import { samplePages } from './pages.ts'

const path = chromiumPath()
if (!path) console.warn(NO_CHROMIUM)
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// Runs in the page.
const RUN_AXE = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then((found) => found.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')))`
const LOOKS = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const

describe.skipIf(!path)('the desk in a browser', () => {
  let desk: OpenDesk
  let browser: Browser
  let pages: Readonly<Record<string, string>>
  beforeAll(async () => {
    desk = await openSampleDesk()
    pages = await samplePages(desk)
    browser = await launch(path as string)
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    desk?.close()
  })

  /** A page at one look; what the browser complains of is kept. */
  async function open(address: string, look: (typeof LOOKS)[number]): Promise<{ page: Page; complaints: string[] }> {
    const { width, height, colorScheme } = look
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: true })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`))
    page.on('request', (request) => {
      if (!request.url().startsWith(desk.url) && !request.url().startsWith('data:'))
        complaints.push(`${request.url()} is elsewhere`)
    })
    await page.goto(`${desk.url}${address}`, { waitUntil: 'load' })
    return { page, complaints }
  }

  for (const look of LOOKS)
    test(`every page at ${look.width} px, ${look.colorScheme}: axe finds nothing, nothing overflows, the browser does not complain`, async () => {
      const faults: string[] = []
      for (const [name, address] of Object.entries(pages)) {
        const { page, complaints } = await open(address, look)
        faults.push(...complaints.map((c) => `${name}: ${c}`))
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
        if (over > 0) faults.push(`${name}: ${over} px wider than the window`)
        await page.evaluate(AXE)
        const violations = await page.evaluate<string[]>(RUN_AXE)
        faults.push(...violations.map((v) => `${name}: ${v}`))
        await page.context().close()
      }
      expect(faults).toEqual([])
    }, 300_000)

  test('a person finds an event by search, follows it to its report and lit words, files a “wrong” and undoes it', async () => {
    const { page } = await open('/', LOOKS[0])
    await page.fill('input[name=words]', 'Soleimani strike')
    await page.press('input[name=words]', 'Enter')
    await page.waitForURL(/\/search/)
    await page.locator('main a[href^="/event/"]').first().click()
    await page.waitForURL(/\/event\/v/)
    await page.locator('main a[href*="/article/"]').first().click()
    await page.waitForURL(/\/article\/a/)
    expect(await page.locator('#at').count()).toBe(1)
    const wrong = page
      .locator('form[action="/judge"]')
      .filter({ has: page.locator('[name=action][value=reject]') })
      .first()
    await wrong.evaluate((form) => form.closest('details')?.setAttribute('open', ''))
    await wrong.locator('button').first().click()
    await page.fill('main input[name=by]', 'Test Reader')
    await page.press('main input[name=by]', 'Enter')
    await page.waitForURL(/done=/)
    expect(await page.locator('[role=status]').innerText()).toMatch(/rejected/)
    const judged = (await jsonOf(desk, '/changes.json?limit=500')).rows as { what: string; how: string }[]
    expect(judged.filter((c) => c.what === 'judgement').map((c) => c.how)).toEqual([
      expect.stringMatching(/^reject .*Test Reader/),
    ])
    const undo = page
      .locator('form[action="/judge"]')
      .filter({ has: page.locator('[name=action][value=undo]') })
      .first()
    await undo.evaluate((form) => form.closest('details')?.setAttribute('open', ''))
    await undo.locator('button').first().click()
    await page.waitForURL(/done=/)
    expect(await page.locator('[role=status]').innerText()).toMatch(/holds again/)
    await page.context().close()
  }, 60_000)

  test('the same finding is reached by keyboard alone', async () => {
    const { page } = await open('/', LOOKS[0])
    await page.keyboard.press('/')
    await page.keyboard.type('Soleimani strike')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search/)
    await page.locator('main').waitFor()
    const tabTo = async (href: RegExp): Promise<void> => {
      for (let i = 0; i < 200; i++) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate<string>("document.activeElement?.getAttribute('href') ?? ''")
        if (href.test(at)) return
      }
      throw new Error(`no link to ${href} within 200 tabs`)
    }
    await tabTo(/^\/event\/v/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/event\/v/)
    await tabTo(/\/article\/a/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/article\/a/)
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await page.waitForURL(/\/events/)
    await page.context().close()
  }, 60_000)

  test('without a script every page still shows its content', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(`${desk.url}${address}`)
      expect((await page.locator('main').innerText()).length, name).toBeGreaterThan(200)
    }
    await context.close()
  }, 60_000)

  test('a filter set on one page stays on the next and lives in the address', async () => {
    const { page } = await open('/events', LOOKS[0])
    await page.locator('details.filter summary').click()
    await page.fill('input[name=from]', '2020-01-08')
    await page.locator('details.filter button').click()
    await page.waitForURL(/from=2020-01-08/)
    await page.locator('.masthead nav a', { hasText: 'Statements' }).click()
    await page.waitForURL(/\/statements\?.*from=2020-01-08/)
    await page.goBack()
    await page.waitForURL(/\/events\?.*from=2020-01-08/)
    await page.context().close()
  }, 60_000)

  test('the days of the map and of the network are gone along without loading the page anew, and Back leads back', async () => {
    for (const [path, field] of [
      ['/network', 'day'],
      ['/map', 'from'],
    ] as const) {
      const { page } = await open(path, LOOKS[0])
      await page.waitForSelector('.lively')
      await page.evaluate('window.stillHere = true')
      const lede = await page.locator('.lede').innerText()
      await page.locator('#ride').focus()
      for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft')
      await page.waitForURL(new RegExp(`${field}=2020-01-08`))
      expect(await page.locator('.ride output').innerText()).toBe('Wednesday 8 January 2020')
      await expect.poll(() => page.locator('.lede').innerText(), { timeout: 10_000 }).not.toBe(lede)
      expect(await page.locator(`input[name=${field}]`).last().inputValue()).toBe('2020-01-08')
      expect(await page.evaluate('window.stillHere')).toBe(true)
      await page.goBack()
      await expect.poll(() => page.locator('.lede').innerText(), { timeout: 10_000 }).toBe(lede)
      await page.context().close()
    }
  }, 60_000)

  test('hits follow what is typed; keys lead through lines, to the filter, to help; the look stays as it was chosen', async () => {
    const { page } = await open('/search?words=strike', LOOKS[0])
    await page.waitForSelector('.lively')
    await page.evaluate('window.stillHere = true')
    await page.locator('main input[type=search]').fill('missil')
    await page.waitForURL(/words=missil\*/)
    expect(await page.locator('main mark').first().innerText()).toMatch(/missil/i)
    expect(await page.evaluate('window.stillHere')).toBe(true)
    await page.goto(`${desk.url}/events`)
    await page.waitForSelector('.lively')
    const held = () =>
      page.evaluate<string>("document.activeElement.closest('.event')?.querySelector('h3')?.innerText ?? ''")
    await page.keyboard.press('j')
    const first = await held()
    await page.keyboard.press('j')
    expect([first, await held()]).not.toContain('')
    expect(await held()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await held()).toBe(first)
    await page.keyboard.press('?')
    expect(await page.locator('dialog h2').innerText()).toBe('Keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('f')
    expect(await page.evaluate("document.activeElement.closest('.filter') !== null")).toBe(true)
    await page.locator('button.theme').click()
    await page.locator('button.theme').click()
    await page.reload()
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
    await page.context().close()
  }, 60_000)

  test('a person puts two events into one by the page of what is like it, and takes it back', async () => {
    const { page } = await open(pages.event ?? '', LOOKS[0])
    const reports = (): Promise<string> => page.locator('.reports h2').innerText()
    const before = await reports()
    await page.locator('#same a', { hasText: 'events like this one' }).click()
    await page.waitForURL(/\/same\/v/)
    await page.fill('main .look input[name=words]', 'strike')
    await page.press('main .look input[name=words]', 'Enter')
    await page.waitForURL(/words=strike/)
    await page.locator('button[value=merge]').first().click()
    await page.fill('main input[name=by]', 'Test Reader')
    await page.press('main input[name=by]', 'Enter')
    await page.waitForURL(/done=merge/)
    expect(await page.locator('[role=status]').innerText()).toContain('The two are one now.')
    expect(await reports()).not.toBe(before)
    await page.locator('[role=status] button').click()
    await page.waitForURL(/done=undo/)
    expect(await reports()).toBe(before)
    await page.context().close()
  }, 60_000)
})
