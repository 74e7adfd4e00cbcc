import { describe, expect, test } from 'vitest'
import type { EntityKind, MentionForm } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import { findFacts } from '../facts/facts.ts'
import { readQuotes } from '../text/quotes.ts'
import { readSentences } from '../text/sentences.ts'
import { codeEntity } from './code-entity.ts'
import { calledName } from './entity.ts'
import type { Draft } from './find-mentions.ts'
import { headOf } from './heads.ts'
import { tellEntities } from './tell-entities.ts'

const MARK = /\[(?<kind>person|group|organisation|state)(?<source>!?):(?<words>[^|\]]+)(?:\|(?<name>[^\]]+))?\]/g

/**
 * A text whose mentions are marked `[kind:words|name]`; without a name it is a description, or a pronoun. `!` marks one who is quoted.
 * The model is left out: it finds no mention likelier than another.
 */
function told(marked: string, published = '2016-03-01') {
  let text = ''
  let at = 0
  const found: { kind: EntityKind; start: number; words: string; name: string | null; isSource: boolean }[] = []
  for (const m of marked.matchAll(MARK)) {
    text += marked.slice(at, m.index)
    const { kind, words = '', name, source } = m.groups as Record<string, string | undefined>
    found.push({ kind: kind as EntityKind, start: text.length, words, name: name ?? null, isSource: source === '!' })
    text += words
    at = m.index + m[0].length
  }
  text += marked.slice(at)
  const sentences = readSentences(text)
  const drafts: Draft[] = found.map(({ kind, start, words, name, isSource }, i) => {
    const range = { start, end: start + words.length }
    const isPronoun = /^(?:he|she|it|they|him|her|his)$/i.test(words)
    const hit = name ? findFacts(words).find((f) => f.end === words.length && f.form === 'name') : undefined
    const form: MentionForm = isPronoun ? 'pronoun' : name ? 'name' : 'description'
    return {
      ...range,
      head: headOf(text, range) ?? { ...range, text: words },
      form,
      kind: hit?.fact.kind ?? kind,
      hit: hit ? { ...hit, ...range } : null,
      name,
      tags: new Map(
        isSource
          ? [['source', 0.9]]
          : [
              ['party', 0.9],
              ['pronoun', 1],
            ],
      ),
      first: i,
      last: i,
      sentence: sentences.findIndex((s) => s.start <= start && start < s.end),
    }
  })
  const doc = {
    text,
    sentences,
    quotes: readQuotes(text),
    article: { published },
    linker: { index: () => 0, one: () => 0 },
  } as unknown as Document
  const clusters = tellEntities(doc, drafts)
  const entities = clusters.entities.map((e) => ({
    name: calledName(e, drafts, text),
    mentions: e.mentions.map((m) => text.slice(drafts[m]?.start, drafts[m]?.end)).join(', '),
    code: codeEntity(doc, clusters, e),
  }))
  return entities
}

const mentions = (marked: string, published?: string): string[] => told(marked, published).map((e) => e.mentions)

describe('people of one surname', () => {
  test('two first names stay two people', () => {
    expect(mentions('[person:Jane Okoth|Jane Okoth] met [person:Peter Okoth|Peter Okoth].')).toEqual([
      'Jane Okoth',
      'Peter Okoth',
    ])
  })

  test('the bare surname means the one most spoken of', () => {
    expect(
      mentions(
        '[person:Jane Okoth|Jane Okoth] spoke. [person:Jane Okoth|Jane Okoth] said [person:Peter Okoth|Peter Okoth] was ill. [person:Okoth|Okoth] left.',
      ),
    ).toEqual(['Jane Okoth, Jane Okoth, Okoth', 'Peter Okoth'])
  })

  test('a title tells man from woman', () => {
    expect(
      mentions(
        '[person:Peter Okoth|Peter Okoth] and [person:Jane Okoth|Jane Okoth] left. [person:Mrs Okoth|Okoth] waved.',
      ),
    ).toEqual(['Peter Okoth', 'Jane Okoth, Mrs Okoth'])
  })
})

test('a radio station of a land is not the land', () => {
  expect(mentions('[organisation:Norland Radio|Norland Radio] spoke. [organisation:Norland|Norland] slept.')).toEqual([
    'Norland Radio',
    'Norland',
  ])
})

