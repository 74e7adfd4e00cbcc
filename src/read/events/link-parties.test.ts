import { expect, test } from 'vitest'
import { documentOf } from '../../../test/document-of.ts'
import { modelFiles } from '../../../test/fast-model.ts'
import { Card } from '../model/card.ts'
import { linkParties } from './link-parties.ts'

const CARD = Card.parse(modelFiles().card)

/** The actors of a word, given how likely the model holds each mention for one, in logits. */
function actorsOf(text: string, word: string, scores: Readonly<Record<string, number>>): string[] {
  const { doc, at, mention } = documentOf(text)
  const drafts = Object.keys(scores).map((words) => mention(words, { tags: new Map([['party', 0.9]]) }))
  const wordsOf = (span: object): string => {
    const { start, end } = span as { readonly start: number; readonly end: number }
    return text.slice(start, end)
  }
  const linker = {
    ...doc.linker,
    some: (_from: object, to: object, links: readonly number[]): number[] =>
      links.map((link) => (link === doc.linker.index('actor') ? (scores[wordsOf(to)] ?? -9) : -9)),
  }
  const { actors } = linkParties({ ...doc, linker }, at(word, 'ASSAULT'), { drafts, parties: [...drafts.keys()] }, CARD)
  return actors.map((i) => text.slice(drafts[i]?.start, drafts[i]?.end))
}

test('of one party inside another the one round it is meant', () => {
  expect(actorsOf('The army of Tavria shelled the port.', 'shelled', { 'The army of Tavria': 2, Tavria: 1 })).toEqual([
    'The army of Tavria',
  ])
})

test('those who are named together do it together, where the model does not speak against it', () => {
  const text = 'A rebel leader and his five men surrendered.'
  expect(actorsOf(text, 'surrendered', { 'A rebel leader': 2, 'his five men': -1 })).toEqual([
    'A rebel leader',
    'his five men',
  ])
  expect(actorsOf(text, 'surrendered', { 'A rebel leader': 2, 'his five men': -4 })).toEqual(['A rebel leader'])
})

test('parties much less sure than the surest are none', () => {
  expect(actorsOf('Rebels near the bridge shelled the port.', 'shelled', { Rebels: 5, 'the bridge': 0.5 })).toEqual([
    'Rebels',
  ])
})
