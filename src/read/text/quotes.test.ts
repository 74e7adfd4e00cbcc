import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marked } from '../../../test/marked.ts'
import { readQuotes } from './quotes.ts'

/** Quotations written into the text: [1 “…”], those inside another [2 ‘…’], those that go on [+ “…”]. */
const read = (text: string): string =>
  marked(
    text,
    readQuotes(text).map((q) => [q.continues ? '+' : `${q.depth}`, q]),
  )

describe('readQuotes', () => {
  test.each([
    '[1 “We stay,”] she said. [1 “Not today.”]',
    '[1 "We stay,"] she said. [1 "Not today."]',
    '[1 «We stay»], she said.',
    '[1 „We stay”] was the answer.',
    '[1 “He told me [2 ‘we stay’] and left,”] she said.',
    '[1 "He told me [2 \'we stay\'] and left,"] she said.',
    '[1 “They don’t want the militias’ leaders here,”] she said.',
    '[1 ‘We stay,’] she said. [1 ‘Not today.’]',
    "[1 'We stay,'] she said. [1 'It's over.']",
    "The rebels' guns and the army's tanks stayed.",
    'The rebels’ guns and the army’s tanks stayed.',
    "In the '90s it was 'tis and 'em.",
    'She said [1 “no”]; he said [1 “yes”].',
    'It ([1 “the plan”]) failed.',
    'A so-called [1 "plan"]—[1 "deal"], he said—failed.',
  ])('%s', (expected) => {
    expect(read(expected.replace(/\[[12+] /g, '').replaceAll(']', ''))).toBe(expected)
  })

  describe('a stray mark swallows nothing', () => {
    test.each([
      'He rose 5” and left. [1 “Go,”] she said.',
      'The “road was long. [1 “Go home now,”] she said.',
      'A 12" pipe burst. Nobody was hurt.',
      'The end of it.” [1 “Go,”] she said.',
      'The “road was long.\n\nNobody came. [1 “Go,”] she said.',
      '“ was all it said.',
      'Nothing” here',
    ])('%j', (expected) => {
      expect(read(expected.replace(/\[[12+] /g, '').replaceAll(']', ''))).toBe(expected)
    })
  })

  describe('paragraphs that open again', () => {
    test('go on until one closes', () => {
      expect(read('“We stay.\n\n“We fight.\n \n“We win.” She left.')).toBe(
        '[1 “We stay.]\n\n[+ “We fight.]\n \n[+ “We win.”] She left.',
      )
    })

    test('with straight marks and Windows line ends too', () => {
      expect(read('"We stay.\r\n\r\n"We win." She left.')).toBe('[1 "We stay.]\r\n\r\n[+ "We win."] She left.')
    })

    test('run together on one line they go on all the same', () => {
      expect(read('She spoke. “We stay. “We fight. “We win.” She left.')).toBe(
        'She spoke. [1 “We stay.] [+ “We fight.] [+ “We win.”] She left.',
      )
    })

    test('a paragraph between ends it', () => {
      expect(read('“We stay.\n\nShe left.\n\n“We win.”')).toBe('“We stay.\n\nShe left.\n\n[1 “We win.”]')
    })

    test('one left open at the end of the text is the last paragraph that goes on', () => {
      expect(read('“We stay.\n\n“We win.')).toBe('[1 “We stay.]\n\n[+ “We win.]')
      expect(read('“We stay.')).toBe('“We stay.')
    })
  })

  test('marks round nothing are no quotation, and words are counted', () => {
    expect(read('It said “” and “ … ”.')).toBe('It said “” and “ … ”.')
    expect(readQuotes('“We don’t stay.”')[0]?.words).toBe(4)
  })

  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '»',
    '„',
    'We ',
    'stay.',
    'Ana’s ',
    ', ',
    ' ',
    '\n',
    '\r\n',
    '\n\n',
    '😀',
    '5',
    '(',
    ')',
    '—',
    '\ud800',
  )
  const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  test('of any text: each begins with a mark, none crosses another or a line, outer ones never overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const quotes = readQuotes(text)
        for (const [i, q] of quotes.entries()) {
          const words = text.slice(q.start, q.end)
          expect(words).toMatch(/^["'“„«‘‟]/)
          expect(words).not.toContain('\n')
          expect(q.start).toBeGreaterThanOrEqual(quotes[i - 1]?.start ?? 0)
          for (const other of quotes.slice(0, i)) {
            if (q.depth === 1 && other.depth === 1) expect(other.end).toBeLessThanOrEqual(q.start)
          }
        }
      }),
    )
  })

  test('a sentence put in front moves every quotation and changes nothing else', () => {
    const before = 'Rain fell on Monday 😀. \n'
    fc.assert(
      fc.property(texts, (text) => {
        const moved = readQuotes(text).map((q) => ({
          ...q,
          start: q.start + before.length,
          end: q.end + before.length,
        }))
        expect(readQuotes(before + text)).toEqual(moved)
      }),
    )
  })
})
