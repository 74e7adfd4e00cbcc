import { z } from 'zod'
import { listDisputes } from '../../record/index.ts'
import { days, narrowing, paging, party } from './inputs.ts'
import { question } from './question.ts'
import { codeWords, counted, dayWords, evidenceWords, whoWords } from './words.ts'

export const disputes = question({
  name: 'disputes',
  help: 'What stands against what: events that reports tell differently, and denials beside what they deny. Nothing is merged away.',
  args: [],
  input: z.object({
    about: z.enum(['status', 'killed', 'injured', 'day', 'place', 'actor']).optional().describe('What they differ in'),
    actor: party('Who acts').optional(),
    recipient: party('To whom it is done').optional(),
    party: party('A party to it').optional(),
    ...narrowing,
    ...days,
    ...paging,
  }),
  example: 'rubicon ask disputes --about killed',
  answer: listDisputes,
  sections: ({ disputes: found, denials }) => [
    {
      title: counted(found.length, 'event that reports tell differently').replace('differentlys', 'differently'),
      columns: ['day', 'event', 'about', 'claims', 'id'],
      rows: found.map((d) => ({
        cells: [
          dayWords(d.event),
          `${whoWords(d.event.actors)} → ${whoWords(d.event.recipients, '…')}: ${codeWords(d.event)}`,
          d.about,
          d.claims
            .map(
              (c) =>
                `${c.claim.replace(/^(\d+)-\1$/, '$1').replace('-', d.about === 'day' ? '-' : ' to ')}${c.origins.length > 0 ? `: ${c.origins.join(', ')}` : ''}`,
            )
            .join(' | '),
          d.event.id,
        ],
        under: [evidenceWords(d.event.evidence)],
        quadClass: d.event.quadClass,
      })),
      empty: 'No event is told in two ways.',
    },
    {
      title: counted(denials.length, 'denial').replace(
        /denials?$/,
        (w) => `${w} and refusal${w.endsWith('s') ? 's' : ''}`,
      ),
      columns: ['day', 'who denies or refuses', 'what', 'days after', 'pairing'],
      rows: denials.map((d) => ({
        cells: [
          dayWords(d.denial),
          whoWords(d.denial.actors),
          `${whoWords(d.against.actors)}: ${codeWords(d.against)}, ${dayWords(d.against)}`,
          String(d.daysAfter),
          d.sure,
        ],
        under: [evidenceWords(d.against.evidence), evidenceWords(d.denial.evidence)],
      })),
      empty: 'No denial stands beside what it denies.',
    },
  ],
  rows: ({ disputes: found, denials }) => [
    ...found.flatMap((d) =>
      d.claims.map((c) => ({
        event: d.event.id,
        day: d.event.day,
        about: d.about,
        claim: c.claim,
        origins: c.origins.join('; '),
        against: null as string | null,
        sentence: d.event.evidence?.text ?? null,
      })),
    ),
    ...denials.map((d) => ({
      event: d.denial.id,
      day: d.denial.day,
      about: 'denial',
      claim: d.sure,
      origins: whoWords(d.denial.actors),
      against: d.against.id,
      sentence: d.denial.evidence?.text ?? null,
    })),
  ],
  next: ({ next }) => next,
})
