import type { CONTEXTS } from '../../codebook/index.ts'
import { type Document, sentenceAt } from '../document.ts'
import type { RawEvent } from './find-events.ts'

type Context = (typeof CONTEXTS)[number]

// Words for each context, after the descriptions in the PLOVER manual (2021, chapter 5). The corpus has no contexts to learn from.
const WORDS: readonly (readonly [Context, RegExp])[] = [
  [
    'military',
    /\b(?:militar\w*|troops?|soldiers?|army|navy|air ?force|airstrikes?|air strikes?|missiles?|artillery|shell(?:ed|ing)|battalions?|warships?|fighter jets?|rebels?|militias?|militants?|combat\w*|offensive|front ?line|bomb(?:s|ed|ing|ings)?|weapons?|ceasefire|commander|drones?|barracks|warplanes?|tanks?|gunmen|brigades?|garrison)\b/i,
  ],
  ['intelligence', /\b(?:intelligence|spy|spies|espionage|surveillance|CIA|MI6|Mossad)\b/i],
  ['executive', /\b(?:resign\w*|step(?:ped|ping)? down|cabinet|head of government|reshuffle|coup|impeach\w*)\b/i],
  [
    'legislative',
    /\b(?:parliament\w*|congress|senate|senators?|lawmakers?|legislat\w+|bill|House of Representatives|MPs)\b/i,
  ],
  [
    'election',
    /\b(?:elections?|electoral|ballots?|voters?|polls?|polling|campaign rally|candidates?|primar(?:y|ies)|referendum)\b/i,
  ],
  [
    'economic',
    /\b(?:econom\w+|trade|tariffs?|sanctions?|oil|exports?|imports?|banks?(?! of (?:the|a)\b)|investment|loans?|currency|debt)\b/i,
  ],
  [
    'legal',
    /\b(?:courts?|judges?|trial|lawsuit|sue[ds]?|prosecut\w+|indict\w+|convict\w+|sentenc\w+|charged|attorney|lawyers?|treaty)\b/i,
  ],
  [
    'human_rights',
    /\b(?:human rights|war crimes?|atrocit\w+|torture\w*|genocide|ethnic cleansing|crimes against humanity|extrajudicial|massacre\w*)\b/i,
  ],
  ['rights_freedoms', /\b(?:freedom of|press freedom|civil rights|censor\w*|free speech)\b/i],
  ['repression', /\b(?:crackdown|crack down|curfew|martial law|dissidents?|political prisoners?|repress\w+)\b/i],
  [
    'diplomatic',
    /\b(?:diplomat\w*|ambassador|embass(?:y|ies)|envoys?|foreign minist\w+|secretary of state|summit|negotiat\w+|talks|peace process|bilateral)\b/i,
  ],
  ['territory', /\b(?:annex\w*|border|territor\w+|sovereignty|occup(?:ied|ation)|separatis\w+|independence)\b/i],
  ['peacekeeping', /\bpeacekeep\w+|\bblue helmets\b/i],
  ['asylum', /\b(?:asylum|refugees?)\b/i],
  ['migration', /\b(?:migrants?|migration|immigra\w+|deport\w+)\b/i],
  ['health', /\b(?:hospitals?|doctors?|epidemic|pandemic|virus|vaccin\w+|medical|ebola|cholera)\b/i],
  ['disasters', /\b(?:earthquakes?|floods?|hurricane|cyclone|famine|drought|tsunami)\b/i],
  [
    'terrorism',
    /\b(?:terroris[mt]s?|suicide (?:bomb\w*|attack\w*)|jihad\w*|extremis[mt]s?|al-Qa\w+|Islamic State|Isis|Isil|Da.?esh)\b/i,
  ],
  [
    'cbrn',
    /\b(?:nuclear|chemical (?:weapons?|attacks?)|sarin|chlorine|nerve agent|biological weapons?|enrich\w*|uranium|radiolog\w+)\b/i,
  ],
  ['cyber', /\b(?:cyber\w*|hack(?:ed|ers?|ing)|malware)\b/i],
  ['misinformation', /\b(?:disinformation|misinformation|fake news|propaganda)\b/i],
  ['crime', /\b(?:gangs?|murder\w*|robber\w*|kidnapp\w+|homicides?|organi[sz]ed crime|cartels?)\b/i],
  ['corruption', /\b(?:corrupt\w*|brib\w+|embezzl\w+|graft)\b/i],
  ['illegal_drugs', /\b(?:drugs?|cocaine|heroin|narco\w*|opium)\b/i],
  ['trafficking', /\b(?:traffick\w+|smuggl\w+)\b/i],
  [
    'religion_ethnicity',
    /\b(?:sectarian\w*|Sunnis?|Shi.?(?:a|ites?)|Christians?|Muslims?|Jews?|Kurd(?:s|ish)|Yazidis?|ethnic|mosques?|church(?:es)?)\b/i,
  ],
  ['gender', /\b(?:women|girls|sexual|rape\w*|gender)\b/i],
  ['environment', /\b(?:climate|pollution|emissions|environment\w*)\b/i],
]
const MOST = 3

/** What an event is about beside its type, by the words of its sentence, the likeliest first. */
export function contextsOf(doc: Document, event: RawEvent): string[] {
  const sentence = sentenceAt(doc, event.trigger.start)
  if (!sentence) return []
  const from = Math.max(sentence.start, event.trigger.start - 120)
  const words = doc.text.slice(from, Math.min(sentence.end, event.trigger.end + 120))
  return WORDS.filter(([, pattern]) => pattern.test(words))
    .map(([context]) => context)
    .slice(0, MOST)
}
