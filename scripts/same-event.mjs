// How well reports of one event are joined across articles, measured on a corpus that says which mentions are one event
// (ECB+ in the format of same-event/dev.jsonl: id, topic, subtopic, text, mentions with start, end, event).
//
//   npx rubicon read --format jsonl < articles.jsonl > readings.jsonl       (article ids as in the corpus)
//   node scripts/same-event.mjs --readings readings.jsonl --corpus dev.jsonl [--errors 20] [--dist dist]
//
// Only mentions that the readings hold as reports count: a trigger that overlaps the mention. All articles go into one record,
// as they would at home; scores are taken within topics, and wrong links across the two subtopics of a topic by themselves.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    readings: { type: 'string' },
    corpus: { type: 'string' },
    errors: { type: 'string', default: '0' },
    dist: { type: 'string', default: 'dist' },
  },
})
if (!values.readings || !values.corpus) {
  console.error(
    'Use: node scripts/same-event.mjs --readings readings.jsonl --corpus dev.jsonl [--errors N] [--dist dist]',
  )
  process.exit(2)
}
const { openRecord, openRecorder } = await import(resolve(values.dist, 'record/index.js'))
const { areKin, stemOfTrigger } = await import(resolve(values.dist, 'record/join/kin-words.js'))
const linesOf = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const corpus = linesOf(values.corpus)
const byText = new Map(corpus.map((doc) => [doc.text, doc]))
const byId = new Map(corpus.map((doc) => [doc.id, doc]))
const readings = linesOf(values.readings)
const db = await openRecord(':memory:')
const recorder = openRecorder(db)
const began = performance.now()
for (const reading of readings) await recorder.record([reading], { at: '2020-01-01T00:00:00.000Z' })
const spent = performance.now() - began

const rows = await db
  .selectFrom('report')
  .innerJoin('article', 'article.id', 'report.article')
  .innerJoin('report_event', (join) =>
    join.onRef('report_event.report', '=', 'report.key').on('report_event.rev_until', 'is', null),
  )
  .select([
    'article.given_id',
    'report.trigger_start',
    'report.trigger_end',
    'report.type',
    'report.trigger',
    'report_event.event',
    'report_event.why',
    'report_event.score',
  ])
  .execute()
const reportsOf = Map.groupBy
  ? Map.groupBy(rows, (r) => r.given_id)
  : rows.reduce((m, r) => m.set(r.given_id, [...(m.get(r.given_id) ?? []), r]), new Map())

// ECB+ counts the shot and the death of one happening as two events; the record holds them as one. `act` divides the record's
// events by the kind of word, as the record itself knows kinds, so that both can be compared.
const stemsOf = new Map()
for (const row of rows) {
  const stems = stemsOf.get(row.event) ?? new Map()
  stemsOf.set(row.event, stems.set(stemOfTrigger(row.trigger), null))
}
for (const stems of stemsOf.values()) {
  const groups = []
  for (const stem of stems.keys()) {
    const kin = groups.filter((group) => group.some((other) => areKin(stem, other)))
    for (const group of kin) groups.splice(groups.indexOf(group), 1)
    groups.push([...kin.flat(), stem])
  }
  for (const group of groups) for (const stem of group) stems.set(stem, group[0])
}

const mentions = []
let total = 0
for (const reading of readings) {
  const doc = byId.get(reading.article.id) ?? byText.get(reading.article.text)
  if (!doc) continue
  total += doc.mentions.length
  for (const m of doc.mentions) {
    const found = (reportsOf.get(reading.article.id) ?? []).find(
      (r) => r.trigger_start < m.end && m.start < r.trigger_end,
    )
    if (found)
      mentions.push({
        doc: doc.id,
        topic: doc.topic,
        subtopic: doc.subtopic,
        key: m.event,
        got: found.event,
        act: `${found.event} ${stemsOf.get(found.event).get(stemOfTrigger(found.trigger))}`,
        found,
        text: doc.text,
        m,
      })
  }
}

const f1 = (p, r) => (p + r === 0 ? 0 : (2 * p * r) / (p + r))
const percent = (x) => (100 * x).toFixed(1)

function pairwise(list) {
  let both = 0
  let got = 0
  let key = 0
  let across = 0
  for (let i = 0; i < list.length; i += 1)
    for (let j = i + 1; j < list.length; j += 1) {
      const [a, b] = [list[i], list[j]]
      if (a.topic !== b.topic) continue
      const sameKey = a.key === b.key
      const sameGot = a.got === b.got
      if (sameKey) key += 1
      if (sameGot) got += 1
      if (sameKey && sameGot) both += 1
      if (sameGot && !sameKey && a.subtopic !== b.subtopic) across += 1
    }
  return { precision: got ? both / got : 1, recall: key ? both / key : 1, across: got ? across / got : 0, got, key }
}

function bCubed(list) {
  let precision = 0
  let recall = 0
  for (const a of list) {
    const mates = list.filter((b) => b.topic === a.topic)
    const got = mates.filter((b) => b.got === a.got)
    const key = mates.filter((b) => b.key === a.key)
    const both = got.filter((b) => b.key === a.key).length
    precision += both / got.length
    recall += both / key.length
  }
  return { precision: precision / list.length, recall: recall / list.length }
}

console.log(
  `${readings.length} articles, ${rows.length} reports, recorded in ${Math.round(spent)} ms (${(spent / readings.length).toFixed(1)} ms an article)`,
)
console.log(`${mentions.length} of ${total} mentions of the key are reports`)
for (const [name, list] of [
  ['events of the record', mentions],
  ['the same, by kind of act', mentions.map((m) => ({ ...m, got: m.act }))],
  ['joining nothing', mentions.map((m, i) => ({ ...m, got: i }))],
]) {
  const [pairs, b3] = [pairwise(list), bCubed(list)]
  console.log(
    `${name}\n  pairwise P ${percent(pairs.precision)} R ${percent(pairs.recall)} F1 ${percent(f1(pairs.precision, pairs.recall))} (${pairs.got} pairs joined, ${pairs.key} in the key)` +
      `\n  B3       P ${percent(b3.precision)} R ${percent(b3.recall)} F1 ${percent(f1(b3.precision, b3.recall))}` +
      `\n  joined across subtopics against the key: ${percent(pairs.across)} % of the pairs joined`,
  )
}

const show = Number(values.errors)
if (show > 0) {
  const around = ({ text, m }) => text.slice(Math.max(0, m.start - 60), m.end + 60).replace(/\s+/g, ' ')
  let [missed, wrong] = [0, 0]
  for (let i = 0; i < mentions.length && missed + wrong < 2 * show; i += 1)
    for (let j = i + 1; j < mentions.length; j += 7) {
      const [a, b] = [mentions[i], mentions[j]]
      if (a.topic !== b.topic) continue
      if (a.key === b.key && a.got !== b.got && missed < show) {
        missed += 1
        console.log(
          `\nnot joined: ${a.doc} ${a.found.type} | ${around(a)}\n            ${b.doc} ${b.found.type} | ${around(b)}`,
        )
      }
      if (a.key !== b.key && a.got === b.got && wrong < show) {
        wrong += 1
        console.log(
          `\nwrongly joined: ${a.doc} ${a.found.type} | ${around(a)}\n                ${b.doc} ${b.found.type} | ${around(b)}\n                ${b.found.why}`,
        )
      }
    }
}
await db.destroy()
