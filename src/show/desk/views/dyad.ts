import { html } from 'hono/html'
import type { DyadAnswer, Exchange } from '../../../record/index.ts'
import type { Section } from '../../questions/question.ts'
import { counted } from '../../questions/words.ts'
import { figureOf } from '../parts/figure.ts'
import { eventLine } from '../parts/lines.ts'
import { calledThe } from '../parts/names.ts'
import { pager } from '../parts/tables.ts'
import { dayInWords, deedInWords } from '../parts/words.ts'
import { drawDyad } from '../pictures/dyad.ts'
import { type Html, type PageContext, viewOf } from '../view.ts'

type Timeline = NonNullable<DyadAnswer['timeline']>
type Names = readonly [string, string]

/** Two parties facing each other: the picture, the words that deeds carried out, then every exchange with its sentence. */
export const dyadView = viewOf<DyadAnswer>((answer, page) => {
  const { parties, timeline, rows } = answer
  const names: Names = [calledThe(parties[0].name), calledThe(parties[1].name)]
  const [a, b] = [page.input.actor, page.input.recipient].map((asked) => encodeURIComponent(String(asked)))
  const others = html`<p class="quiet">The same seen from the other side: <a href="${page.href(`/dyad/${b}/${a}`)}">${names[1]} and ${names[0]}</a>. Each alone: <a href="${page.href(`/actor/${a}`)}">${names[0]}</a>, <a href="${page.href(`/actor/${b}`)}">${names[1]}</a>. What came of their words: <a href="${page.href(`/words-and-deeds/${a}`)}">${names[0]}</a>, <a href="${page.href(`/words-and-deeds/${b}`)}">${names[1]}</a>.</p>`
  const title = `${parties[0].name} and ${names[1]}`
  if (rows.length === 0)
    return {
      title,
      body: html`<p class="empty">Here would stand everything that ${names[0]} and ${names[1]} did and said to each other. Nothing between the two is in the record${Object.keys(page.filter).length > 0 ? ' under this filter' : ''}. Articles are added with <code class="code">rubicon add FOLDER</code>.</p>${others}`,
    }
  return {
    title,
    lede: timeline ? sumInWords(timeline, names) : 'The exchanges, continued.',
    body: html`${others}${timeline && timeline.marks.length > 1 ? figure(answer, timeline, names, page) : ''}
<section><h2>${timeline ? 'Every exchange, in the order of days' : 'Further exchanges'}</h2>
<div class="facing-heads" aria-hidden="true"><p>${parties[0].name} to ${names[1]}</p><p>${parties[1].name} to ${names[0]}</p></div>
${byDay(rows).map(([day, own]) => html`<div class="facing"><p class="facing-day">${day}</p>${own.map((e) => html`<div class="side-${e.direction}">${eventLine(e, page, { withDay: false })}</div>`)}</div>`)}
${pager(page)}</section>`,
  }
})

function sumInWords({ marks, cut }: Timeline, [a, b]: Names): string {
  const went = (way: string, kind: number) =>
    marks.filter((m) => m.direction === way && m.quadClass % 2 === kind).length
  const side = (who: string, way: string, whom: string) =>
    `${who} spoke to or of ${whom} ${times(went(way, 1))} and acted ${times(went(way, 0))}`
  const both = went('both', 0) + went('both', 1)
  const sentence = `${side(a, 'to', b)}; ${side(b, 'from', a)}${both > 0 ? `; ${both === 1 ? 'one exchange went' : `${both} exchanges went`} both ways` : ''}.`
  return cut ? `Of the latest exchanges: ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function times(n: number): string {
  return ['never', 'once', 'twice'][n] ?? `${n} times`
}

function figure(answer: DyadAnswer, timeline: Timeline, names: Names, page: PageContext): Html {
  const [first, last] = [timeline.marks[0]?.day ?? '', timeline.marks.at(-1)?.day ?? '']
  return figureOf(
    {
      title: `Words and deeds, ${first === last ? dayInWords(first) : `${dayInWords(first)} to ${dayInWords(last)}`}`,
      sentence: whatToSee(timeline, names),
      draw: (width) => drawDyad(answer, { width, href: page.href }),
      table: markTable(timeline, names),
    },
    page,
  )
}

function whatToSee({ marks, carriedOut, silences, usual, cut }: Timeline, [a, b]: Names): string {
  return [
    `Above the axis what ${a} did and said to ${b}, below what came back.`,
    'Words are open and stand outside, deeds filled and inside; circles cooperate, squares fight; the more independent origins, the larger.',
    carriedOut.length > 0
      ? `A thin line leads from words to the deed that carried them out${carriedOut.some((c) => c.sure === 'weak') ? ', dashed where the pairing is weak' : ''}.`
      : marks.some((m) => m.type === 'THREATEN' || m.type === 'AGREE')
        ? 'No threat or promise is seen carried out.'
        : '',
    silences.length > 0
      ? `Shaded: silence, where ${usual === 1 ? 'an exchange on every day' : `an exchange every ${counted(usual ?? 1, 'day')}`} is usual.`
      : '',
    cut ? 'Earlier exchanges are left away: narrow the days to see them.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function markTable({ marks, carriedOut }: Timeline, [a, b]: Names): Section {
  return {
    title: 'The marks',
    columns: ['day', 'who to whom', 'what', 'status', 'independent origins', 'reports', 'carried out by', 'id'],
    rows: marks.map((m) => {
      const deed = carriedOut.find((c) => c.words === m.id)
      return {
        cells: [
          m.last > m.day ? `${m.day} to ${m.last}` : m.day,
          m.direction === 'both' ? `${a} and ${b}, each way` : m.direction === 'to' ? `${a} to ${b}` : `${b} to ${a}`,
          `${deedInWords(m.type, false)} (${m.type})`,
          m.status,
          String(m.origins),
          String(m.reports),
          deed?.deed ?? '',
          m.id,
        ],
        quadClass: m.quadClass,
      }
    }),
    empty: '',
  }
}

function byDay(rows: readonly Exchange[]): [day: string, rows: Exchange[]][] {
  const days = new Map<string, Exchange[]>()
  for (const row of rows) {
    const day = row.day === null ? 'No date in the text' : dayInWords(row.day)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days]
}
