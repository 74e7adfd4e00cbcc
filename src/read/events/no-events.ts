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

// One of these words and none of the next list: the sentence is of sport, a film or a book.
const PLAY =
  /\b(?:football|soccer|cricket|rugby|tennis|basketball|baseball|hockey|boxing|olympics?|championship|premier league|world cup|quarter-?final|semi-?final|goalkeeper|striker|midfielder|winger|defender|penalty (?:kick|shoot-?out|area)|half-?time|first half|second half|kick-?off|ninety minutes|full-?time|cup final|the final|clubs?|supporters' club|league table|dressing room|equali[sz]er|referee|hat-?trick|playoffs?|touchdown|innings|home run|head coach|stadium|fixture|tournament|screenplay|box office|film|movie|sequel|novel|video game|album|season finale|sitcom|thriller)\b/gi
const REAL =
  /\b(?:kill(?:ed|ing|s)?|dead|died|wounded|injured|bomb(?:s|ed|ing|er|ings)?|gunm[ae]n|shot|explosion|airstrikes?|missiles?|police|troops|soldiers|terroris\w+|militants?|hostages?|arrest\w*|boycott\w*|protest\w*|sanction\w*|stampede)\b/i

/** Why a trigger is no event after all, or null: a figure of speech, a sport, a work of fiction. */
export function whyNoEvent(text: string, sentence: Range, trigger: Range, type: EventType): string | null {
  const words = text.slice(sentence.start, sentence.end)
  const at = { start: trigger.start - sentence.start, end: trigger.end - sentence.start }
  if (FIGURATIVE_TYPES.has(type)) {
    const near = words.slice(Math.max(0, at.start - 30), at.end)
    const figure = FIGURE.exec(near)
    if (figure && figure.index + figure[0].length === near.length) return 'a figure of speech'
    for (const idiom of words.matchAll(IDIOMS)) {
      if (/^hunger/i.test(idiom[0])) continue
      if (idiom.index < at.end && at.start < idiom.index + idiom[0].length) return 'a figure of speech'
    }
  }
  const play = words.match(PLAY)?.length ?? 0
  if (play > 0 && type !== 'SANCTION' && type !== 'PROTEST' && !REAL.test(words))
    return play > 1 || type === 'ASSAULT' || type === 'RETREAT' ? 'sport or fiction' : null
  return null
}
