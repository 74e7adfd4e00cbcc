import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRecord, recordReading } from '../../src/record/index.ts'
import { openDesk } from '../../src/show/desk/serve.ts'
import { readingOf, type Story } from '../record/reading-of.ts'

export type ServedDesk = {
  readonly url: string
  /** Records a story more, by a connection of its own, while the desk stands open. */
  readonly add: (story: Story) => Promise<void>
  readonly close: () => Promise<void>
}

/** A desk on a port over a small record in a file: for a browser, without the time that reading takes. */
export async function servedDesk(stories: readonly Story[]): Promise<ServedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'rubicon-served-'))
  const record = join(folder, 'record.db')
  const writer = await openRecord(record)
  let minute = 0
  const add = async (story: Story): Promise<void> => {
    const at = `2020-02-01T00:${String(minute++).padStart(2, '0')}:00.000Z`
    await recordReading(writer, readingOf(story), { at })
  }
  for (const story of stories) await add(story)
  const db = await openRecord(record, { readonly: true })
  const log = (line: string): void => {
    throw new Error(`the desk failed: ${line}`)
  }
  const server = await openDesk({ db, record, log }, { port: 4700 + (process.pid % 1000) })
  return {
    url: server.url,
    add,
    close: async () => {
      await server.close()
      await Promise.all([db.destroy(), writer.destroy()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
