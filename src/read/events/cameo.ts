import type { EventType, Status } from '../../codebook/index.ts'

// From the CAMEO to PLOVER conversion table (manual of 2021), read backwards: the code that says most and no more than the type and mode do.
const CODES: Readonly<Record<EventType, Readonly<Record<string, string>>>> = {
  AGREE: { '': '030' },
  CONSULT: { '': '040', visit: '042', 'third-party': '045', multilateral: '046', phone: '041' },
  SUPPORT: { '': '050' },
  CONCEDE: { '': '080' },
  COOPERATE: { '': '060' },
  AID: { '': '070' },
  RETREAT: {
    '': '084',
    withdraw: '0872',
    release: '0841',
    disarm: '0873',
    ceasefire: '0871',
    access: '086',
    resign: '0832',
  },
  REQUEST: { '': '100', assist: '103', change: '104', yield: '105', meet: '106' },
  ACCUSE: { '': '110', disapprove: '111', investigate: '090', allege: '112' },
  REJECT: { '': '120', assist: '122', change: '123', yield: '124', meet: '125' },
  THREATEN: {
    '': '130',
    restrict: '131',
    coerce: '137',
    assault: '138',
    territory: '1382',
    arrest: '137',
    relations: '133',
    expel: '136',
    violence: '138',
  },
  PROTEST: {
    '': '140',
    demo: '141',
    riot: '145',
    strike: '143',
    hunger: '142',
    boycott: '143',
    obstruct: '144',
    vandalize: '145',
  },
  SANCTION: { '': '160', convict: '160', expel: '166', withdraw: '161', discontinue: '162' },
  MOBILIZE: { '': '150', troops: '154', weapons: '152', police: '153', militia: '154' },
  COERCE: {
    '': '170',
    seize: '171',
    restrict: '172',
    censor: '172',
    curfew: '1723',
    'martial-law': '1724',
    arrest: '173',
    deport: '174',
    withhold: '170',
    misinformation: '170',
    cyber: '176',
  },
  ASSAULT: {
    '': '190',
    abduct: '181',
    beat: '182',
    torture: '1822',
    sexual: '1821',
    targeted: '186',
    destroy: '190',
    primitive: '182',
    firearms: '193',
    explosives: '183',
    'suicide-attack': '1831',
    aerial: '195',
    drone: '1952',
    'heavy-weapons': '194',
    'crowd-control': '175',
    unconventional: '204',
  },
}

// What is only intended has codes of its own: to agree to meet, to aid, to yield.
const INTENDED: Partial<Record<EventType, string>> = {
  CONSULT: '036',
  COOPERATE: '031',
  AID: '033',
  RETREAT: '035',
  CONCEDE: '035',
}

/** The CAMEO code of an event, a string with its leading zero. */
export function cameoOf(type: EventType, mode: string | null, status: Status): string {
  const intended = status === 'intended' ? INTENDED[type] : undefined
  return intended ?? CODES[type][mode ?? ''] ?? (CODES[type][''] as string)
}
