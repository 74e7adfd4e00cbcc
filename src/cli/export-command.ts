import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError, messageOf } from '../base/index.ts'
import { openRecord } from '../record/index.ts'
import { dictionaryOf, EXPORT_FORMATS, EXPORT_TABLES } from '../show/index.ts'
import type { Options, World } from './command.ts'
import { recordPath } from './record-path.ts'
import { written } from './screen.ts'
import { nearest, wrongUse } from './usage.ts'

/** `rubicon export`: one table of the record, streamed to a file or stdout. */
export async function runExport(args: readonly string[], options: Options, world: World): Promise<number> {
  const [name = '', ...more] = args
  const table = EXPORT_TABLES.find((t) => t.name === name)
  const names = EXPORT_TABLES.map((t) => t.name)
  if (!table || more.length > 0) {
    const near = nearest(name, names)
    throw wrongUse(`say what to export: ${names.join(', ')}${name && near && !table ? `; did you mean ${near}?` : ''}`)
  }
  if (options.columns === true) {
    const width = Math.max(...table.columns.map((c) => c.name.length))
    await written(
      world.stdout,
      table.columns.map((c) => `${c.name.padEnd(width)}  ${c.type.padEnd(6)}  ${c.meaning}\n`).join(''),
    )
    return 0
  }
  const out = typeof options.out === 'string' ? options.out : null
  const byEnding = out === null ? undefined : EXPORT_FORMATS.find((f) => f.ending === extname(out).toLowerCase())
  const format = EXPORT_FORMATS.find((f) => f.name === options.format) ?? byEnding ?? EXPORT_FORMATS[0]
  if (!format) throw wrongUse('no format')
  if (format.only && !format.only.includes(table.name))
    throw wrongUse(`${format.name} holds ${format.only.join(' and ')}, not ${table.name}`)
  if (format.name === 'parquet' && out === null && world.stdout.isTTY)
    throw wrongUse('parquet is no text: give a file with --out')

  const asOf = typeof options['as-of'] === 'string' ? options['as-of'] : undefined
  const db = await openRecord(recordPath(options, world), { readonly: true })
  try {
    const pieces = format.write(table, db, asOf)
    if (out === null) for await (const piece of pieces) await writtenPiece(world.stdout, piece)
    else {
      await toFile(out, pieces)
      await writeFile(`${out}.columns.json`, dictionaryOf(table))
    }
    return 0
  } finally {
    await db.destroy()
  }
}

async function toFile(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), createWriteStream(path))
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('cli.out', `${path}: cannot be written: ${messageOf(thrown)}`, { cause: thrown })
  }
}

async function writtenPiece(stream: Writable, piece: string | Uint8Array): Promise<void> {
  if (typeof piece === 'string') return written(stream, piece)
  if (!stream.write(piece)) await new Promise<void>((go) => stream.once('drain', () => go()))
}
