import { expect, test } from 'vitest'
import { statusByWords } from './status-by-words.ts'

/** The status that the words settle for the word between square brackets. */
function status(marked: string): string | null {
  const start = marked.indexOf('[')
  const text = marked.replace('[', '').replace(']', '')
  return statusByWords(text, { start: 0, end: text.length }, { start, end: marked.indexOf(']') - 1 })
}

test.each([
  ['Troops did not [attack] the village.', 'denied'],
  ['The army has never [shelled] a hospital.', 'denied'],
  ['He denied having [ordered] the raid.', 'denied'],
  ['Rebels could [attack] again.', 'hypothetical'],
  ['Oslo is considering sending [aid].', 'hypothetical'],
  ['Talks resume if the army [withdraws].', 'hypothetical'],
  ['The envoy will [meet] the rebels.', 'intended'],
  ['The president threatened new [sanctions].', 'intended'],
  ['The army announced the [withdrawal] of two brigades.', 'intended'],
  ['The army announced the [deaths] of two men.', null],
  ['They urged the army to [withdraw].', 'called-for'],
  ['Villagers called for an immediate [ceasefire].', 'called-for'],
  ['Rebels [attacked] the village on Monday.', null],
  ['The army said rebels had [attacked] it.', null],
])('%s → %s', (text, expected) => expect(status(text)).toBe(expected))
