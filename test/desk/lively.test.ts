import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer, daily, reprint, wire } from '../record/stories.ts'
import { chromiumPath, launch } from './chromium.ts'
import { type ServedDesk, servedDesk } from './served-desk.ts'

const path = chromiumPath()

describe.skipIf(!path)('what the modules add to the pages, in a browser', () => {
  let desk: ServedDesk
  let browser: Browser
  beforeAll(async () => {
    desk = await servedDesk([wire, daily, answer])
    browser = await launch(path as string)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  /** A page whose modules have run; `stillHere` goes when it is loaded anew. */
  async function open(
    address: string,
    { width = 1440, colorScheme = 'light' as 'light' | 'dark' } = {},
  ): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    const page = await context.newPage()
    await page.goto(desk.url + address)
    await page.waitForSelector('.lively')
    await page.evaluate('window.stillHere = true')
    return page
  }
  const stillHere = (page: Page): Promise<unknown> => page.evaluate('window.stillHere')
  const anArticle = async (page: Page): Promise<void> => {
    await page.goto(`${desk.url}/search?words=Rahmani&kind=article`)
    await page.locator('.hit h3 a').first().click()
    await page.waitForSelector('.lively')
  }

  test('drawing over the days shows that stretch without loading the page; Back takes it away', async () => {
    const page = await open('/')
    const days = page.locator('.wide svg [data-from]')
    const middle = async (i: number) => {
      const box = await days.nth(i).boundingBox()
      if (!box) throw new Error(`day ${i} is not drawn`)
      return [box.x + box.width / 2, box.y + box.height / 2] as const
    }
    await page.mouse.move(...(await middle(0)))
    await page.mouse.down()
    // Days on which nothing was told are no links; those between are in the stretch all the same.
    await page.mouse.move(...(await middle((await days.count()) - 1)), { steps: 4 })
    expect(await page.locator('.wide .brushed').count()).toBe(await days.count())
    await page.mouse.up()
    await page.waitForURL(/from=2020-01-03&until=2020-01-09/)
    await expect.poll(() => page.locator('.filter summary').innerText()).toContain('3 Jan 2020 up to 9 Jan 2020')
    expect(await stillHere(page)).toBe(true)
    await page.goBack()
    await expect.poll(() => page.locator('.filter summary').innerText()).toContain('any day')
    await page.context().close()
  }, 60_000)

  test('the filter changes a page without loading it, keeps the place of the reader and lives in the address', async () => {
    const page = await open('/events')
    const before = await page.locator('main .event').count()
    await page.locator('details.filter summary').click()
    await page.fill('.filter input[name=recipient]', 'USA')
    await page.press('.filter input[name=recipient]', 'Enter')
    await page.waitForURL(/recipient=USA/)
    await expect.poll(() => page.locator('main .event').count()).toBeLessThan(before)
    expect(await stillHere(page)).toBe(true)
    expect(await page.evaluate('document.activeElement.name')).toBe('recipient')
    await page.reload()
    expect(await page.locator('main .event').count()).toBeLessThan(before)
    await page.context().close()
  }, 60_000)

  test('in an article the parties of an event are joined to it by arcs: pointed at, or come to by Tab; Escape takes them away', async () => {
    const page = await open('/')
    await anArticle(page)
    const deed = page.locator('.text a.ev').first()
    expect(await page.locator('svg.arcs').count()).toBe(0)
    await deed.hover()
    await page.waitForSelector('svg.arcs path.head', { state: 'attached' })
    // The United States → killed → Farid Rahmani: two arcs, each with its head.
    expect(await page.locator('svg.arcs path').count()).toBe(4)
    expect(await page.locator('main .party').allInnerTexts()).toEqual(['The United States', 'Farid Rahmani'])
    await page.mouse.move(2, 2)
    await expect.poll(() => page.locator('svg.arcs').count()).toBe(0)
    for (let i = 0; i < 40 && (await page.locator('svg.arcs').count()) === 0; i++) await page.keyboard.press('Tab')
    expect(await page.evaluate("document.activeElement.matches('.ev, .note a')")).toBe(true)
    expect(await page.locator('.card.active').count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await page.locator('svg.arcs').count()).toBe(0)
    await page.context().close()
  }, 60_000)

  test('on a phone the card of a finding opens at it, within the window', async () => {
    const page = await open('/', { width: 390 })
    await anArticle(page)
    await page.locator('.text a.ev').first().focus()
    const box = await page.locator('.pop').boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
    expect(await page.locator('.pop').innerText()).toContain('attacked')
    await page.context().close()
  }, 60_000)

  test('between two parties an arc leads from the threat to the deed that carried it out, with the days between', async () => {
    const page = await open('/dyad/IRN/USA')
    const arc = page.locator('.wide .arc')
    expect(await arc.count()).toBe(1)
    expect(await arc.locator('title').textContent()).toMatch(/^A threat, carried out 5 days later/)
    expect(await arc.locator('text').textContent()).toBe('5 days')
    await page.locator('.wide .point').last().click()
    await page.waitForURL(/\/event\/v/)
    await page.context().close()
  }, 60_000)

  test('marking words offers to note what is missing there; the form comes filled, is filed, and can be taken back', async () => {
    const page = await open('/')
    await anArticle(page)
    // Runs in the page.
    await page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.querySelector('.article .text'), NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent.indexOf('near')
        if (at < 0) continue
        document.getSelection().setBaseAndExtent(node, at, node, at + 4)
        return
      }
    })()`)
    await page.locator('button.mark-missing').click()
    expect(await page.inputValue('#missing [name=words]')).toBe('near')
    expect(Number(await page.inputValue('#missing [name=near]'))).toBeGreaterThan(0)
    await page.selectOption('#missing [name=kind]', 'event')
    await page.fill('#missing [name=by]', 'Test Reader')
    await page.press('#missing [name=by]', 'Enter')
    await page.waitForURL(/done=missing/)
    expect(await page.locator('[role=status]').innerText()).toContain('Noted as missing')
    expect(await page.locator('.text .missing').innerText()).toBe('near')
    await page.locator('[role=status] button').click()
    await page.waitForURL(/done=undo/)
    expect(await page.locator('.text .missing').count()).toBe(0)
    await page.context().close()
  }, 60_000)

  test('keys go through the lines of every page and Enter opens what was done; what holds the focus is ringed and in sight', async () => {
    for (const address of [
      '/',
      '/events',
      '/statements',
      '/disputes',
      '/words-and-deeds',
      '/map',
      '/sources',
      '/changes',
      '/dyad/IRN/USA',
      '/actor/USA',
      '/search?words=strike',
    ]) {
      const page = await open(address)
      const held = () =>
        page.evaluate<{ main: boolean; ring: boolean; sight: boolean; href: string }>(`(() => {
          const e = document.activeElement, box = e.getBoundingClientRect()
          return { main: e.closest('main') !== null, ring: getComputedStyle(e).outlineStyle !== 'none',
            sight: box.top >= 0 && box.bottom <= innerHeight && box.width > 0, href: e.getAttribute('href') ?? '' }
        })()`)
      for (const key of ['j', 'j', 'k']) {
        await page.keyboard.press(key)
        expect([address, key, await held()]).toMatchObject([address, key, { main: true, ring: true, sight: true }])
      }
      if (['/', '/events', '/words-and-deeds', '/changes', '/dyad/IRN/USA'].includes(address))
        expect([address, (await held()).href]).toEqual([address, expect.stringMatching(/^\/event\/v/)])
      for (let i = 0; i < 30; i++) {
        await page.keyboard.press('Tab')
        const now = await held()
        if (!now.main) break
        expect([address, i, now]).toMatchObject([address, i, { ring: true, sight: true }])
      }
      await page.context().close()
    }
  }, 120_000)

  test('while articles come in, an open desk shows them with the next page', async () => {
    const page = await open('/events')
    const before = await page.locator('main .facts', { hasText: 'report' }).allInnerTexts()
    await desk.add(reprint)
    await page.reload()
    const after = await page.locator('main .facts', { hasText: 'report' }).allInnerTexts()
    // The reprint is a report more, and no independent origin more.
    expect(before.join()).toContain('2 independent origins, 3 reports')
    expect(after.join()).toContain('2 independent origins, 5 reports')
    await page.context().close()
  }, 60_000)

  test('an unknown event and a record without anything like it say what to do, in a page that works', async () => {
    const page = await open('/event/v000000000000')
    expect(await page.locator('h1').innerText()).toBe('Not in the record')
    await page.locator('main a', { hasText: 'what is new' }).click()
    expect(await page.locator('h1').innerText()).toBe('Now')
    await page.context().close()
  }, 60_000)

  test('on paper a page is light whatever the screen is, and holds no buttons', async () => {
    const page = await open('/dyad/IRN/USA', { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const ink = await page.evaluate("getComputedStyle(document.querySelector('.drawing text')).fill")
    expect([ink, await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')]).toEqual([
      'rgb(28, 27, 24)',
      'rgb(255, 255, 255)',
    ])
    for (const hidden of ['nav', '.filter', '.theme', '.doors'])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false])
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    await page.context().close()
  }, 60_000)
})
