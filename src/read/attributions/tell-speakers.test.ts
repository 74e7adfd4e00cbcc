import { describe, expect, test } from 'vitest'
import { clustersOf, documentOf, type Hand } from '../../../test/document-of.ts'
import type { Clusters } from '../entities/entity.ts'
import type { Draft } from '../entities/find-mentions.ts'
import type { Bare } from './assemble.ts'
import { holderOf, mentionOf, tellSpeakers } from './tell-speakers.ts'

type Parts = { readonly source?: string; readonly cue?: string; readonly content: readonly string[] }

const bare = ({ at }: Hand, all: readonly Parts[]): Bare[] =>
  all.map(({ source, cue, content }) => ({
    source: source ? at(source) : null,
    cue: cue ? at(cue) : null,
    content: content.map((c) => at(c)),
    hint: -1,
    score: 0.9,
  }))

const pronoun = { form: 'pronoun', name: null, hit: null } as const

/** What the speaker of each attribution is called: the first mention of its entity. */
function speakers(hand: Hand, parts: readonly Parts[], clusters: Clusters): string[] {
  return tellSpeakers(hand.doc, bare(hand, parts), clusters).map((a) => {
    const first = clusters.drafts[clusters.entities[a.speaker]?.mentions[0] as number]
    const name = first ? hand.doc.text.slice(first.start, first.end) : '-'
    return a.within >= 0 ? `${name} within ${a.within}` : name
  })
}

describe('tellSpeakers', () => {
  test('the speaker is the entity of the mention that the source names', () => {
    const hand = documentOf('Maria Okafor arrived. Okafor, the mayor, said they would stay.')
    const clusters = clustersOf([[hand.mention('Maria Okafor'), hand.mention('Okafor', {}, 1)]])
    expect(
      speakers(hand, [{ source: 'Okafor, the mayor,', cue: 'said', content: ['they would stay'] }], clusters),
    ).toEqual(['Maria Okafor'])
  })

  test('a quotation without a source goes on with the speaker before it, in this paragraph or the next', () => {
    const hand = documentOf('“We stay,” said Okafor.\n\n“We will not leave.”\n\nIt rained.\n\n“Nobody knows.”')
    const parts = [
      { source: 'Okafor', cue: 'said', content: ['“We stay,”'] },
      { content: ['“We will not leave.”'] },
      { content: ['“Nobody knows.”'] },
    ]
    expect(speakers(hand, parts, clustersOf([[hand.mention('Okafor')]]))).toEqual(['Okafor', 'Okafor', '-'])
  })

  test('a quotation that names nobody is the person’s of the sentence before, else the one’s quoted last', () => {
    const hand = documentOf(
      'Okafor said the road was shut. “Nobody came.” “We stay,” Weidt said. The council met and said it was glad. “It will not hold.”',
    )
    const parts = [
      { source: 'Okafor', cue: 'said', content: ['the road was shut'] },
      { content: ['“Nobody came.”'] },
      { source: 'Weidt', cue: 'said', content: ['“We stay,”'] },
      { source: 'The council', cue: 'said', content: ['it was glad'] },
      { content: ['“It will not hold.”'] },
    ]
    const council = hand.mention('The council', { kind: 'organisation' })
    const clusters = clustersOf([[hand.mention('Okafor')], [hand.mention('Weidt')], [council]])
    expect(speakers(hand, parts, clusters)).toEqual(['Okafor', 'Okafor', 'Weidt', 'The council', 'Weidt'])
  })

  test('who goes on in a sentence with "adding" is the one who spoke in it, whatever the model likes', () => {
    const hand = documentOf('Okafor said the dam was full, adding that Ruritania would wait.')
    const clusters = clustersOf([[hand.mention('Okafor')], [hand.mention('Ruritania', { kind: 'state' })]])
    const [said, adding] = bare(hand, [
      { source: 'Okafor', cue: 'said', content: ['the dam was full'] },
      { cue: 'adding', content: ['that Ruritania would wait'] },
    ])
    const told = tellSpeakers(hand.doc, [said!, { ...adding!, hint: 1 }], clusters)
    expect(told.map((a) => a.speaker)).toEqual([0, 0])
  })

  test('who goes on with "but said" is the one who spoke in the sentence', () => {
    const hand = documentOf('The council ruled out a visit to Oslo, but said it was glad.')
    const council = hand.mention('The council', { kind: 'organisation' })
    const clusters = clustersOf([[council], [hand.mention('Oslo', { kind: 'place' })]])
    const [ruled, said] = bare(hand, [
      { source: 'The council', cue: 'ruled out', content: ['a visit to Oslo'] },
      { cue: 'said', content: ['it was glad'] },
    ])
    expect(tellSpeakers(hand.doc, [ruled!, { ...said!, hint: 1 }], clusters).map((a) => a.speaker)).toEqual([0, 0])
  })

  test('a speaker whom no words name is less sure', () => {
    const hand = documentOf('They would stay, Okafor said.')
    const clusters = clustersOf([[hand.mention('Okafor')]])
    const sure = bare(hand, [{ source: 'Okafor', cue: 'said', content: ['They would stay'] }])
    const guessed = bare(hand, [{ cue: 'said', content: ['They would stay'] }]).map((a) => ({ ...a, hint: 0 }))
    const score = (all: Bare[]) => tellSpeakers(hand.doc, all, clusters)[0]!.score
    expect(score(guessed)).toBeLessThan(score(sure))
  })

  test('where no span is the source, the mention that the model likes best speaks', () => {
    const hand = documentOf('They would stay, Okafor said.')
    const clusters = clustersOf([[hand.mention('Okafor')]])
    const [said] = bare(hand, [{ cue: 'said', content: ['They would stay'] }])
    expect(tellSpeakers(hand.doc, [{ ...said!, hint: 0 }], clusters)[0]?.speaker).toBe(0)
    expect(tellSpeakers(hand.doc, [said!], clusters)[0]?.speaker).toBe(-1)
  })

  test('an attribution inside another says so, innermost first', () => {
    const hand = documentOf('Okafor said Weidt had told her that he knew.')
    const parts = [
      { source: 'Okafor', cue: 'said', content: ['Weidt had told her that he knew'] },
      { source: 'Weidt', cue: 'told', content: ['that he knew'] },
      { source: 'he', cue: 'knew', content: ['knew'] },
    ]
    const clusters = clustersOf([[hand.mention('Okafor')], [hand.mention('Weidt'), hand.mention('he', pronoun, 1)]])
    expect(speakers(hand, parts.slice(0, 2), clusters)).toEqual(['Okafor', 'Weidt within 0'])
  })

  test('"I" inside somebody’s words is that somebody, and can be a source itself', () => {
    const hand = documentOf('“I think I will stay,” Okafor said.')
    const parts = [
      { source: 'Okafor', cue: 'said', content: ['“I think I will stay,”'] },
      { source: 'I', cue: 'think', content: ['I will stay'] },
    ]
    const [okafor, i, again] = [hand.mention('Okafor'), hand.mention('I', pronoun), hand.mention('I', pronoun, 1)]
    const clusters = clustersOf([[okafor], [i, again]])
    unresolved(clusters, [i, again])
    expect(speakers(hand, parts, clusters)).toEqual(['Okafor', 'Okafor within 0'])
    expect([...clusters.of]).toEqual([0, 0, 0])
  })

  test('"we" from an official’s mouth is the state, from another’s a group that is not the speaker', () => {
    const state = documentOf('Iran was angry. “We stay,” the Iranian minister said.')
    const we = state.mention('We', pronoun)
    const official = clustersOf([
      [state.mention('Iran', { kind: 'state' })],
      [state.mention('the Iranian minister', { hit: null, name: null, form: 'description', kind: 'person' })],
      [we],
    ])
    unresolved(official, [we])
    tellSpeakers(
      state.doc,
      bare(state, [{ source: 'the Iranian minister', cue: 'said', content: ['“We stay,”'] }]),
      official,
    )
    expect(official.of[official.drafts.indexOf(we)]).toBe(0)

    const nurse = documentOf('“We stay,” Okafor said.')
    const ours = nurse.mention('We', pronoun)
    const clusters = clustersOf([[nurse.mention('Okafor')], [ours]])
    unresolved(clusters, [ours])
    tellSpeakers(nurse.doc, bare(nurse, [{ source: 'Okafor', cue: 'said', content: ['“We stay,”'] }]), clusters)
    expect(clusters.entities[clusters.of[0] as number]?.weOf).toBe(0)
  })

  test('"we" outside all quotations is the state that a statement opens with, else a group of its own', () => {
    const whose = (text: string, cue: string, content: string) => {
      const hand = documentOf(text)
      const we = hand.mention('We', pronoun)
      const clusters = clustersOf([[hand.mention('Iran', { kind: 'state' })], [we]])
      unresolved(clusters, [we])
      tellSpeakers(hand.doc, bare(hand, [{ source: 'Iran', cue, content: [content] }]), clusters)
      return clusters.of[clusters.drafts.indexOf(we)]
    }
    expect(whose('Iran condemns the attack. We stand ready.', 'condemns', 'the attack')).toBe(0)
    expect(whose('In Oslo, Iran condemned the attack. We stand apart.', 'condemned', 'the attack')).toBe(1)
  })
})

