import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { html } from 'hono/html'
import type { EventAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { dayInWords } from '../parts/words.ts'
import type { Html } from '../view.ts'
import { textWidth, wrapped } from './text.ts'

export type NumberClaim = EventAnswer['numbers'][number]
type Answer = Pick<EventAnswer, 'numbers'> & { readonly event: Pick<EventAnswer['event'], 'killed' | 'injured'> }

const ROWS = 18
const RIGHT = 64

/** One row a claim: a dot at its number, a whisker from low to high, who says it and when; who denies it is an open dot at zero. */
export function drawNumbers(answer: Answer, { width }: { readonly width: number }): Html {
  const id = `numbers-${width}`
  const wide = width > 700
  const parts: Html[] = []
  let y = 4
  for (const about of ['killed', 'injured'] as const) {
    const claims = answer.numbers.filter((c) => c.about === about)
    if (claims.length === 0) continue
    const panel = onePanel({ about, claims, best: claims.length > 1 ? mostSay(claims) : null }, { width, wide, top: y })
    parts.push(panel.drawn)
    y = panel.bottom + 28
  }
  const sums = (['killed', 'injured'] as const).flatMap((about) => {
    const toll = answer.event[about]
    return toll ? [`${toll.low === toll.high ? toll.low : `${toll.low} to ${toll.high}`} ${about}`] : []
  })
  return html`<svg class="drawing numbers" viewBox="0 0 ${width} ${y - 12}" width="${width}" height="${y - 12}" role="img" aria-labelledby="${id}"><title id="${id}">Who gives which number: ${sums.join(', ')}</title>${parts}</svg>`
}

type Panel = { readonly about: string; readonly claims: readonly NumberClaim[]; readonly best: number | null }
type Place = { readonly width: number; readonly wide: boolean; readonly top: number }

function onePanel({ about, claims, best }: Panel, { width, wide, top }: Place): { drawn: Html; bottom: number } {
  const shown = claims.slice(0, ROWS)
  const left = wide ? 330 : 10
  const row = wide ? 40 : 58
  const first = top + (best === null ? 34 : 50)
  const bottom = first + row * shown.length + (claims.length > ROWS ? 18 : 0)
  const x = scaleLinear()
    .domain([0, Math.max(1, max(shown, (c) => c.high) ?? 1)])
    .range([left, width - RIGHT])
  const ticks = x.ticks(wide ? 8 : 4).filter(Number.isInteger)
  const end = first + row * shown.length
  const drawn = html`<text class="about" x="0" y="${top + 14}">${about === 'killed' ? 'Killed' : 'Injured'}</text>
${ticks.map((t) => html`<path class="grid" d="M${x(t)},${first - 6}V${end}"/><text class="quiet-text" x="${x(t)}" y="${end + 14}" text-anchor="middle">${t.toLocaleString('en-US')}</text>`)}
${best === null ? '' : bestLine(x(best), { words: `most origins say ${best === 0 ? 'none' : best.toLocaleString('en-US')}`, top: first - 6, end, width })}
${shown.map((claim, i) => claimRow(claim, { x, left, wide, top: first + row * i }))}
${claims.length > ROWS ? html`<text class="quiet-text" x="0" y="${end + 14}">and ${counted(claims.length - ROWS, 'more claim')}</text>` : ''}`
  return { drawn, bottom: bottom + 6 }
}

function bestLine(
  at: number,
  { words, top, end, width }: { words: string; top: number; end: number; width: number },
): Html {
  const half = textWidth(words) / 2
  const middle = Math.min(Math.max(at, half), width - half)
  return html`<path class="best" d="M${at},${top}V${end}"/><text x="${middle}" y="${top - 6}" text-anchor="middle">${words}</text>`
}

type Row = { readonly x: (n: number) => number; readonly left: number; readonly wide: boolean; readonly top: number }

function claimRow(claim: NumberClaim, { x, left, wide, top }: Row): Html {
  const none = claim.best === 0
  const y = top + (wide ? 17 : 40)
  const [who = ''] = wrapped(claim.name, { width: wide ? left - 24 : 340, lines: 1, size: 13 })
  const right = Math.max(x(claim.high), x(claim.best)) + 10
  const whisker =
    claim.low < claim.high || (none && claim.high > 0)
      ? html`<path class="whisker${claim.denied ? ' denied' : ''}" d="M${x(claim.low)},${y}H${x(claim.high)}M${x(claim.low)},${y - 5}v10M${x(claim.high)},${y - 5}v10"/>`
      : ''
  return html`<g class="claim"><text class="who" x="0" y="${top + 14}">${who}</text><text class="quiet-text" x="0" y="${top + 29}">${whenWords(claim)}</text>${whisker}<circle class="${none ? 'dot none' : 'dot'}" cx="${x(claim.best)}" cy="${y}" r="5.5"/><text x="${right}" y="${y + 4}">${numberWords(claim)}</text></g>`
}

/** The number that more origins give than any other; null where none is ahead. */
export function mostSay(claims: readonly NumberClaim[]): number | null {
  const by = new Map<number, Set<string>>()
  for (const { best, name } of claims) by.set(best, (by.get(best) ?? new Set()).add(name))
  const [first, second] = [...by].sort((a, b) => b[1].size - a[1].size)
  return first && first[1].size > (second?.[1].size ?? 0) ? first[0] : null
}

/** "none", "denies 80", "5 to 7", "176". */
export function numberWords({ low, high, denied }: NumberClaim): string {
  const range =
    low === high ? low.toLocaleString('en-US') : `${low.toLocaleString('en-US')} to ${high.toLocaleString('en-US')}`
  if (denied && high > 0) return `denies ${range}`
  return high === 0 ? 'none' : range
}

function whenWords({ published, reports }: NumberClaim): string {
  const day = published ? `reported on ${dayInWords(published, { short: true })}` : 'no date given'
  return reports > 1 ? `${day}, ${reports} reports` : day
}
