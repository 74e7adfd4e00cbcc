// What Rubicon gets of the dossier's key besides its events: statements, actors, disputes, words and deeds, relations, traps.
import { resolve } from 'node:path'

/** Add the rows of these questions; `home` says which event of the record stands for which of the key. */
export async function scoreRest({
  db,
  key,
  texts,
  articles,
  reports,
  statements,
  spotOf,
  isActor,
  home,
  row,
  all,
  overlaps,
  dist,
}) {
  const { listDisputes, listWordsAndDeeds, findActor } = await import(resolve(dist, 'record/index.js'))
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
  // "hit with sanctions" is a sanction: there only a false assault is one.
  const isFalse = (x, t) => !/\bno assault\b/.test(t.why) || x.type === 'ASSAULT'
  const inWord = (t) => reports.some((x) => isFalse(x, t) && overlaps(x, spotOf(t.file, t.excerpt, t.word)))
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
}
