/** How a stretch of text looks where colour is allowed; several may lie over each other. */
export type Style = 'bold' | 'dim' | 'said' | 'under' | 'quad1' | 'quad2' | 'quad3' | 'quad4'
export type Run = { readonly text: string; readonly styles?: readonly Style[] }
export type Line = readonly Run[]

const SGR: Readonly<Record<Style, number>> = {
  bold: 1,
  dim: 2,
  said: 36,
  under: 4,
  quad1: 36,
  quad2: 32,
  quad3: 33,
  quad4: 31,
}

/** The line as a terminal shows it; without colour it is its plain text. */
export function painted(line: Line, colour: boolean): string {
  let out = ''
  let codes = ''
  for (const { text, styles = [] } of line) {
    const wanted = colour ? styles.map((style) => SGR[style]).join(';') : ''
    if (wanted !== codes) out += `${codes && '\x1b[0m'}${wanted && `\x1b[${wanted}m`}`
    codes = wanted
    out += visible(text)
  }
  return out.trimEnd() + (codes && '\x1b[0m')
}

/** Control characters shown as a dot: an article must not steer the terminal. Lone surrogates would not survive UTF-8. */
export function visible(text: string): string {
  return text
    .replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·')
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

/** How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const letter of text) width += /\p{M}|\u200d|\ufe0f/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1
  return width
}
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/** Runs broken into lines of at most `width` columns, at spaces; a line break in the text is kept, a longer word is cut. */
export function wrapped(runs: readonly Run[], width: number): Line[] {
  const lines: Run[][] = [[]]
  let word: Run[] = []
  let wordWidth = 0
  let used = 0
  const push = (run: Run) => lines.at(-1)!.push(run)
  const endWord = () => {
    if (wordWidth === 0) return
    if (used > 0 && used + wordWidth > width) newLine()
    for (const run of word) push(run)
    used += wordWidth
    word = []
    wordWidth = 0
  }
  const newLine = () => {
    lines.push([])
    used = 0
  }
  for (const { text, styles = [] } of runs) {
    for (const piece of text.match(/\r\n|[\n\r\u2028\u2029]|[^\S\n\r\u2028\u2029]+|\S+/g) ?? []) {
      if (/^[\n\r\u2028\u2029]/.test(piece)) {
        endWord()
        newLine()
      } else if (/^\s/.test(piece)) {
        endWord()
        if (used > 0 && used < width) {
          push({ text: ' ', styles })
          used += 1
        }
      } else {
        for (const part of cut(piece, width)) {
          const partWidth = widthOf(part)
          if (wordWidth + partWidth > width) endWord()
          word.push({ text: part, styles })
          wordWidth += partWidth
        }
      }
    }
  }
  endWord()
  return lines
}

function cut(word: string, width: number): string[] {
  if (word.length <= width) return [word]
  const letters = [...word]
  const step = Math.max(1, Math.floor(width / 2))
  return Array.from({ length: Math.ceil(letters.length / step) }, (_, i) =>
    letters.slice(i * step, (i + 1) * step).join(''),
  )
}

export type Column = { readonly head: string; readonly width: number }

/**
 * Rows under their heads, each cell wrapped in its column. `under` gives the lines below a row, indented; rows that have
 * some, or cells of several lines where `airy` asks for it, are set apart by an empty line.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (readonly Run[])[])[],
  under?: (row: number) => readonly Line[],
): Line[] {
  const cells = rows.map((row) => row.map((cell, i) => wrapped(cell, columns[i]!.width)))
  const airy =
    under !== undefined || cells.filter((row) => row.some((cell) => cell.length > 1)).length > rows.length / 2
  const lines: Line[] = [
    joined(
      columns,
      columns.map(({ head }) => [{ text: head, styles: ['dim'] }]),
    ),
    joined(
      columns,
      columns.map(({ width }) => [{ text: '─'.repeat(width), styles: ['dim'] }]),
    ),
  ]
  for (const [r, row] of cells.entries()) {
    if (r > 0 && airy) lines.push([])
    const height = Math.max(1, ...row.map((cell) => cell.length))
    for (let i = 0; i < height; i += 1)
      lines.push(
        joined(
          columns,
          row.map((cell) => cell[i] ?? []),
        ),
      )
    for (const line of under?.(r) ?? [])
      lines.push([
        { text: '    ' },
        ...line.map((run) => ({ ...run, styles: [...(run.styles ?? []), 'dim' as const] })),
      ])
  }
  return lines
}

/** A paragraph after a bullet, its later lines under its first word. */
export function bulleted(runs: readonly Run[], width: number): Line[] {
  return wrapped(runs, width - 2).map((line, i) => [{ text: i === 0 ? '· ' : '  ' }, ...line])
}

function joined(columns: readonly Column[], cells: readonly Line[]): Line {
  return cells.flatMap((cell, i) => {
    const width = cell.reduce((sum, run) => sum + widthOf(run.text), 0)
    const pad = i === cells.length - 1 ? '' : ' '.repeat(Math.max(0, columns[i]!.width - width) + 2)
    return [...cell, { text: pad }]
  })
}
