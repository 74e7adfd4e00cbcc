import { expect, test } from 'vitest'
import { clustersOf, documentOf } from '../../../test/document-of.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { fillParties } from './fill-parties.ts'
import type { RawEvent } from './find-events.ts'

type Draw = readonly [type: RawEvent['type'], on: string, by?: string, to?: string]

/** The events of a text after the rules: "army shelled town"; `who` are the mentions, each an entity of its own ("army = it" makes two one). */
function fill(text: string, who: readonly string[], ...events: readonly Draw[]): string[] {
  const { doc, at, mention } = documentOf(text)
  const form = (w: string): Draft['form'] => (w === 'it' ? 'pronoun' : 'name')
  const clusters = clustersOf(
    who.map((words) =>
      words.split(' = ').map((w) => mention(w, { name: w, form: form(w), tags: new Map([['party', 1]]) })),
    ),
  )
  const indexOf = (words = ''): number[] =>
    words
      .split('+')
      .map((w) => clusters.drafts.findIndex((d) => text.slice(d.start, d.end) === w))
      .filter((i) => i >= 0)
  const raw = events.map(
    ([type, on, by, to]): RawEvent => ({
      type,
      mode: null,
      status: 'happened',
      trigger: { ...at(on), tag: type },
      actors: indexOf(by),
      recipients: indexOf(to),
      place: null,
      time: null,
      score: 0.9,
    }),
  )
  const name = (all: readonly number[]): string =>
    all.map((i) => text.slice(clusters.drafts[i]?.start, clusters.drafts[i]?.end)).join('+') || '?'
  return fillParties(doc, raw, clusters, []).map(
    (e) => `${name(e.actors)} ${text.slice(e.trigger.start, e.trigger.end)} ${name(e.recipients)}`,
  )
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
