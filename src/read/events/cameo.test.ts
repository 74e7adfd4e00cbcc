import { expect, test } from 'vitest'
import { EVENT_TYPES, PLOVER, STATUSES } from '../../codebook/index.ts'
import { cameoOf } from './cameo.ts'

test.each([
  ['AGREE', null, 'happened', '030'],
  ['CONSULT', 'visit', 'happened', '042'],
  ['CONSULT', 'phone', 'happened', '041'],
  ['CONSULT', null, 'intended', '036'],
  ['SUPPORT', null, 'happened', '050'],
  ['COOPERATE', null, 'happened', '060'],
  ['COOPERATE', null, 'intended', '031'],
  ['AID', null, 'happened', '070'],
  ['AID', null, 'intended', '033'],
  ['RETREAT', 'ceasefire', 'happened', '0871'],
  ['RETREAT', 'ceasefire', 'intended', '035'],
  ['REQUEST', 'meet', 'happened', '106'],
  ['ACCUSE', 'disapprove', 'happened', '111'],
  ['ACCUSE', 'allege', 'happened', '112'],
  ['REJECT', null, 'happened', '120'],
  ['THREATEN', 'assault', 'happened', '138'],
  ['PROTEST', 'demo', 'happened', '141'],
  ['PROTEST', 'hunger', 'happened', '142'],
  ['SANCTION', 'expel', 'happened', '166'],
  ['MOBILIZE', 'troops', 'happened', '154'],
  ['COERCE', 'arrest', 'happened', '173'],
  ['COERCE', 'curfew', 'happened', '1723'],
  ['ASSAULT', 'aerial', 'happened', '195'],
  ['ASSAULT', 'suicide-attack', 'alleged', '1831'],
  ['ASSAULT', null, 'denied', '190'],
  ['ASSAULT', 'aerial', 'intended', '195'],
  ['ASSAULT', 'no such mode', 'happened', '190'],
] as const)('%s %s, %s, is %s', (type, mode, status, code) => {
  expect(cameoOf(type, mode, status)).toBe(code)
})

/** The roots of CAMEO that a type may be coded under, from the conversion table of the PLOVER manual. */
const ROOTS: Readonly<Record<string, readonly string[]>> = {
  AGREE: ['03'],
  CONSULT: ['04'],
  SUPPORT: ['05'],
  CONCEDE: ['08'],
  COOPERATE: ['06'],
  AID: ['07'],
  RETREAT: ['08'],
  REQUEST: ['10'],
  ACCUSE: ['11', '09'],
  REJECT: ['12'],
  THREATEN: ['13'],
  PROTEST: ['14'],
  SANCTION: ['16'],
  MOBILIZE: ['15'],
  COERCE: ['17'],
  ASSAULT: ['17', '18', '19', '20'],
}

test('every type, mode and status has a code of its type, with its leading zero', () => {
  const wrong = EVENT_TYPES.flatMap((type) =>
    [null, ...Object.keys(PLOVER[type].modes)].flatMap((mode) =>
      STATUSES.map((status) => [type, mode, status, cameoOf(type, mode, status)] as const),
    ),
  ).filter(
    ([type, , status, code]) =>
      !/^\d{3,4}$/.test(code) ||
      !(status === 'intended' ? ['03', ...ROOTS[type]!] : ROOTS[type]!).includes(code.slice(0, 2)),
  )
  expect(wrong).toEqual([])
})
