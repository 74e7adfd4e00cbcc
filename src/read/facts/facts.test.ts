import { describe, expect, test } from 'vitest'
import { codeOn, codeWords, factById, findFacts, genderOf, genderOfWord, titleOf } from './facts.ts'

const found = (text: string) => findFacts(text).map((f) => `${text.slice(f.start, f.end)} = ${f.fact.id} ${f.form}`)

describe('findFacts', () => {
  test('finds states, their people, capitals and bodies', () => {
    expect(found('U.S. officials in Tehran met Britons and the Kremlin.')).toEqual([
      'U.S. = state:USA name',
      'Tehran = state:IRN capital',
      'Britons = people:GBR demonym',
      'Kremlin = org:kremlin metonym',
    ])
  })

  test('takes the longest name', () => {
    expect(found("Kata'ib Hezbollah is not Hezbollah")).toEqual([
      "Kata'ib Hezbollah = group:kataib-hezbollah name",
      'Hezbollah = group:hezbollah name',
    ])
  })

  test('knows one group by its many names', () => {
    const ids = ['Isis', 'ISIL', 'Da’esh', 'the Islamic State'].map((name) => findFacts(name)[0]?.fact.id)
    expect(new Set(ids)).toEqual(new Set(['group:islamic-state']))
  })

  test('minds the case', () => {
    expect(found('They told us that this is it: roast turkey.')).toEqual([])
  })

  test('stops before a possessive and a hyphen', () => {
    expect(found('Iran’s allies and Turkey-backed rebels')).toEqual([
      'Iran = state:IRN name',
      'Turkey = state:TUR name',
    ])
  })

  test('leaves people called like a country alone', () => {
    expect(found('Michael Jordan and Mr Chad met Jordan Smith.')).toEqual([])
    expect(found('King Abdullah of Jordan flew home.')).toEqual(['Jordan = state:JOR name'])
  })

  test('reads Georgia by the company it keeps', () => {
    expect(found('Voters in Georgia and in Atlanta queued.')).toEqual([])
    expect(found('Georgia and Russia fought over South Ossetia.')[0]).toBe('Georgia = state:GEO name')
  })

  test('folds accents', () => {
    expect(found('Recep Tayyip Erdoğan')).toEqual(
      found('Recep Tayyip Erdogan').map((x) => x.replace('Erdogan', 'Erdoğan')),
    )
  })

  test('reads a minister of the dictionaries when the first name turns up', () => {
    expect(found('Ali Akbar Mehrabian spoke.')).toEqual(['Ali Akbar Mehrabian = person:px-ali-akbar-mehrabian name'])
  })
})

describe('codeOn', () => {
  test('a code has its dates', () => {
    const trump = factById('person:donald-trump')!
    expect(codeOn(trump, '2016-06-01').sectors).toEqual(['PTY', 'BUS'])
    expect(codeOn(trump, '2018-06-01').sectors).toEqual(['GOV'])
    expect(codeOn(factById('person:barack-obama')!, '2019-01-01').sectors).toEqual(['ELI'])
    expect(codeOn(factById('group:taliban')!, '2022-01-01').sectors).toEqual(['GOV'])
  })
})

describe('codeWords', () => {
  test('asked again on another day, a name has the code of that day', () => {
    for (const [day, sectors] of [
      ['2016-06-01', ['PTY', 'BUS']],
      ['2018-06-01', ['GOV']],
      ['2016-06-01', ['PTY', 'BUS']],
    ] as const)
      expect(codeWords('Donald Trump', { day }).sectors).toEqual(sectors)
  })

  const coded = (words: string) => {
    const { kind, country, sectors } = codeWords(words, { day: '2016-06-01' })
    return `${kind} ${country} ${sectors.join(' ')}`
  }

  test.each([
    ['Iranian foreign minister', 'person IRN GOV'],
    ['senior Iranian-controlled militia leaders', 'group null PRM'],
    ['US-backed Syrian rebels', 'group SYR REB'],
    ['a former senior administration official', 'person null ELI'],
    ['protesters', 'group null CVL'],
    ['the Atlantic Council', 'organisation USA SOC'],
    ['families of Isis fighters', 'population null CVL'],
    ['a spokesman for the Iraqi army', 'person IRQ MIL'],
    ['Scores of Russian soldiers', 'group RUS MIL'],
    ['UK, US and French special forces', 'group null MIL'],
    ['a Kenyan military official', 'person KEN MIL'],
    ['Maria Okafor, a Kenyan judge', 'person KEN JUD'],
    ['air force Lt Gen Maria Okafor', 'person null MIL'],
    ['Iranian-backed forces', 'group null PRM'],
    ['north-east Syria', 'place SYR '],
    ['South Korea President Park Geun-hye', 'person KOR GOV'],
    ['Kurdish forces', 'group null PRM'],
    ['the Okafor Foundation', 'organisation null SOC'],
    ['the weather', 'null null '],
  ])('%s', (words, code) => {
    expect(coded(words)).toBe(code)
  })
})

test('names and titles tell he or she', () => {
  expect([genderOf('Maria'), genderOf('José'), genderOf('Kofi'), genderOf('Xq')]).toEqual(['f', 'm', 'm', null])
  expect([genderOfWord('spokeswoman'), genderOfWord('King'), genderOfWord('official')]).toEqual(['f', 'm', null])
})

test('titles stand before names', () => {
  expect(titleOf(['Lt.', 'Gen.', 'Omar', 'Haddad'])).toEqual({
    words: 2,
    text: 'Lt. Gen.',
    sector: 'MIL',
    gender: null,
  })
  expect(titleOf(['Omar', 'Haddad'])).toBeNull()
})
