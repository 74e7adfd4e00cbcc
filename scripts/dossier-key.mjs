// The key of the sample dossier beside a record of the dossier: where things of the key stand, and what the record holds there.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Open a record of the dossier with the key; `dist` is the built program. */
export async function openDossier(path, dist) {
  const record = await import(resolve(dist, 'record/index.js'))
  const { articlesIn } = await import(resolve(dist, 'intake/index.js'))
  const db = path.endsWith('.jsonl') ? await recordOf(path, record) : await record.openRecord(path)
  const here = (file) => new URL(`../${file}`, import.meta.url)
  const key = JSON.parse(readFileSync(here('test/golden/january-2020/key.json'), 'utf8'))

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
  const actorOf = new Map(key.actors.map((a) => [a.name, a]))
  const plain = (name) => name.toLowerCase().replace(/^(?:the|an?) /, '')
  /** Whether an actor of the record is the one the key names. */
  function isActor(actor, name) {
    const known = actorOf.get(name)
    const forms = [name, ...(known?.variants ?? [])].map(plain)
    return [...(names.get(actor) ?? [])].some((n) => forms.includes(plain(n)))
  }

  return { db, key, here, texts, articles, reports, statements, versions, spotOf, isActor }
}

/** A record in memory of readings kept in a file, each recorded at the end of its day of publication as `add --as-published` does. */
async function recordOf(path, { openRecord, openRecorder }) {
  const readings = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .sort((a, b) =>
      a.article.published < b.article.published ? -1 : a.article.published > b.article.published ? 1 : 0,
    )
  const db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  for (const reading of readings) await recorder.record([reading], { at: `${reading.article.published}T23:59:59.000Z` })
  return db
}
