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
  ['interview', /\b(?:told me\b|interviews?(?: with| on| published| aired| broadcast)?|interviewed)\b/i],
  [
    'press',
    /\b(?:(?:news|press) (?:conferences?|briefings?|releases?|statement)|(?:told|speaking to|spoke to|addressing) (?:(?:the same |the |a group of |assembled )?(?:reporters|journalists)|the (?:press|media)|a briefing)|(?:a )?briefing|(?:in|issued|released) (?:a|the|his|her|their|its|one|another) (?:\w+ ){0,2}statement|statement (?:issued|released|on|to)|(?:the|a|its|his|her|their|\w+[’']s) (?:\w+ )?statement (?:said|says|read|reads|added)|through (?:a|an|his|her|their|its) (?:\w+ )?(?:spokes\w+|lawyers?|attorneys?|representatives?))\b/i,
  ],
  [
    'speech',
    /\b(?:sermons?|Friday prayers|prayer leader|(?:in|during|delivered?|gave|giving) (?:a|an|the|his|her) (?:\w+ ){0,3}(?:speech|address|remarks)|speeches|speech|(?:campaign |election )?rall(?:y|ies)|(?:speaking|spoke) to (?:a|an|the|his|her|thousands of|hundreds of) (?:[\w.]+ ){0,2}(?:crowds?|mourners|supporters|worshippers|troops|soldiers|gathering|rally|congregation)|chant(?:ed|ing)|shouted|led (?:the )?Friday prayers|told (?:parliament|congress|lawmakers|MPs|supporters|mourners|worshippers|delegates|thousands|hundreds|tens of thousands|(?:his|her|their) (?:cabinet|ministers|listeners|supporters|followers|troops|soldiers|audience|party)|the (?:nation|country|cabinet|chamber|crowds|mourners|worshippers|soldiers|troops)|(?:a|an|the) (?:[\w.]+ ){0,2}(?:house|senate|commons|assembly|council|conference|audience|crowd|committee|hearing|forum|summit|meeting|gathering|court|congregation|convention))|addressing|town hall|keynote|(?:in|at|during) (?:a|an|the|his|her|\w+[’']s) (?:[\w’'-]+ ){0,3}(?:debate|hearing|testimony|remarks|panel)|testified)\b/i,
  ],
  [
    'broadcast',
    /\b(?:(?:state|national|local|public|Iranian|Syrian|Iraqi|Russian) (?:television|TV|radio)|televised|on (?:television|TV|(?:the )?radio|air)|broadcasters?|talk show|(?:video|audio|recorded) (?:message|statement|address|recording|clip)|(?:in|on) (?:a|an|the|this|\w+[’']s) (?:\w+[’']s )?(?:\w+ )?(?:broadcast|video)(?! \w+)|(?:Radio|TV|Television|News) (?:\d|show|programme|program)|programme|(?:Sunday|Meet) [\w ]*Press|on (?:CBS|CNN|NBC|ABC|MSNBC|Fox News|BBC|Sky News|Al Jazeera))\b/i,
  ],
  [
    'document',
    /\b(?:(?:in|according to|published|released) (?:a|an|the|its|his|her|their) (?:\w+ ){0,3}(?:report|letter|memo|study|survey|book|op-ed|article|editorial|essay|filing|indictment|complaint|resolution|email|document|memoir|transcript|poll)|the (?:report|letter|memo|email)|(?:in|by|via|through|sent|wrote) (?:(?:a|an|the|his|her|their|its) )?(?:\w+ ){0,2}(?:e-?mails?|letters?)|documents?|court papers)\b(?! (?:probe|scandal|server|case|investigation|controversy))/i,
  ],
  ['document', /\bwrote in\b/i],
]

// Another sentence says how it went out: "That statement was delivered as …".
const LOOKING_BACK =
  /^(?:That|This|The|Those|These|His|Her|Their) (?:statements?|comments?|remarks?|words|speech|warning|message|tweets?|posts?|address|announcement)\b/
const REPORTERS = /\btold (reporters|journalists|the press)\b/i
const RELAY =
  /\b(?:carried|confirmed|publici[sz]ed|quoted|cited|broadcast|aired|published|reported|relayed|distributed|shown) (?:by|on|in|via)\b|\b(?:according to|told|via|quot(?:ed|ing)|cit(?:ed|ing)|interview (?:with|to|on))\b/i

/** Through what a statement went out: its kind, the words that say so, and the outlet or platform it went through. */
export function channelOf(
  doc: Document,
  clusters: Clusters,
  a: Told,
  id: (entity: number) => string | null,
  holder: Range | null = null,
): Channel {
  if (a.byAuthor) return { kind: 'social', text: null, through: null }
  const own = ownClause(doc, a, inside(surroundings(doc, a), holder))
  const via = outletNear(doc, clusters, a, own)
  const through = via && id(via.entity)
  for (const range of [own, holder ? null : sentenceLookingBack(doc, a)]) {
    if (!range) continue
    const words = outsideContent(doc, a, range)
    for (const [kind, pattern] of KINDS) {
      const match = pattern.exec(words)
      if (!match) continue
      const text = match[0].trim()
      return {
        kind: REPORTERS.test(words) && kind !== 'interview' && kind !== 'social' ? 'press' : kind,
        text: via?.text.startsWith(text) ? via.text : text,
        through,
      }
    }
  }
  if (via) return { kind: 'outlet', text: via.text, through }
  const told = TOLD_OUTLET.exec(outsideContent(doc, a, own))?.[0]
  return told ? { kind: 'outlet', text: told, through: null } : { kind: 'unknown', text: null, through: null }
}

/** Told to the outlet itself, which is seldom a party to its own article: "told the Ledger by telephone". */
const TOLD_OUTLET =
  /\b(?:told|speaking to|spoke to|spoke with) (?:the )?(?:\p{Lu}[\p{L}.]+ ){0,3}(?:Times|Post|Herald|Tribune|News|Gazette|Daily|Chronicle|Journal|Courier|Observer|Telegraph|Globe|Weekly|Broadcasting|Ledger|Lantern|Dispatch|Star|Sun|Mirror|Mail|Guardian|Independent|Examiner|Inquirer|Bulletin|Register|Sentinel|Standard|Express|Monitor|Reuters|AP|AFP|CNN|BBC|NBC|CBS|ABC|NPR|Bloomberg|Politico|Axios)\b(?! \p{Lu})/u

/** A stretch without the clauses before and behind that tell of something else: "While the two traded insults on Twitter, experts warned …". */
function ownClause(doc: Document, a: Told, range: Range): Range {
  const from = Math.min(...[a.source?.start, a.cue?.start].flatMap((x) => x ?? []), range.end)
  const until = Math.max(a.source?.end ?? 0, a.cue?.end ?? 0, range.start)
  const before = ASIDE_BEFORE.exec(doc.text.slice(range.start, Math.max(range.start, from)))
  const behind = ASIDE_BEHIND.exec(doc.text.slice(until, range.end))
  return { start: range.start + (before?.[0].length ?? 0), end: behind ? until + behind.index : range.end }
}

const ASIDE_BEFORE =
  /^["“]?(?:While|When|After|As|Although|Though|Before|Since|Because|If|Even as|Days after|Hours after)\b.*,\s$|.*, (?:\w+ ){1,2}(?:days?|hours?|weeks?|months?) (?:after|before) (?:.*\s)?$/s
const ASIDE_BEHIND = /,? (?:even as|hours after|days after)\b|, (?:as|while|after|when|although|though|which|whose)\b/

/** What of a stretch lies in another one: how the outer saying went out tells nothing of the saying inside it. */
const inside = (range: Range, holder: Range | null): Range =>
  holder ? { start: Math.max(range.start, holder.start), end: Math.min(range.end, holder.end) } : range

/** The sentence or sentences that hold source and cue. */
function surroundings(doc: Document, a: Told): Range {
  const at = a.cue ?? a.source ?? (a.content[0] as Range)
  const first = doc.sentences[indexAt(doc.sentences, Math.min(at.start, a.source?.start ?? at.start))]
  const last = doc.sentences[indexAt(doc.sentences, at.end)]
  const [start, end] = [first?.start ?? at.start, last?.end ?? at.end]
  return { start: Math.max(start, at.start - REACH), end: Math.min(end, at.end + REACH) }
}

/** How far from source and cue words can tell of them, in a sentence without an end. */
const REACH = 1000

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

const OUTLET =
  /\b(?:media|newspaper|television|TV|radio|news agency|(?:semi-official|official|state-run|state) (?:\S+ )?agency|broadcaster|magazine|outlet)\b/i
const OUTLET_NAME =
  /\p{Lu}\S+ (?:Times|Post|Herald|Tribune|News|Gazette|Daily|Chronicle|Journal|Courier|Observer|Telegraph|Press|Globe|Weekly|Broadcasting)\b/u

/** The outlet or platform named beside the cue, outside what is said: "told the Courier", "carried by state media". */
function outletNear(
  doc: Document,
  clusters: Clusters,
  a: Told,
  range: Range,
): { readonly entity: number; readonly text: string } | null {
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
      : OUTLET.test(doc.text.slice(d.start, d.end)) || OUTLET_NAME.test(doc.text.slice(d.start, d.end))
    const from = Math.max(range.start, d.start - 60)
    const relay = isOutlet ? RELAY.exec(doc.text.slice(from, d.start)) : null
    if (relay) return { entity: e, text: doc.text.slice(from + relay.index, d.end) }
  }
  return null
}
