import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPieces } from './pieces.ts'

const VOCABULARY =
  '[PAD]\n[unused1]\n[UNK]\n[CLS]\n[SEP]\nthe\nrebel\n##s\nota\nsao\ntome\nus\n.\n“\n”\n14\n’\n-\ni\n##st\n𐐨'
const WORDS = VOCABULARY.split('\n')
const pieces = openPieces(VOCABULARY)

/** "Rebels" → "rebel|Rebel ##s|s": the row of the vocabulary, then the letters that stand in the text. */
const shown = (text: string): string =>
  pieces
    .split(text)
    .map((p) => `${WORDS[p.id]}|${text.slice(p.start, p.end)}`)
    .join(' ')
const CASES = ['none', 'lower', 'title', 'upper', 'mixed', 'digit']
const written = (word: string): string | undefined => CASES[pieces.split(word)[0]?.case as number]

describe('pieces.split', () => {
  test.each([
    ['The rebels.', 'the|The rebel|rebel ##s|s .|.'],
    ['“The” U.S.', '“|“ the|The ”|” [UNK]|U .|. [UNK]|S .|.'],
    ['Ōta', 'ota|Ōta'],
    ['São Tomé', 'sao|São tome|Tomé'],
    ['the\n\n\nrebel', 'the|the [unused1]|\n rebel|rebel'],
    ['\n\nthe', 'the|the'],
    ['xyz', '[UNK]|xyz'],
    ['14', '14|14'],
    ['😀 the', '[UNK]|😀 the|the'],
    ['the\u00a0\u200brebel', 'the|the rebel|rebel'],
    ['x'.repeat(101), `[UNK]|${'x'.repeat(101)}`],
    ['', ''],
    ['𐐀st the', '𐐨|𐐀 ##st|st the|the'],
    ['Sa\u0303ost', 'sao|Sa\u0303o ##st|st'],
    // The dot of a lower-cased İ is a mark of its own and belongs to no second piece.
    ['İst', 'i|İ ##st|st'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  test.each([
    ['rebels', 'lower'],
    ['Rebels', 'title'],
    ['US', 'upper'],
    ['U', 'title'],
    ['iPhone', 'mixed'],
    ['14', 'digit'],
    ['B2', 'upper'],
    ['“', 'none'],
  ])('%s is written %s', (word, as) => {
    expect(written(word)).toBe(as)
  })

  test('accents made of two characters stay inside their word', () => {
    expect(shown('Sa\u0303o the')).toBe('sao|Sa\u0303o the|the')
  })

  test('of any text: pieces in order, none over another, none empty, together all letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let end = 0
        for (const p of pieces.split(text)) {
          expect(text.slice(end, p.start)).not.toMatch(/[\p{L}\p{N}]/u)
          expect(p.start).toBeGreaterThanOrEqual(end)
          expect(p.end).toBeGreaterThan(p.start)
          end = p.end
        }
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u)
      }),
    )
  })

  test('words in front move the pieces behind them', () => {
    const before = 'the 😀 '
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        fc.pre(!text.startsWith('\n'))
        fc.pre(!/^[\p{M}]/u.test(text))
        const moved = pieces
          .split(text)
          .map((p) => ({ ...p, start: p.start + before.length, end: p.end + before.length }))
        expect(pieces.split(before + text).slice(2)).toEqual(moved)
      }),
    )
  })
})
