import { isReadonly } from '../open.ts'
import type { Db } from '../schema.ts'
import { versionOfData } from '../sqlite.ts'

type Kept = { readonly version: number; readonly answers: Map<string, Promise<unknown>> }

const MOST = 24
const kept = new WeakMap<Db, Kept>()

/**
 * What was worked out before for the same question, until anybody writes into the file; only of a record that is open for reading
 * alone, whose own connection changes nothing. For what many pages have in common: the days there are, the pairs of the last months.
 */
export async function remembered<T>(db: Db, question: readonly unknown[], answer: () => Promise<T>): Promise<T> {
  if (!isReadonly(db)) return answer()
  const version = await versionOfData(db)
  let own = kept.get(db)
  if (own?.version !== version) {
    own = { version, answers: new Map() }
    kept.set(db, own)
  }
  const { answers } = own
  const name = JSON.stringify(question)
  const known = answers.get(name)
  if (known) return known as Promise<T>
  const made = answer()
  if (answers.size >= MOST) answers.delete(answers.keys().next().value ?? '')
  answers.set(name, made)
  // A failure is not kept.
  made.catch(() => answers.delete(name))
  return made
}
