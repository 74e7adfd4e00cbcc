import type { Db, EventVersionRow } from '../schema.ts'
import { type Between, type By, firstBetween, firstBy, lastAgainst } from './first-deeds.ts'
import { partiesOf, widest } from './parties.ts'
import { together } from './together.ts'
import { areOfOneMatter, meantBy } from './what-was-meant.ts'

type Outcome = 'carried out' | 'broken' | 'answered'
export type Deed = { readonly version: EventVersionRow; readonly outcome: Outcome; readonly sure: 'clear' | 'weak' }

const FORCE = ['ASSAULT', 'COERCE', 'SANCTION', 'PROTEST']
const HELP = ['COOPERATE', 'AID', 'RETREAT']
/** Force that came so many days before unaddressed threats tells whom they are against; so long after a refusal it answers it. */
const CLOSE = 14
/** The deed a threat names, by its mode. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  assault: ['ASSAULT'],
  violence: ['ASSAULT'],
  coerce: ['COERCE', 'ASSAULT'],
  restrict: ['COERCE', 'SANCTION'],
  relations: ['SANCTION'],
  expel: ['SANCTION', 'COERCE'],
  arrest: ['COERCE'],
  territory: ['ASSAULT', 'MOBILIZE'],
}

/** What the rules ask the record; what the rules of all words ask at the same time is answered together. */
type Asked = {
  readonly firstBetween: (asked: Between) => Promise<EventVersionRow | undefined>
  readonly firstBy: (asked: By) => Promise<EventVersionRow | undefined>
  readonly ofOneMatter: (pair: readonly [EventVersionRow, EventVersionRow]) => Promise<boolean>
  readonly lastAgainst: (parties: readonly string[], days: { from: string; until: string }) => Promise<string[]>
}

type Word = {
  readonly record: Asked
  readonly version: EventVersionRow
  readonly speakers: readonly string[]
  readonly others: readonly string[]
  /** Types of what the sentences of the words say is threatened, promised or asked for. */
  readonly meant: readonly string[]
  readonly until: string
}
type Found = { readonly deed: EventVersionRow | undefined; readonly outcome: Outcome; readonly weak?: boolean }

/** The first later deed that carries out, breaks or answers each of these words, in their order; undefined where none is seen within so many days. */
export async function deedsAfter(
  db: Db,
  words: readonly EventVersionRow[],
  within: number,
  rev: number | null,
): Promise<(Deed | undefined)[]> {
  const events = words.map((w) => w.event)
  const [parties, meant] = [await partiesOf(db, events, rev), await meantBy(db, events, rev)]
  const record: Asked = {
    firstBetween: together((asked) => firstBetween(db, asked, rev)),
    firstBy: together((asked) => firstBy(db, asked, rev)),
    ofOneMatter: together((pairs) => areOfOneMatter(db, pairs)),
    lastAgainst: (own, days) => lastAgainst(db, own, FORCE, days, rev),
  }
  return Promise.all(
    words.map((version) => {
      const side = (role: string) =>
        (parties.get(version.event) ?? []).filter((p) => p.role === role).map((p) => p.party)
      const word: Word = {
        record,
        version,
        speakers: side('actor'),
        others: side('recipient'),
        meant: [...(meant.get(version.event) ?? [])],
        until: dayAfter(version.day, within),
      }
      return word.speakers.length === 0 || version.day_by === 'unknown' ? undefined : deedOf(word)
    }),
  )
}

async function deedOf(word: Word): Promise<Deed | undefined> {
  const rule = RULES[word.version.type]
  const found = rule ? await rule(word) : []
  const first = found
    .flatMap(({ deed, outcome, weak }) => (deed ? [{ deed, outcome, weak: weak ?? false }] : []))
    .sort((a, b) => (a.deed.day < b.deed.day ? -1 : a.deed.day > b.deed.day ? 1 : 0))[0]
  if (!first) return undefined
  const dated = word.version.day_by === 'text' && first.deed.day_by === 'text'
  return { version: first.deed, outcome: first.outcome, sure: dated && !first.weak ? 'clear' : 'weak' }
}

