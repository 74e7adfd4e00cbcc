import { html } from 'hono/html'
import type { EventAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { channelInWords } from '../parts/channels.ts'
import { figureOf } from '../parts/figure.ts'
import { drawNumbers, numberWords } from '../pictures/numbers.ts'
import { drawOrigins } from '../pictures/origins.ts'
import type { Html, PageContext } from '../view.ts'

/** The picture of who gives which number of killed and injured; a sentence where one claim stands alone. */
export function numbersFigure(answer: EventAnswer, page: PageContext): Html {
  const { numbers } = answer
  const [only, second] = numbers
  if (!only) return html``
  if (!second) {
    const number = only.high === 0 ? `nobody was ${only.about}` : `${numberWords(only)} were ${only.about}`
    const says =
      only.denied && only.high > 0
        ? `${only.name} denies that ${only.high} were ${only.about}`
        : `${only.name} says that ${number}`
    return html`<section><h2>How many</h2><p>One origin alone gives a number: ${says}.</p></section>`
  }
  const apart = answer.event.disputed.some((about) => about === 'killed' || about === 'injured')
  return figureOf(
    {
      title: apart ? 'Numbers in dispute' : 'How many',
      sentence: `One row for each origin and number, earliest report first: a dot at the number, a line where a range is given, an open dot at zero where the claim is that there were none. ${apart ? 'The record keeps them all and takes no side.' : 'They agree.'}`,
      draw: (width) => drawNumbers(answer, { width }),
      table: {
        title: 'Who gives which number',
        columns: ['who', 'about', 'number', 'reported', 'reports', 'article'],
        rows: numbers.map((c) => ({
          cells: [
            c.name,
            c.about,
            numberWords(c),
            c.published ?? 'no date',
            String(c.reports),
            c.evidence?.article ?? '',
          ],
          under: c.evidence
            ? [`“${c.evidence.text.replace(/\s+/g, ' ').trim()}” (${c.evidence.outlet ?? 'no outlet'})`]
            : [],
        })),
        empty: 'Nobody gives a number.',
      },
    },
    page,
  )
}

/** The picture of where an event's reports come from. */
export function originsFigure(answer: EventAnswer, page: PageContext): Html {
  const { event, origins } = answer
  const how =
    event.origins === event.reports
      ? `Each of the ${counted(event.reports, 'report')} has an origin of its own.`
      : event.origins === 1
        ? `All ${counted(event.reports, 'report')} go back to one independent origin.`
        : `${counted(event.reports, 'report')} go back to ${counted(event.origins, 'independent origin')}.`
  return figureOf(
    {
      title: 'Where it comes from',
      sentence: `${event.reports === 1 ? 'One report, one origin.' : how} First who says so, then by which channel and in which outlet; one square for each report. A filled dot is a named speaker, an open one an unnamed source, a square mark an outlet in its own words.`,
      draw: (width) => drawOrigins(answer, { width }),
      table: {
        title: 'Origins',
        columns: ['origin', 'kind', 'independent', 'reports', 'by way of', 'id'],
        rows: origins.map((o) => ({
          cells: [
            o.name,
            o.kind === 'unnamed' ? 'unnamed source' : o.kind,
            o.counts === null ? 'not known' : o.counts === 'itself' ? 'yes' : o.counts,
            String(o.reports),
            o.ways
              .map(
                (w) =>
                  `${channelInWords(w.channel)}, ${w.outlet}${w.reprints.length > 0 ? `, reprinted by ${w.reprints.join(', ')}` : ''}`,
              )
              .join('; '),
            o.actor?.id ?? '',
          ],
        })),
        empty: 'No origin.',
      },
    },
    page,
  )
}
