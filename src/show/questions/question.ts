import type { z } from 'zod'
import type { Db } from '../../record/index.ts'

type Cell = string | number | null
/** Rows as CSV and tables of data hold them: one value a cell. */
export type FlatRow = Readonly<Record<string, Cell>>

/** A table a person reads: what its columns are called, and lines under a row where one wants saying more. */
export type Section = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly cells: readonly string[]
    readonly under?: readonly string[]
    readonly quadClass?: number
  }[]
  /** What stands here where there is no row. */
  readonly empty: string
}

/** A question before its types are set aside. */
type Asked<S extends z.ZodObject, A> = {
  readonly name: string
  /** One sentence for help, docs, the API and the desk. */
  readonly help: string
  /** The fields that may be given without their name, in order. */
  readonly args: readonly string[]
  readonly input: S
  readonly example: string
  readonly answer: (db: Db, input: z.infer<S>) => Promise<A>
  /** The answer in words and tables, for a terminal or a page. */
  readonly sections: (answer: A) => readonly Section[]
  /** The answer's main rows, flat, for CSV. */
  readonly rows: (answer: A) => readonly FlatRow[]
  readonly next: (answer: A) => string | null
}

/** A question as every door uses it: CLI, API, desk and docs are made from this object. */
export type Question = Omit<Asked<z.ZodObject, unknown>, 'answer' | 'sections' | 'rows' | 'next'> & {
  /** Answers from input that `input` has parsed. */
  readonly answer: (
    db: Db,
    input: unknown,
  ) => Promise<{
    readonly value: unknown
    readonly sections: () => readonly Section[]
    readonly rows: () => readonly FlatRow[]
    readonly next: string | null
  }>
}

/** Make a question; its own types end here, so that all questions can stand in one list. */
export function question<S extends z.ZodObject, A>(asked: Asked<S, A>): Question {
  const { name, help, args, input, example } = asked
  return {
    name,
    help,
    args,
    input,
    example,
    answer: async (db, given) => {
      const value = await asked.answer(db, given as z.infer<S>)
      return { value, sections: () => asked.sections(value), rows: () => asked.rows(value), next: asked.next(value) }
    },
  }
}
