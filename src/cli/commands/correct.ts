import type { Command } from '../command.ts'

export const correct: Command = {
  name: 'correct',
  summary: 'Judge what the record holds: merge, split, reject, code, missing, undo.',
  args: 'merge|split|reject|code|missing|undo ID …',
  about:
    'A judgement is dated and signed, takes effect at once, and can be undone; nothing is overwritten, and it still holds when an article is read again.\n' +
    'merge A B: let actor (x…) or event A (v…) count as B.\n' +
    'split X PART…: make what some articles (a…) call by an actor’s name another actor, or some reports (r…) of an event an event of their own.\n' +
    'reject ID: take out a report (r…), statement (s…) or relation (k…).\n' +
    'code ID NAME=VALUE…: set type, mode, status, day, place or country of a report.\n' +
    'missing ARTICLE START END KIND: note that the reading lacks an event, statement, actor, relation, time or place at these letters.\n' +
    'undo ID: take a judgement (j…) back.',
  options: {
    by: { type: 'string', value: 'NAME', help: 'Who judges. Default: the user of this machine' },
    note: { type: 'string', value: 'TEXT', help: 'Why.' },
    record: { type: 'string', value: 'FILE', help: 'The record. Default: rubicon.db (setting record)' },
  },
  examples: [
    ['rubicon correct merge x41c0de7712ab x9a8b7c6d5e4f', 'Two names of one person.'],
    [
      'rubicon correct code r0123456789ab status=alleged --note "only the ministry says so"',
      'One report, coded by a person.',
    ],
    [
      'rubicon correct missing a0123456789ab 120 164 event --note "the raid of the second paragraph"',
      'Something the reader did not see.',
    ],
    ['rubicon correct undo j5544332211aa', 'As it was before.'],
  ],
  run: async (args, options, world) => (await import('../correct-command.ts')).runCorrect(args, options, world),
}
