// npm run bench -- [--articles N]: installs and builds what is missing, then measures; see bench/read.ts.
import { join } from 'node:path'
import { ROOT, runNode, setUp } from './setup.mjs'

setUp()
process.exit(runNode([join(ROOT, 'scripts', 'run-ts.mjs'), join('bench', 'read.ts'), ...process.argv.slice(2)]))
