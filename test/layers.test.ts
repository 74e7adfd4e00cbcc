import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

/** What each folder of src/ may import. Read it top to bottom: nothing points up. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  codebook: ['base'],
  intake: ['base', 'codebook'],
  read: ['base', 'codebook'],
  record: ['base', 'codebook'],
  watch: ['base', 'codebook', 'record'],
  show: ['base', 'codebook', 'record', 'watch'],
  flow: ['base', 'codebook', 'intake', 'read', 'record', 'watch'],
  cli: ['base', 'codebook', 'intake', 'read', 'record', 'watch', 'show', 'flow'],
  // The library's door.
  'index.ts': ['base', 'codebook', 'intake', 'read', 'record', 'watch', 'show', 'flow'],
}

const src = resolve(import.meta.dirname, '../src')
const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^'"\n]*?(?:\{[^}]*\}[^'"\n]*?)?from\s+['"](\.[^'"]+)['"]/g

/** The imports of a file that it may not have, as "cli/a.ts imports read/b.ts". */
function wrongImports(file: string, code: string): string[] {
  const [folder = ''] = file.split('/')
  return [...code.matchAll(IMPORT)].flatMap(([, path = '']) => {
    const target = relative(src, resolve(src, dirname(file), path))
      .split(sep)
      .join('/')
    if (target.startsWith('..')) return target === '../package.json' ? [] : [`${file} imports ${target}`]
    const [to = ''] = target.split('/')
    const allowed =
      to === folder
        ? target !== `${folder}/index.ts` // inside a folder, name the file itself
        : MAY_IMPORT[folder]?.includes(to) === true && target === `${to}/index.ts`
    return allowed ? [] : [`${file} imports ${target}`]
  })
}

test('imports go one way, through the front door', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((file) => file.split(sep).join('/'))
  const code = files.filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  expect(code.length).toBeGreaterThan(50)
  expect(code.flatMap((file) => wrongImports(file, readFileSync(join(src, file), 'utf8')))).toEqual([])
})

test('the rule catches what it should', () => {
  const wrong = (file: string, line: string) => wrongImports(file, line).length > 0
  expect(wrong('read/a.ts', "import { b } from '../intake/index.ts'")).toBe(true)
  expect(wrong('cli/commands/a.ts', "import {\n  b,\n} from '../../read/b.ts'")).toBe(true)
  expect(wrong('read/a.ts', "export * from './index.ts'")).toBe(true)
  expect(wrong('show/a.ts', "import { b } from '../cli/index.ts'")).toBe(true)
  expect(wrong('cli/commands/a.ts', "import { b } from '../../read/index.ts'")).toBe(false)
  expect(wrong('read/events/a.ts', "import type { b } from '../model/b.ts'")).toBe(false)
})
