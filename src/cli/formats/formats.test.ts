import { describe, expect, test } from 'vitest'
import { BASRA } from '../../../test/basra-reading.ts'
import type { Reading } from '../../codebook/index.ts'
import { csvHead, csvRows } from './csv.ts'
import { HTML_TAIL, htmlHead, htmlReading } from './html.ts'
import { segmentsOf } from './segments.ts'
import { textPage } from './text.ts'
import { whenWords } from './when.ts'

const plain = (width: number, reading: Reading = BASRA) => textPage(reading, { width, colour: false })
const NASTY = '=1+1,"<script>alert(1)</script>\x1b[31m&amp; end'
const nasty: Reading = {
  ...BASRA,
  article: { ...BASRA.article, title: NASTY, outlet: NASTY, text: NASTY.padEnd(BASRA.article.text.length, ' x') },
  entities: BASRA.entities.map((e) => ({ ...e, name: NASTY })),
}

describe('text', () => {
  test('marks who speaks, what is left out and which words are events', () => {
    const page = plain(80)
    expect(page).toContain('[Karim Haddad: “Four men died at the checkpoint and two others were wounded,”]')
    expect(page).toContain('{byline: By Leyla Marouf}')
    expect(page).toContain('the militia _vowed_ (THREATEN) to take _revenge_ (ASSAULT)')
    expect(page).toContain('[…: “They will leave this land on foot or in coffins.”]')
  })

  test('tells who did what to whom in words', () => {
    expect(plain(120)).toContain(
      'Happened on Thursday 11 March 2021 in Basra (IRQ); 4 to 7 killed; so says the Iraqi army.',
    )
    expect(plain(120)).toContain(
      '· the Sons of the River belongs to Iraq’s security forces, with a hedge, in the outlet’s words:',
    )
  })

  test('actors that neither speak nor act and are named once stand in one paragraph', () => {
    expect(plain(200)).toContain(
      'In passing: Iranian state television IRN JRN; Iran IRN; Iraq’s security forces IRQ MIL.',
    )
  })

  test.each([60, 80, 120])('no line is wider than %i columns', (width) => {
    expect(
      Math.max(
        ...plain(width)
          .split('\n')
          .map((line) => [...line].length),
      ),
    ).toBeLessThanOrEqual(width)
  })

  test('an article cannot steer the terminal', () => {
    expect(plain(80, nasty)).not.toContain('\x1b')
    expect(plain(80, nasty)).toContain('·[31m')
  })
})

describe('html', () => {
  const page = (reading: Reading) => htmlHead('A page') + htmlReading(reading) + HTML_TAIL

  test('is one page that fetches and runs nothing', () => {
    expect(page(BASRA)).not.toMatch(/<(?:script|link|img|iframe|form)\b|\bsrc=|\bhref=|url\(|@import/)
  })

  test('the words of the article stay words', () => {
    expect(page(nasty)).not.toMatch(/<script>|\x1b/)
    expect(page(nasty)).toContain('&#60;script&#62;')
  })

  test('says who speaks beside the words and what each event is', () => {
    expect(page(BASRA)).toContain(
      '<span class="note"><b>Hashim al-Rubai</b> <i>in a sermon, through Iranian state television</i></span>',
    )
    expect(page(BASRA)).toContain('<small class="code">THREATEN</small>')
  })
})

describe('csv', () => {
  const lines = (table: string, reading: Reading = BASRA) => csvRows(reading, table).trimEnd().split('\r\n')

  test.each(['events', 'attributions', 'entities', 'relations'])(
    '%s: as many cells in each row as in the header',
    (table) => {
      const cells = (line: string) => line.replace(/"(?:[^"]|"")*"/g, 'x').split(',').length
      for (const line of lines(table)) expect(cells(line), line).toBe(cells(csvHead(table).trimEnd()))
    },
  )

  test('an event has its parties, codes, days and numbers', () => {
    expect(lines('events')[0]).toMatch(
      /ASSAULT,drone,190,4,-9,happened,strike,.*Abu Salem al-Tamimi,IRQ PRM,Basra,IRQ,.*Thursday night,2021-03-11,2021-03-12,day,4,7,/,
    )
  })

  test('a cell that a spreadsheet would run gets an apostrophe, and quotes are doubled', () => {
    expect(lines('entities', nasty)[0]).toContain(`"'=1+1,""<script>alert(1)</script>`)
  })
})

test('the segments joined again are the text, also where findings cross', () => {
  const [first, second] = BASRA.attributions
  const crossing = { ...first!, content: [{ ...second!.content[0]!, start: second!.content[0]!.start - 20, text: '' }] }
  for (const reading of [BASRA, { ...BASRA, attributions: [...BASRA.attributions, crossing] }])
    expect(
      segmentsOf(reading)
        .map((s) => s.text)
        .join(''),
    ).toBe(BASRA.article.text)
})

test('over each segment lie the findings that reach over it, and no others', () => {
  let at = 0
  for (const { text, active } of segmentsOf(BASRA)) {
    const over = BASRA.attributions.flatMap((a) => a.content).filter((c) => c.start <= at && c.end >= at + text.length)
    expect(active.filter((l) => l.kind === 'said').map((l) => l.start)).toEqual(over.map((c) => c.start))
    at += text.length
  }
})

test.each([
  ['2020-01-17', '2020-01-18', 'day', 'Friday 17 January 2020'],
  ['2020-01-06', '2020-01-13', 'week', '6 to 12 January 2020'],
  ['2019-12-30', '2020-01-06', 'week', '30 December 2019 to 5 January 2020'],
  ['2020-01-01', '2020-02-01', 'month', 'January 2020'],
  ['2012-01-01', '2013-01-01', 'year', '2012'],
  ['2012-01-01', null, 'year', 'since Sunday 1 January 2012'],
  [null, null, 'unknown', '“the night that fell”'],
] as const)('%s to %s, a %s, is %s', (from, until, precision, words) => {
  expect(whenWords({ id: 't1', start: 0, end: 0, text: 'the night that fell', from, until, precision })).toBe(words)
})
