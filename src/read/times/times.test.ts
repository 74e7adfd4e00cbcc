import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTimes, resolveTime } from './times.ts'

// Published on Tuesday 18 February 2020; "[on Friday]" marks the phrase.
function resolved(marked: string, published: string | null = '2020-02-18'): string {
  const [before = '', phrase = '', after = ''] = marked.split(/[[\]]/)
  const { from, until, precision } = resolveTime(phrase, { published, before, after })
  return `${from} ${until} ${precision}`
}

describe('resolveTime', () => {
  test.each([
    ['They met [on Friday].', '2020-02-14 2020-02-15 day'],
    ['They met [on Tuesday].', '2020-02-18 2020-02-19 day'],
    ['They will meet in Oslo [on Friday].', '2020-02-21 2020-02-22 day'],
    ['They will meet, she said [on Friday].', '2020-02-14 2020-02-15 day'],
    ['[last Wednesday and Thursday]', '2020-02-12 2020-02-14 day'],
    ['They met [between Monday and Wednesday].', '2020-02-10 2020-02-13 day'],
    ['[next Friday]', '2020-02-21 2020-02-22 day'],
    ['[early on Sunday morning]', '2020-02-16 2020-02-17 day'],
    ['[yesterday]', '2020-02-17 2020-02-18 day'],
    ['[overnight]', '2020-02-17 2020-02-19 day'],
    ['[two days ago]', '2020-02-16 2020-02-17 day'],
    ['[in the past 24 hours]', '2020-02-17 2020-02-19 day'],
    ['[last week]', '2020-02-10 2020-02-17 week'],
    ['It began [the night] that they crossed the river.', 'null null unknown'],
    ['They met [this week].', '2020-02-17 2020-02-19 week'],
    ['[last month]', '2020-01-01 2020-02-01 month'],
    ['[last year]', '2019-01-01 2020-01-01 year'],
    ['[four years ago]', '2016-01-01 2017-01-01 year'],
    ['[early next year]', '2021-01-01 2021-05-01 year'],
    ['[later this month]', '2020-02-19 2020-03-01 month'],
    ['[over the past year]', '2019-02-18 2020-02-19 year'],
    ['[on 7 February]', '2020-02-07 2020-02-08 day'],
    ['[Dec. 27]', '2019-12-27 2019-12-28 day'],
    ['[Sept.11, 2001]', '2001-09-11 2001-09-12 day'],
    ['[03 May 2013]', '2013-05-03 2013-05-04 day'],
    ['[2018-02-07]', '2018-02-07 2018-02-08 day'],
    ['[from May 15-24]', '2019-05-15 2019-05-25 day'],
    ['[in November]', '2019-11-01 2019-12-01 month'],
    ['[last February]', '2019-02-01 2019-03-01 month'],
    ['[in April last year]', '2019-04-01 2019-05-01 month'],
    ['[late 2015]', '2015-09-01 2016-01-01 year'],
    ['[the 1980s]', '1980-01-01 1990-01-01 year'],
    ['[between 2011 and 2013]', '2011-01-01 2014-01-01 year'],
    ['[during the 2016 campaign]', '2016-01-01 2017-01-01 year'],
    ['[in a September debate]', '2019-09-01 2019-10-01 month'],
    ['[in a May Day speech]', 'null null unknown'],
    ['[over Christmas]', '2019-12-24 2019-12-27 day'],
    ['[at 4 p.m. on Thursday]', '2020-02-13 2020-02-14 day'],
    ['[since April 2011]', '2011-04-01 null month'],
    ['It fell for the first time [since 2012].', 'null null unknown'],
    ['[until 2014]', 'null 2015-01-01 year'],
    ['[in recent days]', 'null null unknown'],
    ['[after the raid]', 'null null unknown'],
    ['[the night that the wall fell]', 'null null unknown'],
    ['[for three days]', 'null null unknown'],
  ])('%s', (marked, days) => {
    expect(resolved(marked)).toBe(days)
  })

  test('without a day of publication only the calendar counts', () => {
    expect(resolved('[on Friday]', null)).toBe('null null unknown')
    expect(resolved('[on 7 February]', null)).toBe('null null unknown')
    expect(resolved('[7 February 2018]', null)).toBe('2018-02-07 2018-02-08 day')
  })
})

describe('readTimes', () => {
  const found = (text: string, published: string | null = '2020-02-18') =>
    readTimes(text, { published }).map((t) => `${t.text} = ${t.from}`)

  test('finds times by their words', () => {
    expect(
      found('On Monday the troops, in place since March 2015, left. Ali may march. The raid last week failed.'),
    ).toEqual(['On Monday = 2020-02-17', 'since March 2015 = 2015-03-01', 'last week = 2020-02-10'])
  })

  test('hangs "the next day" on the time before it', () => {
    expect(found('The vote was on 3 March 2019. The next day he resigned.')).toEqual([
      'on 3 March 2019 = 2019-03-03',
      'The next day = 2019-03-04',
    ])
  })

  test('"the same period" is the last stretch of days, not the day between', () => {
    const text = 'It rained in the past year, she said on Monday. Two died in the same period.'
    const spans = ['in the past year', 'on Monday', 'in the same period'].map((words) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    }))
    expect(readTimes(text, { published: '2020-02-18', spans }).map((t) => t.from)).toEqual([
      '2019-02-18',
      '2020-02-17',
      '2019-02-18',
    ])
  })

  test('takes a dateline with a year for the day of publication, and no less', () => {
    expect(found('BEIRUT, Feb. 18, 2020 (Wire) - Troops left on Monday.', null).at(-1)).toBe('on Monday = 2020-02-17')
    expect(found('Troops left on Monday.', null)).toEqual(['on Monday = null'])
  })

  test('"a day after" hangs on the day before it only where nothing follows', () => {
    const days = (text: string) => {
      const spans = ['on 3 March 2019', 'a day after'].map((w) => ({
        start: text.indexOf(w),
        end: text.indexOf(w) + w.length,
      }))
      return readTimes(text, { published: '2020-02-18', spans }).map((t) => t.from)
    }
    expect(days('She left on 3 March 2019, and he a day after.')).toEqual(['2019-03-03', '2019-03-04'])
    expect(days('She left on 3 March 2019, a day after he came.')).toEqual(['2019-03-03', null])
  })

  test('resolves the spans it is given', () => {
    const text = 'Obama spent Thursday in talks.'
    expect(readTimes(text, { published: '2016-04-01', spans: [{ start: 12, end: 20 }] })[0]?.from).toBe('2016-03-31')
  })

  test('any text gives spans of itself, in order, and ends after beginnings', () => {
    const piece = fc.constantFrom(
      'on ',
      'Monday ',
      'and ',
      'since ',
      '2012 ',
      'May ',
      'last ',
      'week',
      '31 ',
      'Feb. ',
      '-',
      '😀',
      '\n',
      'two ',
      'days ago ',
      'İ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        for (const { start, end, text: words, from, until } of readTimes(text, { published: '2020-02-18' })) {
          expect(text.slice(start, end)).toBe(words)
          if (from !== null && until !== null) expect(from < until).toBe(true)
        }
      }),
    )
  })
})
