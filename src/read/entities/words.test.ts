import { describe, expect, test } from 'vitest'
import type { EntityKind } from '../../codebook/index.ts'
import { findFacts } from '../facts/facts.ts'
import { initialsOf, nameKey } from './entity.ts'
import type { Draft } from './find-mentions.ts'
import { headOf, trimmed, wordsOf } from './heads.ts'
import { officeIn } from './holders.ts'
import { withArticle } from './lands.ts'
import { isTitled } from './names.ts'
import { isActorPhrase, isMany } from './number.ts'
import { pronounOf } from './pronouns.ts'

const whole = (text: string) => ({ start: 0, end: text.length })
const draft = (words: string, kind: EntityKind, name: string | null = null, tags: [string, number][] = []) =>
  ({
    ...whole(words),
    head: headOf(words, whole(words)),
    form: name ? 'name' : 'description',
    kind,
    name,
    hit: null,
    tags: new Map(tags),
  }) as unknown as Draft

test.each([
  ['the commander of the Blue Force', 'commander'],
  ['rebels backed by Kenya', 'rebels'],
  ['Kenya’s foreign minister', 'minister'],
])('the head of "%s" is %s', (phrase, head) => {
  expect(headOf(phrase, whole(phrase))?.text).toBe(head)
})

test('a mention has no quotation marks or possessive at its edges', () => {
  const text = '“Okoth’s'
  const { start, end } = trimmed(text, whole(text))
  expect(text.slice(start, end)).toBe('Okoth')
})

test('spellings of one name meet, and initials meet the name', () => {
  expect(nameKey('the al-Noor Front')).toBe(nameKey('Noor Front'))
  expect(nameKey('Erdoğan')).toBe(nameKey('Erdogan'))
  expect(initialsOf('Blue River Forces')).toBe('brf')
})

describe('isMany', () => {
  test.each([
    ['two officers', 'group', true],
    ['an officer', 'person', false],
    ['Kenyan soldiers', 'group', true],
    ['the army', 'organisation', null],
  ] as const)('%s', (words, kind, expected) => {
    expect(isMany(draft(words, kind), words)).toBe(expected)
  })
})

test('somebody acts, an airport does not', () => {
  expect(isActorPhrase(draft('the Kenyan soldiers', 'group'))).toBe(true)
  expect(isActorPhrase(draft('the Kenyan airport', 'place'))).toBe(false)
  expect(isActorPhrase(draft('Kenyan people', 'population'))).toBe(false)
})

test('capitals name something, small letters do not', () => {
  expect(pronounOf('us')).toMatchObject({ person: 1, many: true })
  expect(pronounOf('US')).toBeNull()
})

test.each([
  ['the Kenyan foreign minister', 'foreign minister'],
  ['Kenya’s president', 'president'],
  ['the former Kenyan president', null],
  ['a Kenyan minister', null],
  ['the Kenyan opposition leader', null],
])('the office of "%s" is %s', (words, office) => {
  expect(officeIn(words)).toBe(office)
})

test.each([
  ['Kenyan Foreign Minister Okoth', true],
  ['President Jane Okoth', true],
  ['Prime Minister’s Office', false],
  ['Blue River Forces', false],
])('"%s" is a person with a title: %s', (words, expected) => {
  expect(isTitled(wordsOf(words, whole(words)))).toBe(expected)
})

describe('where the mention of a land begins', () => {
  const from = (text: string): string | undefined => {
    const [hit] = findFacts(text)
    return hit && text.slice(withArticle(text, hit), hit.end)
  }
  test.each([
    ['He left the US in May.', 'the US'],
    ['He praised the US farmers.', 'US'],
    ['It rained in northern Kenya.', 'northern Kenya'],
    ['They met in rebel-held Syria.', 'rebel-held Syria'],
  ])('%s %s', (text, expected) => {
    expect(from(text)).toBe(expected)
  })
})
