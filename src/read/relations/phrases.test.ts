import { describe, expect, test } from 'vitest'
import { headOf } from '../entities/heads.ts'
import { tieInPhrase } from './phrases.ts'

type Options = { kind?: string; innerKind?: string; name?: string; isDescribed?: boolean }

/** The tie between a phrase and a name in it or right before it, written "head type tail". */
function tie(sentence: string, phrase: string, inner: string, options: Options = {}): string | null | undefined {
  const start = sentence.indexOf(phrase)
  const range = { start, end: start + phrase.length }
  const at = sentence.indexOf(inner)
  const found = tieInPhrase(
    sentence,
    {
      ...range,
      head: headOf(sentence, range) ?? range,
      kind: options.kind ?? 'group',
      isActor: true,
      name: options.name ?? null,
    },
    {
      start: at,
      end: at + inner.length,
      kind: options.innerKind ?? 'state',
      isDescribed: options.isDescribed ?? false,
    },
  )
  if (!found) return found
  return found.from === 'whole' ? `${phrase} ${found.type} ${inner}` : `${inner} ${found.type} ${phrase}`
}

describe('what a title says', () => {
  const person = { kind: 'person' }
  test.each([
    ['Kenyan President Jane Okoth', 'Kenyan', 'leads'],
    ['Kenyan Foreign Minister Jane Okoth', 'Kenyan', 'member_of'],
    ['the Kenyan prime minister', 'Kenyan', 'leads'],
    ['the Kenyan ambassador', 'Kenyan', 'speaks_for'],
    ['Kenya’s deputy president', 'Kenya', 'member_of'],
    ['the Kenyan opposition leader', 'Kenyan', 'member_of'],
  ])('%s: %s, %s', (phrase, inner, type) => {
    expect(tie(`${phrase} left.`, phrase, inner, person)).toBe(`${phrase} ${type} ${inner}`)
  })

  test('a former office is no tie', () => {
    expect(tie('Kenya’s former president left.', 'Kenya’s former president', 'Kenya', person)).toBeNull()
  })

  test('family is no tie', () => {
    expect(tie('Okoth’s wife left.', 'Okoth’s wife', 'Okoth', { ...person, innerKind: 'person' })).toBeNull()
  })

  test('the head of a body leads it, one of its leaders belongs to it', () => {
    const body = { kind: 'person', innerKind: 'organisation' }
    expect(tie('the commander of the Blue Force', 'the commander', 'Blue Force', body)).toBe(
      'the commander leads Blue Force',
    )
    expect(tie('a commander of the Blue Force', 'a commander', 'Blue Force', body)).toBe(
      'a commander member_of Blue Force',
    )
  })

  test('an envoy to somewhere does not speak for that place', () => {
    expect(tie('the envoy for Kenya', 'the envoy', 'Kenya', person)).toBeNull()
  })
})

describe('who stands behind whom', () => {
  test.each([
    ['Kenyan-backed rebels', 'Kenyan', 'Kenyan backs Kenyan-backed rebels'],
    ['Kenyan-led forces', 'Kenyan', 'Kenyan leads Kenyan-led forces'],
    ['Kenyan-aligned militias', 'Kenyan', 'Kenyan-aligned militias allied_with Kenyan'],
    ['anti-Okoth rebels', 'Okoth', 'anti-Okoth rebels opposes Okoth'],
    ['pro-Okoth militias', 'Okoth', 'pro-Okoth militias backs Okoth'],
    ['Kenya’s allies', 'Kenya', 'Kenya’s allies allied_with Kenya'],
  ])('%s', (phrase, inner, expected) => {
    expect(tie(`${phrase} left.`, phrase, inner)).toBe(expected)
  })

  test('where somebody is born or based is no tie', () => {
    expect(tie('the Nairobi-born fighters', 'the Nairobi-born fighters', 'Nairobi')).toBeNull()
  })

  test('allies that are only of a continent are no allies of it', () => {
    expect(tie('European allies left.', 'European allies', 'European')).toBe('European allies member_of European')
  })

  test('a body with a person’s name is led by the person', () => {
    expect(tie('the Okoth administration', 'the Okoth administration', 'Okoth', { innerKind: 'person' })).toBe(
      'Okoth leads the Okoth administration',
    )
    expect(
      tie('the Blue Front government', 'the Blue Front government', 'Blue Front', { innerKind: 'organisation' }),
    ).toBe('Blue Front leads the Blue Front government')
  })
})

describe('what is no tie', () => {
  test('words of a proper name', () => {
    const name = 'Kenyan Democratic Council'
    expect(tie(`The ${name} met.`, name, 'Kenyan', { kind: 'organisation', name })).toBeNull()
  })

  test('a name that a verb parts from the phrase', () => {
    expect(tie('Kenya welcomed rebel fighters.', 'rebel fighters', 'Kenya')).toBeUndefined()
  })

  test('a name before another determiner', () => {
    expect(tie('In Kenya the minister spoke.', 'the minister', 'Kenya', { kind: 'person' })).toBeUndefined()
  })

  test('a quantity of the same people', () => {
    expect(tie('hundreds of Kenyans', 'hundreds', 'Kenyans', { innerKind: 'population' })).toBeNull()
  })
})
