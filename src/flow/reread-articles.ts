import type { Item } from '../intake/index.ts'
import type { Db, Recorder } from '../record/index.ts'
import { articlesToReread } from '../record/index.ts'
import type { Added } from './add-articles.ts'
import { type ReadOptions, readItems } from './read-items.ts'

/** Read articles of the record again with the present reader; those it has read already are left alone. */
export async function* rereadArticles(
  db: Db,
  reader: string,
  options: ReadOptions & { readonly recorder: Recorder; readonly now: () => string },
): AsyncGenerator<Added> {
  for await (const { from, reading, problem } of readItems(itemsToReread(db, reader), options)) {
    if (!reading || problem) {
      yield { from, recorded: null, problem: problem ?? { code: 'reader.failed', message: 'nothing was read' } }
      continue
    }
    const [recorded] = await options.recorder.record([reading], { at: options.now() })
    yield { from, recorded: recorded ?? null, problem: null }
  }
}

async function* itemsToReread(db: Db, reader: string): AsyncGenerator<Item> {
  for await (const { id, article } of articlesToReread(db, reader)) {
    const { text, title, outlet, author, url, published, kind, replyTo } = article
    yield {
      from: id,
      form: 'json',
      content: JSON.stringify({ id: article.id, text, title, outlet, author, url, published, kind, replyTo }),
    }
  }
}
