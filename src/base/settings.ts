import { AppError } from './errors.ts'

type SettingFacts<T> = {
  /** The variable of the environment that sets it. */
  readonly env: string
  readonly default: T
  readonly help: string
  readonly parse: (text: string) => T | undefined
}

/** Every setting of the program. Help, `rubicon settings` and docs/commands.md are made from this table. */
export const SETTINGS = {
  model: setting<string | null>({
    env: 'RUBICON_MODEL',
    default: null,
    help: 'Folder of the model to read with. Default: the one that ships with the program.',
    parse: (text) => text,
  }),
  workers: setting<number | null>({
    env: 'RUBICON_WORKERS',
    default: null,
    help: 'Articles read at the same time. Default: one for each core, 8 at most.',
    parse: (text) => wholeNumber(text, 1, 64),
  }),
  maxChars: setting<number>({
    env: 'RUBICON_MAX_CHARS',
    default: 1_000_000,
    help: 'Longest article that is read, in characters. Longer ones are refused.',
    parse: (text) => wholeNumber(text, 1, 50_000_000),
  }),
  articleSeconds: setting<number>({
    env: 'RUBICON_ARTICLE_SECONDS',
    default: 300,
    help: 'How long one article may take in a worker before it is given up.',
    parse: (text) => wholeNumber(text, 1, 86_400),
  }),
  record: setting<string>({
    env: 'RUBICON_RECORD',
    default: 'rubicon.db',
    help: 'The file of the record.',
    parse: (text) => text,
  }),
} as const

export type Settings = { readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K]['default'] }

/** One setting as it holds now and where its value came from. */
export type SettingInForce = {
  readonly name: string
  readonly env: string
  readonly value: string | number | null
  readonly from: 'default' | 'file' | 'environment'
  readonly help: string
}

/**
 * The settings in force: the environment overrides the file (`rubicon.json`), the file overrides the default.
 * A value that cannot be used is an AppError that names it; so is a name in the file that is no setting.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  file: Readonly<Record<string, unknown>> = {},
): { readonly settings: Settings; readonly inForce: readonly SettingInForce[] } {
  const table: Readonly<Record<string, SettingFacts<string | number | null>>> = SETTINGS
  const unknown = Object.keys(file).find((name) => !(name in table))
  if (unknown !== undefined)
    throw new AppError('settings.unknown', `rubicon.json: there is no setting "${unknown}" (see rubicon settings)`)

  const inForce = Object.entries(table).map(([name, facts]): SettingInForce => {
    const about = { name, env: facts.env, help: facts.help }
    const fromEnv = env[facts.env]
    if (fromEnv !== undefined && fromEnv !== '')
      return { ...about, value: parsed(facts, fromEnv, facts.env), from: 'environment' }
    const fromFile = file[name]
    if (fromFile !== undefined && fromFile !== null)
      return { ...about, value: parsed(facts, String(fromFile), `rubicon.json: ${name}`), from: 'file' }
    return { ...about, value: facts.default, from: 'default' }
  })
  return { settings: Object.fromEntries(inForce.map((s) => [s.name, s.value])) as Settings, inForce }
}

function parsed<T>(facts: SettingFacts<T>, text: string, where: string): T {
  const value = facts.parse(text)
  if (value === undefined) throw new AppError('settings.value', `${where}: "${text}" cannot be used. ${facts.help}`)
  return value
}

function setting<T>(facts: SettingFacts<T>): SettingFacts<T> {
  return facts
}

function wholeNumber(text: string, low: number, high: number): number | undefined {
  const value = Number(text)
  return Number.isInteger(value) && value >= low && value <= high ? value : undefined
}
