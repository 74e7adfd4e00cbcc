import { z } from 'zod'
import { getEvent, listEvents } from '../../record/index.ts'
import { days, narrowing, paging, party } from './inputs.ts'
import { question, type Section } from './question.ts'
import {
  backingWords,
  codeWords,
  counted,
  dayWords,
  eventRow,
  eventSection,
  evidenceRow,
  evidenceWords,
  whoWords,
} from './words.ts'

export const events = question({
  name: 'events',
  help: 'What happened, or was said to: events in the order of their days, with how many independent origins stand behind each.',
  args: [],
  input: z.object({
    actor: party('Who acts').optional(),
    recipient: party('To whom it is done').optional(),
    party: party('Either side').optional(),
    place: z.string().optional().describe('Name of the place it was at, as the map has it'),
    ...narrowing,
    ...days,
    ...paging,
  }),
  example: 'rubicon ask events --actor USA --type ASSAULT --from 2020-01-01 --until 2020-01-12',
  answer: listEvents,
  sections: ({ rows }) => [
    eventSection(
      counted(rows.length, 'event'),
      rows,
      'No event in the record fits. Add articles with: rubicon add FOLDER',
    ),
  ],
  rows: ({ rows }) => rows.map(eventRow),
  next: ({ next }) => next,
})

export const event = question({
  name: 'event',
  help: 'One event: its reports side by side, who says what, where they differ, and the tree of its independent origins.',
  args: ['event'],
  input: z.object({ event: z.string().min(4).describe('The id of the event, or how it begins'), ...paging }),
  example: 'rubicon ask event v3f9c',
  answer: getEvent,
  sections: (answer): Section[] => {
    const { event: e, ended, reports, origins, disputes, history } = answer
    const head = eventSection(
      `${whoWords(e.actors)} → ${whoWords(e.recipients, '…')}: ${codeWords(e)}, ${dayWords(e)}${ended ? `. ${ended}` : ''}`,
      [e],
      '',
    )
    return [
      head,
      {
        title: counted(reports.length, 'report'),
        columns: ['outlet', 'published', 'who → whom', 'what', 'status', 'says', 'origin', 'id'],
        rows: reports.map((r) => ({
          cells: [
            r.evidence?.outlet ?? '',
            r.evidence?.published ?? '',
            `${whoWords(r.actors)} → ${whoWords(r.recipients, '…')}`,
            `${r.type} “${r.trigger}”`,
            r.status,
            [
              r.time ?? r.from,
              r.place,
              r.killed ? `killed ${r.killed.join(' to ')}` : '',
              r.injured ? `injured ${r.injured.join(' to ')}` : '',
            ]
              .filter(Boolean)
              .join('; '),
            r.originName,
            r.id,
          ],
          under: [evidenceWords(r.evidence)],
        })),
        empty: 'No report.',
      },
      {
        title: `${backingWords(e)}: where they come from`,
        columns: ['origin', 'kind', 'reports', 'by way of'],
        rows: origins.map((o) => ({
          cells: [
            o.name,
            o.kind,
            String(o.reports),
            o.ways
              .map(
                (w) =>
                  `${w.channel} → ${w.outlet}${w.reprints.length > 0 ? ` → reprinted by ${w.reprints.join(', ')}` : ''}`,
              )
              .join('; '),
          ],
        })),
        empty: 'No origin.',
      },
      {
        title: 'Where the reports differ',
        columns: ['about', 'claim', 'who says so'],
        rows: disputes.flatMap((d) =>
          d.claims.map((c) => ({ cells: [d.about, c.claim.replace(/^(\d+)-\1$/, '$1'), c.origins.join(', ')] })),
        ),
        empty: 'They do not differ.',
      },
      {
        title: 'What the record held',
        columns: ['from', 'until', 'status', 'day', 'reports', 'origins', 'killed'],
        rows: history.map((h) => ({
          cells: [h.from, h.until ?? 'now', h.status, h.day, String(h.reports), String(h.origins), h.killed ?? ''],
        })),
        empty: '',
      },
    ]
  },
  rows: ({ event: e, reports }) =>
    reports.map((r) => ({
      event: e.id,
      id: r.id,
      reader: r.reader,
      type: r.type,
      mode: r.mode,
      status: r.status,
      trigger: r.trigger,
      actors: r.actors.map((a) => a.name).join('; '),
      recipients: r.recipients.map((a) => a.name).join('; '),
      from: r.from,
      until: r.until,
      place: r.place,
      killed_low: r.killed?.[0] ?? null,
      killed_high: r.killed?.[1] ?? null,
      origin: r.originName,
      joined: r.joined,
      ...evidenceRow(r.evidence),
    })),
  next: ({ next }) => next,
})
