import type { Command } from './command.ts'

/** Each command's own file, in the order of the help. Some offer what other tables hold, and take longer to load than an article to read. */
const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./commands/read.ts')).read,
  explain: async () => (await import('./commands/explain.ts')).explain,
  add: async () => (await import('./commands/add.ts')).add,
  ask: async () => (await import('./commands/ask.ts')).ask,
  desk: async () => (await import('./commands/desk.ts')).desk,
  draw: async () => (await import('./commands/draw.ts')).draw,
  correct: async () => (await import('./commands/correct.ts')).correct,
  reread: async () => (await import('./commands/reread.ts')).reread,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  schema: async () => (await import('./commands/schema.ts')).schema,
  settings: async () => (await import('./commands/settings.ts')).settings,
}

/** The names of all commands. */
export const COMMAND_NAMES: readonly string[] = Object.keys(LOADERS)

/** The command of this name, and no other command's file loaded for it; undefined where there is none. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(LOADERS, name) ? LOADERS[name]?.() : undefined
}

/** Every command, in the order of the help. */
export async function loadCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(LOADERS).map((load) => load()))
}
