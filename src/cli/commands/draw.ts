import { DRAWINGS } from '../../show/index.ts'
import type { Command } from '../command.ts'
import { optionsOfAll } from '../question-options.ts'

export const draw: Command = {
  name: 'draw',
  summary: 'Draw a picture of the record as an SVG file.',
  args: `${DRAWINGS.map((d) => d.name).join('|')} [ARGUMENT…]`,
  about: `Pictures:\n${DRAWINGS.map(({ name, question: q }) => `${[name, ...q.args.map((a) => a.toUpperCase())].join(' ')}: drawn from the question ${q.name}, with its options`).join('\n')}\nThe file stands alone: it has its title, its style and plain colours, and loads nothing.`,
  options: {
    ...optionsOfAll(DRAWINGS.map((d) => d.question)),
    out: { type: 'string', value: 'FILE', help: 'Write to this file instead of stdout.' },
    width: { type: 'string', value: 'N', help: 'Width in pixels, 320 to 4000. Default: 1160' },
    theme: { type: 'string', value: 'light|dark', choices: ['light', 'dark'], help: 'Default: light' },
    record: { type: 'string', value: 'FILE', help: 'The record to draw. Default: rubicon.db (setting record)' },
  },
  examples: [
    ['rubicon draw dyad IRN USA --out dyad.svg', 'What two parties did and said to each other, for a report.'],
    ['rubicon draw dyad IRN USA --from 2019-12-27 --theme dark --width 800', 'From a day on, for a dark page.'],
    ['rubicon draw network --day 2020-01-08 --out network.svg', 'Who stood with, behind and against whom by a day.'],
  ],
  run: async (args, options, world) => (await import('../draw-command.ts')).runDraw(args, options, world),
}
