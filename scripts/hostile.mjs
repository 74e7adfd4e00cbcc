// node scripts/hostile.mjs --cases 100000 [--from N] [--no-reader]: hostile input, the long run; see test/hostile/.
import { join } from 'node:path'
import { ROOT, runNode, setUp } from './setup.mjs'

setUp()
process.exit(
  runNode([join(ROOT, 'scripts', 'run-ts.mjs'), join('test', 'hostile', 'long-run.ts'), ...process.argv.slice(2)]),
)
