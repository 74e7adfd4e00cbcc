import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskOver, wordsOf } from '../../../../test/desk/small-record.ts'
import { answer, daily, reprint, wire } from '../../../../test/record/stories.ts'
import { type Db, listEvents, merge } from '../../../record/index.ts'

let html: (path: string) => Promise<string>
let db: Db
const words = async (path: string) => wordsOf(await html(path))
beforeAll(async () => {
  const made = await deskOver([wire, daily, reprint, answer])
  db = made.db
  html = async (path) => (await made.desk.request(path)).text()
})
afterAll(() => db.destroy())

describe('disputes', () => {
  test('claims stand side by side, each with who makes it and its sentence', async () => {
    const page = await words('/disputes')
    expect(page).toContain('On how many were killed: 5 killed says Meridian Wire')
    expect(page).toContain('7 killed says The Capital Daily · 1 report “A drone attack near Baghdad')
  })

  test('a tab narrows to what is in dispute; one with nothing says what would stand here', async () => {
    expect(await words('/disputes?about=killed')).toContain('In dispute: how many were killed')
    expect(await words('/disputes?about=place')).toContain(
      'Here would stand the events that reports tell in different ways.',
    )
  })

  test('the filter narrows to the parties of an event', async () => {
    expect(await words('/disputes?actor=USA')).toContain('5 killed says')
    expect(await words('/disputes?actor=IRN')).not.toContain('5 killed says')
  })
})

describe('statements', () => {
  test('stand under their day, each in its sentence: who, by which word, what, named or not', async () => {
    expect(await words('/statements')).toMatch(
      /Friday 3 January 2020 2 statements .*an Iraqi official .*said “ ?Five people died , an Iraqi official said \.” Meridian Wire, 3 January 2020 · in the outlet’s words · not named, one person, IRQ GOV/,
    )
    expect(await html('/statements')).toMatch(
      /<span class="said-content">Five people died<\/span>, <span class="said-source">an Iraqi official<\/span> <span class="said-cue">said<\/span>/,
    )
  })

  test('the form keeps what was asked, and finds by words and by whether the speaker is named', async () => {
    expect(await html('/statements?words=people&anonymous=true')).toMatch(/name="words" value="people"/)
    expect(await words('/statements?words=people&anonymous=true')).toContain(
      'Five people died , an Iraqi official said',
    )
    expect(await words('/statements?words=people&anonymous=false')).toContain('No statement in the record fits')
  })
})

describe('sources', () => {
  test('outlets and people quoted stand apart, each with its counts', async () => {
    const page = await words('/sources')
    expect(page.indexOf('Meridian Wire')).toBeLessThan(page.lastIndexOf('People quoted'))
    expect(page).toMatch(/Meridian Wire 2 1 100 %/)
    expect(page.slice(page.lastIndexOf('People quoted'))).toContain('Iran')
  })
})

describe('changes', () => {
  test('the latest first, what an event was and what it is now', async () => {
    const page = await words('/changes')
    expect(page.indexOf('00:03 UTC')).toBeLessThan(page.indexOf('00:01 UTC'))
    expect(page).toMatch(/Now differently: .*7 killed \(before: 5\)/)
  })

  test('page by page each change comes once, in the order of the one long page', async () => {
    const ids = (rows: { id: string; at: string }[]) => rows.map((r) => `${r.at} ${r.id}`)
    const whole = JSON.parse(await html('/changes.json?limit=100')) as { rows: { id: string; at: string }[] }
    const found: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const path: string = `/changes.json?limit=2${next ? `&cursor=${next}` : ''}`
      const page = JSON.parse(await html(path)) as typeof whole & { next: string | null }
      found.push(...ids(page.rows))
      next = page.next
    }
    expect(found).toEqual(ids(whole.rows))
  })

  test('a judgement says who made it, and the event that ended leads on', async () => {
    const [strike = '', , later = ''] = (await listEvents(db, {})).rows.map((e) => e.id)
    await merge(db, later, strike, { by: 'Ana', at: '2020-02-02T00:00:00.000Z', note: 'the same night' })
    const page = await words('/changes?since=2020-02-02')
    expect(page).toContain('Ana put two into one')
    expect(page).toContain('“the same night”')
    expect(page).toContain(`Ended ${later}`)
    expect(page).toContain('The event that took its place')
  })
})