/** First persons as the step before leaves them: mentions of nobody yet. */
function unresolved(clusters: Clusters, drafts: readonly Draft[]): void {
  for (const d of drafts) clusters.of[clusters.drafts.indexOf(d)] = -1
  clusters.entities.splice(
    clusters.entities.findIndex((e) => e.mentions.includes(clusters.drafts.indexOf(drafts[0]!))),
    1,
  )
}

describe('mentionOf', () => {
  test('the mention with the head of the source, else the one that shares most letters', () => {
    const { doc, at, mention } = documentOf('The commander of the Quds Force said so.')
    const drafts = [mention('The commander', { name: null }), mention('the Quds Force')]
    expect(mentionOf(doc, drafts, at('The commander of the Quds Force'))).toBe(0)
    expect(mentionOf(doc, [drafts[1]!], at('The commander of the Quds Force'))).toBe(0)
    expect(mentionOf(doc, drafts, at('said'))).toBe(-1)
  })
})

test('holderOf: the innermost attribution round a place, -1 for the outlet’s own words', () => {
  const hand = documentOf('Okafor said Weidt had told her that he knew. It rained.')
  const all = bare(hand, [
    { cue: 'said', content: ['Weidt had told her that he knew'] },
    { cue: 'told', content: ['that he knew'] },
  ])
  expect(holderOf(all, hand.at('knew'))).toBe(1)
  expect(holderOf(all, hand.at('her'))).toBe(0)
  expect(holderOf(all, hand.at('rained'))).toBe(-1)
})
