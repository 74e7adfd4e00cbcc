import type { Kysely } from 'kysely'
import { first } from './migrations/001-first.ts'

/** What brings a record from one schema to the next. They only go forward; one that has been released is never changed. */
export const MIGRATIONS: readonly ((db: Kysely<unknown>) => Promise<void>)[] = [first]
