import fc from 'fast-check'
import { expect, test } from 'vitest'
import { take } from '../../src/intake/index.ts'
import { hostileItem, tryItem } from './check.ts'

// The long run, with the reader too: node scripts/hostile.mjs --cases 100000
test('300 wounded texts, pages and lines: read or refused in one line, offsets exact, none slow', async () => {
  const trials = []
  for (let number = 1; number <= 300; number += 1) trials.push(await tryItem(hostileItem(number)))
  expect(trials.filter((t) => t.refused === null).length).toBeGreaterThan(100)
  expect(trials.filter((t) => t.refused !== null).length).toBeGreaterThan(5)
  for (const { ms, letters } of trials) expect(ms).toBeLessThan(1000 * Math.max(1, letters / 10_000))
})

test('any string, in any form, is an article or a refusal', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('file', 'page', 'json'),
      (content, form) => {
        const { article, refused } = take({ from: 'x', form, content })
        expect(refused?.code).not.toBe('intake.failed')
        if (article && form === 'file') expect(content.endsWith(article.text)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('any bytes are an article or a refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
      expect(take({ from: 'x', form: 'file', content }).refused?.code).not.toBe('intake.failed')
    }),
    { numRuns: 300 },
  )
})
