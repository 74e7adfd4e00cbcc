import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { finished } from 'node:stream/promises'
import { AppError, messageOf } from '../base/index.ts'
import { readItems } from '../flow/index.ts'
import { countItems, dayOf, itemsIn, type Known } from '../intake/index.ts'
import type { Options, World } from './command.ts'
import { visible } from './formats/layout.ts'
import { colourOn, columnsOf, openProgress, written } from './screen.ts'
import { wrongUse } from './usage.ts'
import { WRITERS } from './writers.ts'

/** `rubicon read`: items in, readings out in the same order; each that fails is one line on stderr. */
export async function runRead(args: readonly string[], options: Options, world: World): Promise<number> {
  const { stdin, stdout, stderr, settings } = world
  if (args.length === 0 && stdin.isTTY) throw wrongUse('say what to read: a file, a folder, or - for stdin')
  const paths = args.length === 0 ? ['-'] : args
  const several = !(await isOneArticle(paths))
  const format = String(options.format ?? formatOf(options.out) ?? (!several || stdout.isTTY ? 'text' : 'jsonl'))
  if (options.table !== undefined && format !== 'csv') throw wrongUse('--table goes with --format csv')

  const toFile = typeof options.out === 'string'
  const out = toFile ? createWriteStream(options.out as string) : stdout
  const lost = new Promise<never>((_, reject) => {
    if (toFile)
      out.once('error', (error: Error) =>
        reject(new AppError('cli.out', `${options.out}: cannot be written: ${messageOf(error)}`)),
      )
  })
  lost.catch(() => {})
  const write = (text: string) => Promise.race([written(out, text), lost])

  const colour = !toFile && options.plain !== true && colourOn(world)
  const writer = WRITERS[format]!({
    several,
    table: String(options.table ?? 'events'),
    width: toFile ? 100 : columnsOf(world),
    colour,
  })
  const progress =
    several && (options.progress === true || stderr.isTTY)
      ? openProgress(stderr, await countItems(paths), Date.now)
      : null

  const outcomes = readItems(itemsIn(paths, { maxChars: settings.maxChars, stdin }), {
    known: { ...knownOf(options), maxChars: settings.maxChars },
    workers: workersOf(options.workers) ?? settings.workers,
    articleSeconds: settings.articleSeconds,
    openReader: world.openReader,
    ...(settings.model !== null && { modelPath: settings.model }),
    ...(world.readerModule !== undefined && { readerModule: world.readerModule }),
  })
  let readings = 0
  let problems = 0
  for await (const { from, reading, problem } of outcomes) {
    if (problem) {
      problems += 1
      progress?.clear()
      stderr.write(`rubicon: ${visible(`${from}: ${problem.message}`)}\n`)
    }
    if (reading) {
      await write((readings === 0 ? writer.head : '') + writer.one(reading, readings))
      readings += 1
    }
    progress?.done()
  }
  // A stream with nothing in it is still a whole list, table or page; a lone file that failed leaves nothing.
  if (readings > 0 || several) await write((readings === 0 ? writer.head : '') + writer.tail)
  if (toFile) {
    out.end()
    await Promise.race([finished(out), lost])
  }
  progress?.end(problems)
  return problems === 0 ? 0 : 1
}

/** One file that holds one article, as far as its name tells. */
async function isOneArticle(paths: readonly string[]): Promise<boolean> {
  const [path] = paths
  if (paths.length !== 1 || path === undefined || path === '-' || /^\.(jsonl|ndjson)$/i.test(extname(path)))
    return false
  const found = await stat(path).catch(() => null)
  return found === null || !found.isDirectory()
}

function formatOf(out: Options[string]): string | undefined {
  const formats: Readonly<Record<string, string>> = {
    '.txt': 'text',
    '.json': 'json',
    '.jsonl': 'jsonl',
    '.ndjson': 'jsonl',
    '.html': 'html',
    '.htm': 'html',
    '.csv': 'csv',
  }
  return typeof out === 'string' ? formats[extname(out).toLowerCase()] : undefined
}

function knownOf({ published, outlet, title }: Options): Known {
  const day = typeof published === 'string' ? dayOf(published) : undefined
  if (day === null) throw wrongUse(`--published ${published}: it must be a day, such as 2020-01-17`)
  return {
    ...(day !== undefined && { published: day }),
    ...(typeof outlet === 'string' && { outlet }),
    ...(typeof title === 'string' && { title }),
  }
}

function workersOf(text: Options[string]): number | null {
  if (text === undefined) return null
  const n = Number(text)
  if (!Number.isInteger(n) || n < 1 || n > 64)
    throw wrongUse(`--workers ${text}: it must be a whole number from 1 to 64`)
  return n
}
