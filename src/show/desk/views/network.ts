import { html } from 'hono/html'
import { RELATION_TYPES } from '../../../codebook/index.ts'
import type { DayCount, NetworkAnswer, NetworkTie } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { dated, daySlider } from '../parts/day-slider.ts'
import { figureOf } from '../parts/figure.ts'
import { isLoose, TIE_WORDS, tieLine } from '../parts/tie-line.ts'
import { dayInWords } from '../parts/words.ts'
import { dayAfter } from '../pictures/day-bars.ts'
import { drawNetwork, NARROW_TIES, tieInWords } from '../pictures/network.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

type Answer = NetworkAnswer & { readonly day: string | null; readonly days: readonly DayCount[] }

/** Who stands with, behind and against whom on a day: the picture, then every tie with its sentence. */
export const networkView = viewOf<Answer>((answer, page) => {
  const { ties, more, published } = answer
  const day = answer.day ?? published.last
  const until = day ? ` up to ${dayInWords(day)}` : ''
  if (ties.length === 0)
    return {
      title: 'Network',
      body: html`${dayForm(answer, page)}${dated(html`<p class="empty">Here would stand who backs, leads, opposes or speaks for whom. No such tie was stated${until} under this choice. Articles are added with <code class="code">rubicon add FOLDER</code>.</p>`)}`,
    }
  return {
    title: 'Network',
    lede: `Who stands with, behind and against whom, as articles stated it${until}.`,
    body: html`${dayForm(answer, page)}${dated(html`${figureOf(
      {
        title: more ? `The ${ties.length} ties stated most often` : counted(ties.length, 'tie'),
        sentence: html`An arrow goes from the one who backs, leads, opposes, speaks for or is part of the other. ${looseInWords(ties)} ${more ? 'Ties between two who have a name come before others. ' : ''}An actor keeps nearly the same place on every day.${ties.length > NARROW_TIES ? html`<span class="when-narrow"> So narrow a picture has room for ${NARROW_TIES} of them; all stand below.</span>` : ''}`,
        draw: (width) => drawNetwork(answer, { width, href: page.href }),
        table: {
          title: 'The ties',
          columns: ['tie', 'stated first', 'last'],
          rows: ties.map((t) => ({ cells: [tieInWords(t), t.first ?? 'no date', t.last ?? 'no date'] })),
          empty: '',
        },
      },
      page,
    )}
<section><h2>Every tie with its sentence</h2>${ties.map((t) => tieLine(t, page))}</section>`)}`,
  }
})

function looseInWords(ties: readonly NetworkTie[]): string {
  const loose = ties.filter(isLoose).length
  if (loose === 0) return 'All of them are stated plainly by some outlet.'
  return `${loose === 1 ? 'One is' : `${loose} are`} dashed: nobody states ${loose === 1 ? 'it' : 'them'} but with a hedge, or as somebody’s claim.`
}

/** The days to go along, and which ties are shown. */
function dayForm({ day, published, days }: Answer, page: PageContext): Html {
  const { input } = page
  const [first, last] = [published.first, published.last]
  if (!first || !last) return html``
  const at = day ?? last
  return daySlider({
    days,
    first,
    last,
    day: at,
    lit: { from: '', until: dayAfter(at) },
    sets: 'day',
    link: (_, next) => page.href('/network', { ...asked(input), day: dayBefore(next) }),
    action: '/network',
    fields: html`${Object.entries(page.filter).map(([name, value]) => (name === 'actor' ? '' : html`<input type="hidden" name="${name}" value="${value}">`))}
<label>As stated up to <input type="date" name="day" value="${at}" min="${first}" max="${last}"></label>
<label>Ties <select name="tie"><option value="">of every kind</option>${RELATION_TYPES.map((t) => html`<option value="${t}"${input.tie === t ? html` selected` : ''}>${TIE_WORDS[t] ?? t}</option>`)}</select></label>
<label>Only of <input type="text" name="actor" value="${String(input.actor ?? '')}" placeholder="IRN, or a name"></label>
<button>Show</button>${day ? html`<a href="${page.href('/network', asked(input))}">The last day</a>` : ''}`,
  })
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

function asked(input: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  return { tie: input.tie as string | undefined, actor: input.actor as string | undefined }
}
