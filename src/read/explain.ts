import { type Entity, type Mention, type Range, spanOf } from '../codebook/index.ts'
import { foundMention, otherAntecedents, otherTies } from './explain-choices.ts'
import { covers, type Finding, ofEvents, ofLeftOut, ofParties, type Steps, spanIn } from './explain-events.ts'
import { namedBy, ofSettings, resolvedBy } from './explain-settings.ts'
import type { Card } from './model/card.ts'
import type { Work } from './read-article.ts'
import type { Explanation } from './reader.ts'

/**
 * What was found at a place in the text, the narrowest stretch first: which step found it, how sure, what else it weighed.
 *
 *     … said Maria Okafor.   at "Okafor" → mention: Maria Okafor, person, by name · source of a1 · actor of v2 ACCUSE “blamed”
 */
export function explainAt(work: Work, at: number, card: Card): Explanation {
  const steps = { work, card, at }
  const sentence = work.doc.sentences.find((s) => covers(s, at))
  const findings = [
    ...ofSkipped(steps),
    ...ofMentions(steps),
    ...ofPlaces(steps),
    ...ofTimes(steps),
    ...ofEvents(steps),
    ...ofSettings(steps),
    ...ofParties(steps),
    ...ofLeftOut(steps),
    ...ofAttributions(steps),
    ...ofRelations(steps),
  ]
  return {
    at,
    sentence: sentence ? spanOf(work.doc.text, sentence.start, sentence.end) : null,
    findings: findings.sort((a, b) => lengthOf(a.span) - lengthOf(b.span)),
  }
}

const lengthOf = (span: Range): number => span.end - span.start

function nameOf(entities: readonly Entity[], id: string | null): string {
  return entities.find((e) => e.id === id)?.name ?? 'nobody that the text names'
}

function ofSkipped({ work: { doc, reading }, at }: Steps): Finding[] {
  return reading.skipped.flatMap((s, i) =>
    covers(s, at)
      ? [
          {
            what: `skipped: ${s.why}`,
            id: `s${i + 1}`,
            span: spanOf(doc.text, s.start, s.end),
            part: 'intake: furniture',
            confidence: null,
            considered: [],
          },
        ]
      : [],
  )
}

const FORM: Readonly<Record<Mention['form'], string>> = {
  name: 'by name',
  description: 'by description',
  pronoun: 'by a pronoun',
  demonym: 'by a people’s name',
  metonym: 'by a place that stands for it',
}

function ofMentions({ work, at }: Steps): Finding[] {
  return work.reading.mentions.flatMap((m, n) =>
    covers(m, at)
      ? [
          {
            what: `mention: ${nameOf(work.reading.entities, m.entity)} (${m.entity}), ${m.kind}, ${FORM[m.form]}`,
            id: m.id,
            span: spanIn(m),
            ...foundMention(work, n),
            considered: otherAntecedents(work, n),
          },
        ]
      : [],
  )
}

function ofPlaces({ work: { reading }, at }: Steps): Finding[] {
  return reading.places.flatMap((p) => {
    const mention = reading.mentions.find((m) => m.id === p.mention)
    if (!mention || !covers(mention, at)) return []
    const events = reading.events.filter((e) => e.place === p.id)
    return [
      {
        what: `place: ${[p.name, p.country, p.precision].filter((x) => x !== null).join(', ')}${ofEventsNamed(events)}`,
        id: p.id,
        span: spanIn(mention),
        part: namedBy(mention.text, p),
        confidence: null,
        considered: [],
      },
    ]
  })
}

function ofTimes(steps: Steps): Finding[] {
  const {
    work: { doc, reading },
    at,
  } = steps
  return reading.times.flatMap((t) => {
    if (!covers(t, at)) return []
    const seen = doc.found.get('time')?.find((s) => s.start < t.end && t.start < s.end)
    const days = t.from || t.until ? `from ${t.from ?? '…'} until ${t.until ?? '…'}` : 'no day that the words fix'
    return [
      {
        what: `time: ${days}, ${t.precision}${ofEventsNamed(reading.events.filter((e) => e.time === t.id))}`,
        id: t.id,
        span: spanIn(t),
        part: `${seen ? 'model: time' : 'rule: words of time'}; ${resolvedBy(steps, t)}`,
        confidence: seen ? rounded(seen.score) : null,
        considered: [],
      },
    ]
  })
}

const rounded = (x: number): number => Math.round(Math.min(1, Math.max(0, x)) * 1000) / 1000
const ofEventsNamed = (events: readonly { readonly id: string }[]): string =>
  events.length > 0 ? `, of ${events.map((e) => e.id).join(', ')}` : ''

function ofAttributions({ work: { reading }, at }: Steps): Finding[] {
  return reading.attributions.flatMap((a) => {
    const speaker = `${a.anonymous.is ? 'unnamed: ' : ''}${nameOf(reading.entities, a.speaker)}`
    const parts = [
      ['source', a.source] as const,
      ['cue', a.cue] as const,
      ...a.content.map((c) => ['content', c] as const),
    ]
    return parts.flatMap(([role, span]) =>
      span && covers(span, at)
        ? [
            {
              what: `attribution (${role}): ${a.type}, by ${speaker}${a.within ? `, within ${a.within}` : ''}`,
              id: a.id,
              span,
              part: a.cue
                ? a.within
                  ? 'model: second look inside the content'
                  : 'model: attribution'
                : 'rule: quotation',
              confidence: a.confidence,
              considered: [],
            },
          ]
        : [],
    )
  })
}

function ofRelations({ work, at }: Steps): Finding[] {
  const { entities, relations } = work.reading
  return relations.flatMap((r) =>
    covers(r.evidence, at)
      ? [
          {
            what: `relation: ${nameOf(entities, r.head)} ${r.type} ${nameOf(entities, r.tail)}${r.hedged ? ', hedged' : ''}`,
            id: r.id,
            span: r.evidence,
            part: 'model: links between mentions',
            confidence: r.confidence,
            considered: otherTies(work, r),
          },
        ]
      : [],
  )
}
