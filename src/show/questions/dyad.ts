import { z } from 'zod'
import { listDyad } from '../../record/index.ts'
import { days, paging, party, status } from './inputs.ts'
import { question } from './question.ts'
import { backingWords, codeWords, counted, dayWords, eventRow, evidenceWords, whoWords } from './words.ts'

export const dyad = question({
  name: 'dyad',
  help: 'Every exchange between two parties in order: words on one side, deeds on the other, with the sentence each comes from.',
  args: ['actor', 'recipient'],
  input: z.object({ actor: party('One party'), recipient: party('The other'), status, ...days, ...paging }),
  example: 'rubicon ask dyad IRN USA --from 2019-12-27',
  answer: listDyad,
  sections: ({ actor, recipient, rows }) => [
    {
      title: `${actor} and ${recipient}: ${counted(rows.length, 'exchange')}`,
      columns: ['day', 'direction', 'words', 'deeds', 'status', 'how well backed', 'id'],
      rows: rows.map((e) => {
        const what = `${whoWords(e.actors)}: ${codeWords(e)}`
        const way =
          e.direction === 'both'
            ? `${actor} ↔ ${recipient}`
            : e.direction === 'to'
              ? `${actor} → ${recipient}`
              : `${recipient} → ${actor}`
        return {
          cells: [
            dayWords(e),
            way,
            e.kind === 'words' ? what : '',
            e.kind === 'deed' ? what : '',
            e.status,
            backingWords(e),
            e.id,
          ],
          under: [evidenceWords(e.evidence)],
          quadClass: e.quadClass,
        }
      }),
      empty: 'Nothing between these two is in the record.',
    },
  ],
  rows: ({ rows }) => rows.map((e) => ({ direction: e.direction, kind: e.kind, ...eventRow(e) })),
  next: ({ next }) => next,
})
