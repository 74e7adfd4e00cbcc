import type { Readable, Writable } from 'node:stream'
import type { SettingInForce, Settings } from '../base/index.ts'
import type { openReader } from '../read/index.ts'

/** What a command may touch. Tests hand in streams of strings; `main` hands in the real process. */
export type World = {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly env: Readonly<Record<string, string | undefined>>
  readonly settings: Settings
  readonly inForce: readonly SettingInForce[]
  readonly openReader: typeof openReader
  /** Another module for the workers to open their reader from. */
  readonly readerModule?: string
}

export type Option = {
  readonly type: 'string' | 'boolean'
  readonly help: string
  /** What stands for the value in the help: `FILE`, `text|json`. */
  readonly value?: string
  /** The values that are taken, where only some are. */
  readonly choices?: readonly string[]
}
export type Options = Readonly<Record<string, string | boolean | undefined>>

/** A command is data: `--help`, docs/commands.md and the parser are all made from it. */
export type Command = {
  readonly name: string
  readonly summary: string
  /** What stands after the name: `FILE…|FOLDER|-`. */
  readonly args: string
  readonly about: string
  readonly options: Readonly<Record<string, Option>>
  readonly examples: readonly (readonly [line: string, what: string])[]
  /** Resolves to the exit code: 0 done, 1 some input failed, 2 wrong use. */
  readonly run: (args: readonly string[], options: Options, world: World) => Promise<number>
}
