import { expect, test } from 'vitest'
import type { Story } from '../record/reading-of.ts'
import { answer, daily, wire } from '../record/stories.ts'
import { deskOver, wordsOf } from './small-record.ts'

/** Who stands behind whom, written for the tests. */
const backers: Story = {
  outlet: 'Tigris Post',
  published: '2020-01-05',
  text: 'Iran backs the Northern Brigade, an American official said. General Farid Rahmani, the commander of the Northern Brigade, was from Kerman.',
  who: {
    iran: { name: 'Iran', kind: 'state', country: 'IRN', sectors: ['GOV'], words: ['Iran'] },
    brigade: { name: 'Northern Brigade', kind: 'organisation', sectors: ['REB'], words: ['the Northern Brigade'] },
    rahmani: { name: 'Farid Rahmani', country: 'IRN', sectors: ['MIL'], words: ['Farid Rahmani'] },
    post: { name: 'the commander', country: 'IRN', sectors: ['MIL'], named: false, words: ['the commander'] },
    official: { name: 'an American official', country: 'USA', named: false, words: ['an American official'] },
  },
  said: [{ id: 'a1', speaker: 'official', cue: 'said', content: 'Iran backs the Northern Brigade' }],
  ties: [
    { type: 'backs', head: 'iran', tail: 'brigade', evidence: 'Iran backs the Northern Brigade', saidBy: ['a1'] },
    { type: 'leads', head: 'rahmani', tail: 'brigade', evidence: 'the commander of the Northern Brigade' },
  ],
}
const stories = [wire, daily, answer, backers]

const page = async (path: string): Promise<string> => {
  const { desk } = await deskOver(stories)
  const response = await desk.request(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}

test('two parties: how often each turned to the other, the threat that was carried out, every exchange', async () => {
  const html = await page('/dyad/IRN/USA')
  const words = wordsOf(html)
  expect(words).toContain('Iran and the United States')
  expect(words).toContain('Iran spoke to or of the United States once and acted once')
  expect(words).toContain('A thin line leads from words to the deed that carried them out')
  expect(html).toMatch(/<title>A threat, carried out 5 days later/)
  expect(words).toContain(
    '“Iran fired missiles at a base that houses troops of the United States in western Iraq on Wednesday.”',
  )
})

test('two between whom nothing passed: what would stand here', async () => {
  expect(wordsOf(await page('/dyad/Northern%20Brigade/USA'))).toContain(
    'Here would stand everything that Northern Brigade and the United States did and said to each other.',
  )
})

test('an actor: names with their first day, posts, doings, and with whom', async () => {
  const words = wordsOf(await page('/actor/Farid%20Rahmani'))
  expect(words).toContain(
    'A person of Iran (state military). In the articles of this record since Friday 3 January 2020.',
  )
  expect(words).toContain('Fareed Rahmany since Saturday 4 January 2020')
  expect(words).toContain('leads Northern Brigade REB stated Sunday 5 January 2020')
  expect(words).toContain('in the 1 below they are acted upon')
  expect(words).toContain('No statement of Farid Rahmani is in the record.')
})

test('the network of a day holds only what was stated by then, and says whose claim a tie is', async () => {
  const later = wordsOf(await page('/network'))
  expect(later).toContain('Iran IRN GOV backs Northern Brigade REB backs')
  expect(later).toContain('claimed by an American official')
  expect(later).toContain('One is dashed')
  expect(wordsOf(await page('/network?day=2020-01-04'))).toContain(
    'No such tie was stated up to Saturday 4 January 2020 under this choice.',
  )
})

test('words and deeds: said, between, came of it', async () => {
  expect(wordsOf(await page('/words-and-deeds/IRN'))).toMatch(
    /Iran IRN GOV threatened United States .* a threat carried out 5 days later .* Iran IRN GOV attacked United States/,
  )
})
