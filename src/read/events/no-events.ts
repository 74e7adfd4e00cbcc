import type { EventType, Range } from '../../codebook/index.ts'

// Words of force that are not meant so: "a Twitter fight", "war of words", "a legal battle", "the ratings war".
const FIGURE =
  /\b(?:twitter|verbal|legal|court(?:room)?|political|election|electoral|campaign|primary|ratings?|price|bidding|custody|turf|trade|culture|media|public relations|PR|uphill|losing|budget|ideological|rhetorical|personal|cold|world|civil|star|snowball|title|cup|league|relegation)[\s-]+(?:fights?|wars?|battles?|clash(?:es)?|attacks?|feuds?|spats?|storm|offensives?|strikes?)\b/i
const IDIOMS =
  /\bwars? of words\b|\bwar on (?:terror(?:ism)?|drugs|poverty|christmas|women|cancer|waste)\b|\b(?:point of )?no return\b|\b(?:cross(?:ed|es|ing)?|crossing of) the (?:rubicon|line)\b|\bred lines?\b|\bplay(?:s|ed|ing)? with fire\b|\b(?:political|diplomatic) (?:earthquake|bombshell|firestorm|minefield|suicide)\b|\bunder fire (?:for|over|from critics)\b|\bshoot(?:s|ing)? (?:himself|herself|itself|themselves|ourselves) in the foot\b|\b(?:charm|media) offensive\b|\b(?:heart|asthma|panic|anxiety) attacks?\b|\bbattle(?:s|d|ing)? (?:cancer|illness|a cold|the flames|blazes?|the elements)\b|\bkill(?:s|ed|ing)? (?:time|the (?:bill|deal|mood|proposal))\b|\bfights? back tears\b|\bhunger strike\b/gi
const FIGURATIVE_TYPES: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'COERCE',
  'MOBILIZE',
  'THREATEN',
  'RETREAT',
  'SANCTION',
  'PROTEST',
])

// "shot down a proposal", "killed the game", "a massacre of the budget": what it is done to can suffer no force.
const DONE_TO_THINGS =
  /^(?:\s+down)?\s+(?:of\s+|on\s+)?(?:(?:a|an|the|his|her|its|their|that|this|any|every|two|several)\s+)?(?:[\p{L}’'-]+\s+){0,2}?(?:proposals?|bills?|ideas?|plans?|motions?|amendments?|offers?|game|deal|budgets?|rumou?rs?|record|ratings?|suggestions?|hopes?|chances?|reputation|credibility|theory|myth)\b/iu

// Two of these near a trigger and none of the next list: a sport, a film or a book is told.
const PLAY =
  /\b(?:football|soccer|cricket|rugby|tennis|basketball|baseball|hockey|boxing|olympics?|champions?(?:hip)?|premier league|league|world cup|cup|finals?|quarter-?final|semi-?final|goalkeeper|striker|midfielder|winger|defender|penalty|half-?time|(?:first|second) half|(?:first|opening|last|final|\d+(?:st|nd|rd|th)) minute|(?:ninety|90) minutes|kick-?off|hat-?trick|playoffs?|touchdown|innings|home run|coach|stadium|fixture|tournament|match(?:es)?|goals?|scored|fans|pitch|clubs?|teams?|squad|batting|bowl(?:ing|ers?)|seamers?|wickets?|referee|dressing room|hammered \d+-\d+|screenplay|box office|film|movie|sequel|novel|video game|album|season finale|sitcom|thriller|actor|actress|director)\b/gi
// What a story tells of force is fiction whatever stands in it.
const FICTION =
  /\b(?:screenplay|box office|films?|movies?|sequel|novels?|video game|sitcom|thriller|blockbuster|starring|screenwriter|novelist)\b/gi
const FORCE =
  /\b(?:bomb(?:s|ed|ing|er|ings)?|gunm[ae]n|explosion|air ?strikes?|missiles?|police|troops|soldiers|army|terroris\w+|militants?|militia|rebels?|hostages?|arrest\w*|wounded|injured|dead|boycott\w*|protest\w*|stampede|riot\w*)\b/i
const NEAR = 240
// What is held every week is the occasion of words, no deed towards anybody.
const SERVICE = /^(?:the )?(?:friday |sunday |evening )?(?:prayers?|sermons?|mass|liturgy)$/i

/** Why a trigger is no event after all, or null: a figure of speech, a service, a sport, a work of fiction. */
export function whyNoEvent(text: string, sentence: Range, trigger: Range, type: EventType): string | null {
  const words = text.slice(sentence.start, sentence.end)
  const at = { start: trigger.start - sentence.start, end: trigger.end - sentence.start }
  if (SERVICE.test(text.slice(trigger.start, trigger.end))) return 'a service'
  if (FIGURATIVE_TYPES.has(type)) {
    if (
      /^\s+(?:an?|its|the|their)\s+(?:[\p{L}\d-]+\s+){0,2}(?:high|low|peak|record|milestone|target|ceiling|floor)\b/u.test(
        text.slice(trigger.end, trigger.end + 50),
      )
    )
      return 'a figure of speech'
    if (DONE_TO_THINGS.test(text.slice(trigger.end, trigger.end + 60))) return 'a figure of speech'
    const near = words.slice(Math.max(0, at.start - 30), at.end)
    const figure = FIGURE.exec(near)
    if (figure && figure.index + figure[0].length === near.length) return 'a figure of speech'
    for (const idiom of words.matchAll(IDIOMS)) {
      if (/^hunger/i.test(idiom[0])) continue
      if (idiom.index < at.end && at.start < idiom.index + idiom[0].length) return 'a figure of speech'
    }
  }
  if (type === 'SANCTION' || type === 'PROTEST' || type === 'ACCUSE' || type === 'REQUEST' || type === 'REJECT')
    return null
  const near = text.slice(lineStart(text, trigger.start), Math.min(lineEnd(text, trigger.end), trigger.end + NEAR))
  if (kindsOf(near, FICTION) > 1) return 'sport or fiction'
  if (FORCE.test(near)) return null
  return kindsOf(near, PLAY) > 1 ? 'sport or fiction' : null
}

/** How many different words of a list a stretch holds. */
const kindsOf = (words: string, list: RegExp): number =>
  new Set((words.match(list) ?? []).map((w) => w.toLowerCase())).size

/** Where the stretch before a trigger begins that tells what is spoken of: its own line, at most so far. */
function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at) + 1, at - NEAR)
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
