import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readParagraphs } from './paragraphs.ts'

const split = (text: string): string[] => readParagraphs(text).map((p) => text.slice(p.start, p.end))

describe('readParagraphs', () => {
  test('lines without the white space round them, blank ones left out', () => {
    expect(split('  One.\n\n \t\nTwo three. \r\nFour\u2028Five')).toEqual(['One.', 'Two three.', 'Four', 'Five'])
    expect(split('\n \n')).toEqual([])
  })

  test('a line in front moves every paragraph and changes nothing else', () => {
    const before = '😀 up\n'
    const piece = fc.constantFrom('a', ' ', '\n', '\r\n', '\u00a0', '😀', '\u2029', '\ud800')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const moved = readParagraphs(text).map((p) => ({ start: p.start + before.length, end: p.end + before.length }))
        expect(readParagraphs(before + text).slice(1)).toEqual(moved)
      }),
    )
  })
})
