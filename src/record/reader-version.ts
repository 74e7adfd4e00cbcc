/** True where reader `a` is of an older version than `b`: `rubicon-reader/0.3.0+sha256:…`. Different programs have no order. */
export function isOlderReader(a: string, b: string): boolean {
  const [left, right] = [parts(a), parts(b)]
  if (left.name !== right.name) return false
  for (let i = 0; i < 3; i += 1) {
    const [x, y] = [left.numbers[i] ?? 0, right.numbers[i] ?? 0]
    if (x !== y) return x < y
  }
  return false
}

function parts(reader: string): { name: string; numbers: number[] } {
  const [name = '', version = ''] = reader.split('/')
  return { name, numbers: (version.split('+')[0] ?? '').split('.').map((n) => Number.parseInt(n, 10) || 0) }
}
