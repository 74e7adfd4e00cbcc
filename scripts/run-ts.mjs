// node scripts/run-ts.mjs FILE.ts …: run a TypeScript file of bench/ or test/ with vite's loader, on any Node from 20.18.
import { resolve } from 'node:path'
import { createServer } from 'vite'

const [file, ...args] = process.argv.slice(2)
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
})
try {
  const { main } = await server.ssrLoadModule(resolve(file))
  process.exitCode = (await main(args)) ?? 0
} finally {
  await server.close()
}
