import { expect, test } from 'vitest'
import type { Article, ReadingArticle } from '../../src/codebook/index.ts'
import { rereadArticles } from '../../src/flow/index.ts'
import { openRecord, openRecorder } from '../../src/record/index.ts'
import { readingOf } from './reading-of.ts'
import { wire } from './stories.ts'

const at = '2020-02-01T12:00:00.000Z'

/** What the reader is given of an article that the record holds with this about it. */
async function givenAgain(about: Partial<ReadingArticle>): Promise<Pick<Article, 'kind' | 'replyTo'>> {
  const db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  const old = readingOf(wire)
  await recorder.record([{ ...old, article: { ...old.article, ...about } }], { at })
  const given: Article[] = []
  const reader = {
    version: 'hand/2',
    read: async (article: Article) => {
      given.push(article)
      return { ...old, reader: 'hand/2', article: { ...old.article, kind: article.kind, replyTo: article.replyTo } }
    },
    explain: () => Promise.reject(new Error('not asked')),
    close: async () => {},
  }
  const again = rereadArticles(db, 'hand/2', {
    known: {},
    workers: null,
    articleSeconds: 60,
    openReader: async () => reader,
    recorder,
    now: () => at,
  })
  for await (const { problem } of again) expect(problem).toBeNull()
  const [{ kind, replyTo } = { kind: 'article' as const, replyTo: null }, ...more] = given
  expect([given.length, more]).toEqual([1, []])
  return { kind, replyTo }
}

test('a post is read again as a post, and still knows what it answers', async () => {
  expect(await givenAgain({ kind: 'post', replyTo: 'https://example.org/1' })).toEqual({
    kind: 'post',
    replyTo: 'https://example.org/1',
  })
})

test('a reading that does not say is of an article', async () => {
  expect(await givenAgain({})).toEqual({ kind: 'article', replyTo: null })
})
