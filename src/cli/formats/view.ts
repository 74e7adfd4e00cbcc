import type { Attribution, Entity, Event, Place, Reading, Relation, Skipped } from '../../codebook/index.ts'
import { dayWords, whenWords } from './when.ts'
import { anonymousWords, casualtyWords, channelWords, listWords, relationWords, STATUS_WORDS } from './words.ts'

/** A reading in words, ready to be laid out as a page or in columns. Nothing here is left out of the reading or added. */
export type View = {
  readonly title: string | null
  /** "The Example Post · Jane Doe · Friday 17 January 2020". */
  readonly byline: string
  readonly statements: readonly Statement[]
  readonly deeds: readonly Deed[]
  readonly actors: readonly Actor[]
  readonly ties: readonly Tie[]
  readonly skipped: readonly { readonly why: string; readonly text: string }[]
}
export type Statement = {
  readonly attribution: Attribution
  readonly speaker: string
  readonly anonymous: string | null
  readonly cue: string | null
  readonly channel: string
  readonly content: string
  /** Inside whose words it stands. */
  readonly within: string | null
}
export type Deed = {
  readonly event: Event
  readonly who: string
  readonly whom: string
  readonly when: string | null
  readonly where: string | null
  readonly status: string
  readonly saidBy: string
  readonly casualties: string | null
}
export type Actor = {
  readonly entity: Entity
  readonly mentions: number
  readonly aliases: readonly string[]
  /** It speaks, acts, is acted upon or is named more than once. */
  readonly matters: boolean
}
type Tie = {
  readonly relation: Relation
  readonly head: string
  readonly words: string
  readonly tail: string
  readonly saidBy: string | null
}

/** The reading's findings with every id put into words. */
export function viewOf(reading: Reading): View {
  const { article } = reading
  const entities = byId(reading.entities)
  const mentions = byId(reading.mentions)
  const attributions = byId(reading.attributions)
  const places = byId(reading.places)
  const times = byId(reading.times)

  const nameOf = (id: string | null): string | null => (id === null ? null : (entities.get(id)?.name ?? null))
  const speakerOf = (a: Attribution): string => nameOf(a.speaker) ?? a.source?.text ?? 'somebody'
  const saidBy = (ids: readonly string[]): string | null => {
    const speakers = ids.map((id) => attributions.get(id)).filter((a) => a !== undefined)
    return speakers.length > 0 ? speakers.map(speakerOf).join(', as told by ') : null
  }
  const partiesOf = (parties: Event['actors']): string =>
    listWords([...new Set(parties.map((p) => nameOf(p.entity) ?? mentions.get(p.mention)?.text ?? 'somebody'))])

  const busy = new Set([
    ...reading.attributions.map((a) => a.speaker),
    ...reading.events.flatMap((e) => [...e.actors, ...e.recipients].map((p) => p.entity)),
  ])

  return {
    title: article.title,
    byline: [article.outlet, article.author, article.published ? dayWords(article.published) : 'no date']
      .filter(Boolean)
      .join(' · '),
    statements: reading.attributions.map((attribution) => {
      const outer = attribution.within === null ? undefined : attributions.get(attribution.within)
      return {
        attribution,
        speaker: speakerOf(attribution),
        anonymous: anonymousWords(attribution.anonymous),
        cue: attribution.cue?.text ?? null,
        channel: channelWords(attribution, nameOf(attribution.channel.through)),
        content: attribution.content.map((span) => span.text).join(' … '),
        within: outer ? speakerOf(outer) : null,
      }
    }),
    deeds: reading.events.map((event) => ({
      event,
      who: partiesOf(event.actors),
      whom: partiesOf(event.recipients),
      when: event.time === null ? null : whenWords(times.get(event.time)),
      where: event.place === null ? null : placeWords(places.get(event.place)),
      status: STATUS_WORDS[event.status],
      saidBy: saidBy(event.saidBy) ?? 'the outlet',
      casualties: casualtyWords(event.casualties),
    })),
    actors: reading.entities.map((entity) => {
      const own = entity.mentions.map((id) => mentions.get(id)).filter((m) => m !== undefined)
      const names = own.filter((m) => m.form !== 'pronoun').map((m) => m.text.replace(/\s+/g, ' '))
      return {
        entity,
        mentions: own.length,
        matters: own.length > 1 || busy.has(entity.id),
        aliases: [...new Set(names)].filter((name) => bare(name) !== bare(entity.name)),
      }
    }),
    ties: reading.relations.map((relation) => ({
      relation,
      head: nameOf(relation.head) ?? 'somebody',
      words: relationWords(relation.type, entities.get(relation.head)),
      tail: nameOf(relation.tail) ?? 'somebody',
      saidBy: saidBy(relation.saidBy),
    })),
    skipped: reading.skipped.map((s: Skipped) => ({ why: s.why, text: article.text.slice(s.start, s.end) })),
  }
}

function bare(name: string): string {
  return name.toLowerCase().replace(/^(?:the|an?) /, '')
}

/** "Happened on Thursday 11 March 2021 in Basra (IRQ); 4 to 7 killed; so says the Iraqi army." */
export function deedWords(deed: Deed): string {
  const status = deed.status[0]!.toUpperCase() + deed.status.slice(1)
  const place = deed.where ? `in ${deed.where}` : 'no place given'
  const when = deed.when && /^\w+day /.test(deed.when) ? `on ${deed.when}` : deed.when
  const at =
    when || deed.where
      ? `${when ?? 'no time given'}${when && deed.where ? ' ' : ', '}${place}`
      : 'no time or place given'
  const told = deed.event.saidBy.length > 0 ? `so says ${deed.saidBy}` : 'in the outlet’s own words'
  return `${[`${status}${when ? ' ' : ', '}${at}`, deed.casualties, told].filter(Boolean).join('; ')}.`
}

function placeWords(place: Place | undefined): string | null {
  if (!place) return null
  return place.country && place.precision !== 'country' ? `${place.name} (${place.country})` : place.name
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}
