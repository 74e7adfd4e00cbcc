import type { Range } from '../src/codebook/index.ts'
import type { Document } from '../src/read/document.ts'
import type { Clusters, Growing } from '../src/read/entities/entity.ts'
import type { Draft } from '../src/read/entities/find-mentions.ts'
import { headOf } from '../src/read/entities/heads.ts'
import { findFacts } from '../src/read/facts/facts.ts'
import type { Found } from '../src/read/model/spans.ts'
import { readParagraphs } from '../src/read/text/paragraphs.ts'
import { readQuotes } from '../src/read/text/quotes.ts'
import { readSentences } from '../src/read/text/sentences.ts'
import { articleOf } from './fast-model.ts'

/** A document with no model behind it: pieces are words, the model's spans and links are given by hand. */
export type Hand = {
  readonly doc: Document
  /** The n-th place of some words in the text, as a span of the model. */
  readonly at: (words: string, tag?: string, nth?: number) => Found
  /** A mention of an entity. */
  readonly mention: (words: string, more?: Partial<Draft>, nth?: number) => Draft
}

/**
 * `links` says which spans belong together: `{ 'said → Ana': ['source'] }`; all else is far below any threshold.
 * `found` are the model's spans by tag: `{ cue: ['said'] }`.
 */
export function documentOf(
  text: string,
  {
    found = {},
    links = {},
    skipped = [],
  }: {
    readonly found?: Readonly<Record<string, readonly string[]>>
    readonly links?: Readonly<Record<string, readonly string[]>>
    readonly skipped?: readonly (Range & { readonly why: string })[]
  } = {},
): Hand {
  const pieces = [...text.matchAll(/[\p{L}\p{N}’'-]+|[^\s]/gu)].map((m) => ({
    id: 0,
    case: 0,
    start: m.index,
    end: m.index + m[0].length,
  }))
  const sentences = readSentences(text)
  const at = (words: string, tag = 'span', nth = 0): Found => {
    let start = -1
    for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`not in the text: ${words}`)
    const end = start + words.length
    const first = pieces.findIndex((p) => p.end > start)
    const last = pieces.findLastIndex((p) => p.start < end)
    return { tag, first, last, start, end, score: 0.9 }
  }
  const names = [...new Set(Object.values(links).flat()), 'source', 'content', 'actor', 'recipient', 'same']
  const wordsOf = (span: { readonly first: number; readonly last: number }): string =>
    text.slice(pieces[span.first]?.start, pieces[span.last]?.end)
  const one = (from: Found, to: Found, link: number): number =>
    links[`${wordsOf(from)} → ${wordsOf(to)}`]?.includes(names[link] as string) ? 3 : -9
  const doc = {
    article: articleOf(text, { skipped }),
    text,
    sentences,
    paragraphs: readParagraphs(text),
    quotes: readQuotes(text),
    scores: { pieces },
    linker: { index: (name: string) => names.indexOf(name), one },
    found: new Map(Object.entries(found).map(([tag, all]) => [tag, all.map((words) => at(words, tag))])),
  } as unknown as Document
  const mention = (words: string, more: Partial<Draft> = {}, nth = 0): Draft => {
    const span = at(words, 'party', nth)
    const hit = findFacts(words).find((h) => h.end === words.length) ?? null
    const isName = /^\p{Lu}/u.test(words) && !/^(?:An?|The|Two|Three|Some|Several|Sources)\b/.test(words)
    return {
      ...span,
      head: headOf(text, span)!,
      form: isName ? 'name' : 'description',
      kind: hit?.fact.kind ?? 'person',
      hit,
      name: isName ? words : null,
      tags: new Map([['party', 0.9]]),
      sentence: sentences.findIndex((s) => s.start <= span.start && span.start < s.end),
      ...more,
    }
  }
  return { doc, at, mention }
}

/** Entities of mentions given in groups; a group's kind, fact and names come from its first mention. */
export function clustersOf(groups: readonly (readonly Draft[])[], more: readonly Partial<Growing>[] = []): Clusters {
  const drafts = groups.flat().sort((a, b) => a.start - b.start)
  const of = new Int32Array(drafts.length).fill(-1)
  const entities = groups.map((group, id): Growing => {
    for (const d of group) of[drafts.indexOf(d)] = id
    const names = group.flatMap((d) => (d.name === null || d.hit ? [] : [d.name]))
    const [first] = group
    return {
      id,
      kind: first?.kind ?? 'person',
      fact: first?.hit?.fact ?? null,
      names,
      gender: 'unknown',
      many: null,
      heads: new Set(),
      mentions: group.map((d) => drafts.indexOf(d)).sort((a, b) => a - b),
      ...more[id],
    }
  })
  return { drafts, entities, of, considered: new Map() }
}
