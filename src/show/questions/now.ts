import { z } from 'zod'
import {
  countDays,
  countDyads,
  countPlaces,
  type DaysAnswer,
  type Db,
  type DyadCount,
  type LeadingDay,
  leadingEvents,
  listNews,
  type NewsAnswer,
  type PlacesAnswer,
  recordSpan,
  remembered,
  type SpanAnswer,
} from '../../record/index.ts'
import { days, narrowing, paging, party } from './inputs.ts'
import { nowSections } from './now-sections.ts'
import { question } from './question.ts'
import { whoWords } from './words.ts'

const input = z.object({
  since: z.string().optional().describe('What is new after this moment. Default: since articles were last added'),
  actor: party('Who acts').optional(),
  recipient: party('To whom it is done').optional(),
  party: party('Either side').optional(),
  ...narrowing,
  ...days,
  cursor: paging.cursor,
  asOf: paging.asOf,
})

/** Pairs of parties in a stretch of days, those first whose number of events moved most since the stretch before. */
export type Moving = {
  readonly from: string | null
  readonly until: string | null
  readonly rows: readonly DyadCount[]
}
export type NowAnswer = {
  readonly span: SpanAnswer
  readonly news: NewsAnswer
  readonly days: DaysAnswer
  /** The leading events of the last days. */
  readonly leading: readonly LeadingDay[]
  readonly places: PlacesAnswer
  readonly moving: Moving
}

const DAY = 86_400_000
/** Of so many of the last days the leading events are told, so many of each. */
const [LAST_DAYS, EACH] = [7, 3]

export const now = question({
  name: 'now',
  help: 'What the record holds and what is new in it: its days, their leading events, new threats and disputes, places, and the pairs that move.',
  args: [],
  input,
  example: 'rubicon ask now --since 2020-01-10',
  answer: answerNow,
  sections: nowSections,
  rows: ({ days: { days: found } }) =>
    found.map(({ day, counts, events, lead }) => ({
      day,
      events,
      verbal_cooperation: counts[1],
      material_cooperation: counts[2],
      verbal_conflict: counts[3],
      material_conflict: counts[4],
      lead: lead?.id ?? null,
      lead_actors: lead ? whoWords(lead.actors) : null,
      lead_type: lead?.type ?? null,
      lead_sentence: lead?.evidence?.text ?? null,
    })),
  next: ({ news: { next } }) => next,
})

async function answerNow(db: Db, asked: z.infer<typeof input>): Promise<NowAnswer> {
  const { since, cursor, ...filter } = asked
  const counted = await countDays(db, { ...filter, ...widened(filter), leads: 16 })
  const within = counted.days.filter(
    ({ day }) => (!filter.from || day >= filter.from) && (!filter.until || day < filter.until),
  )
  const last = within.slice(-LAST_DAYS).map(({ day }) => day)
  return {
    span: await remembered(db, ['span', filter.dossier], () => recordSpan(db, { dossier: filter.dossier })),
    news: await listNews(db, { ...filter, since, cursor }),
    days: counted,
    leading: await leadingEvents(db, { ...filter, days: last.reverse(), each: EACH }),
    places: await countPlaces(db, { ...filter, limit: 60, strongest: false }),
    moving: await movingDyads(db, filter, last[0]),
  }
}

/** A few days are shown among the days around them. */
function widened({ from, until }: { from?: string | undefined; until?: string | undefined }) {
  if (!from || !until || Date.parse(until) - Date.parse(from) > 21 * DAY) return { from, until }
  return { from: moved(from, -10), until: moved(until, 10) }
}

const SHOWN = 8

/** So many days are looked at for pairs that move: over years, every pair has moved. */
const LONGEST = 92

/** In the days of the filter, the last 92 of many, or else in the last seven of the record. */
async function movingDyads(
  db: Db,
  filter: Omit<z.infer<typeof input>, 'since' | 'cursor'>,
  last: string | undefined,
): Promise<Moving> {
  if (last === undefined) return { from: null, until: null, rows: [] }
  const until = filter.until ?? moved(last, 1)
  const from = [filter.from ?? moved(until, -7), moved(until, -LONGEST)].sort()[1] as string
  // Of all pages that look from some day on these are the same days.
  const query = { ...filter, from, until, limit: 60 }
  const { dyads } = await remembered(db, ['moving', query], () => countDyads(db, query))
  const move = ({ events, before }: DyadCount): number => Math.abs(events - (before ?? 0))
  return { from, until, rows: [...dyads].sort((a, b) => move(b) - move(a) || b.events - a.events).slice(0, SHOWN) }
}

function moved(day: string, by: number): string {
  return new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10)
}
