import { z } from 'zod'
import { countDays, countPlaces, type DaysAnswer, type Db, type PlacesAnswer, remembered } from '../../record/index.ts'
import { days, narrowing, paging, party } from './inputs.ts'
import { question } from './question.ts'
import { counted } from './words.ts'

const input = z.object({
  actor: party('Who acts').optional(),
  recipient: party('To whom it is done').optional(),
  party: party('Either side').optional(),
  ...narrowing,
  ...days,
  asOf: paging.asOf,
})

export type MapAnswer = PlacesAnswer & {
  /** Events by day under the same filter but for its days: what the slider goes over. */
  readonly days: Pick<DaysAnswer, 'days'>['days']
}

export const map = question({
  name: 'map',
  help: 'Where events were, as exactly as the texts say: places, countries of which no more is known, and how many are placed nowhere.',
  args: [],
  input,
  example: 'rubicon ask map --from 2020-01-01 --until 2020-01-12',
  answer: answerMap,
  sections: ({ places, countries, nowhere }) => [
    {
      title: counted(places.length, 'place'),
      columns: ['place', 'country', 'how exactly', 'events', 'words', 'deeds'],
      rows: places.map((p) => ({
        cells: [
          p.place,
          p.country ?? '',
          p.placePrecision ?? '',
          String(p.events),
          String(p.counts[1] + p.counts[3]),
          String(p.counts[2] + p.counts[4]),
        ],
      })),
      empty: 'No event is placed nearer than a country.',
    },
    {
      title: `Somewhere in a country; nowhere in particular: ${nowhere.events}`,
      columns: ['country', 'events'],
      rows: countries.map((c) => ({ cells: [c.country, String(c.events)] })),
      empty: '',
    },
  ],
  rows: ({ places, countries, nowhere }) => {
    const four = ({ counts }: Pick<PlacesAnswer['nowhere'], 'counts'>) => ({
      verbal_cooperation: counts[1],
      material_cooperation: counts[2],
      verbal_conflict: counts[3],
      material_conflict: counts[4],
    })
    return [
      ...places.map((p) => ({
        place: p.place,
        country: p.country,
        lat: p.lat,
        lon: p.lon,
        precision: p.placePrecision,
        events: p.events,
        ...four(p),
      })),
      ...countries.map((c) => ({
        place: null,
        country: c.country,
        lat: null,
        lon: null,
        precision: 'country',
        events: c.events,
        ...four(c),
      })),
      {
        place: null,
        country: null,
        lat: null,
        lon: null,
        precision: null,
        events: nowhere.events,
        ...four(nowhere),
      },
    ]
  },
  next: () => null,
})

async function answerMap(db: Db, filter: z.infer<typeof input>): Promise<MapAnswer> {
  const open = { ...filter, from: undefined, until: undefined, leads: 0 }
  const { days: found } = await remembered(db, ['days', open], () => countDays(db, open))
  return { ...(await countPlaces(db, { ...filter, strongest: false })), days: found }
}
