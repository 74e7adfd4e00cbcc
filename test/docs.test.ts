import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../src/base/index.ts'
import { COMMANDS, commandsPage } from '../src/cli/index.ts'

const page = readFileSync(join(import.meta.dirname, '../docs/commands.md'), 'utf8')

test('docs/commands.md tells every command, option and setting as the program has them (npm run docs makes it)', () => {
  expect(page).toBe(commandsPage(COMMANDS, readSettings({}).inForce))
})

test('each command and option is explained', () => {
  for (const { name, about, examples, options } of COMMANDS) {
    expect([name, about]).toEqual([name, expect.stringMatching(/^\S.{3,}/s)])
    expect(examples.length, name).toBeGreaterThan(0)
    for (const [option, { help }] of Object.entries(options))
      expect([name, option, help]).toEqual([name, option, expect.stringMatching(/^\S.{3,}/s)])
  }
})
