import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../../../test/document-of.ts'
import { marked } from '../../../test/marked.ts'
import { fitToQuotes } from './fit-quotes.ts'

/** The [content] of a text, fitted to its quotations. */
function fitted(bracketed: string): string {
  const text = bracketed.replace(/[[\]]/g, '')
  const { doc, at } = documentOf(text)
  const content = [...bracketed.matchAll(/\[([^\]]+)\]/g)].map((m) => at(m[1] as string))
  return marked(
    text,
    fitToQuotes(doc, content).map((c) => ['', c] as const),
  ).replaceAll('[ ', '[')
}

describe('fitToQuotes', () => {
  test.each([
    ['“[We will not leave this town],” she said.', '[“We will not leave this town,”] she said.'],
    ['[“We will not leave this town],” she said.', '[“We will not leave this town,”] she said.'],
    ['“We [will not leave this town,”] she said.', '[“We will not leave this town,”] she said.'],
    ['She said [they would “never leave this town]”.', 'She said [they would “never leave this town”].'],
    ['She said [“never” would they leave].', 'She said [“never” would they leave].'],
    ['She said “[never” would they leave].', 'She said [“never” would they leave].'],
    [
      'She said [the town “would never leave this old river”].',
      'She said [the town “would never leave this old river”].',
    ],
    ['She said [they would stay].', 'She said [they would stay].'],
  ])('%s', (bracketed, expected) => {
    expect(fitted(bracketed)).toBe(expected)
  })

  test('two pieces of one quotation become one', () => {
    expect(fitted('“[We will not leave this old town of ours], [not ever],” she said.')).toBe(
      '[“We will not leave this old town of ours, not ever,”] she said.',
    )
  })

  test('of any pieces: what comes back is in order, inside the text, and none over another', () => {
    const text = 'Ana said “we stay, and “they go” now” but “he said ‘no’ twice”. So “it” ends.'
    const { doc } = documentOf(text)
    const range = fc
      .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), (content) => {
        let end = 0
        for (const c of fitToQuotes(doc, content)) {
          expect(c.start).toBeGreaterThanOrEqual(end)
          expect(c.end).toBeGreaterThan(c.start)
          end = c.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
