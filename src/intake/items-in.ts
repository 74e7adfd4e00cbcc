import { createReadStream, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { AppError, messageOf } from '../base/index.ts'
import { decode } from './decode.ts'
import { Known } from './known.ts'
import { linesIn } from './lines-in.ts'

/** One thing to read, before anything was understood of it: a file's bytes, a line of JSON, or why there is neither. */
export type Item = {
  /** What to call it in a message: `folder/a.html`, `articles.jsonl line 12`. */
  readonly from: string
  /** `page`: HTML whatever it looks like; `file`: text, or HTML where it looks so; `json`: one article as JSON. */
  readonly form: 'file' | 'page' | 'json'
  readonly content: Uint8Array | string
  /** What a `dossier.json` beside the file says of it. */
  readonly known?: Known
  readonly refused?: { readonly code: string; readonly message: string }
}

type Bounds = { readonly maxChars: number; readonly stdin?: Readable }

const DOSSIER = 'dossier.json'
const Dossier = z.record(z.string(), Known)

const PAGES: ReadonlySet<string> = new Set(['.html', '.htm', '.xhtml'])
const LINES: ReadonlySet<string> = new Set(['.jsonl', '.ndjson'])
const READABLE: ReadonlySet<string> = new Set(['.txt', '.json', ...PAGES, ...LINES])

/**
 * Everything to read at the paths, in order: files, folders (with what lies below them, by name), `-` for stdin.
 * Nothing is read before it is asked for, and never more than one file or line at a time.
 */
export async function* itemsIn(paths: readonly string[], bounds: Bounds): AsyncGenerator<Item> {
  for (const path of paths) {
    if (path === '-') {
      if (bounds.stdin) yield* streamed(bounds.stdin, 'stdin', bounds.maxChars)
      continue
    }
    try {
      const found = await stat(path)
      if (found.isDirectory()) yield* folder(path, bounds.maxChars)
      else yield* file(path, bounds.maxChars)
    } catch (thrown) {
      yield refused(path, thrown)
    }
  }
}

/** How many items the paths hold, counted without reading what they say; null where a stream is among them. */
export async function countItems(paths: readonly string[]): Promise<number | null> {
  if (paths.includes('-')) return null
  let count = 0
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (!found?.isDirectory()) count += await countIn(path)
    else for await (const { name } of filesBelow(path)) count += await countIn(name)
  }
  return count
}

async function countIn(path: string): Promise<number> {
  if (!LINES.has(extname(path).toLowerCase())) return 1
  let lines = 0
  try {
    for await (const _ of linesIn(createReadStream(path), 0)) lines += 1
  } catch {
    return 1
  }
  return lines
}

async function* folder(path: string, maxChars: number): AsyncGenerator<Item> {
  let none = true
  for await (const { name, known, thrown } of filesBelow(path)) {
    none = false
    try {
      if (thrown) throw thrown
      for await (const item of file(name, maxChars)) yield known && !item.refused ? { ...item, known } : item
    } catch (thrown) {
      yield refused(name, thrown)
    }
  }
  if (none) yield refused(path, new AppError('intake.no-files', `no ${[...READABLE].join(', ')} file in this folder`))
}

/** The readable files of a folder and those below it, by name; a folder that cannot be opened comes with what was thrown. */
async function* filesBelow(
  folder: string,
): AsyncGenerator<{ readonly name: string; readonly known?: Known; readonly thrown?: unknown }> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (thrown) {
    yield { name: folder, thrown }
    return
  }
  const { about, thrown } = await dossierOf(folder, entries)
  if (thrown) yield { name: join(folder, DOSSIER), thrown }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === DOSSIER) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (READABLE.has(extname(entry.name).toLowerCase()))
      yield { name: path, ...(about.has(entry.name) && { known: about.get(entry.name)! }) }
  }
}

