import { z } from 'zod'
import { AppError } from '../../base/index.ts'
import type { Db } from '../schema.ts'
import { merge, split } from './correct.ts'
import { Coding, codeFinding, rejectFinding } from './findings.ts'
import type { Done, Judge } from './judge.ts'
import { noteMissing } from './missing.ts'
import { undo } from './undo.ts'

/** A way to judge: what it takes, how many words that are, and what it does with them. */
export type Act = {
  readonly takes: string
  readonly least: number
  readonly most: number
  readonly judge: (db: Db, given: readonly string[], who: Judge) => Promise<Done>
}

/** Every way to judge by its name: the command line and the forms of the desk are made from this table. */
export const ACTS = {
  merge: {
    takes: 'two ids',
    least: 2,
    most: 2,
    judge: (db, [from = '', into = ''], who) => merge(db, from, into, who),
  },
  split: {
    takes: 'an id and what to take out',
    least: 2,
    most: 1000,
    judge: (db, [subject = '', ...parts], who) => split(db, subject, parts, who),
  },
  reject: { takes: 'one id', least: 1, most: 1, judge: (db, [finding = ''], who) => rejectFinding(db, finding, who) },
  code: {
    takes: 'an id and NAME=VALUE',
    least: 2,
    most: 10,
    judge: (db, [finding = '', ...set], who) => codeFinding(db, finding, codingOf(set), who),
  },
  missing: {
    takes: 'an article, the first letter, the letter after the last, and what is missing there',
    least: 4,
    most: 4,
    judge: (db, [article = '', start = '', end = '', kind = ''], who) =>
      noteMissing(db, article, { start: Number(start), end: Number(end), kind }, who),
  },
  undo: { takes: 'one id', least: 1, most: 1, judge: (db, [judgement = ''], who) => undo(db, judgement, who) },
} satisfies Readonly<Record<string, Act>>

export type ActName = keyof typeof ACTS
export const ACT_NAMES = Object.keys(ACTS) as [ActName, ...ActName[]]

/** Judge by the name of the way and the words it takes; too few or too many are an AppError. */
export async function judgeBy(db: Db, name: ActName, given: readonly string[], who: Judge): Promise<Done> {
  const act: Act = ACTS[name]
  if (given.length < act.least || given.length > act.most)
    throw new AppError('correct.wrong-words', `${name} takes ${act.takes}`)
  return act.judge(db, given, who)
}

function codingOf(set: readonly string[]): z.infer<typeof Coding> {
  const pairs = set.map((one) => {
    const [, name, value] = /^(\w+)=(.+)$/s.exec(one) ?? []
    if (name === undefined || value === undefined)
      throw new AppError('correct.bad-coding', `"${one}" is not NAME=VALUE`)
    return [name, value] as const
  })
  const parsed = Coding.safeParse(Object.fromEntries(pairs))
  if (!parsed.success)
    throw new AppError(
      'correct.bad-coding',
      `it cannot be coded so: ${z.prettifyError(parsed.error).replace(/\s+/g, ' ')}`,
    )
  return parsed.data
}
