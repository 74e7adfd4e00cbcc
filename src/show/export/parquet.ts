import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Db } from '../../record/index.ts'
import type { FlatRow } from '../questions/question.ts'
import type { ExportColumn, ExportTable } from './tables.ts'

const ROWS_A_GROUP = 20_000

/** A table as an Apache Parquet file, one row group at a time; the meaning of each column stands in the file's metadata. */
export async function* parquetOf(table: ExportTable, db: Db, asOf?: string): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter()
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: table.columns.length }, ...table.columns.map(schemaOf)],
    kvMetadata: [{ key: 'rubicon.dictionary', value: JSON.stringify(table.columns) }],
    createdBy: 'rubicon',
  })
  const taken = (): Uint8Array => {
    const bytes = writer.getBytes().slice()
    writer.index = 0
    return bytes
  }
  let group: FlatRow[] = []
  const write = () =>
    parquet.write({
      columnData: table.columns.map((column) => ({
        name: column.name,
        data: group.map((row) => row[column.name] ?? null),
      })),
    })
  for await (const rows of table.rows(db, asOf)) {
    group.push(...rows)
    if (group.length < ROWS_A_GROUP) continue
    await write()
    group = []
    yield taken()
  }
  if (group.length > 0) await write()
  await parquet.finish()
  yield taken()
}

function schemaOf({ name, type }: ExportColumn) {
  if (type === 'number') return { name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } as const
  return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const
}
