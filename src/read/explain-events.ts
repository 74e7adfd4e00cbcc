import { EVENT_TYPES, type Event, type EventType, overlapOf, type Range, type Span, spanOf } from '../codebook/index.ts'
import { indexAt } from './document.ts'
import { whyNoEvent } from './events/no-events.ts'
import { statusByWords } from './events/status-by-words.ts'
import { foundParty, otherStatuses, otherTypes } from './explain-choices.ts'
import type { Card } from './model/card.ts'
import type { Work } from './read-article.ts'
import type { Explanation } from './reader.ts'

export type Finding = Explanation['findings'][number]
export type Steps = { readonly work: Work; readonly card: Card; readonly at: number }

/** Whether a range holds a place. */
export const covers = (range: Range, at: number): boolean => range.start <= at && at < range.end

/** A finding's span alone. */
export const spanIn = ({ start, end, text }: Span): Span => ({ start, end, text })

/** Events whose trigger covers the place. */
export function ofEvents({ work, card, at }: Steps): Finding[] {
  return work.reading.events.flatMap((e, n) =>
    covers(e.trigger, at)
      ? [
          {
            what: `event: ${e.type}${e.mode ? ` ${e.mode}` : ''}, ${e.status}`,
            id: e.id,
            span: e.trigger,
            part: statusSettled(work, e) ? 'model: trigger; rule: status by the words before it' : 'model: trigger',
            confidence: e.confidence,
            considered: [...otherTypes(work, n, card), ...otherStatuses(work, n, card)],
          },
        ]
      : [],
  )
}

/** Events in which the place is a party. */
export function ofParties({ work, card, at }: Steps): Finding[] {
  const { events, mentions } = work.reading
  return events.flatMap((e, n) =>
    (['actor', 'recipient'] as const).flatMap((role) =>
      (role === 'actor' ? e.actors : e.recipients).flatMap((party) => {
        const mention = mentions.findIndex((m) => m.id === party.mention)
        const span = mentions[mention]
        if (!span || !covers(span, at)) return []
        const what = `${role} of ${e.id} ${e.type} “${e.trigger.text}”`
        return [{ what, id: span.id, span: spanIn(span), ...foundParty(work, n, mention, role, card), considered: [] }]
      }),
    ),
  )
}

/** Triggers that the model saw at the place and the rules left out: figures of speech, sport, words of speech, a likelier one beside them. */
export function ofLeftOut({ work: { doc, raw }, at }: Steps): Finding[] {
  return EVENT_TYPES.flatMap((type) => doc.found.get(type) ?? []).flatMap((t) => {
    if (!covers(t, at) || raw.some((e) => overlapOf(e.trigger, t) > 0)) return []
    const sentence = doc.sentences[indexAt(doc.sentences, t.start)]
    const why = sentence && whyNoEvent(doc.text, sentence, t, t.tag as EventType)
    return [
      {
        what: `no event: ${t.tag}, left out as ${why ?? 'a word that only reports speech'}`,
        id: '-',
        span: spanOf(doc.text, t.start, t.end),
        part: `rule: ${why ? 'no event' : 'words of speech'}`,
        confidence: Math.round(t.score * 1000) / 1000,
        considered: [],
      },
    ]
  })
}

function statusSettled({ doc }: Work, { trigger, status }: Event): boolean {
  const sentence = doc.sentences[indexAt(doc.sentences, trigger.start)]
  return sentence !== undefined && statusByWords(doc.text, sentence, trigger) === status
}
