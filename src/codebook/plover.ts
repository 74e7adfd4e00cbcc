import { z } from 'zod'

/** The 16 event types of PLOVER (manual of 2021), in the order of its chapters. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export const EventType = z.enum(EVENT_TYPES)
export type EventType = z.infer<typeof EventType>

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export const QuadClass = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type QuadClass = z.infer<typeof QuadClass>

/** How an event stands to the world, by the words that report it. */
export const STATUSES = ['happened', 'alleged', 'denied', 'intended', 'called-for', 'hypothetical'] as const
export const Status = z.enum(STATUSES)
export type Status = z.infer<typeof Status>

/** Standing ties between two entities, head to tail. */
export const RELATION_TYPES = ['member_of', 'leads', 'speaks_for', 'backs', 'allied_with', 'opposes'] as const
export const RelationType = z.enum(RELATION_TYPES)
export type RelationType = z.infer<typeof RelationType>

type TypeFacts = {
  readonly quadClass: QuadClass
  readonly score: number
  /** Mode and PLOVER's score of the type in that mode; null where the manual prints none. */
  readonly modes: Readonly<Record<string, number | null>>
}

/** Quad class, intensity and modes of each type, from the score table of the PLOVER manual of 2021, chapter 1. */
export const PLOVER: Readonly<Record<EventType, TypeFacts>> = {
  AGREE: { quadClass: 1, score: 2.5, modes: {} },
  CONSULT: { quadClass: 1, score: 2.5, modes: { visit: 4.0, 'third-party': 1.0, multilateral: 4.0, phone: 1.5 } },
  SUPPORT: { quadClass: 1, score: 5, modes: {} },
  CONCEDE: { quadClass: 1, score: 4.5, modes: {} },
  COOPERATE: { quadClass: 2, score: 9.5, modes: {} },
  AID: { quadClass: 2, score: 10, modes: {} },
  RETREAT: {
    quadClass: 2,
    score: 6.5,
    modes: { withdraw: 8.0, release: 6.5, disarm: 10.0, ceasefire: 7.5, access: 6.5, resign: 4.5 },
  },
  REQUEST: { quadClass: 3, score: 0, modes: { assist: 0.5, change: -1.0, yield: -1.0, meet: 0.0 } },
  ACCUSE: { quadClass: 3, score: -3, modes: { disapprove: -2.0, investigate: -3.5, allege: -3.5 } },
  REJECT: { quadClass: 3, score: -2, modes: { assist: -1.5, change: -2.0, yield: -2.0, meet: -2.0 } },
  THREATEN: {
    quadClass: 3,
    score: -3.5,
    modes: {
      restrict: -3.0,
      coerce: null,
      assault: null,
      territory: -4.0,
      arrest: -3.5,
      relations: -3.5,
      expel: -3.5,
      violence: -3.5,
    },
  },
  PROTEST: {
    quadClass: 4,
    score: -5,
    modes: { demo: -5.0, riot: -7.0, strike: -5.0, hunger: -4.5, boycott: -4.5, obstruct: -4.5, vandalize: null },
  },
  SANCTION: { quadClass: 4, score: -6, modes: { convict: -6.0, expel: -5.5, withdraw: -6.0, discontinue: -6.0 } },
  MOBILIZE: { quadClass: 4, score: -5.5, modes: { troops: -6.5, weapons: -6.5, police: -5.5, militia: -6.0 } },
  COERCE: {
    quadClass: 4,
    score: -7,
    modes: {
      seize: -7.0,
      restrict: -7.0,
      censor: -6.5,
      curfew: -6.5,
      'martial-law': -7.5,
      arrest: -7.0,
      deport: -7.0,
      withhold: -7.0,
      misinformation: -6.5,
      cyber: -7.0,
    },
  },
  ASSAULT: {
    quadClass: 4,
    score: -9,
    modes: {
      abduct: -8.5,
      beat: -7.5,
      torture: -8.5,
      sexual: -8.5,
      targeted: -9.5,
      destroy: -8.5,
      primitive: -8.0,
      firearms: -9.0,
      explosives: -9.0,
      'suicide-attack': -9.5,
      aerial: -9.5,
      drone: -9.5,
      'heavy-weapons': -9.5,
      'crowd-control': -7.5,
      unconventional: -10.0,
    },
  },
}

/** PLOVER's contexts: what an event is about, beside its type. */
export const CONTEXTS = [
  'military',
  'intelligence',
  'executive',
  'legislative',
  'election',
  'political_institutions',
  'pro_democracy',
  'pro_autocracy',
  'economic',
  'legal',
  'reparations',
  'human_rights',
  'rights_freedoms',
  'repression',
  'human_security',
  'gender',
  'lgbt',
  'religion_ethnicity',
  'inequality',
  'diplomatic',
  'territory',
  'peacekeeping',
  'health',
  'asylum',
  'migration',
  'disasters',
  'natural_resource',
  'environment',
  'technology',
  'terrorism',
  'cbrn',
  'cyber',
  'misinformation',
  'crime',
  'corruption',
  'illegal_drugs',
  'trafficking',
] as const

/** PLOVER's actor sectors and what they mean. */
export const SECTORS = {
  COP: 'police',
  GOV: 'government executive',
  JUD: 'judiciary',
  LEG: 'legislature',
  MIL: 'state military',
  PRM: 'paramilitary not opposed to the government',
  PTY: 'political party',
  REB: 'rebels, armed opposition',
  SPY: 'state intelligence',
  UAF: 'unidentified armed forces',
  UNK: 'unidentified',
  AGR: 'agricultural labour',
  BUS: 'business',
  CRM: 'criminals',
  CVL: 'civilians, protesters, activists',
  EDU: 'education',
  ELI: 'former officials and their families',
  JRN: 'journalists, media',
  LAB: 'labour',
  MED: 'health',
  REF: 'refugees and displaced',
  OPP: 'political opposition',
  PRE: 'partially recognised entity',
  REL: 'religious',
  SOC: 'civil society',
} as const
export type Sector = keyof typeof SECTORS
