import { describe, expect, test } from 'vitest'
import { clustersOf, documentOf } from '../../../test/document-of.ts'
import { anonymityOf } from './anonymity.ts'
import type { Told } from './tell-speakers.ts'

/** Whether the [marked] speaker goes unnamed; `many` is what the words say of their number. */
function anonymity(marked: string, many: boolean | null = null): string {
  const words = /\[([^\]]+)\]/.exec(marked)?.[1] as string
  const { doc, mention } = documentOf(marked.replace(/[[\]]/g, ''))
  const clusters = clustersOf([[mention(words)]], [{ many }])
  const found = anonymityOf(doc, clusters, { speaker: 0 } as Told)
  return found.is ? [found.number, found.affiliation ?? 'no side', found.reason ?? 'no reason'].join(' | ') : 'named'
}

describe('anonymityOf', () => {
  test.each([
    ['[Maria Okafor] said so.', null, 'named'],
    ['[Iran] said so.', null, 'named'],
    ['[A U.S. official] said so.', false, 'one | USA GOV | no reason'],
    ['[Two Iraqi officers] said so.', true, 'several | IRQ MIL | no reason'],
    ['[Sources] said so.', null, 'unknown | UNK | no reason'],
    [
      '[A diplomat] spoke on condition of anonymity because the talks are secret.',
      false,
      'one | GOV | spoke on condition of anonymity because the talks are secret',
    ],
    [
      'So said [an official], who was not authorized to speak publicly.',
      false,
      'one | GOV | not authorized to speak publicly',
    ],
    ['[An official] asked not to be named and left.', false, 'one | GOV | asked not to be named and left'],
    ['[An official] declined to be identified.', false, 'one | GOV | declined to be identified'],
  ])('%s', (marked, many, expected) => {
    expect(anonymity(marked, many)).toBe(expected)
  })

  test('an attribution without a speaker is nobody’s', () => {
    const { doc } = documentOf('It was said.')
    expect(anonymityOf(doc, clustersOf([]), { speaker: -1 } as Told)).toEqual({
      is: true,
      number: 'unknown',
      affiliation: null,
      reason: null,
    })
  })

  test('the reason may stand at a later mention of the speaker', () => {
    const { doc, mention } = documentOf('An official said so. The official asked not to be named.')
    const clusters = clustersOf([
      [
        mention('An official', { name: null, form: 'description' }),
        mention('The official', { name: null, form: 'description' }),
      ],
    ])
    expect(anonymityOf(doc, clusters, { speaker: 0 } as Told).reason).toBe('asked not to be named')
  })
})
