import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import { AppError } from '../../base/index.ts'
import type { Db } from '../../record/index.ts'
import { loadAssets } from './assets.ts'
import { makeDesk } from './desk.ts'

export type DeskServer = { readonly url: string; readonly close: () => Promise<void> }

export type DeskRecord = {
  /** The record, opened for reading alone. */
  readonly db: Db
  /** Its file: opened for writing while a judgement is made. */
  readonly record: string
  readonly log: (line: string) => void
}

/** What the desk answers to one path, without a server. */
export async function askDesk(
  desk: DeskRecord,
  path: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const response = await makeDesk({ ...desk, assets: loadAssets() }).request(path)
  return { status: response.status, body: await response.text() }
}

/** Open the desk on a port: 4600, or the next free one up to 4699 where no port is asked for. Loopback alone unless a host is given. */
export async function openDesk(
  desk: DeskRecord,
  options: { readonly port?: number | undefined; readonly host?: string | undefined },
): Promise<DeskServer> {
  const hostname = options.host ?? '127.0.0.1'
  const port = options.port ?? (await freePort(hostname))
  if (!(await isFree(port, hostname)))
    throw new AppError('desk.port-taken', `port ${port} is taken. Give another with --port, or none`)
  const hosts = options.host ? undefined : ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`)
  const app = makeDesk({ ...desk, assets: loadAssets(), hosts })
  const server = serve({ fetch: app.fetch, port, hostname })
  return {
    url: `http://${options.host ?? 'localhost'}:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function freePort(hostname: string): Promise<number> {
  for (let port = 4600; port < 4700; port++) if (await isFree(port, hostname)) return port
  throw new AppError('desk.no-port', 'no port from 4600 to 4699 is free. Give one with --port')
}

function isFree(port: number, hostname: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, hostname, () => probe.close(() => resolve(true)))
  })
}
