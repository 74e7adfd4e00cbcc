import type { Db } from '../../record/index.ts'
import { csvOf } from './csv.ts'
import { geojsonOf } from './geojson.ts'
import { parquetOf } from './parquet.ts'
import type { ExportTable } from './tables.ts'

/** An export as pieces to write one after the other. */
export type ExportFormat = {
  readonly name: string
  readonly ending: string
  /** The tables it can hold; all where none are named. */
  readonly only?: readonly string[]
  readonly write: (table: ExportTable, db: Db, asOf?: string) => AsyncGenerator<string | Uint8Array>
}

const csv: ExportFormat = {
  name: 'csv',
  ending: '.csv',
  write: async function* (table, db, asOf) {
    const columns = table.columns.map((c) => c.name)
    yield csvOf(columns, [], { head: true })
    for await (const rows of table.rows(db, asOf)) yield csvOf(columns, rows, { head: false })
  },
}

const jsonl: ExportFormat = {
  name: 'jsonl',
  ending: '.jsonl',
  write: async function* (table, db, asOf) {
    for await (const rows of table.rows(db, asOf)) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  },
}

const parquet: ExportFormat = { name: 'parquet', ending: '.parquet', write: parquetOf }
const geojson: ExportFormat = { name: 'geojson', ending: '.geojson', only: ['events', 'reports'], write: geojsonOf }

export const EXPORT_FORMATS: readonly ExportFormat[] = [csv, jsonl, parquet, geojson]

/** What each column of a table means, for the file that goes beside an export. */
export function dictionaryOf(table: ExportTable): string {
  return `${JSON.stringify({ table: table.name, columns: table.columns }, null, 2)}\n`
}
