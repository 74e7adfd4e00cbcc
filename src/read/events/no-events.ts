import { type EventType, overlapOf, type Range } from '../../codebook/index.ts'
import {
  ACCIDENT,
  DONE_TO_THINGS,
  FIGURE,
  FORCED,
  IDIOMS,
  MADE,
  NOBODY,
  REACHED,
  RED_LINE,
  SCORE,
  THINGS_DONE_TO,
  TREATY,
  UNNAMED,
} from './figures.ts'

const FIGURATIVE_TYPES: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'COERCE',
  'MOBILIZE',
  'THREATEN',
  'RETREAT',
  'SANCTION',
  'PROTEST',
  'CONSULT',
])
const WORDS: ReadonlySet<EventType> = new Set(['ACCUSE', 'REQUEST', 'REJECT'])

// Two of these near a trigger and none of the next list: a sport, a film or a book is told.
const PLAY =
  /\b(?:football|soccer|cricket|rugby|tennis|basketball|baseball|hockey|boxing|olympics?|champions?(?:hip)?|premier league|league|world cup|cup|finals?|quarter-?final|semi-?final|goalkeeper|striker|midfielder|winger|defender|penalty|half-?time|(?:first|second) half|(?:first|opening|last|final|\d+(?:st|nd|rd|th)) minute|(?:ninety|90) minutes|kick-?off|hat-?trick|playoffs?|touchdown|innings|home run|coach|stadium|fixture|tournament|match(?:es)?|goals?|scored|fans|pitch|clubs?|teams?|squad|batting|bowl(?:ing|ers?)|seamers?|wickets?|referee|dressing room|(?:home|away|visiting) side|on the break|fair play|toothless attack|shaky defen[cs]e|shot (?:wide|over|home)|fired (?:home|wide|over)|(?:beaten|beat|hammered|lost|won|thrashed|drew) (?:\p{L}+ )?\d{1,3}[-–]\d{1,3}|screenplay|box office|film|movie|sequel|novel|video game|album|season finale|sitcom|thriller|actor|actress|director)\b/giu
// What a story tells of force is fiction whatever stands in it, and what a comedian tells a joke.
const FICTION =
  /\b(?:screenplay|box office|films?|movies?|sequel|novels?|video game|sitcom|thriller|blockbuster|starring|screenwriter|novelist|stand-up|comedian|comic|joker|on stage|musical|memoirs?)\b/gi
const FORCE =
  /\b(?:bomb(?:s|ed|ing|er|ings)?|gunm[ae]n|explosion|air ?strikes?|missiles?|police|troops|soldiers|army|terroris\w+|militants?|militia|rebels?|hostages?|arrest\w*|wounded|injured|dead|boycott\w*|protest\w*|stampede|riot\w*)\b/i
const NEAR = 240
/** A line shorter than this tells too little of what is spoken of: its neighbours count as well. */
const SHORT = 200
// What is held every week is the occasion of words, no deed towards anybody.
const SERVICE = /^(?:the )?(?:friday |sunday |evening )?(?:prayers?|sermons?|mass|liturgy)$/i

/** Why a trigger is no event after all, or null: a figure of speech, a service, a misfortune, a sport, a work of fiction. */
export function whyNoEvent(text: string, sentence: Range, trigger: Range, type: EventType): string | null {
  const word = text.slice(trigger.start, trigger.end)
  const behind = text.slice(trigger.end, trigger.end + 70)
  if (type === 'REQUEST' && /^seeks?$/i.test(word) && /^ and (?:destroy|kill|capture)\b/.test(behind))
    return 'a figure of speech'
  if (type !== 'MOBILIZE' && SERVICE.test(word) && !/^ (?:for (?!the first)|are with|go out)/.test(behind))
    return 'a service'
  if (ACCIDENT.test(word)) return 'a misfortune'
  if (
    type === 'AGREE' &&
    TREATY.test(text.slice(Math.max(sentence.start, trigger.start - 70), trigger.end)) &&
    !MADE.test(behind)
  )
    return 'a treaty that is named'
  if ((type === 'REJECT' || type === 'REQUEST') && UNNAMED.test(behind)) return 'a source that asks for no name'
  if (type !== 'THREATEN' && RED_LINE.test(word)) return 'a figure of speech'
  if (FIGURATIVE_TYPES.has(type) && isFigure(text, sentence, trigger, behind)) return 'a figure of speech'
  if (
    FIGURATIVE_TYPES.has(type) &&
    NOBODY.test(text.slice(Math.max(sentence.start, trigger.start - 40), trigger.start))
  )
    return 'a misfortune'
  if (type === 'SANCTION' || type === 'PROTEST') return null
  const around = {
    start: lineStart(text, trigger.start),
    end: Math.min(lineEnd(text, trigger.end), trigger.end + NEAR),
  }
  const near = WORDS.has(type) ? text.slice(sentence.start, sentence.end) : text.slice(around.start, around.end)
  if (kindsOf(near, FICTION) > 1 && !WORDS.has(type)) return 'sport or fiction'
  if (FORCE.test(near)) return null
  const isPlain = FIGURATIVE_TYPES.has(type) || (WORDS.has(type) && near.length < SHORT / 2)
  if (kindsOf(near, PLAY) > (isPlain ? 1 : 2)) return 'sport or fiction'
  const isLoose = !WORDS.has(type) && near.length < SHORT && kindsOf(near, PLAY) > 0
  return isLoose && kindsOf(withNeighbours(text, around), PLAY) > 3 ? 'sport or fiction' : null
}

function isFigure(text: string, sentence: Range, trigger: Range, behind: string): boolean {
  const words = text.slice(sentence.start, sentence.end)
  const at = { start: trigger.start - sentence.start, end: trigger.end - sentence.start }
  const word = words.slice(at.start, at.end)
  if (REACHED.test(behind) || SCORE.test(behind)) return true
  if (FORCED.test(word) && (DONE_TO_THINGS.test(behind) || THINGS_DONE_TO.test(words.slice(0, at.start)))) return true
  // A "battle" set beside a Twitter fight is of its kind.
  if (/^battles?$/i.test(word) && FIGURE.test(words) && !FORCE.test(words)) return true
  const near = words.slice(Math.max(0, at.start - 30), at.end)
  const figure = FIGURE.exec(near)
  if (figure && figure.index + figure[0].length === near.length) return true
  return idiomsIn(text, sentence).some((idiom) => overlapOf(idiom, trigger) > 0)
}

/** The idioms of a sentence, found once: each of its triggers asks for them. */
function idiomsIn(text: string, sentence: Range): readonly Range[] {
  const known = idioms.get(sentence)
  if (known) return known
  const found = [...text.slice(sentence.start, sentence.end).matchAll(IDIOMS)].map(({ index, 0: words }) => ({
    start: sentence.start + index,
    end: sentence.start + index + words.length,
  }))
  idioms.set(sentence, found)
  return found
}

const idioms = new WeakMap<Range, readonly Range[]>()

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

const withNeighbours = (text: string, { start, end }: Range): string =>
  text.slice(Math.max(0, start - NEAR), Math.min(text.length, end + NEAR))
