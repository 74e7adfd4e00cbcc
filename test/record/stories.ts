import type { Story } from './reading-of.ts'

const usa = {
  name: 'United States',
  kind: 'state',
  country: 'USA',
  sectors: ['GOV'],
  words: ['the United States'],
} as const
const iran = { name: 'Iran', kind: 'state', country: 'IRN', sectors: ['GOV'], words: ['Iran'] } as const

/** A wire report of a strike, written for the tests. */
export const wire: Story = {
  outlet: 'Meridian Wire',
  published: '2020-01-03',
  text: 'General Rahmani killed in strike\nThe United States killed General Farid Rahmani in an air strike near Baghdad airport on Friday. Five people died, an Iraqi official said. Iran vowed to strike back.',
  who: {
    usa: { ...usa, words: ['The United States'] },
    rahmani: { name: 'Farid Rahmani', country: 'IRN', sectors: ['MIL'], words: ['Farid Rahmani', 'General Rahmani'] },
    iran,
    official: {
      name: 'an Iraqi official',
      country: 'IRQ',
      sectors: ['GOV'],
      named: false,
      words: ['an Iraqi official'],
    },
  },
  said: [
    {
      id: 'a1',
      speaker: 'official',
      source: 'an Iraqi official',
      cue: 'said',
      content: 'Five people died',
      anonymous: { is: true, number: 'one', affiliation: 'IRQ GOV' },
    },
  ],
  did: [
    { type: 'ASSAULT', mode: 'aerial', trigger: 'killed', recipients: ['rahmani'] },
    {
      type: 'ASSAULT',
      mode: 'aerial',
      trigger: 'killed@2',
      actors: ['usa'],
      recipients: ['rahmani'],
      day: '2020-01-03',
      place: ['Baghdad', 'IRQ', 33.3, 44.4],
      killed: [5, 5],
    },
    { type: 'THREATEN', trigger: 'vowed', actors: ['iran'], recipients: ['usa'] },
  ],
}

/** Another outlet's own report of the same strike: another spelling, another count, another word. */
export const daily: Story = {
  outlet: 'The Capital Daily',
  published: '2020-01-04',
  text: 'A drone attack near Baghdad on 3 January left seven dead, among them General Fareed Rahmany, Iranian media said. The United States said it had carried out the attack.',
  who: {
    usa: { ...usa, words: ['The United States'] },
    rahmani: { name: 'Fareed Rahmany', country: 'IRN', sectors: ['MIL'], words: ['Fareed Rahmany'] },
  },
  did: [
    {
      type: 'ASSAULT',
      mode: 'drone',
      trigger: 'attack',
      actors: ['usa'],
      recipients: ['rahmani'],
      day: '2020-01-03',
      place: ['Baghdad', 'IRQ', 33.3, 44.4],
      killed: [7, 7],
    },
  ],
}

/** A reprint of the wire under another outlet's name. */
export const reprint: Story = { ...wire, outlet: 'The Harbour Post', url: 'https://harbourpost.example/strike' }

/** The answer, five days on. */
export const answer: Story = {
  outlet: 'Meridian Wire',
  published: '2020-01-08',
  text: 'Iran fired missiles at a base that houses troops of the United States in western Iraq on Wednesday.',
  who: { usa, iran },
  did: [
    {
      type: 'ASSAULT',
      mode: 'heavy-weapons',
      trigger: 'fired',
      actors: ['iran'],
      recipients: ['usa'],
      day: '2020-01-08',
      place: ['Iraq', 'IRQ'],
    },
  ],
}
