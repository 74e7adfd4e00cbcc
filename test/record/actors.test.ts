import { expect, test } from 'vitest'
import { getActor, openRecord, openRecorder } from '../../src/record/index.ts'
import { readingOf, type Story } from './reading-of.ts'

const about = (outlet: string, name: string, text: string, sectors: readonly string[]): Story => ({
  outlet,
  published: '2020-01-03',
  text,
  who: { one: { name, sectors } },
  did: [{ type: 'CONSULT', trigger: 'met', actors: ['one'] }],
})

test('of two of one surname a general is the soldier, and a bare name is neither', async () => {
  const db = await openRecord(':memory:')
  const recorder = openRecorder(db)
  for (const story of [
    about('A', 'Hadi Noor', 'Hadi Noor met his officers.', ['MIL']),
    about('B', 'Zeinab Noor', 'Zeinab Noor met her pupils.', ['EDU']),
    about('C', 'Noor', 'General Noor met nobody.', ['MIL']),
    about('D', 'Noor', 'Noor met a crowd.', []),
  ])
    await recorder.record([readingOf(story)], { at: '2020-02-01T12:00:00.000Z' })
  const outlets = async (name: string) => (await getActor(db, { actor: name })).names.map((n) => n.name)
  expect(await outlets('Hadi Noor')).toEqual(['Hadi Noor', 'Noor'])
  expect(await outlets('Zeinab Noor')).toEqual(['Zeinab Noor'])
})
