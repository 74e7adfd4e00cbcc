import type { Section } from '../../show/index.ts'
import { type Line, painted, type Style, table, widthOf, wrapped } from './layout.ts'

type Look = { readonly width: number; readonly colour: boolean }

/** A section of an answer as a terminal shows it: its title, and a table as wide as the terminal allows. */
export function sectionText({ title, columns, rows, empty }: Section, { width, colour }: Look): string {
  const whole = Math.max(60, Math.min(width, 160))
  const head: Line[] = [[{ text: title, styles: ['bold'] }], []]
  if (rows.length === 0)
    return [...head, [{ text: empty, styles: ['dim' as const] }], []]
      .map((line) => `${painted(line, colour)}\n`)
      .join('')
  const widths = widthsOf(columns, rows, whole)
  const under = (r: number): Line[] => (rows[r]?.under ?? []).flatMap((line) => wrapped([{ text: line }], whole - 4))
  const body = table(
    columns.map((name, i) => ({ head: name, width: widths[i] ?? 4 })),
    rows.map((row) =>
      row.cells.map((cell, i) => [
        { text: cell, ...(i === 0 && row.quadClass && { styles: [`quad${row.quadClass}` as Style] }) },
      ]),
    ),
    rows.some((row) => row.under && row.under.length > 0) ? under : undefined,
  )
  return [...head, ...body, []].map((line) => `${painted(line, colour)}\n`).join('')
}

/** As wide as what stands in each; where that is too much, the widest give way first. */
function widthsOf(columns: readonly string[], rows: Section['rows'], whole: number): number[] {
  const widths = columns.map((name, i) => Math.max(widthOf(name), ...rows.map((row) => widthOf(row.cells[i] ?? ''))))
  const room = whole - 2 * (columns.length - 1)
  while (widths.reduce((a, b) => a + b, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= 6) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}
