import { type ChildProcess, spawn } from 'node:child_process'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { openRecord } from '../src/record/index.ts'
import { openDesk } from '../src/show/index.ts'

// Budgets at the record of 1,000,000 reports: HTML of any page within 150 ms (p95), first contentful paint within 1 s,
// scripts of a page within 100 kB compressed. What is over its budget makes the exit code 1.
const BUDGET = { htmlMs: 150, paintMs: 1000, scriptKb: 100 }
const ASKED = 30

type Times = { readonly p50: number; readonly p95: number; readonly cpu: number; readonly kb: number }

/** `RECORD [--datasette PATH]`: each page of the desk, and Datasette on the same file as the baseline. */
export async function main(args: readonly string[]): Promise<number> {
  const [record, , datasette] = args
  if (!record) {
    console.error('Use: node scripts/run-ts.mjs bench/desk.ts RECORD.db [--datasette PATH]')
    return 2
  }
  const db = await openRecord(record, { readonly: true })
  const desk = await openDesk({ db, record, log: (line) => console.error(line) }, {})
  let good = true
  try {
    const pages = await addressesOn(desk.url)
    console.log('page                 p50 ms   p95 ms  processor p95       kB   first paint ms   script kB')
    for (const [name, addresses] of Object.entries(pages)) {
      const times = await timed(desk.url, addresses)
      const { paint, script } = await painted(desk.url + addresses[0])
      const ok = times.p95 <= BUDGET.htmlMs && (paint ?? 0) <= BUDGET.paintMs && script <= BUDGET.scriptKb
      good &&= ok
      console.log(
        `${name.padEnd(18)} ${times.p50.toFixed(1).padStart(8)} ${times.p95.toFixed(1).padStart(8)} ${times.cpu.toFixed(1).padStart(14)} ${times.kb.toFixed(0).padStart(8)} ${(paint?.toFixed(0) ?? 'no browser').padStart(16)} ${script.toFixed(1).padStart(11)}   ${ok ? 'ok' : 'PAST its budget'}`,
      )
    }
    await baseline(record, datasette ?? 'datasette')
  } finally {
    await desk.close()
    await db.destroy()
  }
  return good ? 0 : 1
}

/** For each page some addresses of it, all of which the record answers. */
async function addressesOn(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = async (path: string): Promise<{ id: string; evidence?: { article: string } | null }[]> =>
    ((await (await fetch(url + path)).json()) as { rows: { id: string; evidence?: { article: string } | null }[] }).rows
  const days = await daysOf(url)
  const some = (
    await Promise.all(days.filter((_, i) => i % 3 === 0).map((day) => rows(`/events.json?from=${day}&limit=3`)))
  ).flat()
  const events = some.map((e) => e.id)
  const articles = some.flatMap((e) => e.evidence?.article ?? [])
  const pairs = ['USA/IRN', 'IRN/IRQ', 'RUS/UKR', 'ISR/SYR']
  const from = (path: string): string[] => days.map((day) => `${path}${path.includes('?') ? '&' : '?'}from=${day}`)
  return {
    now: ['/', ...from('/')],
    events: from('/events'),
    'events, filtered': from('/events?actor=IRN&type=ASSAULT'),
    event: events.map((id) => `/event/${id}`),
    dyad: days.map((day, i) => `/dyad/${pairs[i % pairs.length]}?from=${day}`),
    actor: ['USA', 'IRN', 'IRQ', 'RUS', 'UKR', 'ISR', 'SYR'].map((code) => `/actor/${code}`),
    article: articles.map((id) => `/article/${id}`),
    statements: from('/statements'),
    disputes: from('/disputes'),
    'words and deeds': from('/words-and-deeds?actor=IRN'),
    map: ['/map', ...from('/map')],
    network: ['/network', '/network?actor=IRN', '/network?actor=USA'],
    sources: ['/sources', '/sources?kind=outlet', '/sources?kind=speaker'],
    search: ['/search?words=assault+near', ...days.map((_, i) => `/search?words=Town${i}`)],
    method: ['/method'],
  }
}

/** Days all over the record, so that no page is quick because nothing is on it. */
async function daysOf(url: string): Promise<string[]> {
  const { days } = (await (await fetch(`${url}/map.json`)).json()) as { days: readonly { readonly day: string }[] }
  return Array.from({ length: ASKED }, (_, i) => days[Math.floor((days.length * i) / ASKED)]?.day ?? '')
}

/** How long the HTML of these addresses takes, by the clock and of a processor (the desk's and what asks it), each asked until ASKED answers are in; the first answer is a warm-up. */
async function timed(url: string, addresses: readonly string[]): Promise<Times> {
  const took: number[] = []
  const worked: number[] = []
  let kb = 0
  for (let i = 0; i <= ASKED; i++) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    const response = await fetch(url + addresses[i % addresses.length])
    const body = await response.text()
    if (!response.ok) throw new Error(`${addresses[i % addresses.length]}: ${response.status} ${body.slice(0, 300)}`)
    const { user, system } = process.cpuUsage(before)
    if (i > 0) took.push(performance.now() - began)
    if (i > 0) worked.push((user + system) / 1000)
    kb = Math.max(kb, body.length / 1024)
  }
  const at = (times: number[], share: number): number =>
    times.sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0
  return { p50: at(took, 0.5), p95: at(took, 0.95), cpu: at(worked, 0.95), kb }
}

/** First contentful paint in Chromium (RUBICON_CHROMIUM, else /usr/bin/chromium) and the page's scripts, compressed. */
async function painted(address: string): Promise<{ paint: number | undefined; script: number }> {
  const browser = await chromium
    .launch({ executablePath: process.env.RUBICON_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
    .catch(() => undefined)
  if (!browser) return { paint: undefined, script: 0 }
  const page = await browser.newPage()
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.url().includes('.js')) bodies.push(response.body().catch(() => Buffer.alloc(0)))
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const paint = await page.evaluate<number>(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1",
  )
  const script = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length / 1024, 0)
  await browser.close()
  return { paint, script }
}

/** Datasette on the same file: a page of events, the same filtered and sorted, one row. */
async function baseline(record: string, program: string): Promise<void> {
  const port = 8899
  let server: ChildProcess | undefined
  try {
    server = spawn(program, [record, '--port', String(port), '--setting', 'sql_time_limit_ms', '20000'], {
      stdio: 'ignore',
    })
    const failed = new Promise<never>((_, reject) => server?.once('error', reject))
    const url = `http://127.0.0.1:${port}/${basename(record).replace(/\.db$/, '')}`
    await Promise.race([failed, answering(url)])
    const addresses = {
      'Datasette: events': ['/event_version?_size=50'],
      'Datasette: events of a day, sorted': [
        '/event_version?_size=50&day__gte=2017-01-01&rev_until__isnull=1&_sort=day',
      ],
      'Datasette: events of a type': ['/event_version?_size=50&type=ASSAULT&rev_until__isnull=1'],
      'Datasette: search': ['/article_text?_size=50&text__contains=assault'],
    }
    for (const [name, paths] of Object.entries(addresses)) {
      const { p50, p95, kb } = await timed(url, paths)
      console.log(`${name.padEnd(36)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${kb.toFixed(0)} kB`)
    }
  } catch (thrown) {
    console.log(
      `no baseline: Datasette did not run (pip install datasette): ${thrown instanceof Error ? thrown.message : thrown}`,
    )
  } finally {
    server?.kill()
  }
}

async function answering(url: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('it does not answer')
}
