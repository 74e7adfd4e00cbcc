// npm start: installs and builds what is missing, then reads the sample articles and shows what was found.
import { join } from 'node:path'
import { ROOT, runNode, say, setUp } from './setup.mjs'

setUp()
const samples = ['basra-strike.txt', 'ferry-blockade.html', 'nile-dam.jsonl'].map((name) => join('samples', name))
say('Reading the articles in samples/ …\n')
const code = runNode([join(ROOT, 'bin', 'rubicon.js'), 'read', ...samples, '--format', 'text'])
say(
  '\nYour own: npx rubicon read FILE   ·   a page for the browser: npx rubicon read FILE --format html --out page.html',
)
process.exit(code)
