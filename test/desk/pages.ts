import { jsonOf, type OpenDesk } from './open-desk.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** Every page of the desk by name, with an address that shows something in the sample dossier. */
export async function samplePages(desk: OpenDesk): Promise<Readonly<Record<string, string>>> {
  const events = (await jsonOf(desk, '/events.json?limit=200')).rows as Row[]
  const most = events.reduce((a, b) => (Number(b.reports) > Number(a.reports) ? b : a))
  const { article } = most.evidence as { article: string }
  return {
    now: '/',
    events: '/events',
    event: `/event/${most.id}`,
    dyad: '/dyad/IRN/USA',
    actor: '/actor/IRN',
    article: `/article/${article}`,
    statements: '/statements',
    disputes: '/disputes',
    'words-and-deeds': '/words-and-deeds',
    map: '/map',
    network: '/network',
    sources: '/sources',
    search: '/search?words=strike',
    same: `/same/${(most.actors as Row[])[0]?.id ?? most.id}`,
    'same-event': `/same/${most.id}`,
    changes: '/changes',
    relations: '/relations',
    method: '/method',
  }
}
