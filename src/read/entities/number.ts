import { actorNoun } from '../facts/words.ts'
import type { Draft } from './find-mentions.ts'
import { pronounOf } from './pronouns.ts'

const MANY =
  /^(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands|millions|many|several|some|few|both|all|other|these|those|most|\d[\d,.]*)\b/i

/** Whether a mention means several (true), one (false), or cannot be told (null): a body is one but may be "they". */
export function isMany(draft: Draft, text: string): boolean | null {
  const words = text.slice(draft.start, draft.end)
  const pronoun = draft.form === 'pronoun' ? pronounOf(words) : null
  if (pronoun) return pronoun.many
  if (draft.kind === 'state' || draft.kind === 'organisation') return null
  if (MANY.test(words) || / and /.test(words)) return true
  if (draft.name !== null) return draft.kind === 'person' ? false : null
  const noun = actorNoun(draft.head.text.toLowerCase())
  if (noun) return noun.class === 'group' || noun.class === 'organisation' ? null : noun.number === 'several'
  return /^(?:an?|one|this|that)\b/i.test(words)
    ? false
    : /(?<!s|u|i)s$/.test(draft.head.text) ||
        /^(?:people|men|women|children|police|troops|forces)$/i.test(draft.head.text)
}

const PUBLIC =
  /^(?:people|public|population|populations|voters?|society|community|communities|women|nation|ones?|side)$/

/** Whether a mention's words or the model's tags say that it means somebody who can act: an officer, not an airport. */
export function isActorPhrase(draft: Draft): boolean {
  const word = draft.head.text.toLowerCase()
  const noun = actorNoun(word)
  if (noun) return noun.class !== 'place' && noun.class !== 'state' && !PUBLIC.test(word)
  if (draft.name === null && draft.inner !== true)
    return (
      draft.kind === 'person' && Math.max(draft.tags.get('mention-person') ?? 0, draft.tags.get('party') ?? 0) > 0.4
    )
  return draft.kind === 'person' || (draft.tags.get('name-organization') ?? 0) > 0.3 || draft.hit !== null
}
