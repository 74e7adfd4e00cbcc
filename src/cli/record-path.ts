import type { Options, World } from './command.ts'

/** The file of the record: the option, else the setting. */
export function recordPath(options: Options, { settings }: World): string {
  return typeof options.record === 'string' ? options.record : settings.record
}
