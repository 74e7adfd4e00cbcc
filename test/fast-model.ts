import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../src/codebook/index.ts'
import type { ModelFiles } from '../src/read/model/card.ts'

const FOLDER = join(import.meta.dirname, '../models/fast')

/** One file of the model that ships; says so where there is none, since every test of the reader stands on it. */
export function modelFile(name: string): Buffer {
  const path = join(FOLDER, name)
  if (!existsSync(path)) throw new Error(`models/fast/${name} is missing: the reader has no model to be tested with`)
  return readFileSync(path)
}

/** The bytes of the model that ships. */
export function modelFiles(): ModelFiles {
  return {
    card: JSON.parse(modelFile('card.json').toString()),
    heads: JSON.parse(modelFile('heads.json').toString()),
    vocabulary: modelFile('vocab.txt').toString(),
    onnx: modelFile('model.onnx'),
  }
}

/** An article with nothing known about it but its text. */
export function articleOf(text: string, more: Partial<Article> = {}): Article {
  return {
    id: 'test',
    text,
    title: null,
    outlet: null,
    author: null,
    url: null,
    published: '2020-02-18',
    publishedBy: 'given',
    language: 'en',
    kind: 'article',
    replyTo: null,
    skipped: [],
    ...more,
  }
}
