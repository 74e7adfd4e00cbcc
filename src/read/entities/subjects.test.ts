import { describe, expect, test } from 'vitest'
import { clustersOf, documentOf } from '../../../test/document-of.ts'
import type { Draft } from './find-mentions.ts'
import { subjectOfVerb, subjectOverObject } from './subjects.ts'

function opened(text: string, who: readonly string[]) {
  const { doc, at, mention } = documentOf(text)
  const clusters = clustersOf(who.map((w) => [mention(w, { name: w, form: 'name' })]))
  const named = (i: number): string | null => {
    const d = clusters.drafts[i] as Draft | undefined
    return d ? text.slice(d.start, d.end) : null
  }
  return { doc, at, clusters, named, sentence: doc.sentences[0] as { start: number; end: number } }
}

describe('the subject of a verb', () => {
  const subject = (text: string, who: readonly string[], verb: string): string | null => {
    const { at, clusters, named, sentence } = opened(text, who)
    return named(subjectOfVerb(text, clusters, sentence, at(verb).start))
  }
  test.each([
    ['Rebels have shelled the port.', ['Rebels'], 'shelled', 'Rebels'],
    ['The army named rebels, who in recent months have shelled the port.', ['The army', 'rebels'], 'shelled', 'rebels'],
    ['The officer at the base called in help.', ['The officer', 'the base'], 'called', 'The officer'],
    ['Those still in the town refused.', ['Those', 'the town'], 'refused', 'Those'],
    ['The commander, a friend of Baraka, was killed.', ['The commander', 'Baraka'], 'killed', 'The commander'],
    ['Okafor said that Baraka, the mayor, was killed.', ['Okafor', 'Baraka'], 'killed', 'Baraka'],
    ['Near the base shots fell.', ['the base'], 'fell', null],
  ])('%s', (text, who, verb, answer) => expect(subject(text, who, verb)).toBe(answer))
})

describe('whom a pronoun cannot mean', () => {
  const other = (text: string, who: readonly string[], pronoun: string): string | null => {
    const { at, clusters, named, sentence } = opened(text, who)
    return named(subjectOverObject(text, clusters, sentence, at(pronoun)))
  }
  test.each([
    ['Okafor urged him to leave.', ['Okafor'], 'him', 'Okafor'],
    ['Okafor called Baraka and urged him to leave.', ['Okafor', 'Baraka'], 'him', 'Okafor'],
    ['Okafor took the map with him.', ['Okafor'], 'him', null],
    ['Okafor sold her house.', ['Okafor'], 'her', null],
  ])('%s', (text, who, pronoun, answer) => expect(other(text, who, pronoun)).toBe(answer))
})
