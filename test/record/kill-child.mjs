// Records the readings of a file one after the other and names each once it is in the record. The kill test kills it.
import { readFileSync } from 'node:fs'
import { openRecord, openRecorder } from '../../dist/record/index.js'

const [record, readings] = process.argv.slice(2)
const db = await openRecord(record)
const recorder = openRecorder(db)
const lines = readFileSync(readings, 'utf8').split('\n').filter(Boolean)
for (let at = 0; at < lines.length; at += 4) {
  const some = lines.slice(at, at + 4).map((line) => JSON.parse(line))
  const done = await recorder.record(some, { at: '2020-02-01T00:00:00.000Z' })
  for (const { article, outcome } of done) process.stdout.write(`${article} ${outcome}\n`)
}
await db.destroy()
