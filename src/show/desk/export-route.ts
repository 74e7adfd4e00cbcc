import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { AppError } from '../../base/index.ts'
import type { Db } from '../../record/index.ts'
import { dictionaryOf, EXPORT_FORMATS } from '../export/formats.ts'
import { EXPORT_TABLES } from '../export/tables.ts'

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  geojson: 'application/geo+json',
}

/** A whole table of the record as a file, streamed: `/export/events.csv`; `/export/events.columns.json` says what its columns mean. */
export function exportFile(c: Context, db: Db, file: string): Response {
  const [, name = '', ending = ''] = /^([a-z]+)\.(.+)$/.exec(file) ?? []
  const table = EXPORT_TABLES.find((t) => t.name === name)
  if (!table)
    throw new AppError(
      'desk.no-such-export',
      `there is no export ${file}. There are: ${EXPORT_TABLES.map((t) => t.name).join(', ')}`,
    )
  if (ending === 'columns.json') return c.body(dictionaryOf(table), 200, { 'content-type': 'application/json' })
  const format = EXPORT_FORMATS.find((f) => f.name === ending && (!f.only || f.only.includes(name)))
  if (!format)
    throw new AppError(
      'desk.no-such-export',
      `${name} cannot be had as ${ending}. As: ${EXPORT_FORMATS.filter((f) => !f.only || f.only.includes(name))
        .map((f) => f.name)
        .join(', ')}`,
    )
  c.header('content-type', TYPES[format.name] ?? 'application/octet-stream')
  c.header('content-disposition', `attachment; filename="${file}"`)
  return stream(c, async (out) => {
    for await (const piece of format.write(table, db, c.req.query('asOf'))) await out.write(piece)
  })
}
