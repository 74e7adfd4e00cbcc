import type { Reading } from '../codebook/index.ts'
import { csvHead, csvRows } from './formats/csv.ts'
import { HTML_TAIL, htmlHead, htmlReading } from './formats/html.ts'
import { textPage } from './formats/text.ts'

/** What a format writes before, for and after each reading. */
export type Writer = {
  readonly head: string
  readonly one: (reading: Reading, n: number) => string
  readonly tail: string
}

type Look = { readonly several: boolean; readonly table: string; readonly width: number; readonly colour: boolean }

/** The formats by name. */
export const WRITERS: Readonly<Record<string, (look: Look) => Writer>> = {
  text: ({ width, colour }) => ({
    head: '',
    one: (reading, n) =>
      (n === 0 ? '' : `\n${'═'.repeat(Math.max(60, Math.min(width, 132)))}\n\n`) + textPage(reading, { width, colour }),
    tail: '',
  }),
  json: ({ several }) =>
    several
      ? { head: '[', one: (reading, n) => `${n === 0 ? '\n' : ',\n'}${JSON.stringify(reading)}`, tail: '\n]\n' }
      : { head: '', one: (reading) => `${JSON.stringify(reading, null, 2)}\n`, tail: '' },
  jsonl: () => ({ head: '', one: (reading) => `${JSON.stringify(reading)}\n`, tail: '' }),
  html: () => ({ head: htmlHead('Readings'), one: htmlReading, tail: HTML_TAIL }),
  csv: ({ table }) => ({ head: csvHead(table), one: (reading) => csvRows(reading, table), tail: '' }),
}
