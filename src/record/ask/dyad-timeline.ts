import { NO_DAY } from '../event-versions.ts'
import type { Db, EventVersionRow } from '../schema.ts'
import { alive } from './common.ts'
import { deedsAfter } from './deeds-after.ts'
import { type Asking, narrowed } from './event-filter.ts'

/** One exchange on the axis of days: as little of it as a mark in a picture needs. */
type Mark = {
  readonly id: string
  readonly day: string
  /** The last day it may have been on, where the texts name more than one day. */
  readonly last: string
  readonly direction: 'to' | 'from' | 'both'
  readonly quadClass: number
  readonly type: string
  readonly status: string
  readonly reports: number
  readonly origins: number
}

/** Days on which nothing passed between the two: the first of them, the day that ended them, how many. */
type Silence = { readonly from: string; readonly until: string; readonly days: number }

/** A threat or promise and the later deed that carried it out. */
type CarriedOut = {
  readonly words: string
  readonly said: 'threat' | 'promise'
  readonly deed: string
  readonly days: number
  readonly sure: 'clear' | 'weak'
}

export type Timeline = {
  readonly marks: readonly Mark[]
  /** Whether earlier exchanges were left away. */
  readonly cut: boolean
  /** Days from one day with an exchange to the next, as it mostly was; null where there are too few to tell. */
  readonly usual: number | null
  /** The gaps that are longer than three times the usual. */
  readonly silences: readonly Silence[]
  /** Of the latest twenty threats and promises those that were carried out. */
  readonly carriedOut: readonly CarriedOut[]
}

const MOST = 100
const MOST_WORDS = 20
/** How many days after the words a deed still counts, as in the question words-and-deeds. */
const LOOK_AHEAD = 90
const DAY = 86_400_000

type Pair = { readonly actor: string; readonly recipient: string }

/** The dated exchanges of two parties, the latest 100 each way, with the silences between and the words that deeds carried out. */
export async function timelineOf(
  db: Db,
  asking: Asking,
  there: readonly Pair[],
  rev: number | null,
): Promise<Timeline> {
  const back = there.map(({ actor, recipient }) => ({ actor: recipient, recipient: actor }))
  const [to, from] = [await latest(db, asking, there, rev), await latest(db, asking, back, rev)]
  const cut = to.length > MOST || from.length > MOST
  const versions = new Map([...to.slice(0, MOST), ...from.slice(0, MOST)].map((v) => [v.event, v]))
  // What lies before the place where one side was cut would look one-sided.
  const start =
    [to, from]
      .flatMap((side) => (side.length > MOST ? (side[MOST - 1]?.day ?? '') : ''))
      .sort()
      .at(-1) ?? ''
  const kept = [...versions.values()].filter((v) => v.day >= start).sort(byDay)
  const [goes, comes] = [new Set(to.map((v) => v.event)), new Set(from.map((v) => v.event))]
  const marks = kept.map((v): Mark => {
    const direction = goes.has(v.event) ? (comes.has(v.event) ? 'both' : 'to') : 'from'
    const { id, day, quad: quadClass, type, status, reports, origins } = v
    return { id, day, last: lastOf(v), direction, quadClass, type, status, reports, origins }
  })
  return { marks, cut, ...silencesOf(marks.map((m) => m.day)), carriedOut: await carriedOut(db, kept, rev) }
}

type Version = EventVersionRow & { readonly id: string }

async function latest(db: Db, asking: Asking, pairs: readonly Pair[], rev: number | null): Promise<Version[]> {
  const lists = await Promise.all(
    pairs.map(({ actor, recipient }) =>
      narrowed(
        db
          .selectFrom('event_dyad')
          .innerJoin('event_version', 'event_version.event', 'event_dyad.event')
          .innerJoin('event', 'event.key', 'event_dyad.event')
          .selectAll('event_version')
          .select('event.id')
          .where('event_dyad.actor', '=', actor)
          .where('event_dyad.recipient', '=', recipient)
          .where('event_dyad.day', '<', asking.until ?? NO_DAY)
          .where('event_dyad.day', '>=', asking.from ?? '')
          .where(alive('event_dyad', rev))
          .where(alive('event_version', rev)),
        asking,
        rev,
      )
        .orderBy('event_dyad.day', 'desc')
        .orderBy('event_dyad.event', 'desc')
        .limit(MOST + 1)
        .execute(),
    ),
  )
  const once = new Map(lists.flat().map((v) => [v.event, v]))
  return [...once.values()].sort((x, y) => byDay(y, x)).slice(0, MOST + 1)
}

async function carriedOut(db: Db, events: readonly Version[], rev: number | null): Promise<CarriedOut[]> {
  const words = events.filter((e) => e.type === 'THREATEN' || e.type === 'AGREE').slice(-MOST_WORDS)
  const deeds = await deedsAfter(db, words, LOOK_AHEAD, rev)
  return words.flatMap((word, i) => {
    const found = deeds[i]
    const deed = events.find((e) => e.event === found?.version.event)
    if (!found || !deed || found.outcome !== 'carried out') return []
    const said = word.type === 'THREATEN' ? 'threat' : 'promise'
    const days = Math.round((Date.parse(deed.day) - Date.parse(word.day)) / DAY)
    return [{ words: word.id, said, deed: deed.id, days, sure: found.sure }]
  })
}

function byDay(x: EventVersionRow, y: EventVersionRow): number {
  return x.day < y.day ? -1 : x.day > y.day ? 1 : x.event - y.event
}

function lastOf({ day, day_by, day_until }: EventVersionRow): string {
  if (day_by !== 'text' || day_until === null) return day
  const last = new Date(Date.parse(day_until) - DAY).toISOString().slice(0, 10)
  return last > day ? last : day
}

const FEWEST_GAPS = 4

/** The gaps between days (in order) that are longer than three times the usual one, and at least three days long. */
export function silencesOf(days: readonly string[]): Pick<Timeline, 'usual' | 'silences'> {
  const once = [...new Set(days)]
  const gaps = once.slice(1).map((day, i) => {
    const before = Date.parse(once[i] ?? day)
    return {
      from: new Date(before + DAY).toISOString().slice(0, 10),
      until: day,
      step: (Date.parse(day) - before) / DAY,
    }
  })
  if (gaps.length < FEWEST_GAPS) return { usual: null, silences: [] }
  const usual = gaps.map((g) => g.step).sort((x, y) => x - y)[Math.floor((gaps.length - 1) / 2)] ?? 1
  const silences = gaps
    .filter((g) => g.step > 3 * usual && g.step > 3)
    .map(({ from, until, step }) => ({ from, until, days: step - 1 }))
  return { usual, silences }
}
