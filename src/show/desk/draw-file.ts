import { AppError } from '../../base/index.ts'
import type { Db } from '../../record/index.ts'
import { pictureStyle, type Theme } from './assets.ts'
import type { Drawing } from './pictures/drawings.ts'
import { wrapped } from './pictures/text.ts'

const MARGIN = 16
const LINE = 22
const SIZE = 16

/** A picture of the record as an SVG file that stands alone: its title to be read, its style inside, every colour a plain one. */
export async function drawFile(
  db: Db,
  { name, question, draw }: Drawing,
  { input, width, theme }: { readonly input: unknown; readonly width: number; readonly theme: Theme },
): Promise<string> {
  const { value } = await question.answer(db, input)
  const drawn = String(await draw(value, { width: width - 2 * MARGIN }))
  const [, attributes = '', inside = ''] = /^\s*<svg ([^>]*)>([\s\S]*)<\/svg>\s*$/.exec(drawn) ?? []
  const [, wide, high] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(attributes) ?? []
  if (!wide || !high) throw new AppError('ask.nothing-to-draw', `there is nothing to draw for ${name} in this record`)
  const title = /<title[^>]*>([^<]*)<\/title>/.exec(inside)?.[1] ?? ''
  const lines = wrapped(title, { width: Number(wide), lines: 3, size: SIZE * 1.05 })
  const head = lines.length * LINE + 12
  const [w, h] = [Number(wide) + 2 * MARGIN, Number(high) + head + 2 * MARGIN]
  const box = `viewBox="${-MARGIN} ${-head - MARGIN} ${w} ${h}" width="${w}" height="${h}"`
  const own = attributes.replace(/\s*(?:viewBox|width|height)="[^"]*"/g, '')
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" ${own} ${box}>
<style>
${pictureStyle(theme)}</style>
<rect class="sheet" x="${-MARGIN}" y="${-head - MARGIN}" width="${w}" height="${h}"/>
${lines.map((line, i) => `<text class="headline" x="0" y="${-head + SIZE + i * LINE}">${line}</text>`).join('\n')}
${inside.trim()}
</svg>
`
}
