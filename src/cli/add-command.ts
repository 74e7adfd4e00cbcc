import { type Added, addArticles } from '../flow/index.ts'
import { countItems, dayOf } from '../intake/index.ts'
import { countArticles, knownArticle, openRecord, openRecorder } from '../record/index.ts'
import { openBar, timeWords } from './add-bar.ts'
import type { Options, World } from './command.ts'
import { recordPath } from './record-path.ts'
import { written } from './screen.ts'
import { wrongUse } from './usage.ts'

/** `rubicon add`: articles into the record, with a bar, one line for each that fails, and a summary. */
export async function runAdd(args: readonly string[], options: Options, world: World): Promise<number> {
  const { stdin, stderr, settings } = world
  if (args.length === 0 && stdin.isTTY) throw wrongUse('say what to add: a file, a folder, or - for stdin')
  const paths = args.length === 0 ? ['-'] : args
  const path = recordPath(options, world)
  const db = await openRecord(path)
  try {
    const bar = options.progress === true || stderr.isTTY ? openBar(stderr, await countItems(paths), Date.now) : null
    const added = addArticles(paths, {
      ...readingOptions(options, world),
      recorder: openRecorder(db),
      isKnown: (await countArticles(db)) === 0 ? null : (article) => knownArticle(db, article),
      now: () => new Date().toISOString(),
      ...(typeof options.dossier === 'string' && { dossier: options.dossier }),
      asPublished: options['as-published'] === true,
      maxChars: settings.maxChars,
      stdin,
    })
    return await report(added, { world, bar, list: options.list === true, into: path })
  } finally {
    await db.destroy()
  }
}

type Shown = {
  readonly world: World
  readonly bar: ReturnType<typeof openBar> | null
  readonly list: boolean
  readonly into: string
}

/** Tell what becomes of each thing, and in the end of all; the exit code. */
export async function report(added: AsyncIterable<Added>, { world, bar, list, into }: Shown): Promise<number> {
  const began = Date.now()
  const count = { recorded: 0, reread: 0, again: 0, older: 0, reports: 0, newEvents: 0 }
  const problems = new Map<string, number>()
  for await (const { from, recorded, problem } of added) {
    if (problem) {
      problems.set(problem.code, (problems.get(problem.code) ?? 0) + 1)
      bar?.clear()
      world.stderr.write(`rubicon: ${from}: ${problem.message}\n`)
    }
    if (recorded) {
      count[recorded.outcome] += 1
      count.reports += recorded.reports
      count.newEvents += recorded.newEvents
      if (list) await written(world.stdout, `${recorded.article}\t${recorded.outcome}\t${from}\n`)
    }
    bar?.step()
  }
  bar?.end()
  const failed = [...problems.values()].reduce((a, b) => a + b, 0)
  const n = (count: number, one: string) => `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`
  const parts = [
    `${n(count.recorded, 'article')} added to ${into}`,
    count.reread > 0 ? `${n(count.reread, 'article')} read again` : '',
    count.again > 0 ? `${n(count.again, 'article')} there before` : '',
    count.older > 0 ? `${n(count.older, 'reading')} by an older reader kept beside` : '',
    `${n(count.reports, 'report')} of ${n(count.newEvents, 'new event')}${count.reports > count.newEvents ? ' and of known ones' : ''}`,
    failed > 0
      ? `${failed.toLocaleString('en-US')} not added (${[...problems].map(([code, times]) => `${code} ${times}`).join(', ')})`
      : '',
    `in ${timeWords((Date.now() - began) / 1000)}`,
  ]
  world.stderr.write(`${parts.filter(Boolean).join('; ')}\n`)
  return failed === 0 ? 0 : 1
}

/** How the reader is opened and what is known of the articles, from the options and settings. */
export function readingOptions({ published, outlet, workers }: Options, { settings, openReader, readerModule }: World) {
  const day = typeof published === 'string' ? dayOf(published) : undefined
  if (day === null) throw wrongUse(`--published ${published}: it must be a day, such as 2020-01-17`)
  const count = workers === undefined ? settings.workers : Number(workers)
  if (count !== null && (!Number.isInteger(count) || count < 1 || count > 64))
    throw wrongUse(`--workers ${workers}: it must be a whole number from 1 to 64`)
  return {
    known: {
      maxChars: settings.maxChars,
      ...(day !== undefined && { published: day }),
      ...(typeof outlet === 'string' && { outlet }),
    },
    workers: count,
    articleSeconds: settings.articleSeconds,
    openReader,
    ...(settings.model !== null && { modelPath: settings.model }),
    ...(readerModule !== undefined && { readerModule }),
  }
}
