import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretchesOf } from './stretches.ts'

const held = { first: '2010-03', last: '2016-04' }

/** A window as one reads it: `+2015 +2016-01 -[2016-01-21 2016-02-01)`. */
function said(window: { from?: string; until?: string }, years: boolean): string | null {
  const found = stretchesOf(window, { held, years })
  const sign = (times: number): string => (times === 1 ? '+' : times === -1 ? '-' : `${times}*`)
  return (
    found &&
    [
      ...[...found.counted].map(([stretch, n]) => `${sign(n)}${stretch || 'all'}`),
      ...found.days.map(({ from, until, times }) => `${sign(times)}[${from} ${until})`),
    ].join(' ')
  )
}

test('a window is made up of years, months and days, or of what lies outside it', () => {
  expect(said({ from: '2015-03-10', until: '2016-02-01' }, true)).toBe(
    '+2015 +2016-01 -2015-01 -2015-02 -[2015-03-01 2015-03-10)',
  )
  expect(said({ from: '2011-11-21' }, true)).toBe('+all -2010 -2011 +2011-12 +[2011-11-21 2011-12-01)')
  expect(said({ until: '2010-04-05' }, false)).toBe('+2010-03 +[2010-04-01 2010-04-05)')
  // What nothing dates lies after every day.
  expect(said({ from: '2016-04-01' }, false)).toBe('+2016-04 +9999-12')
  expect(said({ from: '2016-01-01' }, true)).toBe('+2016 +9999')
})

test('a window without a whole month is counted event by event', () => {
  expect(said({ from: '2015-03-02', until: '2015-04-30' }, true)).toBe(null)
  expect(said({ from: '2015-03-01', until: '2015-04-01' }, false)).toBe('+2015-03')
  expect(said({ from: '2015-05-01', until: '2015-03-01' }, true)).toBe(null)
})

test('the stretches of any window hold each of its days once, and no other', () => {
  const day = fc
    .integer({ min: -40, max: 2300 })
    .map((n) => new Date(Date.UTC(2010, 2, 1 + n)).toISOString().slice(0, 10))
  const within = fc
    .integer({ min: 0, max: 2250 })
    .map((n) => new Date(Date.UTC(2010, 2, 1 + n)).toISOString().slice(0, 10))
  const open = fc.option(day, { nil: undefined })
  fc.assert(
    fc.property(open, open, fc.boolean(), within, (from, until, years, one) => {
      fc.pre(from !== undefined || until !== undefined)
      const found = stretchesOf({ from, until }, { held, years })
      if (!found) return
      const times = [
        ...[...found.counted].map(([stretch, n]) => (one.startsWith(stretch) ? n : 0)),
        ...found.days.map((d) => (d.from <= one && one < d.until ? d.times : 0)),
      ].reduce((sum, n) => sum + n, 0)
      expect(times).toBe((!from || one >= from) && (!until || one < until) ? 1 : 0)
    }),
  )
})
