import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSentences } from './sentences.ts'

/** The sentences of a text with bars between them. */
const split = (text: string): string =>
  readSentences(text)
    .map((s) => text.slice(s.start, s.end))
    .join(' | ')

describe('readSentences', () => {
  test.each([
    'Gen. Ali met Dr. Okafor and Sen. Weidt. | They left.',
    'Troops of the U.S. Army left. | U.S. troops stayed.',
    'He flew to the U.S. | The president stayed.',
    'He flew to the U.S. on Monday. | It rained.',
    'J. R. Weidt and Maria K. Okafor spoke. | Nobody answered.',
    'The talks begin at 9 a.m. on Friday. | They end at 5 p.m. sharp.',
    'It was signed on Jan. 3 in St. Anna. | Acme Inc. paid.',
    'Prices rose by 3.5 percent. | The bank said 4.2.',
    '“We will stay.” | The crowd cheered.',
    '“We will stay,” he said. | “Not today.” | She left.',
    '"Go home!" he shouted.',
    '“Why now?” she asked. | Nobody knew.',
    '‘It is over.’ | So he said.',
    'They fled (the road was shut). | Nobody followed.',
    'He waited … and left. | Then what? | Nothing!',
    'Ōta resigned. | Émile followed. | 14 others stayed.',
    '“Enough.” | “No.”',
    'The vote was 5 vs. 4. | It passed.',
    'No stop at the end',
    'Lt. Col. Petrosyan and Brig. Gen. Haddad agreed.',
    'The U.N. Security Council met. | It adjourned.',
  ])('%s', (barred) => {
    expect(split(barred.replaceAll(' | ', ' '))).toBe(barred)
  })

  test.each([
    [
      'Title without a stop\n\nBy Ana Weidt\nThe town fell. It burned.',
      'Title without a stop | By Ana Weidt | The town fell. | It burned.',
    ],
    ['One.\r\nTwo.', 'One. | Two.'],
    ['One\u2028Two\u2029Three', 'One | Two | Three'],
    ['  \u00a0One.  \u00a0 Two. ', 'One. | Two.'],
    ['', ''],
    [' \n \t', ''],
    ['. . .', '. . .'],
  ])('%j', (text, barred) => {
    expect(split(text)).toBe(barred)
  })

  const piece = fc.constantFrom(
    'Gen. ',
    'U.S. ',
    'Ana ',
    'left. ',
    'He ',
    '“',
    '”',
    '’',
    '.',
    '? ',
    '\n',
    '\r\n',
    ' ',
    '😀',
    'e\u0301',
    '\u2028',
    '\ud800',
    '3.5 ',
    'مرحبا. ',
  )
  const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  test('of any text: in order, none over another, no white space at the edges, every other letter inside', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0
        for (const s of readSentences(text)) {
          expect(text.slice(end, s.start).trim()).toBe('')
          const words = text.slice(s.start, s.end)
          expect(words).toBe(words.trim())
          expect(words).not.toBe('')
          end = s.end
        }
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })

  test('a line in front moves every sentence and changes nothing else', () => {
    const before = 'Rain fell 😀.\n'
    fc.assert(
      fc.property(texts, (text) => {
        const moved = readSentences(text).map((s) => ({ start: s.start + before.length, end: s.end + before.length }))
        expect(readSentences(before + text).slice(1)).toEqual(moved)
      }),
    )
  })
})
