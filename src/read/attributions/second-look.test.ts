import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleOf } from '../../../test/fast-model.ts'
import { marked } from '../../../test/marked.ts'
import type { Attribution } from '../../codebook/index.ts'
import { openReader, type Reader } from '../reader.ts'

let reader: Reader
beforeAll(async () => {
  reader = await openReader()
})
afterAll(() => reader?.close())

const inner = async (text: string): Promise<readonly Attribution[]> =>
  (await reader.read(articleOf(text))).attributions.filter((a) => a.within !== null)

test('an attribution inside another’s content is found where it stands in the article', async () => {
  const text = 'It rained 😀 in the town.\n\n“Weidt told us that they would leave,” Maria Okafor said on Monday.'
  const [found, ...rest] = await inner(text)
  expect(rest).toEqual([])
  expect(
    marked(text, [
      ['source', found!.source],
      ['cue', found!.cue],
      ...found!.content.map((c) => ['content', c] as const),
    ]),
  ).toBe(
    'It rained 😀 in the town.\n\n“[source Weidt] [cue told] us [content that they would leave],” Maria Okafor said on Monday.',
  )
})

test('a content that speaks of nobody’s words holds none', async () => {
  expect(await inner('“We will not leave this old town,” Maria Okafor said on Monday.')).toEqual([])
})
