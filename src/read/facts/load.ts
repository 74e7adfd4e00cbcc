import type { EntityKind } from '../../codebook/index.ts'
import lines from './data/facts.json' with { type: 'json' }
import officials from './data/officials.json' with { type: 'json' }
import type { DatedCode, Fact, FactForm } from './fact.ts'
import { type Token, tokensOf } from './tokens.ts'

/** One name of one fact, ready to be compared with the words of a text. */
export type Name = {
  readonly fact: Fact
  readonly form: FactForm
  /** For each word: 'caps' must be in capitals, 'capital' must begin with one, 'any' may be written either way. */
  readonly cases: readonly ('caps' | 'capital' | 'any')[]
}

export type FactIndex = {
  /** The names written with these words, joined by spaces. */
  readonly named: (key: string) => readonly Name[] | undefined
  /** The most words a name has that begins with this one; 0 where there is none. */
  readonly longest: (first: string) => number
  readonly byId: ReadonlyMap<string, Fact>
}

let index: FactIndex | null = null

/** The knowledge file, read at the first use. Some 5,000 ministers of 2009 to 2015 are only read when their first name turns up. */
export function factIndex(): FactIndex {
  index ??= readIndex()
  return index
}

function readIndex(): FactIndex {
  const byKey = new Map<string, Name[]>()
  const longest = new Map<string, number>()
  const byId = new Map<string, Fact>()
  const waiting = new Map<string, readonly string[]>(Object.entries(officials))
  const add = (row: string) => readFact(row, byKey, longest, byId)
  lines.forEach(add)
  return {
    named: (key) => byKey.get(key),
    longest: (first) => {
      const rows = waiting.get(first)
      if (rows) {
        waiting.delete(first)
        rows.forEach(add)
      }
      return longest.get(first) ?? 0
    },
    byId,
  }
}

/** Read a line of the form `id|kind|country sectors from..until;…|name;name*form|f`. */
function readFact(
  row: string,
  byKey: Map<string, Name[]>,
  longest: Map<string, number>,
  byId: Map<string, Fact>,
): void {
  const [id = '', kind = '', codes = '', names = '', female] = row.split('|')
  if (byId.has(id)) return
  const spelled = names.split(';')
  const fact: Fact = {
    id,
    name: (spelled[0] ?? '').replace(/\*.*/, ''),
    kind: kind as EntityKind,
    codes: codes.split(';').map(readCode),
    gender: kind === 'person' && !id.startsWith('person:px-') ? (female === 'f' ? 'f' : 'm') : null,
  }
  byId.set(id, fact)
  for (const one of spelled) {
    const [name = '', form = 'name'] = one.split('*')
    const tokens = tokensOf(name)
    const first = tokens[0]
    if (!first) continue
    const key = tokens.map((t) => t.key).join(' ')
    const entry: Name = { fact, form: form as FactForm, cases: tokens.map((t, i) => caseOf(t, i, tokens, kind)) }
    const known = byKey.get(key)
    if (known) known.push(entry)
    else byKey.set(key, [entry])
    longest.set(first.key, Math.max(longest.get(first.key) ?? 0, tokens.length))
  }
}

function caseOf(token: Token, at: number, tokens: readonly Token[], kind: string): 'caps' | 'capital' | 'any' {
  if (token.height === 0) return 'any'
  if (token.height === 2) return tokens.length > 1 && at > 0 ? 'any' : 'caps'
  // "the Free Syrian army", "US supreme court": only the first word of a long name is sure of its capital.
  return at > 0 && kind !== 'person' && kind !== 'state' ? 'any' : 'capital'
}

function readCode(code: string): DatedCode {
  const parts = code.split(' ')
  const last = parts.at(-1) ?? ''
  const dated = last.includes('..')
  const [from = '', until = ''] = dated ? last.split('..') : []
  return {
    country: parts[0] === '-' ? null : (parts[0] ?? null),
    sectors: parts.slice(1, dated ? -1 : undefined),
    from: from || null,
    until: until || null,
  }
}
