import { html } from 'hono/html'
import type { DayCount } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { figureOf } from '../parts/figure.ts'
import { toldInWords } from '../parts/told.ts'
import { dayInWords, QUAD_NAMES } from '../parts/words.ts'
import { barsOf, dayAfter, MOST_BARS, mainStretch } from '../pictures/day-bars.ts'
import { unitInWords } from '../pictures/day-words.ts'
import { daysPicture } from '../pictures/days.ts'
import type { Html, PageContext } from '../view.ts'

/** The picture of the days with its words and its table; a click on a day looks at that day alone. */
export function daysFigure(days: readonly DayCount[], page: PageContext): Html {
  const { from, until } = page.filter
  const stretch = mainStretch(days)
  if (!stretch) return html``
  // Where a first day is asked for, everything after it is drawn: nothing is left out for lying far away.
  const drawn = from ? { from: days[0]?.day ?? from, until: stretch.until, before: 0 } : stretch
  const lit = from || until ? { from: from ?? '', until: until ?? '9999' } : undefined
  const link = (first: string, next: string): string => page.href('/', { from: first, until: next, since: undefined })
  const { unit, bars } = barsOf(days, { ...drawn, most: MOST_BARS })
  const busiest = [...bars].sort((a, b) => b.events - a.events)[0]
  const before =
    drawn.before > 0
      ? html` ${counted(drawn.before, 'event')} of earlier days, the first ${dayInWords(days[0]?.day ?? '')}, ${drawn.before === 1 ? 'is' : 'are'} in the table alone.`
      : ''
  const rows = [
    ...barsOf(
      days.filter((d) => d.day < drawn.from),
      { from: days[0]?.day ?? '', until: drawn.from, most: 40 },
    ).bars,
    ...bars,
  ]
  return figureOf(
    {
      title: unit === 'day' ? 'The days, in words and deeds' : `The ${unit}s, in words and deeds`,
      sentence: html`What was said stands above the line, what was done below it; what led the busiest ${unit}s stands in words.${busiest ? ` The busiest is ${unitInWords(busiest, unit)}, with ${counted(busiest.events, 'event')}.` : ''} A click on a ${unit} looks at it alone.${before}`,
      draw: (width) => daysPicture({ days, from: drawn.from, until: drawn.until, lit, link }, width),
      table: {
        title: 'Events by day',
        columns: ['day', ...([3, 1, 4, 2] as const).map((q) => QUAD_NAMES[q]), 'led by'],
        rows: rows
          .filter((bar) => bar.events > 0)
          .map((bar) => ({
            cells: [
              bar.until === dayAfter(bar.from)
                ? dayInWords(bar.from)
                : `${dayInWords(bar.from)} up to ${dayInWords(bar.until)}`,
              ...([3, 1, 4, 2] as const).map((q) => String(bar.counts[q])),
              bar.lead ? toldInWords(bar.lead) : '',
            ],
          })),
        empty: 'No day has an event.',
      },
    },
    page,
  )
}
