// npm start: installs and builds what is missing, reads the sample dossier into january-2020.db and opens the desk on it.
// What follows `npm start --` goes to `rubicon desk`: --no-open, --port N.
import { join } from 'node:path'
import { ROOT, runNode, say, setUp } from './setup.mjs'

setUp()
const rubicon = join(ROOT, 'bin', 'rubicon.js')
const record = ['--record', 'january-2020.db']
say('Reading the sample dossier: 41 articles and posts of January 2020, written for this project …')
const added = runNode([rubicon, 'add', join('samples', 'january-2020'), '--as-published', ...record])
if (added !== 0) process.exit(added)
say(`
Your own articles:  npx rubicon add FOLDER && npx rubicon desk      one article:  npx rubicon read FILE
The same in words:  npx rubicon ask events --actor USA --type ASSAULT --record january-2020.db
`)
process.exit(runNode([rubicon, 'desk', ...record, ...process.argv.slice(2)]))