/** The outlet, day and address of files that cannot say them, by file name; it is no article itself. */
async function dossierOf(
  folder: string,
  entries: readonly Dirent[],
): Promise<{ readonly about: ReadonlyMap<string, Known>; readonly thrown?: unknown }> {
  if (!entries.some((entry) => entry.name === DOSSIER)) return { about: new Map() }
  try {
    const facts = Dossier.parse(JSON.parse(decode(await wholeOf(createReadStream(join(folder, DOSSIER)), 1_000_000))))
    return { about: new Map(Object.entries(facts)) }
  } catch {
    const message = 'cannot be used: it must give each file name an object of title, published, outlet, author, url'
    return { about: new Map(), thrown: new AppError('intake.dossier', message) }
  }
}

async function* file(path: string, maxChars: number): AsyncGenerator<Item> {
  const extension = extname(path).toLowerCase()
  if (LINES.has(extension)) {
    yield* numbered(createReadStream(path), path, maxChars)
    return
  }
  const bytes = await wholeOf(createReadStream(path), maxChars)
  if (extension === '.json') yield* jsonValues(bytes, path)
  else yield { from: path, form: PAGES.has(extension) ? 'page' : 'file', content: bytes }
}

/** Stdin: JSON lines where a line of its first piece begins like one, else one text or page. */
async function* streamed(stream: Readable, from: string, maxChars: number): AsyncGenerator<Item> {
  const pieces = stream[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done) {
    yield refused(from, new AppError('intake.empty', 'empty: nothing came'))
    return
  }
  const start = Buffer.from(first.value)
  const rest = (async function* () {
    yield start
    for await (const piece of { [Symbol.asyncIterator]: () => pieces }) yield Buffer.from(piece)
  })()
  if (/^(?:\xef\xbb\xbf|\xff\xfe)?\s*\x00?\{/m.test(start.toString('latin1'))) yield* numbered(rest, from, maxChars)
  else {
    try {
      yield { from, form: 'file', content: await wholeOf(rest, maxChars) }
    } catch (thrown) {
      yield refused(from, thrown)
    }
  }
}

async function* numbered(stream: AsyncIterable<Uint8Array>, from: string, maxChars: number): AsyncGenerator<Item> {
  for await (const { number, bytes } of linesIn(stream, maxChars * 4 + 10_000)) {
    const name = `${from} line ${number}`
    if (bytes === null)
      yield refused(name, new AppError('intake.too-long', 'too long: the line is too big for an article'))
    else if (bytes.length > 0) yield { from: name, form: 'json', content: bytes }
  }
}

/** A .json file: one article, a list of them, or JSON lines under the wrong name. */
async function* jsonValues(bytes: Uint8Array, path: string): AsyncGenerator<Item> {
  const text = decode(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    if (!isJson(text.trimStart().split(/\r?\n/, 1)[0] ?? ''))
      throw new AppError('intake.not-json', 'not JSON: the file is broken')
    yield* numbered(
      (async function* () {
        yield Buffer.from(text)
      })(),
      path,
      Number.MAX_SAFE_INTEGER / 8,
    )
    return
  }
  if (!Array.isArray(value)) yield { from: path, form: 'json', content: text }
  else
    for (const [i, one] of value.entries())
      yield { from: `${path} article ${i + 1}`, form: 'json', content: JSON.stringify(one) }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** All bytes of a stream; more than a page of `maxChars` could have is an AppError, and the rest is not read. */
async function wholeOf(stream: AsyncIterable<Uint8Array>, maxChars: number): Promise<Uint8Array> {
  const most = maxChars * 12 + 100_000
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > most)
      throw new AppError(
        'intake.too-long',
        `too long: more than ${Math.floor(most / 1e6)} MB, at most ${maxChars.toLocaleString('en-US')} characters of text are read`,
      )
    pieces.push(piece)
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'cannot be read: there is no such file or folder',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  EISDIR: 'cannot be read: it is a folder',
  ELOOP: 'cannot be read: its links go round in a circle',
}

function refused(from: string, thrown: unknown): Item {
  const code = thrown instanceof AppError ? thrown.code : 'intake.unreadable'
  const system = SYSTEM[(thrown as NodeJS.ErrnoException | null)?.code ?? '']
  const message = thrown instanceof AppError ? thrown.message : (system ?? `cannot be read: ${messageOf(thrown)}`)
  return { from, form: 'file', content: '', refused: { code, message } }
}
