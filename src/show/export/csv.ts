import type { FlatRow } from '../questions/question.ts'

/** Rows as CSV lines, with the head first where asked; a cell a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvOf(
  columns: readonly string[],
  rows: readonly FlatRow[],
  options: { readonly head: boolean },
): string {
  const lines = rows.map((row) => columns.map((name) => cell(row[name] ?? null)).join(','))
  return [...(options.head ? [columns.join(',')] : []), ...lines].map((line) => `${line}\r\n`).join('')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
