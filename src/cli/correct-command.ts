import { z } from 'zod'
import {
  Coding,
  codeFinding,
  type Db,
  type Done,
  type Judge,
  merge,
  noteMissing,
  openRecord,
  rejectFinding,
  split,
  undo,
} from '../record/index.ts'
import type { Options, World } from './command.ts'
import { recordPath } from './record-path.ts'
import { nearest, wrongUse } from './usage.ts'

type Way = {
  readonly takes: string
  readonly least: number
  readonly most: number
  readonly judge: (db: Db, ids: readonly string[], who: Judge) => Promise<Done>
}

const WAYS: Readonly<Record<string, Way>> = {
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
}

/** `rubicon correct`: one judgement of a person. */
export async function runCorrect(args: readonly string[], options: Options, world: World): Promise<number> {
  const [name = '', ...ids] = args
  const way = WAYS[name]
  if (!way) {
    const near = nearest(name, Object.keys(WAYS))
    throw wrongUse(`say what to do: ${Object.keys(WAYS).join(', ')}${name && near ? `; did you mean ${near}?` : ''}`)
  }
  if (ids.length < way.least || ids.length > way.most) throw wrongUse(`${name} takes ${way.takes}`)
  const by = typeof options.by === 'string' ? options.by : (world.env.USER ?? world.env.USERNAME ?? '')
  const db = await openRecord(recordPath(options, world))
  try {
    const who = { by, at: new Date().toISOString(), ...(typeof options.note === 'string' && { note: options.note }) }
    const { judgement, what } = await way.judge(db, ids, who)
    world.stdout.write(`${what}\nTake it back with: rubicon correct undo ${judgement}\n`)
    return 0
  } finally {
    await db.destroy()
  }
}

function codingOf(set: readonly string[]) {
  const pairs = set.map((one) => {
    const [, name, value] = /^(\w+)=(.+)$/s.exec(one) ?? []
    if (name === undefined || value === undefined) throw wrongUse(`"${one}" is not NAME=VALUE`)
    return [name, value] as const
  })
  const parsed = Coding.safeParse(Object.fromEntries(pairs))
  if (!parsed.success) throw wrongUse(z.prettifyError(parsed.error).replace(/\s+/g, ' '))
  return parsed.data
}
