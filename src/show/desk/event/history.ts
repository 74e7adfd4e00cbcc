import { html } from 'hono/html'
import type { EventAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { dateInWords, dayInWords } from '../parts/words.ts'
import type { Html } from '../view.ts'

type Held = EventAnswer['history'][number]
type Column = 'type' | 'status' | 'day' | 'place' | 'killed' | 'injured' | 'origins' | 'reports'

const COLUMNS: readonly (readonly [Column, string])[] = [
  ['type', 'type'],
  ['status', 'status'],
  ['day', 'day'],
  ['place', 'place'],
  ['killed', 'killed'],
  ['injured', 'injured'],
  ['origins', 'origins'],
  ['reports', 'reports'],
]
const NO_DAY = '9999-12-31'

/** What the record held of an event over time: the changes in words, then every version as a table. */
export function historyOf({ history }: EventAnswer): Html {
  const [first] = history
  if (!first) return html``
  const told = history.flatMap((held, i) => {
    const change = i === 0 ? firstWords(held) : changeWords(history[i - 1] ?? held, held)
    return change === ''
      ? []
      : [html`<li><time datetime="${held.from}">${momentInWords(held.from)}</time> ${change}</li>`]
  })
  return html`<section class="history"><h2>What the record held</h2><ol>${told}</ol>
<details><summary>${history.length === 1 ? 'The one version' : `All ${history.length} versions`} as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="What the record held, as a table"><table><thead><tr><th scope="col">held from</th>${COLUMNS.map(([, name]) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${history.map((held, i) => row(held, history[i - 1]))}</tbody></table></div></details></section>`
}

function row(held: Held, before: Held | undefined): Html {
  return html`<tr><td>${momentInWords(held.from)}</td>${COLUMNS.map(([column]) => {
    const value = cellOf(held, column)
    return html`<td${before && cellOf(before, column) !== value ? html` class="changed"` : ''}>${value}</td>`
  })}</tr>`
}

function cellOf(held: Held, column: Column): string {
  const value = held[column]
  return value === null ? 'none' : value === NO_DAY ? 'no date' : String(value)
}

function firstWords(held: Held): string {
  const toll = held.killed ? `, ${held.killed} killed` : ''
  return `first held: ${held.status}, ${dayWords(held.day)}${toll}; ${counted(held.reports, 'report')}`
}

/** "now held as happened (alleged before); killed 7 (5 before)"; empty where only more of the same was reported. */
function changeWords(before: Held, now: Held): string {
  const differ = COLUMNS.filter(
    ([column]) => column !== 'origins' && column !== 'reports' && before[column] !== now[column],
  )
  return differ
    .map(([column, name]) => {
      const [was, is] = [before, now].map((held) => (column === 'day' ? dayWords(held.day) : cellOf(held, column)))
      return `${name} ${is} (before: ${was})`
    })
    .join('; ')
}

function dayWords(day: string): string {
  return day === NO_DAY ? 'no date' : dayInWords(day)
}

/** "24 November 2026, 11:55 UTC". */
function momentInWords(at: string): string {
  return `${dateInWords(at)}, ${at.slice(11, 16)} UTC`
}
