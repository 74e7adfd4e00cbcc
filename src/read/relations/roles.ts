import type { RelationType } from '../../codebook/index.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const LEADERS = words(
  'president presidents pres premier premiers chancellor chancellors king queen emir sultan caliph monarch pope taoiseach leader leaders leadership ruler rulers dictator dictators commander commanders warlord warlords chairman chairwoman chair chairperson founder founders co-founder co-founders boss bosses mayor governor gov chief chiefs head heads director directors ceo speaker presidency',
)
const SPEAKERS = words(
  'spokesman spokeswoman spokesperson spokesmen spokespeople envoy envoys ambassador ambassadors representative representatives negotiator negotiators emissary emissaries mouthpiece lawyer lawyers',
)
const MEMBERS = words(
  'sheriff minister ministers secretary secretaries candidate candidates nominee nominees frontrunner front-runner adviser advisers advisor advisors aide aides deputy deputies counsel general sen senator senators rep congressman congresswoman lawmaker lawmakers attorney official officials officer officers staff member members judge diplomat diplomats delegation delegations delegates',
)
const BACKERS = words('supporters supporter backers backer patrons patron sponsors sponsor')
const ALLIES = words('allies ally partners partner')
const RIVALS = words('rivals rival opponents opponent opposition enemies enemy foes foe adversaries adversary critics')
const KIN = words(
  'wife husband son sons daughter daughters brother brothers sister sisters father mother parents family families children child cousin nephew uncle widow friend friends victim victims neighbour neighbours neighbor neighbors counterpart counterparts predecessor predecessors successor visit home house',
)
const FORMER = /^(?:former|formerly|ex|late|retired|ousted|deposed|slain|onetime|one-time|then|would-be|disgraced)$/

/** Words before a leader's that make him one of many in a state: "Syrian opposition leader", "Iranian intelligence chief". */
const LESSER = words(
  'opposition party rebel rebels militia tribal religious community congressional student union business deputy vice assistant police intelligence spy army military navy force security senate house republican democratic local regional provincial militant jihadist muslim christian shia sunni kurdish civic',
)
/** Heads of whole states. */
const OF_STATES = words(
  'president presidents pres premier premiers chancellor chancellors king queen emir sultan monarch taoiseach leader leaders leadership ruler rulers dictator dictators presidency',
)

/**
 * The tie of somebody described to the one whose name stands in the description, from the words of the description after that name
 * or before its "of". Null where the words tell of kin, of things, of a former office.
 *
 *     (Iranian) Foreign Minister Zarif → member_of      commander (of the Quds Force) → leads
 *     (Pentagon) spokesman → speaks_for                 (Syria’s) allies → allied_with
 */
export function roleIn(phrase: string, tailIsState: boolean): RelationType | 'none' | null {
  const list = (phrase.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? []) as string[]
  if (list.some((w) => FORMER.test(w) || w.startsWith('ex-'))) return 'none'
  if (/\bhead of (?:state|government)\b/i.test(phrase)) return 'leads'
  if (/\bopposition to\b/i.test(phrase)) return 'none'
  if (/\bpress secretar|\b(?:press|communications) (?:officer|director)|\bchargé? d/i.test(phrase)) return 'speaks_for'
  if (/\bprime minister|\bsecretary[- ]general|\bchief executive/i.test(phrase)) return 'leads'
  for (let i = list.length - 1; i >= 0; i--) {
    const word = list[i] as string
    if (KIN.has(word)) return 'none'
    if (SPEAKERS.has(word)) return 'speaks_for'
    if (BACKERS.has(word)) return 'backs'
    if (ALLIES.has(word)) return 'allied_with'
    if (RIVALS.has(word)) return 'opposes'
    if (MEMBERS.has(word)) return 'member_of'
    if (LEADERS.has(word)) {
      const modifier = (list[i - 1] ?? '').replace(/^(?:the|an?|its|their|our|his|her)$/, '')
      if (
        list.some((w) => w === 'deputy' || w === 'vice' || w === 'assistant') ||
        (word === 'chief' && list[i + 1] === 'of')
      )
        return 'member_of'
      if (tailIsState && LESSER.has(modifier)) return 'member_of'
      return tailIsState && !OF_STATES.has(word) && word !== 'commander' && word !== 'commanders' && modifier !== ''
        ? 'member_of'
        : 'leads'
    }
  }
  return null
}

/** What a person has to a body that bears his name: "the Trump administration", "Assad’s forces", "his men" are led by him. */
export function isLedBody(head: string): boolean {
  return /^(?:government|administration|regime|dictatorship|cabinet|campaign|army|military|forces|troops|men|fighters|militia|militias|coalition|officials|group|gang|network|movement|church|staff|soldiers|followers|navy|ministry|junta)$/i.test(
    head,
  )
}
