import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretchesOf } from './stretches.ts'

const drawn = (text: string, layers: readonly { start: number; end: number; name: string }[]) =>
  stretchesOf(text, layers).map((s) => `${s.active.map((l) => l.name).join('+') || '-'}:${s.text}`)

test('layers that nest and layers that cross cut the text where they begin and end', () => {
  expect(
    drawn('They will strike back', [
      { start: 0, end: 21, name: 'said' },
      { start: 10, end: 16, name: 'event' },
      { start: 13, end: 21, name: 'crossing' },
    ]),
  ).toEqual(['said:They will ', 'said+event:str', 'said+event+crossing:ike', 'said+crossing: back'])
})

test('of layers that open together the widest stands first; one that reaches past the text is left out', () => {
  const [first] = stretchesOf('strike back', [
    { start: 0, end: 6, name: 'event' },
    { start: 0, end: 11, name: 'said' },
    { start: 3, end: 12, name: 'broken' },
  ])
  expect(first?.opens.map((l) => l.name)).toEqual(['said', 'event'])
  expect(first?.closes.map((l) => l.name)).toEqual(['event'])
})

test('joined again, the stretches are the text', () => {
  const layer = fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(layer), (text, layers) => {
      expect(
        stretchesOf(text, layers)
          .map((s) => s.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
