import { sql } from 'kysely'
import { outletKey } from '../articles.ts'
import type { Db } from '../schema.ts'
import { holdsWords } from '../sqlite.ts'
import { findActor, type Who } from './actors.ts'
import { alive, mergePages, type Page, type Paging, placeOf, revisionAt, sizeOf } from './common.ts'
import { statementsBy } from './tell-statements.ts'
import { type ToldStatement, tellWhole } from './told-statements.ts'

export type StatementsQuery = Paging & {
  readonly speaker?: Who | undefined
  /** The same as `speaker`, under the name the filter of the desk has for it. */
  readonly saidBy?: string | undefined
  readonly about?: string | undefined
  readonly channel?: string | undefined
  readonly anonymous?: boolean | undefined
  readonly outlet?: string | undefined
  /** Only statements that hold an event of this type: THREATEN, REJECT … */
  readonly type?: string | undefined
  readonly quadClass?: number | undefined
  /** How that event stands to the world, or any event where no type is given. */
  readonly status?: string | undefined
  readonly dossier?: string | undefined
  readonly words?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Who said what, in the order of the days it was published. */
export async function listStatements(db: Db, query: StatementsQuery): Promise<Page<ToldStatement>> {
  const rev = await revisionAt(db, query.asOf)
  const limit = sizeOf(query)
  const asked = query.speaker ?? query.saidBy
  const speaker = asked ? await findActor(db, asked, rev) : undefined
  const about = query.about ? (await findActor(db, query.about, rev)).keys : undefined
  const rare = query.outlet !== undefined && !speaker && !about && (await isRare(db, outletKey(query.outlet)))
  const narrow: Narrow[] = speaker
    ? speaker.keys.map((key) => ({ key, about }))
    : about
      ? about.map((key) => ({ along: key }))
      : [{ rare }]
  const lists = await Promise.all(narrow.map((one) => spots(db, query, one, rev, limit + 1)))
  const page = mergePages(lists, limit)
  const rows = await statementsBy(
    db,
    page.rows.map((r) => r.key),
  )
  return { rows: await tellWhole(db, rows, rev), next: page.next }
}

/** What the statements are found by: who speaks, whom they are about, the articles of an outlet that has few, or else their days. */
type Narrow = {
  readonly key?: string
  readonly about?: readonly string[] | undefined
  readonly along?: string
  readonly rare?: boolean
}

const FEW = 4000

/** True where an outlet has so few statements that they are found soonest by its articles. */
async function isRare(db: Db, outlet: string): Promise<boolean> {
  const row = await db
    .selectFrom('source_total')
    .select('statements')
    .where('kind', '=', 'outlet')
    .where('source', '=', outlet)
    .where('rev_until', 'is', null)
    .executeTakeFirst()
  return (row?.statements ?? 0) < FEW
}

async function spots(
  db: Db,
  query: StatementsQuery,
  { key, about, along, rare }: Narrow,
  rev: number | null,
  limit: number,
) {
  let found = along === undefined ? plain(db) : spotsAbout(db, along)
  found = found.where(alive('statement', rev))
  if (key !== undefined)
    found = /^\d+$/.test(key) ? found.where('speaker', '=', Number(key)) : found.where('speaker_country', '=', key)
  if (query.channel) found = found.where('channel', '=', query.channel)
  if (query.anonymous !== undefined) found = found.where('anonymous', '=', query.anonymous ? 1 : 0)
  const day = (along === undefined ? 'statement.day' : 'about.day') as 'statement.day'
  if (query.from) found = found.where(day, '>=', query.from)
  if (query.until) found = found.where(day, '<', query.until)
  if (about)
    found = found.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('statement_about')
          .select('party')
          .whereRef('statement_about.statement', '=', 'statement.key')
          .where('party', 'in', about),
      ),
    )
  if (query.outlet) {
    const outlet = outletKey(query.outlet)
    found = rare
      ? found.where('statement.article', 'in', db.selectFrom('article').select('id').where('outlet_key', '=', outlet))
      : found.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('article')
              .select('article.id')
              .whereRef('article.id', '=', 'statement.article')
              .where('outlet_key', '=', outlet),
          ),
        )
  }
  if (query.dossier) {
    const dossier = query.dossier
    found = found.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('article_dossier')
          .innerJoin('dossier', 'dossier.id', 'article_dossier.dossier')
          .select('article_dossier.article')
          .whereRef('article_dossier.article', '=', 'statement.article')
          .where('dossier.name', '=', dossier),
      ),
    )
  }
  found = holding(found, query, rev)
  if (query.words) {
    const docs = db
      .selectFrom('search_doc')
      .select('ref')
      .where('kind', '=', 'statement')
      .where(holdsWords(query.words, 'search_doc.id'))
    found = found.where('statement.key', 'in', docs)
  }
  const after = placeOf(query.cursor)
  if (after)
    found = found.where((eb) =>
      eb.and([eb(day, '>=', after.day), eb.or([eb(day, '>', after.day), eb('statement.key', '>', after.key)])]),
    )
  const ordered = along === undefined ? ['statement.day', 'statement.key'] : ['about.day', 'about.statement']
  return found
    .orderBy(ordered[0] as 'statement.day')
    .orderBy(ordered[1] as 'statement.key')
    .limit(limit)
    .execute()
}

/** Statements by whom they are about, in the order of the index that files them so. */
function spotsAbout(db: Db, party: string): ReturnType<typeof plain> {
  const found = db
    .selectFrom('statement_about as about')
    .innerJoin('statement', 'statement.key', 'about.statement')
    .select(['statement.day', 'statement.key'])
    .where('about.party', '=', party)
  return found as unknown as ReturnType<typeof plain>
}

/** Only statements that tell of such an event: within what is said, or by the word it is said with ("threatened to …"). */
function holding<Q>(given: Q, { type, quadClass, status }: StatementsQuery, rev: number | null): Q {
  if (!type && !quadClass && !status) return given
  // Kysely's builders of different queries differ in type, yet share these columns.
  const query = given as unknown as ReturnType<typeof plain>
  const found = query.where(({ exists, selectFrom }) => {
    let reports = selectFrom('report')
      .select('report.key')
      .whereRef('report.article', '=', 'statement.article')
      .whereRef('report.reading', '=', 'statement.reading')
      .where(alive('report', rev) as never)
      .where((eb) =>
        eb.or([
          eb.and([
            eb('report.trigger_start', '>=', eb.ref('statement.start')),
            eb('report.trigger_end', '<=', eb.ref('statement.end')),
          ]),
          eb.and([
            eb('report.sentence_start', '<=', eb.ref('statement.start')),
            eb('report.sentence_end', '>', eb.ref('statement.start')),
            eb('statement.cue', 'like', sql<string>`'%' || ${eb.ref('report.trigger')} || '%'`),
          ]),
        ]),
      )
    if (type) reports = reports.where('report.type', '=', type)
    if (quadClass) reports = reports.where('report.quad', '=', quadClass)
    if (status) reports = reports.where('report.status', '=', status)
    return exists(reports)
  })
  return found as unknown as Q
}

const plain = (db: Db) => db.selectFrom('statement').select(['statement.day', 'statement.key'])
