/** Where words stand in a text, whatever lies between them of spaces and line breaks; of several places the one nearest to `near`. */
export function findWords(
  text: string,
  words: string,
  near: number,
): { readonly start: number; readonly end: number } | null {
  const parts = words.trim().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return null
  const pattern = new RegExp(parts.map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'g')
  let best: { start: number; end: number } | null = null
  for (const found of text.matchAll(pattern))
    if (!best || Math.abs(found.index - near) < Math.abs(best.start - near))
      best = { start: found.index, end: found.index + found[0].length }
  return best
}
