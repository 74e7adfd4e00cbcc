// What Rubicon gets of the sample dossier's hand-written key (test/golden/january-2020/key.json), question by question.
//
//   npx rubicon add samples/january-2020 --as-published --record dossier.db
//   node scripts/dossier-score.mjs dossier.db [--write] [--dist dist]     (--write: into docs/record.md, between the markers)
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
const { openRecord, listEvents, listDyad, listDisputes, listWordsAndDeeds, findActor } = await import(
  resolve(values.dist, 'record/index.js')
)
const { articlesIn } = await import(resolve(values.dist, 'intake/index.js'))
const here = (file) => new URL(`../${file}`, import.meta.url)
const key = JSON.parse(readFileSync(here('test/golden/january-2020/key.json'), 'utf8'))
const db = await openRecord(path)

// Where things stand: each file's text, and what the record holds of it.
const texts = new Map()
for await (const { from, article } of articlesIn([resolve(import.meta.dirname, '../samples/january-2020')])) {
  if (!article) continue
  const file = from.includes(' line ') ? `2020-01-posts.jsonl#${article.id}` : from.split('/').at(-1)
  texts.set(file, { text: article.text, given: article.id })
}
const articles = new Map(
  (await db.selectFrom('article').select(['id', 'given_id', 'dup_group']).execute()).map((a) => [a.given_id, a]),
)
const current = (table) => db.selectFrom(table).selectAll().where('rev_until', 'is', null).execute()
const reports = await db
  .selectFrom('report')
  .innerJoin('report_event', 'report_event.report', 'report.key')
  .innerJoin('event', 'event.key', 'report_event.event')
  .selectAll('report')
  .select(['event.key as event', 'event.id as event_id'])
  .where('report.rev_until', 'is', null)
  .where('report_event.rev_until', 'is', null)
  .execute()
const statements = await current('statement')
const versions = new Map((await current('event_version')).map((v) => [v.event, v]))
const names = new Map()
for (const { actor, name } of await db
  .selectFrom('entity_actor')
  .innerJoin('entity', 'entity.id', 'entity_actor.entity')
  .select(['entity_actor.actor', 'entity.name'])
  .where('entity_actor.rev_until', 'is', null)
  .execute())
  names.set(actor, (names.get(actor) ?? new Set()).add(name.toLowerCase()))

/** Where an excerpt of the key stands: article number, start and end; null where the text is not in the record. */
function spotOf(file, excerpt, word) {
  const found = texts.get(file)
  const article = found && articles.get(found.given)
  const at = found?.text.indexOf(excerpt) ?? -1
  if (!article || at < 0) return null
  if (word === undefined) return { article: article.id, start: at, end: at + excerpt.length }
  const within = excerpt.indexOf(word)
  return within < 0 ? null : { article: article.id, start: at + within, end: at + within + word.length }
}
const overlaps = (r, s) =>
  s && r.article === s.article && (r.trigger_start ?? r.start) < s.end && s.start < (r.trigger_end ?? r.end)
const actorOf = new Map(key.actors.map((a) => [a.name, a]))
const plain = (name) => name.toLowerCase().replace(/^(?:the|an?) /, '')
/** Whether an actor of the record is the one the key names. */
function isActor(actor, name) {
  const known = actorOf.get(name)
  const forms = [name, ...(known?.variants ?? [])].map(plain)
  return [...(names.get(actor) ?? [])].some((n) => forms.includes(plain(n)))
}

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
  const exchange = await all(listDyad, {
    one: other,
    other: 'USA',
    a: other,
    b: 'USA',
    actor: other,
    recipient: 'USA',
    from: '2019-12-27',
  })
  await list(`ask dyad ${other} USA --from 2019-12-27`, Promise.resolve(exchange.map((e) => e.event ?? e)))
}
await list('ask events --as-of 2020-01-05', all(listEvents, { asOf: '2020-01-05' }))

// Statements.
const taken = key.statements.map((s) => {
  const pieces = s.content.map((c) => spotOf(s.file, c)).filter(Boolean)
  if (pieces.length === 0) return { s, got: undefined }
  const length = pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0)
  const scored = statements
    .filter((x) => x.article === pieces[0].article)
    .map((x) => {
      const spans = JSON.parse(x.spans)
      const own = spans.reduce((sum, [from, until]) => sum + until - from, 0)
      const shared = spans.reduce(
        (sum, [from, until]) =>
          sum + pieces.reduce((n, q) => n + Math.max(0, Math.min(until, q.end) - Math.max(from, q.start)), 0),
        0,
      )
      return { x, fit: shared / (own + length - shared) }
    })
    .sort((a, b) => b.fit - a.fit)
  return { s, got: scored[0]?.fit >= 0.5 ? scored[0].x : undefined }
})
const told = taken.filter((t) => t.got)
row(
  'statements',
  'statements found (half of the words or more in common)',
  told.length,
  taken.length,
  `the record holds ${statements.length}`,
)
const named = told.filter((t) => !t.s.anonymous)
row(
  'statements',
  'named speaker right, of those found',
  named.filter((t) => t.got.speaker !== null && isActor(t.got.speaker, t.s.speaker)).length,
  named.length,
)
row(
  'statements',
  'anonymous or not: right',
  told.filter((t) => t.s.anonymous === (t.got.anonymous === 1)).length,
  told.length,
)
row(
  'statements',
  'anonymous ones known as such',
  told.filter((t) => t.s.anonymous && t.got.anonymous === 1).length,
  told.filter((t) => t.s.anonymous).length,
)
row('statements', 'channel right', told.filter((t) => t.s.channel === t.got.channel).length, told.length)
const channelled = told.filter((t) => t.s.channel !== 'unknown')
row(
  'statements',
  'channel right, where the key knows one',
  channelled.filter((t) => t.s.channel === t.got.channel).length,
  channelled.length,
)
const unnamed = key.anonymousSources
  .map((a) => told.filter((t) => a.statements.includes(t.s.id) && t.got.anonymous === 1).map((t) => ({ ...t, a })))
  .filter((l) => l.length > 0)
