// npm test: installs and builds what is missing, then runs every test. What follows `npm test --` goes to vitest.
import { join } from 'node:path'
import { ROOT, runNode, setUp } from './setup.mjs'

setUp()
process.exit(runNode([join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)]))
