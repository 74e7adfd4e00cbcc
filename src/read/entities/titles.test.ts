import { expect, test } from 'vitest'
import { withoutTitles } from './titles.ts'

test.each([
  ['Deputy Foreign Minister Peter Mba', 'Peter Mba'],
  ['Kenyan Foreign Minister Peter Mba', 'Peter Mba'],
  ['Lt. Gen. Peter Mba', 'Peter Mba'],
  ['President Mba', 'Mba'],
  ['Former Utah Gov. Ana Ruiz', 'Ana Ruiz'],
  ['Interim Party Chairwoman Ana Ruiz', 'Ana Ruiz'],
  ['Speaker of the House Ana Ruiz', 'Ana Ruiz'],
  ['Secretary of State Ana Ruiz', 'Ana Ruiz'],
  ['Ayatollah Reza Karimi', 'Reza Karimi'],
  ['Ana Maria Ruiz of West Virginia', 'Ana Maria Ruiz'],
  ['King Salman', 'King Salman'],
  ['Pope Francis', 'Pope Francis'],
  ['Jack Major', 'Jack Major'],
  ['Stephen King', 'Stephen King'],
  ['Ana Ruiz', 'Ana Ruiz'],
  ['Ruiz', 'Ruiz'],
  ['Senate Majority Leader', null],
  ['Secretary of State', null],
])('%s is called %s', (name, called) => {
  expect(withoutTitles(name)).toBe(called)
})
