import { expect, test } from 'vitest'
import { cluesOf, mayBeOneWeapon } from './clues.ts'

/** The kind of weapon that the words beside the trigger tell. */
const weaponOf = (sentence: string, trigger: string) => cluesOf(sentence, sentence.indexOf(trigger), trigger).weapon

test('a raid is told of aircraft and of men on foot, never of rockets', () => {
  expect(weaponOf('Nine died in the raids on Tabor.', 'raids')).toBe('raid')
  expect(weaponOf('Nine died in the air raids on Tabor.', 'raids')).toBe('air')
  expect(mayBeOneWeapon('raid', 'air')).toBe(true)
  expect(mayBeOneWeapon('raid', 'rocket')).toBe(false)
})
