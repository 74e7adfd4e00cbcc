import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file the desk ships: nothing is fetched from elsewhere. */
export type Asset = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string; readonly hash: string }

const STYLE = fileURLToPath(new URL('../../../src/show/desk/style/', import.meta.url))
const CLIENT = fileURLToPath(new URL('../../../dist/show/desk/client/', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}
/** The faces of each family, Latin and extended Latin: [family, weights, style, package, file]. */
const FACES = [
  [
    'Source Serif 4 Variable',
    '200 900',
    'normal',
    '@fontsource-variable/source-serif-4',
    'source-serif-4-latin-wght-normal',
  ],
  [
    'Source Serif 4 Variable',
    '200 900',
    'italic',
    '@fontsource-variable/source-serif-4',
    'source-serif-4-latin-wght-italic',
  ],
  [
    'Source Serif 4 Variable',
    '200 900',
    'normal',
    '@fontsource-variable/source-serif-4',
    'source-serif-4-latin-ext-wght-normal',
  ],
  ['Inter Variable', '100 900', 'normal', '@fontsource-variable/inter', 'inter-latin-wght-normal'],
  ['Inter Variable', '100 900', 'normal', '@fontsource-variable/inter', 'inter-latin-ext-wght-normal'],
  ['JetBrains Mono', '400', 'normal', '@fontsource/jetbrains-mono', 'jetbrains-mono-latin-400-normal'],
] as const
const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ext: 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
}

/** The sheets that the others build on, and the one that has the last word; `x-more.css` goes on from `x.css`, so the rest are in the order of their names without the ending. */
const FIRST = ['tokens.css', 'base.css', 'base-lines.css', 'base-tables.css']
const LAST = 'print.css'
const byStem = (a: string, b: string): number => (a.slice(0, -4) < b.slice(0, -4) ? -1 : 1)

/** All files of the desk by name, read once: the style sheet, the modules of the pages, the fonts. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const found = new Map<string, Asset>()
  const put = (name: string, body: Buffer): void => {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
    found.set(name, { body: new Uint8Array(body), type: TYPES[extname(name)] ?? 'application/octet-stream', hash })
  }
  const require = createRequire(import.meta.url)
  for (const [, , , pack, file] of FACES)
    put(`${file}.woff2`, readFileSync(join(dirname(require.resolve(`${pack}/package.json`)), 'files', `${file}.woff2`)))
  const sheets = readdirSync(STYLE).filter((name) => name.endsWith('.css'))
  const ordered = [...FIRST, ...sheets.filter((name) => ![...FIRST, LAST].includes(name)).sort(byStem), LAST]
  put(
    'desk.css',
    Buffer.from(
      [faceRules(), ...ordered.map((name) => withDark(name, readFileSync(join(STYLE, name), 'utf8')))].join('\n'),
    ),
  )
  put('mark.svg', readFileSync(join(STYLE, 'mark.svg')))
  for (const name of clientFiles()) put(name, readFileSync(join(CLIENT, name)))
  return found
}

const DARK = ':root[data-theme="dark"] {'

/** The dark tokens stand once in their file; they hold as well where the machine asks for dark and the reader did not choose light. Paper is light. */
function withDark(name: string, sheet: string): string {
  if (name !== FIRST[0]) return sheet
  const at = sheet.indexOf(DARK)
  const end = sheet.indexOf('}', at)
  const tokens = sheet.slice(at + DARK.length, end)
  return `${sheet.slice(0, at)}@media screen {\n${DARK}${tokens}}\n}${sheet.slice(end + 1)}
@media screen and (prefers-color-scheme: dark) {\n  :root:not([data-theme="light"]) {${tokens}}\n}`
}

export type Theme = 'light' | 'dark'

/** The style of a picture that stands alone, every token in it replaced by what it means: many programs that show SVG know no `var()`. */
export function pictureStyle(theme: Theme): string {
  const [tokens, ...sheets] = ['tokens.css', 'pictures.css', 'pictures-parties.css'].map((name) =>
    readFileSync(join(STYLE, name), 'utf8'),
  )
  const values = new Map<string, string>()
  for (const block of [':root {', ...(theme === 'dark' ? [DARK] : [])]) {
    const [, body = ''] = (tokens ?? '').split(block)
    for (const [, name = '', value = ''] of body.slice(0, body.indexOf('}')).matchAll(/(--[\w-]+):\s*([^;]+);/g))
      values.set(name, value)
  }
  return sheets.join('\n').replace(/var\((--[\w-]+)\)/g, (whole, name: string) => values.get(name) ?? whole)
}

function clientFiles(): string[] {
  try {
    return readdirSync(CLIENT).filter((name) => name.endsWith('.js'))
  } catch {
    return []
  }
}

function faceRules(): string {
  return FACES.map(
    ([family, weight, style, , file]) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:swap;src:url(/assets/${file}.woff2) format("woff2");unicode-range:${file.includes('-ext-') ? RANGES.ext : RANGES.latin}}`,
  ).join('\n')
}
