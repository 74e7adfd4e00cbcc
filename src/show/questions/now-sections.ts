import type { NowAnswer } from './now.ts'
import type { Section } from './question.ts'
import { codeWords, counted, dayWords, eventSection, evidenceWords, whoWords } from './words.ts'

/** The answer of "now" as tables. */
export function nowSections({ span, news, days, leading, places, moving }: NowAnswer): readonly Section[] {
  const since = news.since ? news.since.slice(0, 16).replace('T', ' ') : 'the beginning'
  return [
    {
      title: `${counted(span.events, 'event')} from ${counted(span.articles, 'article')}; since ${since}: ${news.newEvents} new, ${news.changedEvents} changed`,
      columns: ['day', 'verbal coop.', 'material coop.', 'verbal conflict', 'material conflict', 'led by'],
      rows: days.days.map(({ day, counts, lead }) => ({
        cells: [
          day,
          ...([1, 2, 3, 4] as const).map((q) => String(counts[q])),
          lead ? `${whoWords(lead.actors)} → ${whoWords(lead.recipients, '…')}: ${codeWords(lead)}` : '',
        ],
      })),
      empty: 'The record holds no event. Add articles with: rubicon add FOLDER',
    },
    ...leading.map(({ day, events }) => eventSection(`Leading on ${day}`, events, '')),
    {
      title: counted(news.newThreats, 'new threat'),
      columns: ['said', 'who → whom', 'came of it', 'id'],
      rows: news.threats.map(({ words, outcome, deed }) => ({
        cells: [
          dayWords(words),
          `${whoWords(words.actors)} → ${whoWords(words.recipients, '…')}`,
          deed ? `${outcome}: ${codeWords(deed)}, ${dayWords(deed)}` : outcome,
          words.id,
        ],
        under: [evidenceWords(words.evidence)],
        quadClass: words.quadClass,
      })),
      empty: 'No new threat.',
    },
    {
      title: counted(news.newDisputes, 'new dispute'),
      columns: ['day', 'event', 'about', 'claims', 'id'],
      rows: news.disputes.map(({ event, about, claims }) => ({
        cells: [
          dayWords(event),
          `${whoWords(event.actors)} → ${whoWords(event.recipients, '…')}: ${codeWords(event)}`,
          about,
          claims.map((c) => `${c.claim}: ${c.origins.join(', ')}`).join(' | '),
          event.id,
        ],
        quadClass: event.quadClass,
      })),
      empty: 'No new dispute.',
    },
    {
      title: `Pairs that move, ${moving.from ?? ''} up to ${moving.until ?? ''}`,
      columns: ['pair', 'events', 'before', 'verbal conflict', 'material conflict'],
      rows: moving.rows.map((d) => ({
        cells: [
          `${d.actor.name} and ${d.recipient.name}`,
          String(d.events),
          String(d.before ?? ''),
          String(d.counts[3]),
          String(d.counts[4]),
        ],
      })),
      empty: '',
    },
    {
      title: `Places; nowhere in particular: ${places.nowhere.events}`,
      columns: ['place', 'country', 'events'],
      rows: places.places.map((p) => ({ cells: [p.place, p.country ?? '', String(p.events)] })),
      empty: 'No event is placed.',
    },
  ].filter((section) => section.rows.length > 0 || section.empty !== '')
}
