import { linkHorizontal } from 'd3-shape'
import { html } from 'hono/html'
import type { EventAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import type { Html } from '../view.ts'
import { type Drawn, firstUncounted, reprintWords, type Trunk, trunksOf, UNCOUNTED } from './origin-rows.ts'
import { textWidth, wrapped } from './text.ts'

type Answer = Pick<EventAnswer, 'origins'> & {
  readonly event: Pick<EventAnswer['event'], 'reports' | 'origins' | 'articles'>
}

const ROWS = 32
const ROW = 24
const GAP = 12
/** Where the columns of the wide drawing begin: who, by which channel, carried by, reports. */
const COLUMNS = { origin: 22, channel: 372, outlet: 612, reports: 872 } as const

/** The tree of an event's origins from left to right: who, by which channel, in which outlet, and one square for each report. */
export function drawOrigins(answer: Answer, { width }: { readonly width: number }): Html {
  const drawn = trunksOf(answer.origins, ROWS)
  return width > 700 ? wideTree(answer, drawn, width) : narrowTree(answer, drawn, width)
}

function wideTree({ event }: Answer, { trunks, left }: Drawn, width: number): Html {
  const top = 64
  const parts: Html[] = []
  let y = top
  for (const [i, trunk] of trunks.entries()) {
    if (firstUncounted({ trunks, left }, i)) {
      parts.push(html`<text class="quiet-text" x="0" y="${y + 14}">${UNCOUNTED.join(' ')}</text>`)
      y += 30
    }
    parts.push(wideTrunk(trunk, y, width))
    y += ROW * trunk.branches.reduce((n, b) => n + b.ways.length, 0) + GAP
  }
  const height = y + (left.origins > 0 ? 16 : 0)
  const head = (x: number, n: number, what: string) =>
    html`<text x="${x}" y="24"><tspan class="figure">${n.toLocaleString('en-US')}</tspan> <tspan class="quiet-text">${what}</tspan></text>`
  return frame({ event, width, height }, [
    head(0, event.origins, event.origins === 1 ? 'independent origin' : 'independent origins'),
    html`<text class="quiet-text" x="${COLUMNS.channel}" y="24">by which channel</text><text class="quiet-text" x="${COLUMNS.outlet}" y="24">carried by</text>`,
    head(
      COLUMNS.reports,
      event.reports,
      `${event.reports === 1 ? 'report' : 'reports'} in ${counted(event.articles, 'article')}`,
    ),
    html`<path class="axis" d="M0,38H${width}"/>`,
    ...parts,
    restWords(left, COLUMNS.origin, y + 4),
  ])
}

function wideTrunk(trunk: Trunk, top: number, width: number): Html {
  const rows = trunk.branches.reduce((n, b) => n + b.ways.length, 0)
  const middle = top + (ROW * rows) / 2
  const [name = ''] = wrapped(trunk.name, { width: COLUMNS.channel - COLUMNS.origin - 40, lines: 1, size: 13 })
  const from = COLUMNS.origin + textWidth(name, 13) + 8
  const parts: Html[] = []
  let y = top
  for (const { channel, ways } of trunk.branches) {
    const at = y + (ROW * ways.length) / 2
    parts.push(link(from, middle, COLUMNS.channel - 8, at))
    parts.push(html`<text class="quiet-text" x="${COLUMNS.channel}" y="${at + 4}">${channel}</text>`)
    const to = COLUMNS.channel + textWidth(channel) + 8
    for (const way of ways) {
      const row = y + ROW / 2
      const [outlet = ''] = wrapped(way.outlet, { width: COLUMNS.reports - COLUMNS.outlet - 16, lines: 1 })
      parts.push(link(to, at, COLUMNS.outlet - 8, row))
      parts.push(html`<text x="${COLUMNS.outlet}" y="${row + 4}">${outlet}</text>`)
      parts.push(squares(way.reports, COLUMNS.reports, row, 14))
      const beside = COLUMNS.reports + squaresWidth(way.reports, 14) + 8
      const words = reprintWords(way, width - beside)
      if (words) parts.push(html`<text class="quiet-text" x="${beside}" y="${row + 4}">${words}</text>`)
      y += ROW
    }
  }
  return html`<g class="origin ${trunk.kind}">${kindMark(trunk, 8, middle)}<text class="who" x="${COLUMNS.origin}" y="${middle + 4}">${name}</text>${parts}</g>`
}

function narrowTree({ event }: Answer, { trunks, left }: Drawn, width: number): Html {
  const parts: Html[] = []
  let y = 76
  for (const [i, trunk] of trunks.entries()) {
    if (firstUncounted({ trunks, left }, i))
      for (const line of wrapped(UNCOUNTED.join(' '), { width, lines: 4 })) {
        parts.push(html`<text class="quiet-text" x="0" y="${y}">${line}</text>`)
        y += 16
      }
    const names = wrapped(trunk.name, { width: width - 30, lines: 2, size: 13 })
    const first = y
    parts.push(kindMark(trunk, 8, y - 4))
    for (const line of names) {
      parts.push(html`<text class="who" x="22" y="${y}">${line}</text>`)
      y += 17
    }
    for (const { channel, ways } of trunk.branches)
      for (const way of ways) {
        const words = [`${channel} → ${way.outlet}`, reprintWords(way)].filter(Boolean).join(', ')
        const lines = wrapped(words, { width: width - 40, lines: 2 })
        parts.push(html`<path class="branch" d="M8,${first + 4}V${y - 4}H28"/>`)
        for (const line of lines) {
          parts.push(html`<text x="34" y="${y}">${line}</text>`)
          y += 15
        }
        parts.push(squares(way.reports, 34, y - 4, 22))
        y += 20
      }
    y += 10
  }
  const head = (row: number, n: number, what: string) =>
    html`<text x="0" y="${row}"><tspan class="figure">${n.toLocaleString('en-US')}</tspan> <tspan class="quiet-text">${what}</tspan></text>`
  return frame({ event, width, height: y + (left.origins > 0 ? 10 : 0) }, [
    head(20, event.origins, event.origins === 1 ? 'independent origin' : 'independent origins'),
    head(46, event.reports, `${event.reports === 1 ? 'report' : 'reports'} in ${counted(event.articles, 'article')}`),
    html`<path class="axis" d="M0,56H${width}"/>`,
    ...parts,
    restWords(left, 22, y),
  ])
}

function frame(
  { event, width, height }: { readonly event: Answer['event']; readonly width: number; readonly height: number },
  parts: readonly Html[],
): Html {
  const id = `origins-${width}`
  return html`<svg class="drawing origins" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}"><title id="${id}">Where ${counted(event.reports, 'report')} come from: ${counted(event.origins, 'independent origin')}</title>${parts}</svg>`
}

/** A named speaker is a filled dot, an unnamed one an open dot, an outlet in its own words a square. */
function kindMark({ kind }: Trunk, x: number, y: number): Html {
  return kind === 'speaker' || kind === 'unnamed'
    ? html`<circle class="kind ${kind}" cx="${x}" cy="${y}" r="5"/>`
    : html`<rect class="kind ${kind}" x="${x - 5}" y="${y - 5}" width="10" height="10"/>`
}

/** One square for each report, `most` at most; what does not fit is a number. */
function squares(reports: number, x: number, y: number, most: number): Html {
  const shown = reports > most ? most - 3 : reports
  return html`${Array.from({ length: shown }, (_, i) => html`<rect class="report" x="${x + 11 * i}" y="${y - 4}" width="8" height="8"/>`)}${shown < reports ? html`<text x="${x + 11 * shown + 2}" y="${y + 4}">+${reports - shown}</text>` : ''}`
}

function squaresWidth(reports: number, most: number): number {
  return 11 * Math.min(reports, most)
}

function link(x0: number, y0: number, x1: number, y1: number): Html {
  const d = linkHorizontal()({ source: [x0, y0], target: [Math.max(x0, x1), y1] })
  return html`<path class="branch" d="${d}"/>`
}

function restWords({ origins, reports }: Drawn['left'], x: number, y: number): Html {
  return origins === 0
    ? html``
    : html`<text class="quiet-text" x="${x}" y="${y}">and ${counted(origins, 'more origin')} with ${counted(reports, 'report')}</text>`
}
