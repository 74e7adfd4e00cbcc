import type { Db, ReportRow } from '../schema.ts'

/** By which channel a report was said, and the words that name who said it: "two militia sources". */
export type SaidHow = { readonly channel: string; readonly source: string | null; readonly anonymous: boolean }

type Said = Pick<ReportRow, 'key' | 'article' | 'reading' | 'said_by'>

/** How each of these reports was said, by its number; what an outlet says in its own words has no entry. */
export async function saidHow(db: Db, reports: readonly Said[]): Promise<Map<number, SaidHow>> {
  const said = reports.filter((r) => r.said_by !== '')
  const articles = [...new Set(said.map((r) => r.article))]
  const statements = new Map<string, SaidHow>()
  for (let at = 0; at < articles.length; at += 200) {
    const rows = await db
      .selectFrom('statement')
      .select(['reading', 'local', 'channel', 'source', 'anonymous'])
      .where('article', 'in', articles.slice(at, at + 200))
      .execute()
    for (const { reading, local, channel, source, anonymous } of rows)
      statements.set(`${reading} ${local}`, { channel, source, anonymous: anonymous === 1 })
  }
  return new Map(
    said.flatMap((r) => {
      const found = statements.get(`${r.reading} ${r.said_by.split(' ')[0]}`)
      return found ? [[r.key, found] as const] : []
    }),
  )
}

const PRONOUN = /^(?:he|she|it|they|we|you|i|who|which|that|this|these|those|one|some|others?)$/i

/** What to call an origin without a name: by the words of the text where it has them. */
export function unnamedBy(origin: string, how: SaidHow | undefined): string | null {
  if (!origin.startsWith('u:') || !how?.source) return null
  const words = (how.source.split(/,|;| who | which /)[0] ?? '').replace(/\s+/g, ' ').trim()
  if (words === '' || PRONOUN.test(words)) return null
  return words.length > 60 ? `${words.slice(0, 58).replace(/\s\S*$/, '')} …` : words
}
