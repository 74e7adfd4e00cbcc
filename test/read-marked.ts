import { assembleAttributions } from '../src/read/attributions/assemble.ts'
import { documentOf } from './document-of.ts'
import { marked } from './marked.ts'

type Spans = Parameters<typeof documentOf>[1]

/** The attributions written into the text, numbered where there are several. */
export function readMarked(text: string, spans: Spans): string {
  const { doc } = documentOf(text, spans)
  const all = assembleAttributions(doc)
  const label = (name: string, i: number): string => (all.length > 1 ? `${name}${i + 1}` : name)
  return marked(
    text,
    all.flatMap((a, i) => [
      [label('source', i), a.source] as const,
      [label('cue', i), a.cue] as const,
      ...a.content.map((c) => [label('content', i), c] as const),
    ]),
  )
}
