import { stemOf } from './features.ts'

const SMALL = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .split(' ')
    .map((word, i) => [word, String(i + 2)]),
)
const COUNTED = new RegExp(
  String.raw`(?<![\d.,$€£-])\b(\d{1,3}|${[...SMALL.keys()].join('|')})(?=((?:\s+[\p{L}.’'-]+){1,4}))`,
  'giu',
)
/** Words that end what a number counts, and measures: "23 km" counts nothing that an event has. */
const END = /^(?:of|in|on|at|by|from|for|to|with|were|was|have|had|are|after|before|when|who|that|which|the)$/i
const MEASURE =
  /^(?:hour|day|week|month|year|minute|second|time|mile|metre|meter|kilometre|kilometer|dollar|point|percent)s$/i

/** What a sentence counts, as `thing number`: "the navy held 23 Somali pirates" gives `pirat 23`. Measures of time and length are left out. */
export function quantitiesIn(sentence: string): string[] {
  const found: string[] = []
  for (const [, number = '', rest = ''] of sentence.matchAll(COUNTED)) {
    for (const spelt of rest.trim().split(/\s+/)) {
      const word = spelt.replace(/[.’'-]+$/, '')
      if (END.test(word)) break
      if (!/[\p{L}]{2,}s$/u.test(word) || /(?:ss|us|is)$/.test(word)) continue
      if (!MEASURE.test(word)) found.push(`${stemOf(word)} ${SMALL.get(number.toLowerCase()) ?? Number(number)}`)
      break
    }
  }
  return [...new Set(found)]
}
