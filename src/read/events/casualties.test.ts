import { describe, expect, test } from 'vitest'
import { documentOf } from '../../../test/document-of.ts'
import { casualtiesOf } from './casualties.ts'
import type { RawEvent } from './find-events.ts'

/** Assaults are marked by brackets; what each costs is said in its turn: "3 dead · 2 to 4 hurt". */
function count(marked: string): string[] {
  const text = marked.replace(/[[\]]/g, '')
  const { doc } = documentOf(text)
  const events: RawEvent[] = []
  let gone = 0
  for (const m of marked.matchAll(/\[([^\]]+)\]/g)) {
    const start = m.index - gone
    gone += 2
    const trigger = { tag: 'ASSAULT', first: 0, last: 0, score: 0.9, start, end: start + (m[1] as string).length }
    events.push({
      type: 'ASSAULT',
      mode: null,
      status: 'happened',
      trigger,
      actors: [],
      recipients: [],
      place: null,
      time: null,
      score: 0.9,
    })
  }
  const shown = (n: { low: number; high: number } | null, what: string): string[] =>
    n ? [`${n.low === n.high ? n.low : `${n.low} to ${n.high}`} ${what}`] : []
  return events.map((e) => {
    const found = casualtiesOf(doc, e, events)
    return found ? [...shown(found.killed, 'dead'), ...shown(found.injured, 'hurt')].join(' · ') : '-'
  })
}

describe('casualtiesOf', () => {
  test.each([
    ['The [attack] killed three people.', ['3 dead']],
    ['The jet fell after the [strike], killing all 212 people on board.', ['212 dead']],
    ['Some 60 “foreign mercenaries” were [killed].', ['60 dead']],
    ['A U.S. engineer was [killed] near the dam.', ['1 dead']],
    ['No U.S. soldiers were [killed].', ['0 dead']],
    ['The [killing] of an aid worker was condemned.', ['1 dead']],
    ['At least 31 people lost their lives and 44 were [wounded].', ['31 dead · 44 hurt']],
    ['All aboard the Boeing 747 died in the [attack].', ['-']],
    ['The hospital had 14 dead and 27 [wounded] from the raids.', ['14 dead · 27 hurt']],
    ['Eleven people were [killed].', ['11 dead']],
    ['At least 25 people were [killed] on Monday.', ['25 dead']],
    ['The blast [killed] 14 and wounded 30 others.', ['14 dead · 30 hurt']],
    ['Artillery killed at least 11 people and [wounded] 30 others.', ['11 dead · 30 hurt']],
    ['The [bombing] left four dead and 12 injured.', ['4 dead · 12 hurt']],
    ['The [strike], killing four and wounding eleven, hit a school.', ['4 dead · 11 hurt']],
    ['Between 14 and 17 people were [killed].', ['14 to 17 dead']],
    ['From 14 to 17 people died in the [shelling].', ['14 to 17 dead']],
    ['Some 14 to 17 people died in the [shelling].', ['14 to 17 dead']],
    ['Two or three soldiers were [killed].', ['2 to 3 dead']],
    ['Up to 40 fighters died in the [raid].', ['0 to 40 dead']],
    ['As many as 40 fighters died in the [raid].', ['0 to 40 dead']],
    ['Dozens of people were [killed].', ['24 to 99 dead']],
    ['Hundreds died in the [siege].', ['200 to 999 dead']],
    ['Several people were [wounded].', ['3 to 9 hurt']],
    ['A dozen guards were [shot] dead.', ['12 dead']],
    ['Two dozen people were [killed].', ['24 dead']],
    ['1,200 civilians were [killed].', ['1200 dead']],
    ['The [attack] killed a nurse.', ['1 dead']],
    ['A policeman was [killed].', ['1 dead']],
    ['An officer was [wounded].', ['1 hurt']],
    ['No one was hurt in the [attack].', ['0 hurt']],
    ['Nobody was [killed].', ['0 dead']],
    ['The [shelling] claimed the lives of nine people.', ['9 dead']],
    ['The death toll from the [bombing] rose to 40.', ['40 dead']],
    ['The [attack], in which seven died, lasted an hour.', ['7 dead']],
    ['Nine people lost their lives in the [attack].', ['9 dead']],
    ['The [explosion] injured 21 people, three of them seriously.', ['21 hurt']],
    ['Twenty-two people were [killed].', ['22 dead']],
    ['Three soldiers and two civilians were [killed].', ['5 dead']],
    ['A drone [strike] killed three people.', ['3 dead']],
    ['Three [bombs] killed nine people.', ['9 dead']],
    ['Three gunmen [killed] nine guards.', ['9 dead']],
    ['Eleven [killed] as shells hit a bridge town.', ['11 dead']],
    ['Police [shot] dead three protesters.', ['3 dead']],
    ['Three protesters were [shot] dead.', ['3 dead']],
    ['Half a dozen guards and a driver were [killed].', ['7 dead']],
    ['A 12-year-old boy was [killed].', ['1 dead']],
    ['The [shelling] put the number of dead at between 14 and 17.', ['14 to 17 dead']],
    ['No one was killed or injured in the [attack].', ['0 dead · 0 hurt']],
    ['The [bombing] left 12 injured.', ['12 hurt']],
    ['A hundred people were [killed] and two hundred wounded.', ['100 dead · 200 hurt']],
    ['Nearly 40 people died, many of them children, in the [attack].', ['40 dead']],
    ['The [raid] wounded nine and killed six.', ['6 dead · 9 hurt']],
  ])('%s', (text, expected) => {
    expect(count(text)).toEqual(expected)
  })

  test.each([
    ['The [attack] lasted 3 hours.', ['-']],
    ['The army [shelled] the town in 2019.', ['-']],
    ['In 2014 the army [killed] protesters.', ['-']],
    ['Troops [killed] the mayor.', ['-']],
    ['The [strike] destroyed 3 houses and hit the dead end road.', ['-']],
    ['The [attack] left 200 families homeless.', ['-']],
    ['He was [killed] two years ago.', ['-']],
    ['Two years later he was [killed].', ['-']],
    ['Troops [killed] 34-year-old Ahmed Said.', ['-']],
    ['There is no doubt that they were [killed].', ['-']],
    ['An [attack] killed the mayor.', ['-']],
    ['About 40 percent of the wounded were [shot].', ['-']],
    ['The $40 million [raid] killed the plan.', ['-']],
    ['Police seized 40 rifles after the [attack].', ['-']],
  ])('no count of people: %s', (text, expected) => {
    expect(count(text)).toEqual(expected)
  })

  test('a count belongs to the nearest act', () => {
    expect(count('The [raid] killed two men; a [bombing] the day before left nine dead.')).toEqual(['2 dead', '9 dead'])
    expect(count('Rebels [shelled] the town. The army [killed] six rebels.')).toEqual(['-', '6 dead'])
  })

  test('only assaults have dead', () => {
    const { doc, at } = documentOf('The protest over the killing of three men went on.')
    const trigger = { ...at('protest'), tag: 'PROTEST' }
    const protest: RawEvent = {
      type: 'PROTEST',
      mode: null,
      status: 'happened',
      trigger,
      actors: [],
      recipients: [],
      place: null,
      time: null,
      score: 0.9,
    }
    expect(casualtiesOf(doc, protest, [protest])).toBeNull()
  })
})
