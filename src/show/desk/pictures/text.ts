// How much room words take in a picture: nothing measures letters on a server, so each counts by how broad its kind is.
const NARROW = /[iljtfrI.,:;'’!|()[\]\- ]/
const BROAD = /[mwMW—%@]/

const widths = new Map<string, number>()

function widthOf(letter: string): number {
  const known = widths.get(letter)
  if (known !== undefined) return known
  const em = NARROW.test(letter) ? 0.34 : BROAD.test(letter) ? 0.9 : /\p{Lu}|\d/u.test(letter) ? 0.68 : 0.575
  if (widths.size < 5000) widths.set(letter, em)
  return em
}

/** About how wide a line is in the desk's sans, in the units of the drawing; rather too wide than too narrow. */
export function textWidth(text: string, size = 12): number {
  let em = 0
  for (const letter of text) em += widthOf(letter)
  return em * size
}

/** Words broken into lines no wider than `width`; what does not fit into `lines` lines ends in "…". */
export function wrapped(
  text: string,
  { width, lines, size = 12 }: { width: number; lines: number; size?: number },
): string[] {
  const found: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, size) <= width || line === '') line = longer
    else {
      found.push(line)
      line = word
    }
  }
  if (line !== '') found.push(line)
  if (found.length <= lines) return found
  const last = found[lines - 1] ?? ''
  return [...found.slice(0, lines - 1), shortened(last, width, size)]
}

function shortened(line: string, width: number, size: number): string {
  let kept = line
  while (kept.includes(' ') && textWidth(`${kept} …`, size) > width) kept = kept.slice(0, kept.lastIndexOf(' '))
  return `${kept.replace(/[,;:]$/, '')} …`
}
