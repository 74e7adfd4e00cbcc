#!/usr/bin/env node
import { existsSync } from 'node:fs'
import * as module from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
const main = new URL('../dist/cli/main.js', import.meta.url)
if (major < 20 || (major === 20 && minor < 18)) {
  console.error(`rubicon needs Node 20.18 or later; this is ${process.versions.node}.`)
  process.exitCode = 1
} else if (!existsSync(main)) {
  console.error('rubicon is not built yet: run npm start, or npm install && npm run build, in its folder first.')
  process.exitCode = 1
} else {
  // Node 22 and later keep what they compiled: the next start is sooner.
  module.enableCompileCache?.()
  await import(main.href)
}
