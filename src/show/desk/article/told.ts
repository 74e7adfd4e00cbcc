import type { Attribution, Entity, Event, Reading, Relation } from '../../../codebook/index.ts'
import type { ArticleAnswer, Named } from '../../../record/index.ts'
import { placeInWords } from '../parts/names.ts'

/** Somebody in a text: whom the record takes it for, or only what the text calls it. */
export type Somebody = { readonly key: string; readonly name: string; readonly known: Named | null }

/** A statement ready to be told. */
export type SaidTold = {
  readonly kind: 'said'
  readonly of: Attribution
  readonly record: string | null
  readonly speaker: Somebody | null
  readonly through: string | null
  /** Whose words it stands inside. */
  readonly within: string | null
}
/** A report of an event, as it was read or as a person coded it. */
export type DeedTold = {
  readonly kind: 'event'
  readonly of: Event
  readonly record: string | null
  readonly event: string | null
  readonly actors: readonly Somebody[]
  readonly recipients: readonly Somebody[]
  readonly when: { readonly from: string | null; readonly until: string | null; readonly precision: string } | null
  /** The words of the text that tell when. */
  readonly whenText: string | null
  readonly where: string | null
  readonly saidBy: readonly string[]
  readonly byPerson: boolean
}
type TieTold = {
  readonly of: Relation
  readonly record: string | null
  readonly head: Somebody
  readonly tail: Somebody
}

export type Told = {
  readonly said: readonly SaidTold[]
  readonly deeds: readonly DeedTold[]
  /** Both, in the order of the text. */
  readonly findings: readonly (SaidTold | DeedTold)[]
  readonly ties: readonly TieTold[]
  readonly who: readonly (Somebody & { readonly entity: Entity; readonly mentions: number })[]
  /** The key under which mentions of an entity light up together. */
  readonly keyOf: (entity: string) => string
}

/** What an article tells, put together from its reading and what the record made of it; what people rejected is left out. */
export function toldOf({ reading, events, findings, actors }: ArticleAnswer): Told {
  const entities = new Map(reading.entities.map((e) => [e.id, e]))
  const attributions = new Map(reading.attributions.map((a) => [a.id, a]))
  const keyOf = (entity: string): string => actors[entity]?.id ?? entity
  const somebody = (entity: string | null): Somebody | null => {
    const found = entity === null ? undefined : entities.get(entity)
    return found ? { key: keyOf(found.id), name: found.name, known: actors[found.id] ?? null } : null
  }
  const all = (parties: Event['actors']): Somebody[] => [
    ...new Map(parties.flatMap((p) => somebody(p.entity) ?? []).map((s) => [s.key, s])).values(),
  ]
  const speakerName = (id: string): string | null => {
    const found = attributions.get(id)
    return found ? (somebody(found.speaker)?.name ?? found.source?.text ?? 'nobody named') : null
  }
  const holds = ({ id }: { readonly id: string }): boolean => findings[id]?.holds !== false
  const recordId = (id: string): string | null => findings[id]?.id ?? null
  const said = reading.attributions.filter(holds).map(
    (of): SaidTold => ({
      kind: 'said',
      of,
      record: recordId(of.id),
      speaker: somebody(of.speaker),
      through: somebody(of.channel.through)?.name ?? null,
      within: of.within === null ? null : speakerName(of.within),
    }),
  )
  const deeds = reading.events.filter(holds).map((read): DeedTold => {
    const coded = findings[read.id]?.coded ?? null
    const of = coded ? asCoded(read, coded) : read
    return {
      kind: 'event',
      of,
      record: recordId(of.id),
      event: events[of.id] ?? null,
      actors: all(of.actors),
      recipients: all(of.recipients),
      ...whenOf(reading, read, coded),
      where: coded ? placed(coded.place, coded.country) : whereOf(reading, read),
      saidBy: of.saidBy.flatMap((id) => speakerName(id) ?? []),
      byPerson: coded !== null,
    }
  })
  const counts = new Map<string, number>()
  for (const m of reading.mentions) counts.set(m.entity, (counts.get(m.entity) ?? 0) + 1)
  return {
    said,
    deeds,
    findings: [...said, ...deeds].sort((a, b) => startOf(a) - startOf(b)),
    ties: reading.relations.filter(holds).flatMap((of) => {
      const [head, tail] = [somebody(of.head), somebody(of.tail)]
      return head && tail ? [{ of, record: recordId(of.id), head, tail }] : []
    }),
    who: reading.entities.flatMap((entity) => {
      const found = somebody(entity.id)
      return found ? [{ ...found, entity, mentions: counts.get(entity.id) ?? 0 }] : []
    }),
    keyOf,
  }
}

/** Where a finding begins in the text. */
function startOf(finding: SaidTold | DeedTold): number {
  return finding.kind === 'event'
    ? finding.of.trigger.start
    : (finding.of.content[0]?.start ?? finding.of.source?.start ?? 0)
}

type Coded = ArticleAnswer['findings'][string]['coded']

function asCoded(event: Event, { type, mode, status, quadClass }: NonNullable<Coded>): Event {
  return {
    ...event,
    type: type as Event['type'],
    mode,
    status: status as Event['status'],
    quadClass: quadClass as Event['quadClass'],
  }
}

function whenOf(reading: Reading, event: Event, coded: Coded): Pick<DeedTold, 'when' | 'whenText'> {
  const time = reading.times.find((t) => t.id === event.time)
  if (coded && coded.from !== (time?.from ?? null))
    return { when: { from: coded.from, until: coded.until, precision: 'day' }, whenText: null }
  return time ? { when: time, whenText: time.text } : { when: null, whenText: null }
}

function whereOf(reading: Reading, event: Event): string | null {
  const place = reading.places.find((p) => p.id === event.place)
  return place ? placed(place.name, place.precision === 'country' ? null : place.country) : null
}

function placed(place: string | null, country: string | null): string | null {
  return placeInWords({ place, country }) || null
}
