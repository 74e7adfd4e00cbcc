import { expect, test } from 'vitest'
import { daysPicture } from './days.ts'

const drawing = {
  days: [
    { day: '2020-01-03', counts: { 1: 1, 2: 2, 3: 3, 4: 4 }, lead: null },
    { day: '2020-01-05', counts: { 1: 0, 2: 0, 3: 0, 4: 1 }, lead: null },
  ],
  from: '2020-01-03',
  until: '2020-01-06',
  link: (from: string, until: string) => `/?from=${from}&until=${until}`,
}

/** The bars of a picture by class: where each begins and ends, top to bottom. */
function bars(svg: string): Record<string, [top: number, foot: number][]> {
  const found: Record<string, [number, number][]> = {}
  for (const [, q = '', y, height] of svg.matchAll(/class="bar (q\d)"[^>]* y="([\d.]+)"[^>]* height="([\d.]+)"/g))
    found[q] = [...(found[q] ?? []), [Number(y), Number(y) + Number(height)]]
  return found
}

test('words stand above the line and deeds below, what cooperates nearest to it', async () => {
  const svg = String(await daysPicture(drawing, 1160))
  const [[q1], [q2], [q3], [q4]] = [1, 2, 3, 4].map((q) => bars(svg)[`q${q}`] ?? []) as [number, number][][] as [
    [number, number][],
    [number, number][],
    [number, number][],
    [number, number][],
  ]
  expect(q3?.[1]).toBeLessThanOrEqual(q1?.[0] ?? 0)
  expect(q1?.[1]).toBeLessThan(q2?.[0] ?? 0)
  expect(q2?.[1]).toBeLessThanOrEqual(q4?.[0] ?? 0)
})

test('a day is a link that says what it holds; a day without events is none', async () => {
  for (const width of [1160, 358]) {
    const svg = String(await daysPicture(drawing, width))
    expect(svg).toContain(
      'aria-label="Friday 3 January 2020: 10 events, 3 of verbal conflict, 1 of verbal cooperation, 4 of material conflict, 2 of material cooperation"',
    )
    expect(svg.match(/<a /g)).toHaveLength(2)
    expect(svg).toContain('href="/?from=2020-01-05&amp;until=2020-01-06"')
  }
})

test('days outside what is looked at are pale', async () => {
  const svg = String(await daysPicture({ ...drawing, lit: { from: '2020-01-05', until: '2020-01-06' } }, 1160))
  expect(svg).toMatch(/aria-label="Friday 3 [^"]*"[^>]* class="pale"/)
  expect(svg).not.toMatch(/aria-label="Sunday 5 [^"]*"[^>]* class="pale"/)
})
