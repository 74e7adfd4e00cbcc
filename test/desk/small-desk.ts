import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { type Db, openRecord, openRecorder } from '../../src/record/index.ts'
import { makeDesk } from '../../src/show/desk/desk.ts'
import { readingOf, type Story } from '../record/reading-of.ts'

/** A desk over a record of a few stories, asked without a port; the record goes when the test ends. */
export async function smallDesk(...stories: readonly Story[]): Promise<{ readonly app: Hono; readonly db: Db }> {
  const folder = mkdtempSync(join(tmpdir(), 'rubicon-small-'))
  const record = join(folder, 'record.db')
  const writer = await openRecord(record)
  await openRecorder(writer).record(stories.map(readingOf), { at: '2020-02-01T12:00:00.000Z' })
  await writer.destroy()
  const db = await openRecord(record, { readonly: true })
  onTestFinished(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })
  const log = (line: string): void => {
    throw new Error(`the desk failed: ${line}`)
  }
  return { app: makeDesk({ db, record, assets: new Map(), log }), db }
}

/** The answer of a page as HTML. */
export async function pageAt(app: Hono, path: string, status = 200): Promise<string> {
  const answer = await app.request(path)
  if (answer.status !== status) throw new Error(`${path}: ${answer.status}\n${await answer.text()}`)
  return answer.text()
}

/** Letters of a page without its marks. */
export function lettersOf(page: string): string {
  return page
    .replace(/<(?:svg|datalist)\b.*?<\/(?:svg|datalist)>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
