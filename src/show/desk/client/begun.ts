/** "harsh rev" while it is typed: `harsh rev*`; an open quotation is closed. */
export function begun(typed: string): string {
  const words = typed.trim()
  if ((words.match(/"/g)?.length ?? 0) % 2 === 1) return `${words}"`
  return /[\p{L}\p{N}]{2}$/u.test(words) && !typed.endsWith(' ') ? `${words}*` : words
}
