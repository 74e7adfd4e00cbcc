import {
  countDays,
  countDyads,
  countPlaces,
  type Db,
  getActor,
  getEvent,
  listChanges,
  listDisputes,
  listDyad,
  listEvents,
  listNetwork,
  listRelations,
  listSources,
  listStatements,
  listWordsAndDeeds,
  recordSpan,
  search,
} from '../src/record/index.ts'
import { seeded } from './record-readings.ts'

type Ask = (db: Db, nth: number) => Promise<unknown>

const PAIRS = ['USA IRN', 'IRN IRQ', 'RUS UKR', 'ISR SYR'].map((pair) => pair.split(' ') as [string, string])

/** One page of each question; `nth` varies whom and when it is about. */
export function questions(events: readonly string[], first: string, days: number): Readonly<Record<string, Ask>> {
  const random = seeded(5)
  const pair = (nth: number) => PAIRS[nth % PAIRS.length] ?? ['USA', 'IRN']
  const day = (nth: number, after = 0) =>
    new Date(Date.parse(first) + (((nth * 37) % days) + after) * 86_400_000).toISOString().slice(0, 10)
  const window = (nth: number, length: number) => ({ from: day(nth), until: day(nth, length) })
  const dossier = (nth: number) => (nth % 2 ? 'North' : 'South')
  return {
    events: (db, n) => listEvents(db, { from: day(n), type: n % 2 ? 'ASSAULT' : undefined }),
    'events --actor': (db, n) => listEvents(db, { actor: pair(n)[0], type: 'ASSAULT', from: day(n) }),
    'events --outlet': (db, n) => listEvents(db, { outlet: `Outlet ${(n * n) % 300}` }),
    'events --said-by --dossier': (db, n) => listEvents(db, { saidBy: pair(n)[0], dossier: dossier(n), from: day(n) }),
    'events --origins': (db, n) => listEvents(db, { origins: 2 + (n % 4), from: day(n) }),
    event: (db) => getEvent(db, { event: events[Math.floor(random() * events.length)] ?? '' }),
    dyad: (db, n) => listDyad(db, { actor: pair(n)[0], recipient: pair(n)[1], from: day(n) }),
    actor: (db, n) => getActor(db, { actor: pair(n)[n % 2] ?? 'USA' }),
    statements: (db, n) => listStatements(db, { speaker: pair(n)[0], from: day(n) }),
    'statements --about --type': (db, n) =>
      listStatements(db, { about: pair(n)[1], type: n % 2 ? 'THREATEN' : 'REJECT', from: day(n) }),
    'statements --outlet': (db, n) => listStatements(db, { outlet: `Outlet ${(n * n) % 300}` }),
    sources: (db, n) => listSources(db, { kind: n % 2 ? 'speaker' : 'outlet' }),
    disputes: (db, n) => listDisputes(db, { from: day(n) }),
    'disputes --actor': (db, n) => listDisputes(db, { from: day(n), actor: pair(n)[0] }),
    'words-and-deeds': (db, n) => listWordsAndDeeds(db, { actor: pair(n)[0], from: day(n) }),
    relations: (db, n) => listRelations(db, { actor: pair(n)[0] }),
    changes: (db, n) =>
      listChanges(db, { since: new Date(Date.parse('2020-02-01T00:00:00Z') + n * 1000).toISOString() }),
    search: (db, n) => search(db, { words: n % 2 ? 'assault near' : `Town${n}` }),
    'events --as-of': (db, n) => listEvents(db, { from: day(n), asOf: '2020-02-01T00:10:00.000Z' }),
    days: (db) => countDays(db, {}),
    'days of a dossier': (db, n) => countDays(db, { dossier: dossier(n) }),
    'days of a country': (db, n) => countDays(db, { party: pair(n)[0], status: n % 2 ? 'happened' : undefined }),
    'days, two weeks, two filters': (db, n) => countDays(db, { party: pair(n)[0], dossier: 'North', ...window(n, 14) }),
    'days of an outlet': (db, n) => countDays(db, { outlet: `Outlet ${n % 20}` }),
    dyads: (db) => countDyads(db, {}),
    'dyads, two weeks': (db, n) => countDyads(db, { ...window(n, 14), dossier: dossier(n) }),
    'dyads, half a year': (db, n) => countDyads(db, window(n, 182)),
    'dyads of actors, two weeks': (db, n) => countDyads(db, { ...window(n, 14), by: 'actor' }),
    places: (db) => countPlaces(db, {}),
    'places, two weeks': (db, n) => countPlaces(db, window(n, 14)),
    'places of a country as party': (db, n) => countPlaces(db, { party: pair(n)[0] }),
    network: (db) => listNetwork(db, {}),
    'network of an actor up to a day': (db, n) => listNetwork(db, { actor: pair(n)[0], day: day(n) }),
    span: (db, n) => recordSpan(db, n % 2 ? {} : { dossier: 'South' }),
  }
}
