import { describe, expect, test } from 'vitest'
import type { OriginTree } from '../../../record/index.ts'
import { drawOrigins } from './origins.ts'

const way = (outlet: string, reports: number, reprints: string[] = []) => ({
  channel: 'press',
  outlet,
  articles: 1 + reprints.length,
  reports,
  reprints,
})
const origin = (name: string, ways: OriginTree['ways'], kind: OriginTree['kind'] = 'speaker'): OriginTree => ({
  origin: `s:${name}`,
  name,
  kind,
  actor: null,
  counts: 'itself',
  reports: ways.reduce((sum, w) => sum + w.reports, 0),
  ways,
})
const drawn = (origins: OriginTree[], width: number): string =>
  String(
    drawOrigins(
      { origins, event: { reports: origins.reduce((n, o) => n + o.reports, 0), origins: origins.length, articles: 3 } },
      { width },
    ),
  )
const words = (svg: string) => svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const squares = (svg: string) => svg.match(/class="report"/g)?.length ?? 0

const minister = origin('Ana Okafor', [way('Meridian Wire', 5, ['Harbour Post', 'Vale Herald']), way('Tigris Post', 1)])
const paper = origin('Tigris Post', [{ ...way('Tigris Post', 2), channel: 'own words' }], 'outlet')

describe.each([1160, 358])('the tree of origins, %i wide', (width) => {
  test('origins and reports are two numbers, and each report is a square', () => {
    const svg = drawn([minister, paper], width)
    expect(words(svg)).toContain('2 independent origins')
    expect(words(svg)).toContain('8 reports in 3 articles')
    expect(squares(svg)).toBe(8)
  })

  test('reprints are folded under their original', () => {
    expect(words(drawn([minister], width))).toContain('and 2 reprints')
    expect(words(drawn([minister], width))).not.toContain('Vale Herald')
  })

  test('an unnamed source is another mark than a named speaker', () => {
    expect(drawn([origin('an official', [way('Meridian Wire', 1)], 'unnamed')], width)).toContain(
      'class="kind unnamed"',
    )
  })

  test('who adds no independent origin stands below a line that says why', () => {
    const svg = words(drawn([minister, { ...paper, counts: 'no' }], width))
    expect(svg).toMatch(/Ana Okafor.*Not counted as independent.*Tigris Post/)
    expect(words(drawn([minister, paper], width))).not.toContain('Not counted')
  })

  test('origins that do not fit are counted', () => {
    const many = Array.from({ length: 40 }, (_, i) => origin(`Speaker ${i}`, [way('Meridian Wire', 1)]))
    expect(words(drawn(many, width))).toContain('and 8 more origins with 8 reports')
  })

  test('what stands in a text never becomes markup', () => {
    expect(drawn([origin('<script>', [way('<b>', 1)])], width)).not.toContain('<script>')
  })
})

test('the outlet of a lone reprint is named where there is room for it', () => {
  const one = (reports: number) =>
    words(drawn([origin('Ana Okafor', [way('Meridian Wire', reports, ['The Scioto Valley Herald'])])], 1160))
  expect(one(2)).toContain('and a reprint in The Scioto Valley Herald')
  expect(one(12)).toContain('and a reprint')
  expect(one(12)).not.toContain('Scioto')
})

test('the lines of a wide tree lead from the origin to the right', () => {
  const xs = [...drawn([minister], 1160).matchAll(/class="branch" d="M([\d.]+),[\d.]+C[^ ]*?,([\d.]+),[\d.]+"/g)]
  expect(xs.length).toBeGreaterThan(0)
  for (const [, from, to] of xs) expect(Number(to)).toBeGreaterThan(Number(from))
})
