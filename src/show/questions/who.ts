import { z } from 'zod'
import type { DyadCount, TieSummary } from '../../record/index.ts'
import { getActor, listRelations, listSources } from '../../record/index.ts'
import { days, narrowing, paging, party, relationType } from './inputs.ts'
import { networkSection } from './network.ts'
import { question, type Section } from './question.ts'
import { codeOf, counted, eventRow, eventSection, evidenceWords, statementSection, tieRow } from './words.ts'
import { wordsSection } from './words-and-deeds.ts'

export const actor = question({
  name: 'actor',
  help: 'Who an actor is: names and how they were joined, what it did and suffered, what it said, with whom it stands.',
  args: ['actor'],
  input: z.object({ actor: party('Whom'), ...narrowing, ...days, asOf: paging.asOf }),
  example: 'rubicon ask actor "Ali Khamenei"',
  answer: getActor,
  sections: (a): Section[] => [
    {
      title: `${a.actor.name} (${[a.actor.kind, codeOf(a.actor)].filter(Boolean).join(', ')}), ${a.actor.id}`,
      columns: ['', 'verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'],
      rows: [
        { cells: ['did', ...([1, 2, 3, 4] as const).map((q) => String(a.did[q]))] },
        { cells: ['was done to', ...([1, 2, 3, 4] as const).map((q) => String(a.suffered[q]))] },
      ],
      empty: '',
    },
    {
      title: 'Called',
      columns: ['name', 'how known', 'since'],
      rows: a.names.map((n) => ({ cells: [n.name, n.how, n.since ?? n.first ?? ''] })),
      empty: 'Never by a name.',
    },
    {
      title: 'Described as',
      columns: ['words', 'times', 'first in'],
      rows: a.descriptions.map((d) => ({
        cells: [d.text, String(d.times), [d.first.outlet, d.first.published].filter(Boolean).join(', ')],
      })),
      empty: 'Nowhere described.',
    },
    {
      title: 'Least sure that it is the same',
      columns: ['article', 'outlet', 'called', 'how sure', 'why'],
      rows: a.evidence.map((e) => ({ cells: [e.article, e.outlet ?? '', e.name, e.confidence.toFixed(2), e.why] })),
      empty: 'No article.',
    },
    pairSection('Most often with', a.dyads),
    pairSection('Its words of conflict go against', a.against),
    {
      title: `Speaks by way of (of ${counted(a.speech.looked, 'statement')})`,
      columns: ['channel', 'statements'],
      rows: a.speech.channels.map((c) => ({ cells: [c.channel, String(c.n)] })),
      empty: 'It said nothing.',
    },
    eventSection('Leading events of its busiest days', a.events, 'In no event.'),
    statementSection('First statements', a.statements, 'It said nothing.'),
    networkSection('Relations', a.relations),
    wordsSection('Words and deeds', a.wordsAndDeeds),
  ],
  rows: ({ events }) => events.map(eventRow),
  next: () => null,
})

function pairSection(title: string, pairs: readonly DyadCount[]): Section {
  return {
    title,
    columns: ['one', 'other', 'events', 'words', 'deeds', 'first', 'last'],
    rows: pairs.map((p) => ({
      cells: [
        p.actor.name,
        p.recipient.name,
        String(p.events),
        String(p.counts[1] + p.counts[3]),
        String(p.counts[2] + p.counts[4]),
        p.first ?? '',
        p.last ?? '',
      ],
    })),
    empty: 'Nobody.',
  }
}

export const relations = question({
  name: 'relations',
  help: 'Who stands with, behind and against whom: each tie with the days it was stated, by whom, how surely, and what conflicts with it.',
  args: ['actor'],
  input: z.object({
    actor: party('One end').optional(),
    other: party('The other end').optional(),
    tie: relationType,
    ...paging,
  }),
  example: 'rubicon ask relations IRN --tie backs',
  answer: (db, { tie, ...query }) => listRelations(db, { ...query, type: tie }),
  sections: ({ rows }) => [tieSection(counted(rows.length, 'tie'), rows)],
  rows: ({ rows }) =>
    rows.map((t) => ({
      ...tieRow(t),
      confidence: t.confidence,
      conflicts: t.conflicts.join('; '),
      sentence: t.stated[0]?.evidence?.text ?? null,
    })),
  next: ({ next }) => next,
})

function tieSection(title: string, ties: readonly TieSummary[]): Section {
  return {
    title,
    columns: ['who', 'tie', 'whom', 'stated', 'by', 'hedged', 'how sure', 'conflicts'],
    rows: ties.map((t) => ({
      cells: [
        t.head.name,
        t.type.replace('_', ' '),
        t.tail.name,
        t.first === t.last ? (t.first ?? 'no date') : `${t.first} to ${t.last}`,
        `${counted(t.times, 'sentence')}, ${counted(t.outlets, 'outlet')}`,
        t.hedged === 0 ? 'no' : `${t.hedged} of ${t.times}`,
        t.confidence.toFixed(2),
        t.conflicts.join('; '),
      ],
      under: t.stated
        .slice(0, 2)
        .map((s) => `${s.by ? `${s.by.name}: ` : ''}${evidenceWords(s.evidence)}${s.hedged ? ' [hedged]' : ''}`),
    })),
    empty: 'No tie is in the record.',
  }
}

export const sources = question({
  name: 'sources',
  help: 'Outlets and the people they quote: how often, how often alone, how often unnamed, how often contradicted.',
  args: [],
  input: z.object({
    kind: z.enum(['outlet', 'speaker']).optional().describe('Only outlets, or only speakers'),
    ...paging,
  }),
  example: 'rubicon ask sources --kind outlet',
  answer: listSources,
  sections: ({ rows }) => [
    {
      title: counted(rows.length, 'source'),
      columns: [
        'source',
        'kind',
        'articles',
        'statements',
        'of unnamed people',
        'reports',
        'events it alone reports',
        'contradicted',
      ],
      rows: rows.map((s) => ({
        cells: [
          s.name,
          s.kind,
          s.kind === 'outlet' ? String(s.articles) : '',
          String(s.statements),
          s.kind === 'outlet' ? `${Math.round(100 * s.anonymousShare)} %` : '',
          String(s.reports),
          String(s.alone),
          String(s.contradicted),
        ],
      })),
      empty: 'No source yet.',
    },
  ],
  rows: ({ rows }) => rows.map((s) => ({ ...s })),
  next: ({ next }) => next,
})
