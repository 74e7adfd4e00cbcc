import type { Channel, ChannelKind, Range } from '../../codebook/index.ts'
import { type Document, indexAt } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import { codeOn } from '../facts/facts.ts'
import type { Told } from './tell-speakers.ts'

// First match counts: what is said most plainly stands first.
const KINDS: readonly (readonly [ChannelKind, RegExp])[] = [
  [
    'social',
    /\b(?:tweet(?:s|ed|ing)?|retweet\w*|on (?:Twitter|Facebook|Instagram|Telegram|social media|X|WhatsApp|YouTube|VKontakte)|(?:Twitter|Facebook|Instagram|Telegram|online|blog|X) (?:posts?|accounts?|messages?|feed|page|channel)|in (?:a|an|the) (?:online )?post\b|posted (?:on|to))/i,
  ],
  ['interview', /\b(?:interviews?(?: with| on| that| published| aired| broadcast)?|interviewed)\b/i],
  [
    'press',
    /\b(?:(?:news|press) (?:conferences?|briefings?|releases?|statement)|told (?:reporters|journalists|the press|a briefing)|(?:a )?briefing|(?:in|issued|released) (?:a|the|his|her|their|its|one|another) (?:\w+ ){0,2}statement|statement (?:issued|released|on|to))\b/i,
  ],
  [
    'speech',
    /\b(?:sermons?|Friday prayers|prayer leader|(?:in|during|delivered?|gave|giving) (?:a|an|the|his|her) (?:\w+ ){0,3}(?:speech|address|remarks)|speeches|speech|(?:campaign |election )?rall(?:y|ies)|told (?:parliament|congress|lawmakers|MPs|supporters|(?:a|an|the) (?:[\w.]+ ){0,2}(?:house|senate|commons|assembly|council|conference|audience|crowd|committee|hearing|forum|summit))|addressing|town hall|keynote)\b/i,
  ],
  [
    'broadcast',
    /\b(?:(?:state|national|local|public|Iranian|Syrian|Iraqi|Russian) (?:television|TV|radio)|televised|on (?:television|TV|(?:the )?radio|air)|broadcasters?|talk show|(?:Radio|TV|Television|News) (?:\d|show|programme|program)|programme|(?:Sunday|Meet) [\w ]*Press)\b/i,
  ],
  [
    'document',
    /\b(?:(?:in|according to|published|released) (?:a|an|the|its|his|her|their) (?:\w+ ){0,3}(?:report|letter|memo|study|survey|book|op-ed|article|editorial|essay|filing|indictment|complaint|resolution|email|document|memoir|transcript|poll)|the report|documents?|court papers)\b/i,
  ],
  ['document', /\bwrote in\b/i],
]

// Another sentence says how it went out: "That statement was delivered as …".
const LOOKING_BACK =
  /^(?:That|This|The|Those|These|His|Her|Their) (?:statements?|comments?|remarks?|words|speech|warning|message|tweets?|posts?|address|announcement)\b/
const REPORTERS = /\btold (reporters|journalists|the press)\b/i
const RELAY =
  /\b(?:carried|publici[sz]ed|quoted|cited|broadcast|aired|published|reported|relayed|distributed|shown) (?:by|on|in|via)\b|\b(?:according to|told|via|quot(?:ed|ing)|cit(?:ed|ing)|interview (?:with|to))\b/i

/** Through what a statement went out: its kind, the words that say so, and the outlet or platform it went through. */
export function channelOf(doc: Document, clusters: Clusters, a: Told, id: (entity: number) => string | null): Channel {
  if (a.byAuthor) return { kind: 'social', text: null, through: null }
  const own = surroundings(doc, a)
  const through = outletNear(doc, clusters, a, own)
  const told = cueWords(doc, a)
  for (const range of [own, sentenceLookingBack(doc, a)]) {
    if (!range) continue
    const words = outsideContent(doc, a, range)
    for (const [kind, pattern] of KINDS) {
      const match = pattern.exec(words)
      if (match)
        return {
          kind: REPORTERS.test(words) && kind !== 'interview' && kind !== 'social' ? 'press' : kind,
          text: match[0].trim(),
          through: through === null ? null : id(through),
        }
    }
  }
  if (through !== null && through !== a.speaker) return { kind: 'outlet', text: told, through: id(through) }
  return { kind: 'unknown', text: null, through: null }
}

/** The sentence or sentences that hold source and cue. */
function surroundings(doc: Document, a: Told): Range {
  const at = a.cue ?? a.source ?? (a.content[0] as Range)
  const first = doc.sentences[indexAt(doc.sentences, Math.min(at.start, a.source?.start ?? at.start))]
  const last = doc.sentences[indexAt(doc.sentences, at.end)]
  return { start: first?.start ?? at.start, end: last?.end ?? at.end }
}

/** The words of a stretch that belong to the outlet, not to what is said. */
function outsideContent(doc: Document, a: Told, range: Range): string {
  let words = ''
  for (let i = range.start; i < range.end; i++)
    words += a.content.some((c) => c.start <= i && i < c.end) ? ' ' : doc.text[i]
  return words.replace(/ {2,}/g, ' ')
}

function sentenceLookingBack(doc: Document, a: Told): Range | null {
  const last = Math.max(...a.content.map((c) => c.end), a.cue?.end ?? 0)
  const from = indexAt(doc.sentences, last - 1) + 1
  for (const s of doc.sentences.slice(from, from + 3)) if (LOOKING_BACK.test(doc.text.slice(s.start, s.end))) return s
  return null
}

function cueWords(doc: Document, a: Told): string | null {
  return a.cue ? doc.text.slice(a.cue.start, a.cue.end) : null
}

/** The outlet or platform named beside the cue, outside what is said: "told the Courier", "carried by state media". */
function outletNear(doc: Document, clusters: Clusters, a: Told, range: Range): number | null {
  for (const [i, d] of clusters.drafts.entries()) {
    const e = clusters.of[i] as number
    if (
      e < 0 ||
      e === a.speaker ||
      d.start < range.start ||
      d.end > range.end ||
      a.content.some((c) => c.start <= d.start && d.end <= c.end)
    )
      continue
    if (a.source && d.start >= a.source.start && d.end <= a.source.end) continue
    const entity = clusters.entities[e]
    const isOutlet = entity?.fact
      ? codeOn(entity.fact, doc.article.published).sectors.includes('JRN')
      : /\b(?:media|newspaper|television|TV|radio|news agency|broadcaster|magazine|outlet)\b/i.test(
          doc.text.slice(d.start, d.end),
        )
    if (isOutlet && RELAY.test(doc.text.slice(Math.max(range.start, d.start - 60), d.start))) return e
  }
  return null
}
