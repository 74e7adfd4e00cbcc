import { AppError } from '../../base/index.ts'
import { writeEvents } from '../event-versions.ts'
import { idOf } from '../ids.ts'
import type { Kept } from '../join/join.ts'
import { rebuildAll, settleEnds } from '../reread.ts'
import type { Db } from '../schema.ts'
import { recountTies, tiesChangedBy } from '../ties.ts'
import { inRevision } from '../transaction.ts'
import type { Work } from '../work.ts'

/** Who judges, when, and why. */
export type Judge = { readonly by: string; readonly at: string; readonly note?: string | undefined }

/** What a judgement did; `made` is the id of the actor or event that it brought about, if any. */
export type Done = { readonly judgement: string; readonly what: string; readonly made: string | null }

type Ruling = { readonly kind: string; readonly subject: string; readonly detail: unknown; readonly undoes?: number }
/** What a judgement touches: events to be drawn anew, and what takes the place of one that is emptied. */
export type Effect = {
  readonly what: string
  readonly events: readonly number[]
  readonly heir?: number | null
  readonly made?: string
}

/** Record a judgement and let it take effect, as one revision. */
export async function judge(
  db: Db,
  judge: Judge,
  ruling: Ruling,
  effect: (work: Work, id: number) => Promise<Effect>,
): Promise<Done> {
  if (judge.by.trim() === '')
    throw new AppError('correct.unsigned', 'a judgement must be signed. Say who you are with --by NAME')
  return inRevision(db, { at: judge.at, kind: ruling.kind, by: judge.by, note: judge.note ?? null }, async (work) => {
    const id = await work.keys('judgement', 1)
    const public_id = idOf('j', ruling.kind, ruling.subject, work.rev)
    const row = {
      id,
      public_id,
      kind: ruling.kind,
      subject: ruling.subject,
      detail: JSON.stringify(ruling.detail),
      by: judge.by,
      note: judge.note ?? null,
      undoes: ruling.undoes ?? null,
      rev: work.rev,
    }
    await work.tx.insertInto('judgement').values(row).execute()
    const { what, events, heir, made } = await effect(work, id)
    await redraw(work, events, heir ?? null)
    await recountTies(work.tx, await tiesChangedBy(work))
    return { judgement: public_id, what, made: made ?? null }
  })
}

async function redraw(work: Work, events: readonly number[], heir: number | null): Promise<void> {
  const kept: Kept = new Map()
  const touched = await rebuildAll(work, kept, events)
  await writeEvents(work, touched)
  await settleEnds(work, touched, 'a judgement', (event) => (event === heir ? null : heir))
}
