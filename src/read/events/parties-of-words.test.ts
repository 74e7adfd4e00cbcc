import { expect, test } from 'vitest'
import { fill as fillDrawn } from '../../../test/fill-by-hand.ts'
import type { RawEvent } from './find-events.ts'

/** The events of a text after the rules, each drawn as [type, on, by, to]. */
function fill(
  text: string,
  who: readonly string[],
  ...events: readonly (readonly [type: RawEvent['type'], on: string, by?: string, to?: string])[]
): string[] {
  const drawn = events.map(([type, on, by = '', to = '']) => ({ type, on, by, to }))
  return fillDrawn(text, who, drawn)
}

test('who denies a charge is the one charged', () => {
  const text = 'Tavria has denied accusations of torture.'
  const drawn = fill(text, ['Tavria'], ['REJECT', 'denied', 'Tavria'], ['ACCUSE', 'accusations', 'Tavria'])
  expect(drawn).toEqual(['Tavria denied ?', '? accusations Tavria'])
})

test('those who meet meet each other; what is talked about is no party', () => {
  const text = 'The premier met the emir for talks on Tavria.'
  const drawn = fill(
    text,
    ['The premier', 'the emir', 'Tavria'],
    ['CONSULT', 'met', 'The premier', 'the emir'],
    ['CONSULT', 'talks', 'The premier', 'Tavria'],
  )
  expect(drawn).toEqual(['The premier+the emir met ?', 'The premier talks ?'])
})

test('what is "anti-" somebody is done to him', () => {
  const text = 'Troops went on anti-Lerwa raids.'
  expect(fill(text, ['Troops', 'Lerwa'], ['ASSAULT', 'raids', 'Troops+Lerwa'])).toEqual(['Troops raids Lerwa'])
})

test('who did not answer a request is the one who was asked', () => {
  const text = 'The ministry did not respond to the Courier’s request for comment.'
  const drawn = fill(text, ['The ministry', 'the Courier'], ['REQUEST', 'request', 'the Courier'])
  expect(drawn).toEqual(['the Courier request The ministry'])
})

test('to condemn a deed is to condemn its doer', () => {
  const text = 'The premier condemned the strike by rebels.'
  const drawn = fill(
    text,
    ['The premier', 'rebels'],
    ['ACCUSE', 'condemned', 'The premier'],
    ['ASSAULT', 'strike', 'rebels'],
  )
  expect(drawn).toEqual(['The premier condemned rebels', 'rebels strike ?'])
})

test('of a name and the pronoun for it the nearer is kept', () => {
  const text = 'Lerwa said it had shelled the port.'
  const drawn = fill(text, ['Lerwa = it', 'the port'], ['ASSAULT', 'shelled', 'Lerwa+it', 'the port'])
  expect(drawn).toEqual(['it shelled the port'])
})

test('whom a passive with a particle names was driven back; fire comes upon whom it comes', () => {
  expect(fill('Rebels have been driven back.', ['Rebels'], ['ASSAULT', 'driven back', 'Rebels'])).toEqual([
    '? driven back Rebels',
  ])
  expect(fill('The mayor has come under fire.', ['The mayor'], ['ACCUSE', 'fire', 'The mayor'])).toEqual([
    '? fire The mayor',
  ])
})

test('a clash between two is the doing of both', () => {
  const text = 'Clashes between Tavria and Lerwa went on.'
  expect(fill(text, ['Tavria', 'Lerwa'], ['ASSAULT', 'Clashes', '', 'Tavria'])).toEqual(['Tavria+Lerwa Clashes ?'])
})