const RULES: Readonly<Record<string, (word: Word) => Promise<Found[]>>> = {
  async THREATEN(word) {
    const named = word.meant.filter((type) => FORCE.includes(type) || type === 'MOBILIZE')
    const types = named.length > 0 ? named : (NAMED[word.version.mode ?? ''] ?? FORCE)
    // Nobody threatens his own side: there "Iran" is who is spoken for, or where.
    const own = widest(word.speakers)
    const others = widest(word.others).filter((party) => !own.includes(party))
    const against = others.length > 0 ? others : await provokersOf(word)
    const deed = await between(word, word.speakers, against, types)
    return [{ deed, outcome: 'carried out', weak: others.length === 0 || types === FORCE }]
  },

  async AGREE(word) {
    const named = word.meant.filter((type) => HELP.includes(type) || type === 'CONSULT')
    const types = named.length > 0 ? named : HELP
    const alone = word.others.length === 0 && named.length > 0
    const [kept, broken] = await Promise.all([
      alone ? by(word, word.speakers, types) : between(word, word.speakers, word.others, types),
      between(word, word.speakers, word.others, FORCE),
    ])
    return [
      { deed: kept, outcome: 'carried out', weak: alone },
      { deed: broken, outcome: 'broken', weak: true },
    ]
  },

  async REQUEST(word) {
    const named = word.meant.filter((type) => HELP.includes(type) || type === 'CONCEDE')
    const help = named.length > 0 ? named : HELP
    const [helped, ofMatter, answered, answeredOfMatter] = await Promise.all([
      between(word, word.others, word.speakers, help),
      ofItsMatter(word, word.others, named),
      between(word, word.others, word.speakers, ['REJECT', 'CONCEDE']),
      ofItsMatter(word, word.others, ['REJECT', 'CONCEDE']),
    ])
    return [
      { deed: helped, outcome: 'carried out' },
      { deed: ofMatter, outcome: 'carried out', weak: true },
      { deed: answered, outcome: 'answered' },
      { deed: answeredOfMatter, outcome: 'answered', weak: true },
    ]
  },

  async REJECT(word) {
    const named = word.meant.filter((type) => HELP.includes(type))
    const soon = { ...word, until: [word.until, dayAfter(word.version.day, CLOSE)].sort()[0] ?? word.until }
    const [conceded, helped, attacked] = await Promise.all([
      ofItsMatter(word, word.speakers, ['CONCEDE']),
      between(word, word.speakers, word.others, named),
      between(soon, word.others, word.speakers, ['ASSAULT']),
    ])
    return [
      { deed: conceded, outcome: 'broken' },
      { deed: helped, outcome: 'broken' },
      { deed: attacked, outcome: 'answered', weak: true },
    ]
  },
}

/** The first of these acts by these, where the sentences that tell it and the words share what they speak of. */
async function ofItsMatter(
  word: Word,
  actors: readonly string[],
  types: readonly string[],
): Promise<EventVersionRow | undefined> {
  const deed = await by(word, actors, types)
  return deed && (await word.record.ofOneMatter([word.version, deed])) ? deed : undefined
}

function between(
  { record, version, until }: Word,
  actors: readonly string[],
  recipients: readonly string[],
  types: readonly string[],
): Promise<EventVersionRow | undefined> {
  return record.firstBetween({ actors, recipients, types, after: version.day, until })
}

function by({ record, version, until }: Word, actors: readonly string[], types: readonly string[]) {
  return record.firstBy({ actors, types, after: version.day, until })
}

/** Whom a threat that names nobody is against: who last used force on the side of the one who utters it. */
function provokersOf({ record, version, speakers }: Word): Promise<string[]> {
  return record.lastAgainst(speakers, { from: dayAfter(version.day, -CLOSE), until: version.day })
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
