/** A stream of numbers from 0 up to 1 that a seed fixes (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

// What has broken readers of text before: marks that pair, marks of direction, halves of letters, tags, numbers out of range.
const POISON = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '“‘“',
  '\ud800',
  '\udfff',
  '\u0000',
  '\u0007',
  '\ufeff',
  '\u202e',
  '\u200b',
  '\u00ad',
  '\u2028',
  '\u2029',
  '\r',
  '\r\n',
  '\n\n\n',
  '\t',
  '\u00a0',
  '😀',
  '👩‍👩‍👧‍👦',
  'e\u0301\u0301\u0301',
  'ﷺ',
  'İ',
  'ß',
  'ﬁ',
  '中文',
  'العربية',
  '</p>',
  '<p>',
  '<b>',
  '<div>',
  '<!--',
  '-->',
  ']]>',
  '<script>',
  '</script>',
  '<title>',
  '&#x110000;',
  '&#55296;',
  '&amp',
  '&',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\u',
  '\\ud83d',
  'null',
  '1e999',
  ' said',
  ' said.',
  ', he said',
  'told reporters',
  'Mr.',
  'U.S.',
  '...',
  '…',
  '—',
  '--',
  ' - ',
  '(',
  ')',
  '()',
  '%',
  '%s',
  '$&',
  '$1',
  '00',
  '2020-02-30',
  '31 February',
  'Jan. 99, 2020',
  'in the year 99999999',
  'A'.repeat(300),
  'a '.repeat(200),
  '“'.repeat(60),
  '('.repeat(60),
  'said said said',
  'Related Content',
  'By ',
  '.',
  '. . .',
  '\nANA RUIZ: ',
  ' — Ana Ruiz\n',
  ' according to ',
  'According to ',
  '“I think ',
  ', who said “',
  ' as saying that ',
  ' adding that ',
  '“‘“‘',
  '’”’”',
  'said '.repeat(40),
  '“No,” '.repeat(30),
  'Iran, Iraq and '.repeat(20),
  'President of the '.repeat(15),
  'e\u0301'.repeat(100),
  '0'.repeat(300),
  '\u202eمرحبا\u202c',
  '\u2066\u2069\u200d\u200f',
  '\u0000\u0001\u001b[31m',
  '\n'.repeat(50),
  '中文。'.repeat(30),
  '<table><tr><td>',
  '<script type="application/ld+json">{"articleBody":"',
  '<style>p{}</style>',
  '<a href="javascript:',
  '&nbsp;'.repeat(20),
  '"text":"',
  '\\"',
  '}{',
] as const

/** A text with one to `most` wounds: letters dropped, doubled, moved, cut off, or poison put in between. */
export function mutated(text: string, random: () => number, most = 12): string {
  let out = text
  const at = () => Math.floor(random() * (out.length + 1))
  const wounds = 1 + Math.floor(random() * most)
  for (let i = 0; i < wounds; i += 1) {
    const a = at()
    const b = Math.min(out.length, a + Math.floor(random() ** 3 * 400))
    const kind = Math.floor(random() * 9)
    if (kind < 4) out = out.slice(0, a) + POISON[Math.floor(random() * POISON.length)] + out.slice(a)
    else if (kind === 4) out = out.slice(0, a) + out.slice(b)
    else if (kind === 5) out = out.slice(0, b) + out.slice(a, b) + out.slice(b)
    else if (kind === 6) out = out.slice(0, a) + [...out.slice(a, b)].reverse().join('') + out.slice(b)
    else if (kind === 7) out = out.slice(0, a) + String.fromCharCode(Math.floor(random() * 65536)) + out.slice(a + 1)
    else if (random() < 0.3) out = out.slice(0, a)
    else out = out.slice(0, a) + out.slice(a, b).toUpperCase() + out.slice(b)
  }
  return out
}
