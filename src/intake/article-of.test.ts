import { expect, test } from 'vitest'
import { articleOf } from './article-of.ts'

const TEXT = 'Both sides left the hall on Friday without a word, an official said.'

test('the text is kept as it is given, and its hash is the id', () => {
  const text = `  Talks end\r\n\r\n${TEXT} \ud83d\ude00\ud800 `
  const article = articleOf({ text })
  expect(article.text).toBe(text)
  expect(article.id).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(article).toMatchObject({
    title: 'Talks end',
    published: null,
    publishedBy: 'unknown',
    language: 'en',
    kind: 'article',
  })
})

test('a title is put in front where the text does not begin with it', () => {
  expect(articleOf({ title: 'Talks end', text: TEXT }).text).toBe(`Talks end\n\n${TEXT}`)
  expect(articleOf({ title: 'Talks end', text: `Talks  end\n${TEXT}` }).text).toBe(`Talks  end\n${TEXT}`)
})

test('a day of publication is taken as it was written, never invented', () => {
  expect(articleOf({ text: TEXT, published: '2020-01-17T23:30:00-05:00' })).toMatchObject({
    published: '2020-01-17',
    publishedBy: 'given',
  })
  expect(articleOf({ text: `BAGHDAD, January 4, 2020 — ${TEXT}` })).toMatchObject({
    published: '2020-01-04',
    publishedBy: 'page',
  })
  expect(() => articleOf({ text: TEXT, published: '2020-02-30' })).toThrow(
    'published "2020-02-30" is no day such as 2020-01-17',
  )
  expect(() => articleOf({ text: TEXT, published: '1970-01-01' })).toThrow('is no day')
})

test('a post keeps its text whole', () => {
  const post = articleOf({ text: 'Follow us on Twitter', kind: 'post', author: 'Ana' })
  expect(post).toMatchObject({ kind: 'post', author: 'Ana', skipped: [] })
})

test.each([
  ['', 'empty: there is no word in it'],
  ['  \n\t…', 'empty: there is no word in it'],
  ['text with a \u0000 in it', 'binary: it holds control characters'],
  [
    'El presidente dijo el lunes que las conversaciones con los rebeldes no se van a detener por ello.',
    'not English: it looks like Spanish (es)',
  ],
  ['a '.repeat(600_000), 'too long: 1,200,000 characters, at most 1,000,000'],
])('refused: %#', (text, why) => {
  expect(() => articleOf({ text })).toThrow(why)
})

test('an input that is no article says which field is wrong', () => {
  expect(() => articleOf({ text: 5 } as never)).toThrow('not an article: text: ')
})
