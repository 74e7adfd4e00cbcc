// What Rubicon gets of the sample dossier's hand-written key (test/golden/january-2020/key.json), question by question.
//
//   npx rubicon add samples/january-2020 --as-published --record dossier.db
//   node scripts/dossier-score.mjs dossier.db [--write] [--dist dist]     (--write: into docs/record.md, between the markers)
//
// Or with readings taken once, so that only the joining is run again:
//
//   npx rubicon read samples/january-2020 --format jsonl > readings.jsonl && node scripts/dossier-score.mjs readings.jsonl
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, dist: { type: 'string', default: 'dist' } },
})
const [path] = positionals
if (!path) {
  console.error('Use: node scripts/dossier-score.mjs dossier.db [--write] [--dist dist]')
  process.exit(2)
}
const { listEvents, listDyad } = await import(resolve(values.dist, 'record/index.js'))
const { openDossier } = await import('./dossier-key.mjs')
const dossier = await openDossier(path, values.dist)
const { db, key, here, articles, reports, versions, spotOf } = dossier
const overlaps = (r, s) =>
  s && r.article === s.article && (r.trigger_start ?? r.start) < s.end && s.start < (r.trigger_end ?? r.end)

const rows = []
const row = (question, what, got, of, note = '') =>
  rows.push([question, what, `${got} of ${of}`, of ? `${Math.round((100 * got) / of)} %` : '–', note])

// Events.
const mentions = key.events.flatMap((event) =>
  event.reports.map((r) => ({ event, r, got: reports.find((x) => overlaps(x, spotOf(r.file, r.excerpt, r.trigger))) })),
)
const read = mentions.filter((m) => m.got)
const inBook = mentions.filter((m) => !m.r.outsideCodebook)
row('reading', 'mentions of events read as reports', read.length, mentions.length)
row('reading', 'the same, without words outside the codebook', inBook.filter((m) => m.got).length, inBook.length)
const home = new Map()
for (const event of key.events) {
  const count = new Map()
  for (const m of read) if (m.event === event) count.set(m.got.event, (count.get(m.got.event) ?? 0) + 1)
  const best = [...count].sort((a, b) => b[1] - a[1])[0]
  if (best) home.set(event.id, versions.get(best[0]))
}
for (const [name, list] of [
  ['main events', key.events.filter((e) => e.main)],
  ['all events', key.events],
]) {
  const found = list.filter((e) => home.has(e.id))
  const right = (test, of = found) => [of.filter((e) => test(e, home.get(e.id))).length, of.length]
  row('events', `${name} found`, found.length, list.length)
  row('events', `${name}: type right, of those found`, ...right((e, v) => e.type === v.type))
  row('events', `${name}: status right`, ...right((e, v) => e.status === v.status))
  const dated = found.filter((e) => e.from && e.precision === 'day')
  row('events', `${name}: day right, of those the key dates`, ...right((e, v) => e.from === v.day, dated))
  const alone = right((e, v) => [...home].every(([id, other]) => id === e.id || other.event !== v.event))
  row('events', `${name}: not mixed with another event of the key`, ...alone)
  const counted = found.filter((e) => e.casualties?.killed)
  row(
    'events',
    `${name}: lowest and highest number of killed right`,
    ...right(
      (e, v) =>
        e.casualties.killed.low === v.killed_low && (e.casualties.killed.high ?? v.killed_high) === v.killed_high,
      counted,
    ),
  )
  const traced = found.filter((e) => e.independentOrigins)
  row(
    'event',
    `${name}: number of independent origins right`,
    ...right((e, v) => e.independentOrigins.count === v.origins, traced),
  )
  row(
    'event',
    `${name}: the same, one off allowed`,
    ...right((e, v) => Math.abs(e.independentOrigins.count - v.origins) <= 1, traced),
  )
}
const f1 = (p, r) => (p + r === 0 ? 0 : (2 * p * r) / (p + r))
const bCubed = { p: 0, r: 0 }
for (const a of read) {
  const got = read.filter((b) => b.got.event === a.got.event)
  const same = read.filter((b) => b.event === a.event)
  const both = got.filter((b) => b.event === a.event).length
  bCubed.p += both / got.length / read.length
  bCubed.r += both / same.length / read.length
}
const [p, r] = [bCubed.p, bCubed.r].map((x) => (100 * x).toFixed(1))
rows.push([
  'events',
  'reports joined into events: B³ precision / recall / F1',
  `${p} / ${r} / ${(100 * f1(bCubed.p, bCubed.r)).toFixed(1)}`,
  '',
  `over the ${read.length} mentions read`,
])

// The lists of the questions.
async function list(question, answer) {
  const wanted = key.questions[question]
  const ids = new Set((await answer).map((e) => e.id))
  const eventIds = new Map(reports.map((x) => [x.event, x.event_id]))
  const here = wanted.filter((id) => home.has(id) && ids.has(eventIds.get(home.get(id).event)))
  row(
    'lists',
    `\`${question}\`: events of the key in the answer`,
    here.length,
    wanted.length,
    `the answer has ${ids.size} rows`,
  )
}
const all = async (ask, query) => {
  const found = []
  let cursor
  do {
    const page = await ask(db, { ...query, limit: 500, cursor })
    found.push(...page.rows)
    cursor = page.next ?? undefined
  } while (cursor)
  return found
}
await list(
  'ask events --actor USA --type ASSAULT --from 2020-01-01 --until 2020-01-12',
  all(listEvents, { actor: 'USA', type: 'ASSAULT', from: '2020-01-01', until: '2020-01-12' }),
)
await list(
  'ask events --type ASSAULT --status happened --from 2019-12-27',
  all(listEvents, { type: 'ASSAULT', status: 'happened', from: '2019-12-27' }),
)
for (const other of ['IRN', 'IRQ']) {
  const exchange = await all(listDyad, { actor: other, recipient: 'USA', from: '2019-12-27' })
  await list(`ask dyad ${other} USA --from 2019-12-27`, Promise.resolve(exchange.map((e) => e.event ?? e)))
}
await list('ask events --as-of 2020-01-05', all(listEvents, { asOf: '2020-01-05' }))

const { scoreRest } = await import('./dossier-rest.mjs')
await scoreRest({ ...dossier, home, row, all, overlaps, dist: values.dist })

const readers = await db.selectFrom('reading').select('reader').distinct().execute()
const table = [
  '| question | what | right | | |',
  '|---|---|---|---|---|',
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
].join('\n')
console.log(
  `${table}\n\n${articles.size} articles, ${reports.length} reports, ${versions.size} events; read by ${readers.map((x) => x.reader).join(', ')}`,
)
if (values.write) {
  const docs = here('docs/record.md')
  const before = readFileSync(docs, 'utf8')
  const [open, close] = ['<!-- dossier-score -->', '<!-- /dossier-score -->']
  const [from, until] = [before.indexOf(open), before.indexOf(close)]
  if (from < 0 || until < 0) throw new Error(`docs/record.md has no ${open} … ${close}`)
  writeFileSync(docs, `${before.slice(0, from + open.length)}\n\n${table}\n\n${before.slice(until)}`)
}
await db.destroy()
