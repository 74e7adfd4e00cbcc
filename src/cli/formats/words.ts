import type {
  Anonymous,
  Attribution,
  Casualties,
  Entity,
  Event,
  EventType,
  RelationType,
  Status,
} from '../../codebook/index.ts'

/** What each type of event is in words, after its actor and before its recipient. */
export const TYPE_WORDS: Readonly<Record<EventType, string>> = {
  AGREE: 'promised to cooperate',
  CONSULT: 'met or talked',
  SUPPORT: 'voiced support',
  CONCEDE: 'gave way in words',
  COOPERATE: 'worked together',
  AID: 'gave help',
  RETREAT: 'drew back',
  REQUEST: 'asked or demanded',
  ACCUSE: 'accused or criticised',
  REJECT: 'refused or denied',
  THREATEN: 'threatened',
  PROTEST: 'protested',
  SANCTION: 'cut ties or punished',
  MOBILIZE: 'moved forces',
  COERCE: 'coerced',
  ASSAULT: 'used force',
}

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  happened: 'happened',
  alleged: 'alleged',
  denied: 'denied or did not happen',
  intended: 'intended, not done yet',
  'called-for': 'called for, not done yet',
  hypothetical: 'only a possibility',
}

const RELATION_WORDS: Readonly<Record<RelationType, readonly [one: string, several: string]>> = {
  member_of: ['belongs to', 'belong to'],
  leads: ['leads', 'lead'],
  speaks_for: ['speaks for', 'speak for'],
  backs: ['backs', 'back'],
  allied_with: ['is allied with', 'are allied with'],
  opposes: ['is against', 'are against'],
}

/** "leads", for the middle of a sentence; "lead" after a head that is several, as "U.S. troops". */
export function relationWords(type: RelationType, head: Entity | undefined): string {
  const several =
    (head?.kind === 'group' || head?.kind === 'population') &&
    /[^s]s$/.test(head.name.replace(/ (?:of|in|from) .*$/, ''))
  return RELATION_WORDS[type][several ? 1 : 0]
}

export const KIND_WORDS: Readonly<Record<Entity['kind'], string>> = {
  person: 'person',
  group: 'group',
  organisation: 'organisation',
  state: 'state',
  place: 'place',
  population: 'population',
}

/** "IRN GOV", or an empty string where the words give no code. */
export function codeOf(entity: Entity): string {
  return [entity.actor.country ?? '', ...entity.actor.sectors].filter(Boolean).join(' ')
}

/** How the words reached the outlet: the text's own words for it where it has them, and who relayed them. */
export function channelWords({ channel }: Attribution, through: string | null): string {
  const own = channel.text ?? (channel.kind === 'unknown' ? '' : channel.kind)
  return through ? [own, `through ${through}`].filter(Boolean).join(', ') : own
}

/** "unnamed, several, USA GOV; not authorised to speak"; null for a speaker who is known. */
export function anonymousWords(anonymous: Anonymous): string | null {
  if (!anonymous.is) return null
  const number = anonymous.number === 'one' || anonymous.number === 'several' ? anonymous.number : null
  const who = ['unnamed', number, anonymous.affiliation].filter(Boolean).join(', ')
  return anonymous.reason ? `${who}; ${anonymous.reason}` : who
}

/** "4 killed, 2 to 5 injured"; null where the text counts nobody. */
export function casualtyWords(casualties: Casualties | null): string | null {
  if (!casualties) return null
  const { killed, injured } = casualties
  const words = [killed && `${rangeWords(killed)} killed`, injured && `${rangeWords(injured)} injured`].filter(Boolean)
  return words.length > 0 ? words.join(', ') : null
}

function rangeWords({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? String(low) : `${low} to ${high}`
}

/** "ASSAULT drone", small beside the words. */
export function eventCode(event: Event): string {
  return event.mode ? `${event.type} ${event.mode}` : event.type
}

/** "1 event", "3 events". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`
}

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** At most `most` letters, cut at a word, with an ellipsis. */
export function shortened(text: string, most: number): string {
  const tidy = text.replace(/\s+/g, ' ').trim()
  if (tidy.length <= most) return tidy
  const cut = tidy.slice(0, most - 1)
  const word = cut.replace(/\s\S*$/, '')
  return `${(word.length > most * 0.6 ? word : cut).replace(/[\s,;:–—-]+$/, '')}…`
}
