import type { Attribution, Event } from '../codebook/index.ts'
import type { Party } from './actors/resolve.ts'
import { outletKey } from './articles.ts'
import { stemOf } from './join/features.ts'
import { wordsOf } from './names.ts'

/** Agencies whose name in a byline, or as a speaker, says where a story comes from. */
const AGENCIES = new Set(
  ['reuters', 'associated press', 'ap', 'agence france presse', 'agence france press', 'afp', 'xinhua', 'tass', 'irna', 'fars', 'tasnim', 'isna', 'mehr', 'sana', 'anadolu', 'bloomberg', 'upi', 'dpa', 'efe', 'ansa', 'kyodo', 'press association', 'pa media'],
) // biome-ignore format: a list

/** Verbal acts: what is known of them is the words of the one who did them. */
const UTTERED: ReadonlySet<string> = new Set(['AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'])

export type Telling = {
  /** The outlet of the article, or of the first article of its near-duplicates. */
  readonly outlet: string
  readonly author: string | null
  readonly group: number
  readonly parties: ReadonlyMap<string, Party>
  readonly attributions: ReadonlyMap<string, Attribution>
}

/**
 * Where a report comes from in the end, as a key that is the same for all reports of that origin:
 * `s:` a named speaker, whoever carries him; `o:` an outlet or agency in its own words; `u:` an unnamed source of one story.
 */
export function originOf(event: Event, telling: Telling): string {
  for (const id of event.saidBy) {
    const attribution = telling.attributions.get(id)
    if (attribution?.speaker) return speakerOrigin(attribution, telling)
  }
  const [actor] = event.actors
  if (UTTERED.has(event.type) && event.actors.length === 1 && actor) {
    const party = telling.parties.get(actor.entity)
    if (party?.named && !isOutlet(party)) return `s:${party.actor}`
  }
  return outletOrigin(telling)
}

/** The origin of what an outlet says in its own words: itself, or the agency it has the story from. */
export function outletOrigin({ author, outlet, group }: Pick<Telling, 'author' | 'outlet' | 'group'>): string {
  const agency = outletKey(author)
  if (AGENCIES.has(agency)) return `o:${agency}`
  return outlet ? `o:${outlet}` : `a:${group}`
}

/** The origin of what an attribution carries. */
function speakerOrigin({ speaker, channel }: Attribution, telling: Telling): string {
  const party = speaker ? telling.parties.get(speaker) : undefined
  if (!party) return outletOrigin(telling)
  if (isOutlet(party)) return `o:${outletKey(party.name)}`
  if (party.named) return `s:${party.actor}`
  const through = channel.through ? telling.parties.get(channel.through) : undefined
  const heard = through && isOutlet(through) ? `o:${outletKey(through.name)}` : `g${telling.group}`
  return `u:${heard}:${party.country ?? ''}:${stemOf(wordsOf(party.name).at(-1) ?? '')}`
}

function isOutlet(party: Party): boolean {
  return party.kind === 'organisation' && (party.sectors.includes('JRN') || AGENCIES.has(outletKey(party.name)))
}