test('the troops of a state are one, however far on', () => {
  const between = '[person:Jane Okoth|Jane Okoth] left. '.repeat(90)
  expect(
    mentions(`[group:Tavrian troops] stayed. ${between}Rebels shot at [group:Tavrian troops].`).filter((m) =>
      m.startsWith('Tavrian'),
    ),
  ).toEqual(['Tavrian troops, Tavrian troops'])
})

describe('unnamed people', () => {
  test('called by the very same words he is the same man, however far on', () => {
    const between = '[person:Jane Okoth|Jane Okoth] left. '.repeat(90)
    expect(
      mentions(`[person:A former finance official] spoke. ${between}[person:The former finance official] agreed.`),
    ).toContain('A former finance official, The former finance official')
  })
})

describe('offices', () => {
  test('a land and an office mean the one who holds it', () => {
    expect(
      mentions(
        '[person:Kenyan President Jane Okoth|Jane Okoth] met [person:Peter Mba|Peter Mba]. [person:The Kenyan president] left.',
      ),
    ).toEqual(['Kenyan President Jane Okoth, The Kenyan president', 'Peter Mba'])
  })

  test('a name in apposition comes before what is known of others', () => {
    expect(
      mentions(
        '[person:Kenyan President Jane Okoth|Jane Okoth] met [person:the Kenyan prime minister], [person:Peter Mba|Peter Mba].',
      ),
    ).toEqual(['Kenyan President Jane Okoth', 'Peter Mba, the Kenyan prime minister'])
  })

  test('"the president" is the one person of the article who is in office on the day', () => {
    const text = '[person:Barack Obama|Barack Obama] met [person:Peter Mba|Peter Mba]. [person:The president] left.'
    expect(mentions(text, '2012-05-01')).toEqual(['Barack Obama, The president', 'Peter Mba'])
    expect(mentions(text, '2019-05-01')).toEqual(['Barack Obama', 'Peter Mba', 'The president'])
  })

  test('a byword for a ruler is the one in office of the land that the sentence is set in', () => {
    const text = (land: string): string =>
      `[person:Barack Obama|Barack Obama] wrote to [person:Ali Khamenei|Ali Khamenei]. In ${land}, [person:the regime’s ageing tyrant] slept.`
    expect(mentions(text('Iran'), '2012-05-01')[1]).toBe('Ali Khamenei, the regime’s ageing tyrant')
    expect(mentions(text('Kenya'), '2012-05-01')).toHaveLength(3)
  })

  test('a leader of something smaller is nobody’s ruler', () => {
    const text = '[person:Barack Obama|Barack Obama] spoke. [person:The union leader] left.'
    expect(mentions(text, '2012-05-01')).toEqual(['Barack Obama', 'The union leader'])
  })

  test('a name behind "a spokesman for …" is his', () => {
    expect(mentions('[person:A spokesman] for the corps, [person:Gen. Paul Mba|Paul Mba], left.')).toEqual([
      'Gen. Paul Mba, A spokesman',
    ])
  })

  test('another land’s president is somebody else', () => {
    const found = mentions('[person:Kenyan President Jane Okoth|Jane Okoth] waited. [person:A Chadian president] came.')
    expect(found).toEqual(['Kenyan President Jane Okoth', 'A Chadian president'])
  })
})

test('he in a quotation is not the one who speaks', () => {
  expect(
    mentions(
      '[person:Peter Mba|Peter Mba] fled. “I have been waiting since,” [person!:Paul Okoth|Paul Okoth] said. “I am told [person:he] is safe.”',
    ),
  ).toEqual(['Peter Mba, he', 'Paul Okoth'])
})

describe('what an entity is called', () => {
  test('a person by the longest name, without the title', () => {
    expect(told('[person:President Okoth|Okoth] and then [person:Jane Okoth|Jane Okoth].')[0]?.name).toBe('Jane Okoth')
  })

  test('a state by its own name', () => {
    expect(told('[state:US|US] said no.')[0]?.name).toBe('United States')
  })

  test('one without a name by the fullest description', () => {
    expect(told('[person:A spokesman for the Kenyan army] spoke.')[0]?.name).toBe('spokesman for the Kenyan army')
  })
})

test('a president called by surname alone has the code of the day, not a fuller name', () => {
  const [obama] = told('[person:President Obama|Obama] spoke.', '2012-05-01')
  expect(obama).toMatchObject({ name: 'Obama', code: { country: 'USA', sectors: ['GOV'] } })
})
