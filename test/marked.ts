type Stretch = { readonly start: number; readonly end: number }

/** The text with each finding written into it: `[content “Go.”] [cue said] [source Ana]`. Findings may nest but not cross. */
export function marked(text: string, findings: readonly (readonly [label: string, at: Stretch | null])[]): string {
  const marks = findings.flatMap(([label, at], i) =>
    at === null
      ? []
      : [
          { at: at.start, order: 1, inner: -at.end, i, mark: `[${label} ` },
          { at: at.end, order: 0, inner: -at.start, i, mark: ']' },
        ],
  )
  marks.sort((a, b) => a.at - b.at || a.order - b.order || a.inner - b.inner || (a.order === 1 ? a.i - b.i : b.i - a.i))
  let out = ''
  let from = 0
  for (const { at, mark } of marks) {
    out += text.slice(from, at) + mark
    from = at
  }
  return out + text.slice(from)
}
