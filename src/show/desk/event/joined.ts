import { html } from 'hono/html'
import type { ReportSummary } from '../../../record/index.ts'
import type { Html, PageContext } from '../view.ts'

const REASONS: Readonly<Record<string, string>> = {
  type: 'the kind of act',
  word: 'the word for it',
  words: 'the word for it',
  time: 'the day',
  place: 'the place',
  actors: 'who did it',
  recipients: 'to whom',
  wording: 'the wording of the sentence',
  story: 'the story round it',
  numbers: 'the numbers',
  counts: 'how much is known of it',
}

/** How a report came to be counted to its event: what speaks for it and what against it, the heaviest first, and who read it. */
export function howWeKnow(report: ReportSummary, { href }: PageContext): Html {
  return html`<details class="how"><summary>How do we know</summary><p>${joinedInWords(report.joined)} Read by <span class="code">${report.reader.split('+')[0]}</span> as <span class="code">${report.id}</span>. <a href="${href('/method')}">How well it reads</a></p></details>`
}

/** "time +3.2, place -0.5" as "Taken for this event by the day (3.2); against it speaks the place (0.5)." */
export function joinedInWords(joined: string): string {
  if (joined === 'first report') return 'This report is the first that the record has of this event.'
  const reasons = joined.split(', ').flatMap((reason) => {
    const [, name, weight] = /^(.+) ([+-]\d+(?:\.\d+)?)$/.exec(reason) ?? []
    return name && weight ? [{ name: REASONS[name] ?? name, weight: Number(weight) }] : []
  })
  if (reasons.length === 0) return `Taken for this event by ${joined}.`
  const told = (sign: 1 | -1) =>
    reasons
      .filter((r) => r.weight * sign > 0)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .map((r) => `${r.name} (${Math.abs(r.weight)})`)
      .join(', ')
  const [by, against] = [told(1), told(-1)]
  return `Taken for this event by ${by || 'nothing'}${against ? `; against it speak ${against}` : ''}.`
}
