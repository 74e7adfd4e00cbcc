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

type Keys = Omit<Origin, 'bloc'>

/** An origin as it was when the report came, and as merges of actors have it now. */
export type Origin = {
  readonly origin: string
  readonly canonical: string
  /** What it counts as: `g:` a government, whoever of it speaks of a deed; else the origin itself. */
  readonly bloc: string
}

/**
 * Where a report comes from in the end, as a key that is the same for all reports of that origin:
 * `s:` a named speaker, whoever carries him; `o:` an outlet or agency in its own words; `u:` an unnamed source of one story.
 */
export function originOf(event: Event, telling: Telling, given: boolean): Origin {
  const uttered = UTTERED.has(event.type)
  // Who condemns "the raids" speaks of what others have told: the outlet does, not he.
  for (const id of given && !uttered ? [] : event.saidBy) {
    const attribution = telling.attributions.get(id)
    if (attribution?.speaker)
      return counted(speakerOrigin(attribution, telling), telling.parties.get(attribution.speaker), uttered)
  }
  const [actor] = event.actors
  if (uttered && event.actors.length === 1 && actor) {
    const party = telling.parties.get(actor.entity)
    if (party?.named && !isOutlet(party)) return counted(speaking(party), party, uttered)
  }
  return counted(outletOrigin(telling), undefined, uttered)
}

/** What an outlet says in its own words: its own, or from the agency it has the story from. */
function outletOrigin({ author, outlet, group }: Telling): Keys {
  const agency = outletKey(author)
  return both(AGENCIES.has(agency) ? `o:${agency}` : outlet ? `o:${outlet}` : `a:${group}`)
}

function counted(origin: Keys, party: Party | undefined, uttered: boolean): Origin {
  return { ...origin, bloc: uttered ? origin.canonical : blocOf(origin.canonical, party) }
}

/** One government is one origin of what it says was done, whoever speaks for it and to whom. */
export function blocOf(origin: string, party: Pick<Party, 'country' | 'sectors' | 'kind'> | undefined): string {
  const official = party?.country && party.sectors.some((s) => s === 'GOV' || s === 'MIL')
  return official && origin.startsWith('s:') ? `g:${party.country}` : origin
}

function speakerOrigin({ speaker, channel }: Attribution, telling: Telling): Keys {
  const party = speaker ? telling.parties.get(speaker) : undefined
  if (!party) return outletOrigin(telling)
  if (isOutlet(party)) return both(`o:${outletKey(party.name)}`)
  if (party.named) return speaking(party)
  const through = channel.through ? telling.parties.get(channel.through) : undefined
  const heard = through && isOutlet(through) ? `o:${outletKey(through.name)}` : `g${telling.group}`
  return both(`u:${heard}:${party.country ?? ''}:${stemOf(wordsOf(party.name).at(-1) ?? '')}`)
}

function speaking(party: Party): Keys {
  return { origin: `s:${party.actor}`, canonical: `s:${party.canonical}` }
}

function both(origin: string): Keys {
  return { origin, canonical: origin }
}

function isOutlet(party: Party): boolean {
  return party.kind === 'organisation' && (party.sectors.includes('JRN') || AGENCIES.has(outletKey(party.name)))
}
