import type { Range } from '../../codebook/index.ts'

/** The paragraphs of a text: its lines that are not blank, without the white space round them. */
export function readParagraphs(text: string): Range[] {
  const found: Range[] = []
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const start = line.index + line[0].length - line[0].trimStart().length
    const end = line.index + line[0].trimEnd().length
    if (end > start) found.push({ start, end })
  }
  return found
}
