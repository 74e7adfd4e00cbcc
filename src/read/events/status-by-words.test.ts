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
  ['Villagers called for an end to the [shelling].', 'happened'],
  ['The deal would halt months of [fighting].', 'happened'],
  ['Troops will end in [jail].', null],
  ['There was anger over the army’s mistaken [downing] of a jet.', 'happened'],
  ['They urged the army to [withdraw].', 'called-for'],
  ['Villagers called for an immediate [ceasefire].', 'called-for'],
  ['If the army does not [withdraw], the talks end.', 'hypothetical'],
  ['A warning would have [saved] the crew.', 'hypothetical'],
  ['The vote could lead to a [war].', 'hypothetical'],
  ['The port may be ready to [reopen].', 'hypothetical'],
  ['They spoke of the danger of an all-out [war].', 'hypothetical'],
  ['He called a possible [strike] madness.', 'hypothetical'],
  ['The two sides failed to [agree].', 'denied'],
  ['The envoy refused to be [drawn] into it.', 'denied'],
  ['The town chose to wait rather than [fight].', 'denied'],
  ['The king cancelled a planned state [visit].', 'denied'],
  ['There were no new [attacks] overnight.', 'denied'],
  ['He spoke of the possibility of no [attacks] at all.', null],
  ['Troops no longer [shell] the port.', null],
  ['The army continues to [shell] the port.', 'happened'],
  ['The army will continue to [shell] the port.', null],
  ['They offered to [release] him.', 'intended'],
  ['She spoke of the looming [offensive].', 'intended'],
  ['The union urged the state to find the money to [pay].', 'called-for'],
  ['The minister must [resign].', 'called-for'],
  ['Europe must put pressure on him to [negotiate].', 'called-for'],
  ['The general allegedly [ordered] it.', 'alleged'],
  ['He is accused of having [ordered] it.', 'alleged'],
  ['Police found no trace of the suspected [bombing].', 'alleged'],
  ['Rebels [attacked] the village on Monday.', null],
  ['The army said rebels had [attacked] it.', null],
])('%s → %s', (text, expected) => expect(status(text)).toBe(expected))
