import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleOf } from '../src/intake/index.ts'
import { readingOf } from './reading-of.ts'

const text = readFileSync(join(import.meta.dirname, '../samples/basra-strike.txt'), 'utf8')

/** What a careful person finds in samples/basra-strike.txt, in part: the reading that the formats are tested with. */
export const BASRA = readingOf(articleOf({ text, outlet: 'Gulf Wire', author: 'Leyla Marouf' }), {
  entities: {
    e1: ['Abu Salem al-Tamimi', 'person', 'IRQ PRM', 'Abu Salem al-Tamimi'],
    e2: ['the Sons of the River', 'organisation', 'IRQ PRM', 'the Sons of the River', 'the militia'],
    e3: ['the United States', 'state', 'USA', 'the United States', 'The Americans', 'American forces'],
    e4: ['Karim Haddad', 'person', 'IRQ MIL', 'Brigadier General Karim Haddad', 'He'],
    e5: ['Hashim al-Rubai', 'person', 'IRQ PRM', 'Hashim al-Rubai'],
    e6: ['Iranian state television', 'organisation', 'IRN JRN', 'Iranian state television'],
    e7: ['two other officials', 'group', 'USA GOV', 'Two other officials'],
    e8: ['a U.S. defense official', 'person', 'USA MIL', 'A U.S. defense official'],
    e9: ['Nabil al-Sadoun', 'person', 'IRQ GOV', 'Prime Minister Nabil al-Sadoun'],
    e10: ['the Iraqi army', 'organisation', 'IRQ MIL', 'the Iraqi army'],
    e11: ['Iran', 'state', 'IRN', 'Iran'],
    e12: ['Iraq’s security forces', 'organisation', 'IRQ MIL', 'Iraq’s security forces'],
    e13: ['several hundred people', 'population', 'IRQ CVL', 'several hundred people'],
  },
  said: [
    {
      who: 'e10',
      source: 'the Iraqi army',
      cue: 'said',
      content: [
        'A drone strike killed Abu Salem al-Tamimi, a commander of the Sons of the River militia, and three of his guards on Thursday night on the road to Basra airport',
      ],
      type: 'indirect',
    },
    {
      who: 'e4',
      source: 'Brigadier General Karim Haddad, a spokesman for the army,',
      cue: 'told',
      content: ['“Four men died at the checkpoint and two others were wounded,”'],
      channel: { kind: 'press', text: 'told reporters' },
    },
    {
      who: 'e4',
      source: 'He',
      cue: 'said',
      content: ['investigators had found parts of a missile that “no Iraqi unit owns”'],
      type: 'mixed',
    },
    {
      who: 'e5',
      source: 'Hashim al-Rubai, who leads the Sons of the River,',
      cue: 'said',
      content: ['“The Americans have crossed a red line,”', '“They will leave this land on foot or in coffins.”'],
      channel: { kind: 'speech', text: 'in a sermon', through: 'e6' },
    },
    {
      who: 'e8',
      source: 'A U.S. defense official',
      cue: 'denied',
      content: ['that American forces had carried out the strike'],
      type: 'indirect',
      anonymous: { is: true, number: 'one', affiliation: 'USA MIL' },
    },
    {
      who: 'e7',
      source: 'Two other officials, who spoke on condition of anonymity because the operation is secret,',
      cue: 'said',
      content: [
        'al-Tamimi had been “removed from the field” after his men fired rockets at a base near Nasiriyah on March 2',
      ],
      type: 'mixed',
      anonymous: { is: true, number: 'several', affiliation: 'USA GOV', reason: 'because the operation is secret' },
    },
  ],
  events: [
    {
      type: 'ASSAULT',
      mode: 'drone',
      trigger: 'strike',
      whom: ['e1'],
      place: 'Basra',
      time: 'Thursday night',
      killed: [4, 7],
      saidBy: [0],
    },
    { type: 'THREATEN', mode: 'violence', trigger: 'vowed', who: ['e2'], whom: ['e3'] },
    { type: 'ASSAULT', trigger: 'revenge', who: ['e2'], whom: ['e3'], status: 'intended' },
    { type: 'REJECT', trigger: 'denied', who: ['e8'] },
    { type: 'ASSAULT', mode: 'drone', trigger: 'removed', whom: ['e1'], saidBy: [5] },
    { type: 'ASSAULT', mode: 'heavy-weapons', trigger: 'fired rockets', who: ['e2'], time: 'March 2', saidBy: [5] },
    { type: 'ACCUSE', mode: 'disapprove', trigger: 'condemned', who: ['e9'] },
    { type: 'PROTEST', mode: 'demo', trigger: 'marched', who: ['e13'], place: 'Basra' },
  ],
  ties: [
    ['leads', 'e1', 'e2', 'a commander of the Sons of the River militia'],
    ['backs', 'e11', 'e2', 'backed by Iran'],
    ['member_of', 'e2', 'e12', 'is formally part of Iraq’s security forces', true],
  ],
  times: { 'Thursday night': ['2021-03-11', '2021-03-12', 'day'], 'March 2': ['2021-03-02', '2021-03-03', 'day'] },
  places: { Basra: 'IRQ' },
})
