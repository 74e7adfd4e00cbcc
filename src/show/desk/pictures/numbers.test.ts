import { describe, expect, test } from 'vitest'
import { drawNumbers, mostSay, type NumberClaim } from './numbers.ts'

const claim = (name: string, low: number, high: number, more: Partial<NumberClaim> = {}): NumberClaim => ({
  report: `r-${name}`,
  name,
  actor: null,
  published: '2020-01-08',
  evidence: null,
  about: 'killed',
  low,
  high,
  best: high,
  denied: false,
  reports: 1,
  ...more,
})
const drawn = (numbers: NumberClaim[], width = 1160): string =>
  String(drawNumbers({ numbers, event: { killed: { low: 0, high: 80, best: 80 }, injured: null } }, { width }))
const dots = (svg: string) =>
  [...svg.matchAll(/<circle class="(dot[^"]*)" cx="([\d.]+)"/g)].map(([, kind, x]) => ({ kind, x: Number(x) }))
const words = (svg: string) => svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('numbers in dispute', () => {
  test('one row a claim: who, when, and a dot at the number on one scale', () => {
    const svg = drawn([claim('State TV', 80, 80), claim('The Wire', 40, 40)])
    const [all, half] = dots(svg)
    const zero = dots(drawn([claim('A', 80, 80), claim('B', 0, 0)]))[1]
    expect((half?.x ?? 0) - (zero?.x ?? 0)).toBeCloseTo(((all?.x ?? 0) - (zero?.x ?? 0)) / 2, 3)
    expect(words(svg)).toContain('State TV reported on 8 January 80')
  })

  test('a claim that there were none is an open dot at zero', () => {
    const [, none] = dots(drawn([claim('State TV', 80, 80), claim('The Pentagon', 0, 0)]))
    expect(none?.kind).toBe('dot none')
  })

  test('who denies a number stands at zero, the number denied struck from it', () => {
    const svg = drawn([claim('State TV', 80, 80), claim('The Pentagon', 80, 80, { denied: true, best: 0 })])
    const [, none] = dots(svg)
    expect(none).toEqual({ kind: 'dot none', x: dots(drawn([claim('A', 80, 80), claim('B', 0, 0)]))[1]?.x })
    expect(svg).toContain('class="whisker denied"')
    expect(words(svg)).toContain('denies 80')
  })

  test('a range is a whisker from low to high', () => {
    expect(words(drawn([claim('The Wire', 5, 7)]))).toContain('5 to 7')
    expect(drawn([claim('The Wire', 5, 7)])).toContain('class="whisker"')
    expect(drawn([claim('The Wire', 7, 7)])).not.toContain('class="whisker"')
  })

  test('what most say is told only where more say it than anything else', () => {
    expect(mostSay([claim('A', 5, 5), claim('B', 7, 7)])).toBeNull()
    expect(mostSay([claim('A', 5, 5), claim('B', 7, 7), claim('C', 7, 7)])).toBe(7)
    expect(words(drawn([claim('A', 5, 5), claim('B', 7, 7), claim('C', 7, 7)]))).toContain('most origins say 7')
    expect(words(drawn([claim('A', 5, 5), claim('B', 7, 7)]))).not.toContain('most origins')
  })

  test('on a phone the words stand above their dot, inside the width', () => {
    const xs = dots(drawn([claim('State TV', 80, 80)], 358)).map((d) => d.x)
    expect(Math.max(...xs)).toBeLessThan(358)
  })
})
