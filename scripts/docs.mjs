// npm run docs: writes docs/commands.md from the program's own tables.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, setUp } from './setup.mjs'

setUp()
const { COMMANDS, commandsPage } = await import('../dist/cli/index.js')
const { readSettings } = await import('../dist/base/index.js')
writeFileSync(join(ROOT, 'docs', 'commands.md'), commandsPage(COMMANDS, readSettings({}).inForce))
