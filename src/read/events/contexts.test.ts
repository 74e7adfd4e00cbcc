import { expect, test } from 'vitest'
import { documentOf } from '../../../test/document-of.ts'
import { CONTEXTS } from '../../codebook/index.ts'
import { contextsOf } from './contexts.ts'
import type { RawEvent } from './find-events.ts'

const contexts = (marked: string): string[] => {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const { doc } = documentOf(marked.replace(/[[\]]/g, ''))
  return contextsOf(doc, { trigger: { start, end } } as RawEvent)
}

test.each([
  ['Rebels [shelled] an army post.', ['military']],
  ['Warplanes [bombed] the town.', ['military']],
  ['Two drones [hit] the barracks.', ['military']],
  ['The spy agency [denied] the report.', ['intelligence']],
  ['The prime minister [resigned] after a cabinet row.', ['executive']],
  ['Lawmakers [rejected] the bill.', ['legislative']],
  ['Voters [rejected] the plan in a referendum.', ['election']],
  ['The bloc [imposed] sanctions on two banks.', ['economic']],
  ['A court [sentenced] him to ten years.', ['legal']],
  ['The inquiry [accused] him of war crimes.', ['human_rights']],
  ['The police [arrested] nine dissidents in a crackdown.', ['repression']],
  ['The envoys [met] in Oslo for talks.', ['diplomatic']],
  ['The region [declared] independence.', ['territory']],
  ['Peacekeepers [left] the valley.', ['peacekeeping']],
  ['Refugees [crossed] the river.', ['asylum']],
  ['The government [deported] 40 migrants.', ['migration']],
  ['Doctors at the hospital [went] on strike.', ['health']],
  ['The floods [drove] families from their homes.', ['disasters']],
  ['A suicide bomber [killed] nine.', ['terrorism']],
  ['Iran [agreed] to stop enriching uranium.', ['cbrn']],
  ['The group [hacked] the ministry in a cyberattack.', ['cyber']],
  ['The ministry [denied] spreading disinformation.', ['misinformation']],
  ['The gang [kidnapped] a driver.', ['crime']],
  ['Prosecutors [charged] him with bribery.', ['legal', 'corruption']],
  ['Police [seized] a ton of cocaine.', ['illegal_drugs']],
  ['They [arrested] two smugglers.', ['trafficking']],
  ['A mob [burned] a mosque.', ['religion_ethnicity']],
  ['Women [marched] through the capital.', ['gender']],
  ['Students [marched] for the climate.', ['environment']],
  ['Teachers [marched] to the town hall.', []],
  ['He [spoke] at the banks of the river.', []],
  ['They [marched] along the oily sea.', []],
])('%s', (marked, expected) => {
  expect(contexts(marked)).toEqual(expected)
})

test('the words of another sentence do not count, nor those far off in its own', () => {
  expect(contexts('The army waited. Teachers [marched].')).toEqual([])
  expect(contexts(`The army waited, ${'and it rained, '.repeat(12)}while teachers [marched].`)).toEqual([])
})

test('at most three, each of PLOVER’s list', () => {
  const many = contexts('The army [bombed] a hospital, a court, a bank, a mosque and a refugee camp near the border.')
  expect(many).toHaveLength(3)
  expect(many.filter((c) => !CONTEXTS.includes(c as (typeof CONTEXTS)[number]))).toEqual([])
})
