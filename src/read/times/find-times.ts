import type { Range } from '../../codebook/index.ts'
import { COUNT, MONTH, PART, SEASON, UNIT, WEEKDAY, YEAR } from './grammar.ts'

const DATE = `(?:\\d{4}-\\d\\d-\\d\\d|(?:${WEEKDAY},? )?(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? ${YEAR})?|(?:${WEEKDAY},? )?${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? ${YEAR})?|${MONTH}(?:,| of)? ${YEAR})`
const QUALIFIED = '(?:early|mid|late|earlier|later|(?:the )?(?:beginning|start|middle|end) of)[ -](?:on |in )?(?:the )?'
const WHICH = '(?:last|this|next|this past|the past|this coming|the previous|the following)'
const WHOLE = [
  DATE,
  `(?:${WHICH} )?${WEEKDAY}(?: (?:early |late )?${PART}| last week| next week)?`,
  `${WHICH} (?:week|month|year|decade|weekend|night|evening|morning|afternoon|${SEASON}|${MONTH})`,
  `(?:the )?(?:past|last|previous) ${COUNT} ${UNIT}s?`,
  `(?:today|tonight|yesterday|tomorrow|overnight|the day before yesterday)(?: ${PART})?`,
  `(?:nearly |almost |about |around |more than |just |over )?${COUNT} ${UNIT}s? ago`,
  `(?:the )?(?:previous|following|next|same) (?:day|night|morning|evening|week|month|year)`,
  `that (?:day|night|morning|evening|week|month|year)`,
  `${COUNT} (?:day|week|month|year)s? (?:earlier|later)`,
  `(?:the )?(?:summer|spring|autumn|fall|winter)(?: of)? ${YEAR}`,
  `(?:the )?(?:early |mid-?|late )?(?:1[89]|20)\\d0s`,
  "(?:christmas|new year['’]s (?:eve|day)|9/11)",
  'the weekend',
  '(?:in )?recent (?:days|weeks|months|years)',
  '(?:in |over )?the (?:last|past) few (?:days|weeks|months|years)',
  `(?:earlier |later )?in the (?:morning|afternoon|evening|day)`,
].join('|')
// A month or a year alone is a time only after a preposition: "in March", "of 2015".
const LOOSE = `(?:${MONTH}|${YEAR})`
const TIME = `(?:(?:${QUALIFIED})?(?:${WHOLE}|${YEAR})|${WHOLE})`
const PREPOSITION = '(?:on|in|since|until|till|by|before|over|during|at|early on|late on|earlier on|as of|from)'
const FIND = new RegExp(
  `(?<![a-z0-9-])(?:(?:between|from) (?:${TIME}|${LOOSE}|\\d{1,2}) (?:and|to) (?:${TIME}|${LOOSE})|(?:${PREPOSITION} )?(?:the )?(?:${TIME})(?: (?:and|to) (?:${WHOLE}))?|${PREPOSITION} (?:early |mid-?|late )?${LOOSE}|${QUALIFIED}(?:${LOOSE}|${WHOLE})|(?:january|february|september|october|november|december))(?![a-z0-9])`,
  'y',
)
// A word that every time has; the costly pattern only looks round these.
const CORE = new RegExp(
  `(?<![a-z])(?:${WEEKDAY}|${MONTH}|${UNIT}s?|${SEASON}|weekend|morning|afternoon|evening|today|tonight|yesterday|tomorrow|overnight|christmas|new year|9/11)(?![a-z])|\\d{4}|\\d0s`,
  'g',
)
const REACH = 32
const BEGIN = /(?<![a-z0-9-])[a-z0-9]/g

function nextBegin(small: string): number {
  return BEGIN.test(small) ? BEGIN.lastIndex - 1 : -1
}

/** Where a text speaks of times, by its words alone: "on Tuesday", "since 2012", "two weeks ago". "May" and "March" need a preposition or a day. */
export function findTimes(text: string): Range[] {
  // Letters of other scripts keep their length this way.
  const small = text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()).replace(/[\u00a0\n]/g, ' ')
  const found: Range[] = []
  for (const { start: from, end } of windows(small)) {
    // Tried where a word begins, and only there: left to itself it would search on to the next time in the text.
    BEGIN.lastIndex = from
    for (let start = nextBegin(small); start >= 0 && start < end; start = nextBegin(small)) {
      FIND.lastIndex = start
      const match = FIND.exec(small)
      if (!match) continue
      BEGIN.lastIndex = FIND.lastIndex
      const words = text.slice(start, FIND.lastIndex)
      if (!isName(text, words, start)) found.push({ start, end: start + words.length })
    }
  }
  return found
}

/** The stretches round the words that times have, from one word's beginning to another's end, none overlapping. */
function windows(small: string): Range[] {
  const ranges: { start: number; end: number }[] = []
  for (const match of small.matchAll(CORE)) {
    const start = Math.max(0, match.index - REACH)
    const end = match.index + match[0].length
    const last = ranges.at(-1)
    if (last && start <= last.end) last.end = end
    else ranges.push({ start, end })
  }
  return ranges
}

/** "Friday prayers" is a time; "Sun", "may", "Black Friday" and the "20 July Movement" are not. */
function isName(text: string, words: string, start: number): boolean {
  if (/^(?:on |in |by )?(?:mon|tues?|wed|thurs?|fri|sat|sun)\.$/i.test(words) && !/\.$/.test(words)) return true
  if (
    /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i.test(words) &&
    /[a-z]/.test(words.slice(-4)) &&
    !/\p{Lu}\p{L}+day/u.test(words)
  )
    return true
  if (/(?:^|\s)(?:may|march|mar|sat|sun|dec|jan|second|fall|spring)$/.test(words)) return true
  if (/\bTODAY$/.test(words) || /^(?:january|september|october|november|december|february)$/.test(words)) return true
  return /\b(?:Black|Good|Bloody|Super|Ash|Palm|Easter) $/.test(text.slice(Math.max(0, start - 8), start))
}
