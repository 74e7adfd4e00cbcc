import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from './decode.ts'

const TEXT = 'The café owner said: “We won’t pay – not €5.” He left for Zürich.'

test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])('%s is found out', (encoding) => {
  expect(decode(iconv.encode(TEXT, encoding))).toBe(TEXT)
})

test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s with a byte order mark', (encoding) => {
  expect(decode(iconv.encode(TEXT, encoding, { addBOM: true }))).toBe(TEXT)
})

test('a page is believed when it names its encoding', () => {
  const page = '<meta charset="windows-1251"><p>Привет'
  expect(decode(iconv.encode(page, 'windows-1251'))).toBe(page)
})

test('one broken byte does not turn UTF-8 into another encoding', () => {
  const bytes = Buffer.concat([Buffer.from(`${TEXT} ${TEXT} ${TEXT}`), Buffer.from([0xe2, 0x80]), Buffer.from(' end')])
  expect(decode(bytes)).toBe(`${TEXT} ${TEXT} ${TEXT}\ufffd end`)
})

test('what is no text says what it is', () => {
  expect(() => decode(Buffer.from('%PDF-1.7 …'))).toThrow('binary: a PDF file, not text')
  expect(() => decode(Buffer.from([65, 66, 0, 67, 68, 69]))).toThrow('binary: it holds NUL bytes')
})
