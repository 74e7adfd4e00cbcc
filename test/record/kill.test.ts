import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { seeded } from '../../bench/record-readings.ts'
import { checkRecord, openRecord } from '../../src/record/index.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'rubicon-kill-'))
const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** So many records are added to at the same time, each by one `add` after the other. */
const RECORDS = 2
const KILLS = 26
const ARTICLES = 72

/** Articles as text files, HTML pages and JSON lines, in folders; several tell of one happening. */
function writeArticles(into: string): void {
  const random = seeded(7)
  const pick = (words: string) => words.split(' ')[Math.floor(random() * words.split(' ').length)] ?? ''
  const lines: string[] = []
  for (let n = 0; n < ARTICLES; n += 1) {
    const deed = () =>
      `${pick('Ala Bor Cim Dun')} ${pick('attacked threatened met')} ${pick('Ebo Fal Gor')} in ${pick('Ilo Jun Kel')} on 2020-01-0${1 + (n % 9)}.`
    const text = `Report ${n} of the day. ${deed()} ${deed()} ${pick('Ala Bor Cim')} said that ${deed()}`
    mkdirSync(join(into, `day-${n % 3}`), { recursive: true })
    if (n % 3 === 0) writeFileSync(join(into, 'day-0', `${n}.txt`), text)
    if (n % 3 === 1)
      writeFileSync(
        join(into, 'day-1', `${n}.html`),
        `<html><head><title>Report ${n}</title></head><body><article><h1>Report ${n}</h1><p>${text} It was the ${n}th report of that kind, the paper wrote, and it would not be the last one to come.</p></article></body></html>`,
      )
    if (n % 3 === 2) lines.push(JSON.stringify({ id: `line-${n}`, outlet: `Outlet ${n % 5}`, text }))
  }
  writeFileSync(join(into, 'day-2', 'articles.jsonl'), lines.join('\n'))
}

type Add = { readonly child: ChildProcess; readonly ready: Promise<void>; out: string }

/** An `add` that has started and waits to be told to go, with one reading worker thread or two. */
function startAdd(articles: string, record: string): Add {
  const workers = record.endsWith('0.db') ? '2' : '1'
  const args = [here('./kill-child.mjs'), articles, '--record', record, '--workers', workers]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  children.add(child)
  child.stdin?.on('error', () => {})
  let isReady = () => {}
  const add: Add = { child, ready: new Promise((resolve) => (isReady = resolve)), out: '' }
  child.stdout?.on('data', (piece) => {
    add.out += piece
    if (add.out.startsWith('ready\n')) isReady()
  })
  return add
}

/** Let it go, kill it `ms` after its start or (where `named`) after it named its first article; never where null. */
async function runAdd(add: Add, kill: { readonly ms: number; readonly named: boolean } | null): Promise<boolean> {
  await add.ready
  const end = new Promise<boolean>((resolve) =>
    add.child.on('close', (_code, signal) => {
      children.delete(add.child)
      resolve(signal === 'SIGKILL')
    }),
  )
  const later = () => setTimeout(() => add.child.kill('SIGKILL'), kill?.ms)
  if (kill?.named) {
    const wait = () => {
      if (!/\n(?=.)/.test(add.out)) return
      add.child.stdout?.off('data', wait)
      later()
    }
    add.child.stdout?.on('data', wait)
  } else if (kill) later()
  add.child.stdin?.end('go\n')
  return end
}

const namedIn = ({ out }: Add) => [...out.matchAll(/^(a[0-9a-f]{12})\t\w+\t.*\n/gm)].map((m) => m[1] ?? '')

async function articlesIn(record: string): Promise<string[]> {
  if (!existsSync(record)) return []
  const db = await openRecord(record)
  const held = await db.selectFrom('article').select('public_id').execute()
  await db.destroy()
  return held.map((a) => a.public_id)
}

/** Add again and again to one record, killed each time at a random moment; what was lost or there twice, and how far it got. */
async function killOften(articles: string, record: string, seed: number): Promise<{ kills: number; wrong: string[] }> {
  const random = seeded(seed)
  const named = new Set<string>()
  const wrong: string[] = []
  let kills = 0
  let next = startAdd(articles, record)
  while (kills < KILLS) {
    const add = next
    next = startAdd(articles, record)
    const killed = await runAdd(add, { ms: Math.floor(random() * 250), named: random() < 0.7 })
    if (killed) kills += 1
    for (const article of namedIn(add)) named.add(article)
    const ids = await articlesIn(record)
    wrong.push(...[...named].filter((id) => !ids.includes(id)).map((id) => `${id} was named and is lost`))
    if (new Set(ids).size < ids.length) wrong.push('an article is there twice')
    // Once all is in, there is nothing left to interrupt: begin again from nothing.
    if (ids.length === ARTICLES && kills < KILLS) {
      for (const end of ['', '-wal', '-shm']) rmSync(record + end, { force: true })
      named.clear()
    }
  }
  await runAdd(next, null)
  return { kills, wrong }
}

test.skipIf(!existsSync(here('../../dist/cli/run.js')))(
  `add, killed ${RECORDS * KILLS} times at random moments, loses no article it named, records none twice, and goes on`,
  { timeout: 600_000 },
  async () => {
    const articles = join(folder, 'articles')
    writeArticles(articles)
    const records = Array.from({ length: RECORDS }, (_, i) => join(folder, `${i}.db`))
    const done = await Promise.all(records.map((record, i) => killOften(articles, record, 11 + i)))
    expect(done.map(({ kills, wrong }) => ({ kills, wrong }))).toEqual(records.map(() => ({ kills: KILLS, wrong: [] })))

    const whole = join(folder, 'whole.db')
    await runAdd(startAdd(articles, whole), null)
    const once = await openRecord(whole)
    const { counts } = await checkRecord(once)
    expect(counts).toMatchObject({ article: ARTICLES })
    for (const record of records) {
      const db = await openRecord(record)
      expect(await checkRecord(db)).toMatchObject({ faults: [], counts })
      await db.destroy()
    }
    await once.destroy()
  },
)
