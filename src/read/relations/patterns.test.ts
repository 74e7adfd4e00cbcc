import { describe, expect, test } from 'vitest'
import { isHedged } from './hedges.ts'
import { tieBetween } from './patterns.ts'

describe('tieBetween', () => {
  test.each([
    [', which is led by ', 'leads', true],
    [' reportedly backed by ', 'backs', true],
    [' is an old ally of ', 'allied_with', false],
    [', who joined the ', 'member_of', false],
    [' heads the ', 'leads', false],
    [' loyal to ', 'backs', false],
  ])('A%sB: %s, turned: %s', (between, type, turned) => {
    expect(tieBetween(between)).toEqual({ type, turned })
  })

  test('other verbs say no tie', () => {
    expect(tieBetween(' visited ')).toBeNull()
    expect(tieBetween(' led by Okoth and visited by ')).toBeNull()
  })
})

describe('isHedged', () => {
  const hedged = (sentence: string, evidence: string): boolean => {
    const start = sentence.indexOf(evidence)
    return isHedged(sentence, { start: 0, end: sentence.length }, { start, end: start + evidence.length })
  }
  test.each([
    ['The brigade is technically part of the army.', 'The brigade is technically part of the army'],
    ['The rebels, reportedly backed by Kenya, left.', 'The rebels, reportedly backed by Kenya'],
    ['Kenya was accused of backing the rebels.', 'Kenya was accused of backing the rebels'],
    ['He met alleged Blue Force fighters.', 'Blue Force fighters'],
  ])('%s', (sentence, evidence) => {
    expect(hedged(sentence, evidence)).toBe(true)
  })

  test('a plain tie is not hedged, nor one behind the hedge of another clause', () => {
    expect(hedged('The brigade is part of the army.', 'The brigade is part of the army')).toBe(false)
    expect(hedged('Apparently hurt, the Kenyan minister left.', 'the Kenyan minister')).toBe(false)
    expect(hedged('He said to the Kenyan minister that it was over.', 'the Kenyan minister')).toBe(false)
  })
})
