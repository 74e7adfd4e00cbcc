import { grouped, type Stretch, stretchesOf } from '../../../base/index.ts'
import type { Mention, Place, Skipped, Time } from '../../../codebook/index.ts'
import type { ArticleAnswer, ArticleJudgement } from '../../../record/index.ts'
import type { DeedTold, SaidTold, Told } from './told.ts'

/** Something that lies over the text. */
export type Layer = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'said'; readonly of: SaidTold; readonly first: boolean }
  | { readonly kind: 'source' | 'cue'; readonly of: SaidTold }
  | { readonly kind: 'event'; readonly of: readonly DeedTold[] }
  | { readonly kind: 'mention'; readonly of: Mention }
  | { readonly kind: 'time'; readonly of: Time }
  | { readonly kind: 'place'; readonly of: Place }
  | { readonly kind: 'skipped'; readonly of: Skipped }
  | { readonly kind: 'missing'; readonly of: ArticleJudgement }
  | { readonly kind: 'here' }
)
export type Piece = Stretch<Layer>

/** The text of an article in paragraphs, each cut into pieces over which the same findings lie; empty lines are no paragraphs. */
export function paragraphsOf(answer: ArticleAnswer, told: Told, at: number | undefined): Piece[][] {
  const { text } = answer.reading.article
  const paragraphs: Piece[][] = [[]]
  for (const stretch of stretchesOf(text, layersOf(answer, told, at))) {
    let { start } = stretch
    const lines = stretch.text.split(/(\r\n|[\n\r\u2028\u2029])/)
    for (const [i, line] of lines.entries()) {
      if (i % 2 === 1) paragraphs.push([])
      else if (line !== '')
        paragraphs.at(-1)?.push({
          ...stretch,
          start,
          text: line,
          opens: i === 0 ? stretch.opens : [],
          closes: i === lines.length - 1 ? stretch.closes : [],
        })
      start += line.length
    }
  }
  return paragraphs.filter((pieces) => pieces.some((p) => p.text.trim() !== ''))
}

function layersOf({ reading, judgements }: ArticleAnswer, told: Told, at: number | undefined): Layer[] {
  const span = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end })
  const mentions = new Map(reading.mentions.map((m) => [m.id, m]))
  const triggers = grouped(told.deeds, (d) => `${d.of.trigger.start} ${d.of.trigger.end}`)
  return [
    ...reading.skipped.map((of): Layer => ({ kind: 'skipped', ...span(of), of })),
    ...hereOf(reading, at),
    ...told.said.flatMap((of): Layer[] => [
      ...of.of.content.map((c, i): Layer => ({ kind: 'said', ...span(c), of, first: i === 0 })),
      ...(of.of.source ? [{ kind: 'source', ...span(of.of.source), of } as const] : []),
      ...(of.of.cue ? [{ kind: 'cue', ...span(of.of.cue), of } as const] : []),
    ]),
    ...reading.mentions.map((of): Layer => ({ kind: 'mention', ...span(of), of })),
    ...reading.times.map((of): Layer => ({ kind: 'time', ...span(of), of })),
    ...reading.places.flatMap((of): Layer[] => {
      const mention = mentions.get(of.mention)
      return mention ? [{ kind: 'place', ...span(mention), of }] : []
    }),
    ...[...triggers.values()].flatMap((of): Layer[] =>
      of[0] ? [{ kind: 'event', ...span(of[0].of.trigger), of }] : [],
    ),
    ...judgements.flatMap((of): Layer[] =>
      of.kind === 'missing'
        ? [{ kind: 'missing', start: Number(of.detail.start), end: Number(of.detail.end), of }]
        : [],
    ),
  ]
}

/** The sentence that holds a letter; the letter alone where none does. */
function hereOf({ sentences, article }: ArticleAnswer['reading'], at: number | undefined): Layer[] {
  if (at === undefined || at >= article.text.length) return []
  const { start, end } = sentences.find((s) => s.start <= at && at < s.end) ?? { start: at, end: at + 1 }
  return [{ kind: 'here', start, end }]
}
