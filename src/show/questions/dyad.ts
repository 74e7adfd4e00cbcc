import { z } from 'zod'
import { type DyadAnswer, listDyad } from '../../record/index.ts'
import { days, narrowing, paging, party } from './inputs.ts'
import { question, type Section } from './question.ts'
import { backingWords, codeWords, counted, dayWords, eventRow, evidenceWords, whoWords } from './words.ts'

export const dyad = question({
  name: 'dyad',
  help: 'Every exchange between two parties in order: words on one side, deeds on the other, with the sentence each comes from.',
  args: ['actor', 'recipient'],
  input: z.object({ actor: party('One party'), recipient: party('The other'), ...narrowing, ...days, ...paging }),
  example: 'rubicon ask dyad IRN USA --from 2019-12-27',
  answer: listDyad,
  sections: ({ parties: [{ name: actor }, { name: recipient }], rows, timeline }) => [
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
    ...timelineSections(timeline),
  ],
  rows: ({ rows }) => rows.map((e) => ({ direction: e.direction, kind: e.kind, ...eventRow(e) })),
  next: ({ next }) => next,
})

function timelineSections(timeline: DyadAnswer['timeline']): Section[] {
  const sections: Section[] = [
    {
      title: 'Words that a later deed carried out',
      columns: ['words', 'said', 'deed', 'days between', 'pairing'],
      rows: (timeline?.carriedOut ?? []).map((c) => ({ cells: [c.said, c.words, c.deed, String(c.days), c.sure] })),
      empty: '',
    },
    {
      title: `Silences: usual is ${counted(timeline?.usual ?? 0, 'day')} from one exchange to the next`,
      columns: ['from', 'until', 'days'],
      rows: (timeline?.silences ?? []).map((s) => ({ cells: [s.from, s.until, String(s.days)] })),
      empty: '',
    },
  ]
  return sections.filter((section) => section.rows.length > 0)
}
