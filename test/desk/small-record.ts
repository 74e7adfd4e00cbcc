import type { Hono } from 'hono'
import { type Db, openRecord, recordReading } from '../../src/record/index.ts'
import { makeDesk } from '../../src/show/desk/desk.ts'
import { readingOf, type Story } from '../record/reading-of.ts'

/** A desk over a record of a few stories that is forgotten afterwards; each is recorded a minute after the one before. */
export async function deskOver(
  stories: readonly Story[],
): Promise<{ readonly desk: Hono; readonly db: Db; readonly add: (story: Story, at: string) => Promise<void> }> {
  const db = await openRecord(':memory:')
  const add = async (story: Story, at: string): Promise<void> => {
    await recordReading(db, readingOf(story), { at })
  }
  for (const [i, story] of stories.entries()) await add(story, `2020-02-01T00:${String(i).padStart(2, '0')}:00.000Z`)
  const log = (line: string): void => {
    throw new Error(line)
  }
  return { desk: makeDesk({ db, record: ':memory:', assets: new Map(), log }), db, add }
}

/** The words of a page as a reader sees them: no tags, no doubled spaces. */
export function wordsOf(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return main
    .replace(/<(?:defs|title)[\s\S]*?<\/(?:defs|title)>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}
