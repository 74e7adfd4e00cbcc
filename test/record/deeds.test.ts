import { expect, test } from 'vitest'
import { listWordsAndDeeds, openRecord, openRecorder } from '../../src/record/index.ts'
import { readingOf, type Story } from './reading-of.ts'

const north = { name: 'Northland', kind: 'state', country: 'NOR' } as const
const south = { name: 'Southland', kind: 'state', country: 'SWE' } as const

/** What became of the words in these stories: "threat by Northland: carried out, 4 days later, weak". */
async function outcomes(...stories: readonly Story[]): Promise<string[]> {
  const db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  for (const story of stories) await recorder.record([readingOf(story)], { at: '2020-02-01T12:00:00.000Z' })
  const { rows } = await listWordsAndDeeds(db, {})
  return rows.map((r) => `${r.said} by ${r.words.actors[0]?.name}: ${r.outcome}, ${r.interval}, ${r.sure}`)
}

const told = (published: string, text: string, did: Story['did'] & {}, who: Story['who'] = {}): Story => ({
  outlet: `The paper of ${published}`,
  published,
  text,
  who: { ...who },
  did,
})

const raid = told(
  '2020-01-02',
  'Northland bombed a fort of Southland on Thursday.',
  [{ type: 'ASSAULT', trigger: 'bombed', actors: ['north'], recipients: ['south'], day: '2020-01-02' }],
  { north, south },
)
const vow = told(
  '2020-01-03',
  'Southland vowed on Friday that harsh days would come.',
  [{ type: 'THREATEN', trigger: 'vowed', actors: ['south'], day: '2020-01-03' }],
  { south },
)
const reply = (day: string | undefined): Story =>
  told(
    '2020-01-07',
    'Southland shelled the harbour of Northland.',
    [{ type: 'ASSAULT', trigger: 'shelled', actors: ['south'], recipients: ['north'], ...(day && { day }) }],
    { north, south },
  )

test('a threat that names nobody is against who used force last; such a pairing is weak', async () => {
  expect(await outcomes(raid, vow, reply('2020-01-07'))).toEqual([
    'threat by Southland: carried out, 4 days later, weak',
  ])
})

test('a threat that names only his own side as the one it is against is against who used force last too', async () => {
  const own = told(
    '2020-01-03',
    'Southland vowed on Friday that harsh days would come, and that Southland would not forget.',
    [{ type: 'THREATEN', trigger: 'vowed', actors: ['south'], recipients: ['south'], day: '2020-01-03' }],
    { south },
  )
  expect(await outcomes(raid, own, reply('2020-01-07'))).toEqual([
    'threat by Southland: carried out, 4 days later, weak',
  ])
})

test('a deed whose day no report tells carries nothing out', async () => {
  expect(await outcomes(raid, vow, reply(undefined))).toEqual([
    'threat by Southland: not seen, not seen by 2020-01-07, clear',
  ])
})

test('a threat of sanctions is carried out by sanctions, not by the raid before them', async () => {
  const threat = told(
    '2020-01-01',
    'Northland threatened sanctions against Southland on Wednesday.',
    [
      { type: 'THREATEN', trigger: 'threatened', actors: ['north'], recipients: ['south'], day: '2020-01-01' },
      { type: 'SANCTION', trigger: 'sanctions', actors: ['north'], recipients: ['south'], status: 'intended' },
    ],
    { north, south },
  )
  const sanctions = told(
    '2020-01-10',
    'Northland imposed sanctions on Southland on Friday.',
    [{ type: 'SANCTION', trigger: 'sanctions', actors: ['north'], recipients: ['south'], day: '2020-01-10' }],
    { north, south },
  )
  expect(await outcomes(threat, raid, sanctions)).toEqual(['threat by Northland: carried out, 9 days later, clear'])
})

test('a demand is answered by the refusal of the one asked', async () => {
  const demand = told(
    '2020-01-05',
    'Southland asked Northland on Sunday to leave.',
    [{ type: 'REQUEST', trigger: 'asked', actors: ['south'], recipients: ['north'], day: '2020-01-05' }],
    { north, south },
  )
  const refusal = told(
    '2020-01-08',
    'Northland refused to talk to Southland on Wednesday.',
    [{ type: 'REJECT', trigger: 'refused', actors: ['north'], recipients: ['south'], day: '2020-01-08' }],
    { north, south },
  )
  expect((await outcomes(demand, refusal))[0]).toBe('demand by Southland: answered, 3 days later, clear')
})

test('a denial is broken by an admission of the same matter, not by any admission', async () => {
  const denial = told(
    '2020-01-05',
    'Northland denied on Sunday that a torpedo had sunk the ferry Isbrytaren.',
    [{ type: 'REJECT', trigger: 'denied', actors: ['north'], day: '2020-01-05' }],
    { north },
  )
  const admission = (text: string): Story =>
    told('2020-01-08', text, [{ type: 'CONCEDE', trigger: 'admitted', actors: ['north'], day: '2020-01-08' }], {
      north,
    })
  const same = admission('Northland admitted on Wednesday that the ferry was hit by a torpedo.')
  const other = admission('Northland admitted on Wednesday that the harvest had failed.')
  expect((await outcomes(denial, same))[0]).toBe('denial by Northland: broken, 3 days later, clear')
  expect((await outcomes(denial, other))[0]).toBe('denial by Northland: not seen, not seen by 2020-01-08, clear')
})
