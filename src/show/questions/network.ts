import { z } from 'zod'
import { countDays, type Db, listNetwork, type NetworkAnswer, type NetworkTie, remembered } from '../../record/index.ts'
import { paging, party, relationType } from './inputs.ts'
import { question, type Section } from './question.ts'
import { counted, evidenceRow, evidenceWords, tieRow } from './words.ts'

const SHOWN = 60

export const network = question({
  name: 'network',
  help: 'Who stands with, behind and against whom on a day: the ties stated most often until then, who claims them and how sure of it they are.',
  args: [],
  input: z.object({
    day: z.iso.date().optional().describe('Only what was stated up to this day, included'),
    actor: party('Only ties of').optional(),
    tie: relationType,
    limit: z.coerce.number().int().min(1).max(200).optional().describe('The most ties to tell. Default: 60'),
    asOf: paging.asOf,
  }),
  example: 'rubicon ask network --day 2020-01-08',
  answer: async (db, { tie, limit = SHOWN, ...query }) => {
    const found = await listNetwork(db, { ...query, limit, type: tie })
    return { day: query.day ?? null, ...found, days: await daysOf(db, found, query.asOf) }
  },
  sections: ({ ties, more, day }) => [
    networkSection(
      `${more ? 'The first ' : ''}${counted(ties.length, 'tie')}${day ? `, as stated up to ${day}` : ''}`,
      ties,
    ),
  ],
  rows: ({ ties }) =>
    ties.map((t) => ({
      ...tieRow(t),
      claimed: t.claimed,
      claimed_by: t.claimedBy.map((c) => c.name).join('; '),
      conflicts: t.conflicts.join('; '),
      ...evidenceRow(t.evidence),
    })),
  next: () => null,
})

/** The events of each day on which articles came out: what there is to go along. */
async function daysOf(db: Db, { published: { first, last } }: NetworkAnswer, asOf: string | undefined) {
  if (!first || !last) return []
  const query = { from: first, asOf, leads: 0 }
  const { days } = await remembered(db, ['days', query], () => countDays(db, query))
  return days.filter(({ day }) => day <= last)
}

/** The table that tells ties with how well each is stated. */
export function networkSection(title: string, ties: readonly NetworkTie[]): Section {
  return {
    title,
    columns: ['who', 'tie', 'whom', 'stated', 'by', 'hedged', 'claimed by', 'conflicts'],
    rows: ties.map((t) => ({
      cells: [
        t.head.name,
        t.type.replaceAll('_', ' '),
        t.tail.name,
        t.first === t.last ? (t.first ?? 'no date') : `${t.first} to ${t.last}`,
        `${counted(t.times, 'sentence')}, ${counted(t.outlets, 'outlet')}`,
        t.hedged === 0 ? 'no' : `${t.hedged} of ${t.times}`,
        t.claimed === 0 ? '' : `${t.claimed} of ${t.times}: ${t.claimedBy.map((c) => c.name).join(', ')}`,
        t.conflicts.join('; '),
      ],
      under: [evidenceWords(t.evidence)].filter(Boolean),
    })),
    empty: 'No tie was stated by then.',
  }
}
