import { z } from 'zod'
import { EVENT_TYPES, PLOVER, RELATION_TYPES, STATUSES } from '../../codebook/index.ts'
import { recordSpan } from '../../record/index.ts'
import { question, type Section } from './question.ts'
import { readScorecard } from './scorecard.ts'

/** How each series of the desk is made: its name, and its formula in words. */
const FORMULAS: readonly (readonly [name: string, formula: string])[] = [
  [
    'report',
    'One article’s mention of an event: one trigger in one sentence, with its type, parties, time, place and status.',
  ],
  [
    'event',
    'What the reports that were joined are about. Reports are joined by type, parties, place and time with tolerance; each joining says why.',
  ],
  [
    'day of an event',
    'The day that most of its reports state. Where no text dates it: the earliest day of publication, and the page says so.',
  ],
  [
    'independent origins',
    'Speakers and outlets behind the reports, each once. Reprints, quotations of one statement, “citing …” and one spokesman heard by five outlets are one origin.',
  ],
  [
    'killed, injured',
    'Lowest and highest number in any report; “most origins say” is the value that most independent origins give.',
  ],
  [
    'status',
    'happened: an outlet says so in its own words or two independent origins do, and they outnumber those that deny it; alleged: one speaker alone says so, or as many deny it; denied: nobody says more than that it did not happen; else intended, called-for or hypothetical.',
  ],
  [
    'intensity',
    'PLOVER’s score of the type in its mode, −10 to 10, from the manual of 2021. It is printed, never summed over claims.',
  ],
  [
    'days',
    'Events of each day by quad class. Words (verbal cooperation and conflict) stand above the line, deeds (material) below it.',
  ],
  ['anonymous share', 'Statements whose source is not named, among an outlet’s statements.'],
  ['alone', 'Events that no other outlet reports.'],
  ['contradicted', 'Events it speaks of whose reports stand against each other.'],
  [
    'words and deeds',
    'A threat, promise, demand, denial or refusal, and the first later material act by or on the same parties that carries it out, breaks it or answers it.',
  ],
]

/** What a type of event is: class and score of the PLOVER manual. */
type TypeRow = { readonly type: string; readonly quadClass: number; readonly score: number; readonly modes: string }

export const method = question({
  name: 'method',
  help: 'What the reader can and cannot do: its scores with data and date, the code lists, the formula of each series, the reader’s version.',
  args: [],
  input: z.object({}),
  example: 'rubicon ask method',
  answer: async (db) => ({
    readers: (await recordSpan(db)).readers,
    scorecard: readScorecard(),
    formulas: FORMULAS.map(([name, formula]) => ({ name, formula })),
    types: EVENT_TYPES.map(
      (type): TypeRow => ({
        type,
        quadClass: PLOVER[type].quadClass,
        score: PLOVER[type].score,
        modes: Object.keys(PLOVER[type].modes).join(', '),
      }),
    ),
    statuses: STATUSES,
    relations: RELATION_TYPES,
  }),
  sections: ({ readers, scorecard, formulas, types }): Section[] => [
    {
      title: 'Readers',
      columns: ['reader', 'articles'],
      rows: readers.map((r) => ({ cells: [r.reader, r.articles.toLocaleString('en-US')] })),
      empty: 'Nothing has been read into this record. Add articles with: rubicon add FOLDER',
    },
    {
      title: scorecard ? `Scores on development data, ${scorecard.made}` : 'Scores',
      columns: ['data', 'layer', 'precision', 'recall', 'F1', 'right', 'of'],
      rows: (scorecard?.scores ?? []).map((s) => ({
        cells: [
          s.part,
          s.layer,
          percent(s.precision),
          percent(s.recall),
          percent(s.f1),
          percent(s.share),
          String(s.size),
        ],
      })),
      empty: 'No scorecard came with this program. Make one with: npm run score -- FOLDER',
    },
    {
      title: 'How each series is made',
      columns: ['series', 'formula'],
      rows: formulas.map((f) => ({ cells: [f.name, f.formula] })),
      empty: '',
    },
    {
      title: 'Types of events (PLOVER)',
      columns: ['type', 'class', 'score', 'modes'],
      rows: types.map((t) => ({
        cells: [t.type, String(t.quadClass), String(t.score), t.modes],
        quadClass: t.quadClass,
      })),
      empty: '',
    },
  ],
  rows: ({ scorecard }) =>
    (scorecard?.scores ?? []).map((s) => ({ ...s, made: scorecard?.made ?? '', reader: scorecard?.reader ?? '' })),
  next: () => null,
})

function percent(value: number | null): string {
  return value === null ? '' : value.toFixed(1)
}
