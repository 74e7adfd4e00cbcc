import { html } from 'hono/html'
import type { EventAnswer, EventSummary, Named, ReportSummary } from '../../../record/index.ts'
import { counted } from '../../questions/words.ts'
import { channelInWords } from '../parts/channels.ts'
import { codeLists, recodeForm, wrongButton } from '../parts/judge-forms.ts'
import { litLegend, litSentence } from '../parts/lit.ts'
import { takeOutButton } from '../parts/same-forms.ts'
import { pager } from '../parts/tables.ts'
import { dayInWords } from '../parts/words.ts'
import type { Html, PageContext } from '../view.ts'
import { howWeKnow } from './joined.ts'

/** The reports of an event side by side: one card an article, its sentences with the words lit that carry the event. */
export function reportCards({ event, reports }: EventAnswer, page: PageContext): Html {
  const articles = grouped(reports, (r) => r.evidence?.article ?? '').sort((a, b) =>
    publishedOf(a) < publishedOf(b) ? -1 : publishedOf(a) > publishedOf(b) ? 1 : 0,
  )
  const title =
    reports.length < event.reports
      ? `${reports.length} of ${counted(event.reports, 'report')}, side by side`
      : `${event.reports === 1 ? 'The one report' : `The ${event.reports} reports, side by side`}`
  return html`<section class="reports"><h2>${title}</h2>${litLegend(event.quadClass)}
<p class="quiet lit-legend">A report that is read wrong is taken out with “Wrong” or coded anew with “Correct”${event.reports > 1 ? '; one that tells of something else becomes an event of its own with “Not this event”' : ''}. Each can be undone on the page that follows.</p><div class="report-cards${articles.length === 1 ? ' single' : ''}">${articles.map((own) => articleCard(own, event, page))}</div>${codeLists()}${pager(page)}</section>`
}

function publishedOf(reports: readonly ReportSummary[]): string {
  return reports[0]?.evidence?.published ?? '9'
}

function articleCard(reports: readonly ReportSummary[], event: EventSummary, page: PageContext): Html {
  const evidence = reports[0]?.evidence
  if (!evidence) return html``
  const sentences = grouped(reports, (r) => String(r.evidence?.start)).sort(
    (a, b) => (a[0]?.evidence?.start ?? 0) - (b[0]?.evidence?.start ?? 0),
  )
  return html`<article class="report-card"><h3>${evidence.outlet ?? 'No outlet given'} <span class="quiet">${evidence.published ? dayInWords(evidence.published) : 'no date given'}</span></h3>
<p class="report-title"><a href="${page.href(`/article/${evidence.article}`)}">${evidence.title ?? 'Without a title'}</a></p>
${sentences.map((own) => html`<div class="report">${litSentence(own, page)}${own.map((r) => reportFacts(r, event, page))}</div>`)}</article>`
}

function reportFacts(report: ReportSummary, event: EventSummary, page: PageContext): Html {
  const { actors, recipients, type, mode, status, trigger, time, place, killed, injured, headline } = report
  const facts = [
    status,
    headline ? 'in the headline' : '',
    time ?? '',
    place ?? '',
    killed ? `${range(killed)} killed` : '',
    injured ? `${range(injured)} injured` : '',
    saidBy(report),
  ].filter(Boolean)
  const what = `“${trigger}” as ${type}`
  return html`<div class="report-facts"><p class="facts"><span class="who-whom"><b>${trigger}</b>: ${names(actors, 'somebody')} → ${names(recipients, '…')}</span> <span class="code">${mode ? `${type} ${mode}` : type}</span> · ${facts.join(' · ')}</p><div class="judging">${wrongButton(report.id, what, page)}${recodeForm(report.id, { type, status, what }, page)}${event.reports > 1 ? takeOutButton(event.id, report.id, what, page) : ''}${howWeKnow(report, page)}</div></div>`
}

function names(actors: readonly Named[], nobody: string): string {
  return actors.map((a) => a.name).join(', ') || nobody
}

function range([low, high]: readonly [number, number]): string {
  return high === 0 ? 'none' : low === high ? String(low) : `${low} to ${high}`
}

function saidBy({ said, originName, origin, evidence }: ReportSummary): string {
  if (originName === evidence?.outlet) return 'in the outlet’s own words'
  if (!said) return origin.startsWith('s:') ? `by the words of ${originName}` : 'in the outlet’s own words'
  const how = said.channel === 'unknown' ? '' : ` ${channelInWords(said.channel)}`
  return `${said.anonymous ? 'unnamed: ' : 'says '}${originName}${how}`
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()]
}
