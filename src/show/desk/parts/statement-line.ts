import { html } from 'hono/html'
import type { ToldStatement } from '../../../record/index.ts'
import type { Html, PageContext } from '../view.ts'
import { carrierInWords, channelInWords } from './channels.ts'
import { actorLink, marksRound, sentence } from './lines.ts'
import { litWords } from './lit-words.ts'
import { quadMark } from './marks.ts'
import { calledThe } from './names.ts'
import { dateInWords } from './words.ts'

const FORMS: Readonly<Record<string, string>> = {
  direct: 'word for word',
  indirect: 'in the outlet’s words',
  mixed: 'partly word for word',
}
/** What a statement is called that holds such an event, where the words are the act. */
const ACTS: Readonly<Record<string, string>> = {
  THREATEN: 'a threat',
  AGREE: 'a promise or agreement',
  REQUEST: 'a demand',
  REJECT: 'a denial or refusal',
  ACCUSE: 'an accusation',
  SUPPORT: 'support',
  CONSULT: 'talks',
  CONCEDE: 'a concession',
}

const DEEDS: Readonly<Record<string, string>> = {
  COOPERATE: 'joint work',
  AID: 'aid',
  RETREAT: 'a retreat',
  PROTEST: 'a protest',
  SANCTION: 'a penalty',
  MOBILIZE: 'forces moved',
  COERCE: 'coercion',
  ASSAULT: 'an attack',
}
const PEOPLE: Readonly<Record<string, string>> = { one: 'one person', several: 'several people' }

/** A statement: who says it and how, what kind of saying it is, its sentence with its parts lit, whom it is about, when and by which channel. */
export function statementLine(statement: ToldStatement, page: PageContext, { withDay = true, words = '' } = {}): Html {
  const { speaker, source, cue, through, anonymous } = statement
  const who = speaker
    ? actorLink(speaker, page)
    : html`<span class="nobody">${source ?? (anonymous ? 'an unnamed source' : 'nobody named')}</span>`
  return html`<article class="statement${anonymous ? ' unnamed' : ''}">
  <h3>${who} ${cue ? html`<span class="cue">${cue}</span>` : ''}${through ? html` through ${actorLink(through, page)}` : ''}${kindsOf(statement)}</h3>
  ${wholeSentence(statement, page, words)}
  <p class="facts">${factsOf(statement, withDay)}${aboutWhom(statement, page)}</p>
</article>`
}

/** What kind of saying it is; of deeds it tells of, that it tells of them. */
function kindsOf({ tells }: ToldStatement): Html {
  const said = tells.filter(({ type }) => type in ACTS).slice(0, 3)
  return html`${said.map(({ type, quadClass }) => html` <span class="kind">${quadMark(quadClass)} ${ACTS[type]} <span class="code">${type}</span></span>`)}`
}

function factsOf(statement: ToldStatement, withDay: boolean): string {
  const { day, channelText, channel, form, anonymous, number, affiliation, reason, tells, evidence } = statement
  const how = [
    channelText ? carrierInWords(channelText) : channel === 'unknown' ? '' : channelInWords(channel),
    FORMS[form] ?? form,
  ]
  const deeds = tells.filter(({ type }) => !(type in ACTS)).map(({ type }) => DEEDS[type] ?? type)
  const from = [evidence?.outlet, evidence?.published ? dateInWords(evidence.published) : ''].filter(Boolean).join(', ')
  return [
    from || (withDay ? (day ? dateInWords(day) : 'no date') : ''),
    how.filter(Boolean).join(', '),
    anonymous ? ['not named', PEOPLE[number ?? ''], affiliation].filter(Boolean).join(', ') : 'named',
    reason ?? '',
    deeds.length > 0 ? `tells of ${deeds.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function aboutWhom({ about }: ToldStatement, { href }: PageContext): Html {
  const told = about.slice(0, 4)
  if (told.length === 0) return html``
  const rest = about.length - told.length
  return html` · about ${told.map((a, i) => html`${i > 0 ? ', ' : ''}<a href="${href(`/actor/${a.id}`)}">${calledThe(a.name)}</a>`)}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** The sentence it stands in: who speaks, the word for it and what is said are lit; the words of a search too. */
function wholeSentence({ sentence: whole, lit, evidence }: ToldStatement, page: PageContext, words: string): Html {
  if (!whole || !evidence) return sentence(evidence, page, words)
  const letters = (from: number, to: number): Html =>
    litWords(whole.text.slice(from - whole.start, to - whole.start).replace(/\s+/g, ' '), words)
  const pieces: Html[] = []
  let at = whole.start
  for (const { start, end, role } of lit) {
    pieces.push(html`${letters(at, start)}<span class="said-${role}">${letters(start, end)}</span>`)
    at = end
  }
  pieces.push(letters(at, whole.end))
  const [open, close] = marksRound(whole.text)
  return html`<blockquote class="sentence whole"><a href="${page.href(`/article/${evidence.article}`, { at: evidence.start })}#at">${lit.length > 0 && /["“”]/.test(whole.text) ? '' : open}${pieces}${lit.length > 0 && /["“”]/.test(whole.text) ? '' : close}</a></blockquote>`
}
