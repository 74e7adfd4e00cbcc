import { expect, test } from 'vitest'
import { openBuffers } from './buffers.ts'

const width = { tags: 2, ends: 3, links: 4, status: 5 }

test('rows as wide as asked, for as many pieces as asked', () => {
  const { tags, ends, links, status } = openBuffers(width).lend(10)
  expect([tags.length, ends.length, links.length, status.length]).toEqual([20, 30, 40, 50])
})

test('what was given back is lent again; what is still out is not', () => {
  const buffers = openBuffers(width)
  const first = buffers.lend(10)
  const second = buffers.lend(10)
  expect(second.tags.buffer).not.toBe(first.tags.buffer)
  buffers.giveBack(first)
  expect(buffers.lend(12).tags.buffer).toBe(first.tags.buffer)
  expect(buffers.lend(10).tags.buffer).not.toBe(second.tags.buffer)
})

test('giving back twice lends it to one only', () => {
  const buffers = openBuffers(width)
  const rows = buffers.lend(10)
  buffers.giveBack(rows)
  buffers.giveBack(rows)
  expect(buffers.lend(10).tags.buffer).not.toBe(buffers.lend(10).tags.buffer)
})

test('the arrays of a very long text are not kept', () => {
  const buffers = openBuffers(width)
  const long = buffers.lend(100_000)
  expect(long.tags.length).toBe(200_000)
  buffers.giveBack(long)
  expect(buffers.lend(10).tags.buffer).not.toBe(long.tags.buffer)
})
