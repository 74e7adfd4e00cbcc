import type { Explanation } from '../../read/index.ts'
import { bulleted, type Line, painted, type Run, wrapped } from './layout.ts'
import { shortened } from './words.ts'

/** What was found at a place: its sentence with the place marked, then one block a finding. */
export function explanationText(
  { at, sentence, findings }: Explanation,
  text: string,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const wide = Math.max(60, Math.min(width, 100))
  const lines: Line[] = [
    ...wrapped([{ text: `At letter ${at}${sentence ? '' : ', in no sentence that is read'}:`, styles: ['dim'] }], wide),
    [],
    ...wrapped(
      around(text, at, sentence ?? { start: Math.max(0, at - 60), end: Math.min(text.length, at + 60) }),
      wide,
    ),
    [],
    ...(findings.length === 0 ? [[{ text: 'Nothing was found here.' }]] : []),
  ]
  for (const { what, id, span, part, confidence, considered } of findings) {
    lines.push(
      ...wrapped(
        [
          { text: what, styles: ['bold'] },
          { text: ` ${id}`, styles: ['dim'] },
        ],
        wide,
      ),
      ...bulleted(
        [
          { text: '“' },
          { text: shortened(span.text, 300), styles: ['said'] },
          { text: '” ' },
          { text: `letters ${span.start} to ${span.end}`, styles: ['dim'] },
        ],
        wide,
      ),
      ...bulleted(
        [{ text: `found by ${part}${confidence === null ? '' : `, ${Math.round(confidence * 100)} % sure`}` }],
        wide,
      ),
      ...(considered.length === 0
        ? []
        : [
            ...bulleted([{ text: 'also considered:' }], wide),
            ...considered.flatMap((other) =>
              bulleted([{ text: other }], wide - 2).map((line): Line => [{ text: '  ' }, ...line]),
            ),
          ]),
      [],
    )
  }
  return `${lines
    .map((line) => painted(line, colour))
    .join('\n')
    .trimEnd()}\n`
}

/** The sentence with the word at the place between marks. */
function around(text: string, at: number, { start, end }: { readonly start: number; readonly end: number }): Run[] {
  const isWord = (i: number) => i >= start && i < end && /[\p{L}\p{N}’'-]/u.test(text[i] ?? '')
  let from = at
  let until = at
  while (isWord(from - 1) && isWord(at)) from -= 1
  while (isWord(until)) until += 1
  if (until === from) until = Math.min(end, from + 1)
  return [
    { text: text.slice(start, from) },
    { text: '▸', styles: ['dim'] },
    { text: text.slice(from, until), styles: ['bold', 'under'] },
    { text: '◂', styles: ['dim'] },
    { text: text.slice(until, end) },
  ]
}
