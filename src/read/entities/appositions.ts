import type { Document } from '../document.ts'
import type { Draft } from './find-mentions.ts'
import { officeIn } from './holders.ts'

const REACH = 6
/** What an office beside a person's name adds to the model's score. */
const OFFICE = 2

/**
 * Descriptions that stand beside a name, by draft: "Diane Abbott, the shadow home secretary" · "the home secretary, Sajid Javid" · "Lee is the chairman".
 */
export function appositions(doc: Document, drafts: readonly Draft[]): Map<number, number> {
  const twins = new Map<number, number>()
  const same = doc.linker.index('same')
  for (const [i, description] of drafts.entries()) {
    if (description.form !== 'description') continue
    for (let j = Math.max(0, i - REACH); j <= Math.min(drafts.length - 1, i + REACH); j++) {
      const name = drafts[j] as Draft
      if (j === i || (name.form !== 'name' && name.form !== 'metonym') || name.sentence !== description.sentence)
        continue
      if (!agree(name, description)) continue
      // "rebel spokesman" in "rebel spokesman Ana Ruiz"
      if (
        name.start <= description.start &&
        description.end < name.end &&
        name.kind === 'person' &&
        isOfficeOf(doc.text, description, name)
      ) {
        twins.set(i, j)
        break
      }
      const [a, b] = j < i ? [name, description] : [description, name]
      if (b.start < a.end) continue
      const shape = shapeOf(doc.text, a, b)
      const isOffice = name.kind === 'person' && officeIn(doc.text.slice(description.start, description.end)) !== null
      const score = doc.linker.one(b, a, same) + (isOffice ? OFFICE : 0)
      if ((shape === 'comma' && score > -1.5) || (shape === 'is' && score > 0) || (shape === 'touch' && score > -1)) {
        if (!twins.has(i)) twins.set(i, j)
      }
    }
  }
  return twins
}

/** Whether a description inside a mention with a title is all that stands before the name, but for titles. */
function isOfficeOf(text: string, description: Draft, { name, end }: Draft): boolean {
  const between = name === null ? '' : text.slice(description.end, end - name.length)
  return /^ (?:\p{Lu}[\p{L}.]+ )*$/u.test(between)
}

function agree(name: Draft, description: Draft): boolean {
  if (name.kind === description.kind) return true
  if (name.kind === 'person' || description.kind === 'person') return false
  return (
    name.kind !== 'state' ||
    description.kind === 'organisation' ||
    description.kind === 'group' ||
    description.kind === 'state'
  )
}

function shapeOf(text: string, a: Draft, b: Draft): 'comma' | 'is' | 'touch' | null {
  const between = text.slice(a.end, b.start)
  const behind = text.slice(b.end, b.end + 2)
  // "A spokesman for the corps, Gen. Okoth, …"
  if (a.form === 'description' && a.kind === 'person' && /^ (?:for|of|at|from|with) [^,.;:“”]{1,60},\s$/.test(between))
    return /^,/.test(behind) ? 'comma' : null
  if (/^,\s(?:\d+,\s)?$|^\s[–—-]\s$|^\s\($/.test(between))
    return /^(?:\s?[,.;:)–—]|\s[–—-])/.test(behind) ||
      behind.trim() === '' ||
      /^[’']/.test(behind) ||
      / of | for | in | at /.test(text.slice(b.end, b.end + 5)) ||
      b.form === 'name'
      ? 'comma'
      : null
  if (/^\s(?:is|was|became|remains|as)\s$/.test(between)) return 'is'
  return /^\s$/.test(between) ? 'touch' : null
}
