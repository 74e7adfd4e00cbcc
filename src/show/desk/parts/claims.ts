import { html } from 'hono/html'
import { countryName } from '../../../codebook/index.ts'
import type { EventAnswer } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import type { Html, PageContext } from '../view.ts'
import { sentence } from './lines.ts'
import { calledThe } from './names.ts'
import { aboutInWords, dayInWords } from './words.ts'

export type Claims = EventAnswer['disputes'][number]
type Claim = Claims['claims'][number]

/** One claim in words: "6 killed", "nobody killed", "it did not happen", "Iran did it". */
export function claimInWords(about: string, { claim, who }: Pick<Claim, 'claim' | 'who'>): string {
  if (about === 'killed' || about === 'injured') {
    const [low = 0, high = low] = claim.split('-').map(Number)
    if (high === 0) return `nobody ${about}`
    return `${low === high ? low.toLocaleString('en-US') : `${low.toLocaleString('en-US')} to ${high.toLocaleString('en-US')}`} ${about}`
  }
  if (about === 'status')
    return claim === 'happened'
      ? 'it happened'
      : claim === 'denied'
        ? 'it did not happen'
        : claim === 'alleged'
          ? 'it is alleged'
          : claim
  if (about === 'day') return dayInWords(claim)
  if (about === 'actor') return `${who.map((a) => calledThe(a.name)).join(' and ') || claim} did it`
  return about === 'place' ? claim.replace(/, ([A-Z]{3})$/, (_, code: string) => `, ${countryName(code)}`) : claim
}

/** The claims of a dispute side by side, each with who makes it and the sentences. */
export function claimsSideBySide({ about, claims }: Claims, page: PageContext): Html {
  return html`<section class="dispute"><p class="about">On ${aboutInWords(about)}:</p>
<ul class="claims">${claims.map((claim) => html`<li><p class="claim-words">${claimInWords(about, claim)}</p><p class="claimants">${claimants(claim)}</p>${sentences(claim, page)}</li>`)}</ul></section>`
}

/** The first sentence in sight, the others folded; a sentence that several rest on stands once. */
function sentences({ voices }: Claim, page: PageContext): Html {
  const same = new Map<string, Voice[]>()
  for (const voice of voices) {
    const place = `${voice.evidence?.article} ${voice.evidence?.start}`
    same.set(place, [...(same.get(place) ?? []), voice])
  }
  const [first, ...others] = [...same.values()].map((own) => voiceOf(own, page))
  return html`${first ?? ''}${others.length > 0 ? html`<details class="more-voices"><summary>${others.length === 1 ? 'Another sentence' : `${others.length} more sentences`}</summary>${others}</details>` : ''}`
}

function voiceOf(voices: readonly Voice[], page: PageContext): Html {
  const evidence = voices[0]?.evidence ?? null
  const names = voices.filter((v) => v.name !== evidence?.outlet).map((v) => voiceName(v, page))
  return html`<div class="voice">${sentence(evidence, page)}${names.length > 0 ? html`<p class="quiet">said by ${names.map((name, i) => html`${i > 0 ? ', ' : ''}${name}`)}</p>` : ''}</div>`
}

function claimants({ origins, reports }: Claim): string {
  const told = origins.slice(0, 4)
  const rest = origins.length - told.length
  const names = rest > 0 ? `${told.join(', ')} and ${rest} more` : listed(told)
  return [names && `say${origins.length === 1 ? 's' : ''} ${names}`, reports > 0 ? counted(reports, 'report') : '']
    .filter(Boolean)
    .join(' · ')
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

type Voice = Claim['voices'][number]

function voiceName({ name, actor }: Voice, { href }: PageContext): Html {
  return actor ? html`<a href="${href(`/actor/${actor.id}`)}">${name}</a>` : html`${name}`
}
