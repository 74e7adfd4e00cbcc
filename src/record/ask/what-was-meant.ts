import { tellingWords } from '../join/features.ts'
import type { Db, EventVersionRow } from '../schema.ts'
import { alive } from './common.ts'

const TOLD = 12
const NOT_DONE = ['intended', 'called-for', 'hypothetical', 'denied']
/** So many telling words two sentences must share to be of one matter. */
const SHARED = 2

/** What acts, not done yet, the sentences of these words speak of besides: the types of what is threatened, promised or asked for. */
export async function meantBy(
  db: Db,
  events: readonly number[],
  rev: number | null,
): Promise<Map<number, ReadonlySet<string>>> {
  const meant = new Map<number, Set<string>>()
  if (events.length === 0) return meant
  const said = await db
    .selectFrom('report_event')
    .innerJoin('report', 'report.key', 'report_event.report')
    .select(['report_event.event', 'report.article', 'report.sentence_start'])
    .where('report_event.event', 'in', events)
    .where(alive('report_event', rev))
    .orderBy('report.key')
    .execute()
  const counts = new Map<number, number>()
  const few = said.filter(({ event }) => {
    counts.set(event, (counts.get(event) ?? 0) + 1)
    return (counts.get(event) ?? 0) <= TOLD
  })
  if (few.length === 0) return meant
  const beside = await db
    .selectFrom('report')
    .select(['article', 'sentence_start', 'type'])
    .where('article', 'in', [...new Set(few.map((r) => r.article))])
    .where('status', 'in', NOT_DONE)
    .where('quad', 'in', [2, 4])
    .where(alive('report', rev))
    .execute()
  const types = new Map<string, string[]>()
  for (const { article, sentence_start, type } of beside) {
    const spot = `${article}.${sentence_start}`
    types.set(spot, [...(types.get(spot) ?? []), type])
  }
  for (const { event, article, sentence_start } of few) {
    const own = meant.get(event) ?? new Set<string>()
    for (const type of types.get(`${article}.${sentence_start}`) ?? []) own.add(type)
    meant.set(event, own)
  }
  return meant
}

type Led = Pick<EventVersionRow, 'lead'>

/** Of each pair of events whether the sentences that tell them best share words that could tell them from others. */
export async function areOfOneMatter(db: Db, pairs: readonly (readonly [Led, Led])[]): Promise<boolean[]> {
  if (pairs.length === 0) return []
  const leads = [...new Set(pairs.flatMap(([a, b]) => [a.lead, b.lead]))]
  const rows = await db
    .selectFrom('report')
    .innerJoin('article', 'article.id', 'report.article')
    .innerJoin('article_text', 'article_text.hash', 'article.text_hash')
    .select(['report.key', 'report.sentence_start', 'report.sentence_end', 'article_text.text'])
    .where('report.key', 'in', leads)
    .execute()
  const words = new Map(rows.map((r) => [r.key, tellingWords(r.text.slice(r.sentence_start, r.sentence_end))]))
  return pairs.map(([a, b]) => {
    const [own, other] = [a.lead, b.lead].sort((x, y) => x - y).map((lead) => words.get(lead))
    if (!own || !other || own === other) return false
    return [...own].filter(([word, weight]) => weight >= 1 && other.has(word)).length >= SHARED
  })
}