row('sources', 'anonymous sources found', unnamed.length, key.anonymousSources.length)
row(
  'sources',
  'their affiliation right',
  unnamed.filter((l) => l.some((t) => t.got.affiliation === t.a.affiliation)).length,
  unnamed.length,
)

// Actors.
const people = key.actors.filter((a) => !a.name.startsWith('unnamed'))
let known = 0
for (const { name } of people)
  known += await findActor(db, name, null).then(
    () => 1,
    () => 0,
  )
row('actors', 'named actors found under the name the key gives', known, people.length)

// Disputes.
const ABOUT = { count: ['killed', 'injured'], actor: ['actor'], status: ['status'], kind: [], intent: [] }
const disputed = (await listDisputes(db, { limit: 500 })).disputes
const eventId = new Map(reports.map((x) => [x.event, x.event_id]))
const on = (d) => disputed.filter((x) => home.has(d.event) && x.event.id === eventId.get(home.get(d.event).event))
row(
  'disputes',
  'disputes shown, on the right event and point',
  key.disputes.filter((d) => on(d).some((x) => (ABOUT[d.on] ?? []).includes(x.about))).length,
  key.disputes.length,
  `the record shows ${disputed.length}`,
)
row(
  'disputes',
  'the event is shown as disputed, on whatever point',
  key.disputes.filter((d) => on(d).length > 0).length,
  key.disputes.length,
)

// Words and deeds.
const pairings = await all(listWordsAndDeeds, {})
const SAID = { threat: 'THREATEN', promise: 'AGREE', demand: 'REQUEST', denial: 'REJECT', refusal: 'REJECT' }
const words = key.wordsAndDeeds.map((w) => {
  const spots = w.reports.map((x) => spotOf(x.file, x.excerpt)).filter(Boolean)
  const near = reports.filter(
    (x) =>
      x.type === SAID[w.kind] &&
      spots.some((s) => x.article === s.article && x.sentence_start < s.end && s.start < x.sentence_end),
  )
  return { w, pairs: pairings.filter((q) => near.some((x) => x.event_id === q.words.id)) }
})
const heard = words.filter((x) => x.pairs.length > 0)
const outcome = (q) => q.outcome.replace(' ', '-')
row('words and deeds', 'threats, promises, demands, denials, refusals found', heard.length, words.length)
row(
  'words and deeds',
  'what became of them right (carried out, broken, answered, not seen)',
  heard.filter(({ w, pairs }) => pairs.some((q) => outcome(q) === w.outcome.kind)).length,
  heard.length,
)
const done = heard.filter((x) => x.w.outcome.kind !== 'not-seen')
row(
  'words and deeds',
  'the deed itself right, of those with one',
  done.filter(({ w, pairs }) =>
    pairs.some(
      (q) => q.deed && home.has(w.outcome.event) && q.deed.id === eventId.get(home.get(w.outcome.event).event),
    ),
  ).length,
  done.length,
)
const open = heard.filter((x) => x.w.outcome.kind === 'not-seen')
row(
  'words and deeds',
  'a deed said to be sure where the key knows none (should be 0)',
  open.filter(({ pairs }) => pairs.some((q) => q.deed && q.sure === 'clear')).length,
  open.length,
)

// Relations.
const ties = await db
  .selectFrom('relation')
  .innerJoin('tie', 'tie.id', 'relation.tie')
  .select(['tie.head', 'tie.tail', 'tie.type', 'relation.hedged'])
  .where('relation.rev_until', 'is', null)
  .execute()
const kept = key.relations.map((k) => ({
  k,
  got: ties.filter((t) => t.type === k.type && isActor(t.head, k.head) && isActor(t.tail, k.tail)),
}))
row(
  'relations',
  'relations found (type, head and tail)',
  kept.filter((x) => x.got.length > 0).length,
  kept.length,
  `the record holds ${ties.length} statements of relations`,
)
const hedged = kept.filter((x) => x.got.length > 0 && x.k.hedged)
row(
  'relations',
  'hedged ones known as such',
  hedged.filter((x) => x.got.some((t) => t.hedged === 1)).length,
  hedged.length,
)

// What must not be there, and reprints.
const group = (file) => articles.get(texts.get(file)?.given)?.dup_group
row(
  'near-duplicates',
  'reprints and shortened copies tied to their originals',
  key.nearDuplicates.filter((n) => n.copies.every((c) => group(c) !== undefined && group(c) === group(n.original)))
    .length,
  key.nearDuplicates.length,
)
const inWord = (t) => reports.some((x) => overlaps(x, spotOf(t.file, t.excerpt, t.word)))
row(
  'traps',
  'metaphors, sport and jokes read as events (should be 0)',
  key.traps.filter(inWord).length,
  key.traps.length,
)
const inPage = (f) => [...reports, ...statements].some((x) => overlaps(x, spotOf(f.file, f.excerpt)))
row(
  'traps',
  'page furniture and bylines read as findings (should be 0)',
  key.furniture.filter(inPage).length,
  key.furniture.length,
)

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
