/**
 * The lines of a stream of bytes with their numbers, from 1, without space round them; blank ones are left out.
 * A line of more than `most` bytes comes as null and is never held whole. UTF-16 with a byte order mark is understood.
 */
export async function* linesIn(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<{ readonly number: number; readonly bytes: Uint8Array | null }> {
  let number = 1
  let pieces: Buffer[] = []
  let size = 0
  const line = () => {
    const bytes = size > most ? null : trimmed(Buffer.concat(pieces))
    pieces = []
    size = 0
    return { number: number++, bytes }
  }
  for await (const chunk of asUtf8(stream)) {
    let from = 0
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at))
      const next = line()
      if (next.bytes === null || next.bytes.length > 0) yield next
      from = at + 1
    }
    keep(chunk.subarray(from))
  }
  const last = line()
  if (last.bytes === null || last.bytes.length > 0) yield last

  function keep(piece: Buffer): void {
    size += piece.length
    if (size > most) pieces = []
    else if (piece.length > 0) pieces.push(piece)
  }
}

async function* asUtf8(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let wide: InstanceType<typeof TextDecoder> | null | undefined
  for await (const chunk of stream) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (wide === undefined) {
      wide = bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le') : null
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
    }
    yield wide ? Buffer.from(wide.decode(bytes, { stream: true })) : bytes
  }
}

function trimmed(bytes: Buffer): Buffer {
  let start = 0
  let end = bytes.length
  while (start < end && bytes[start]! <= 32) start += 1
  while (end > start && bytes[end - 1]! <= 32) end -= 1
  return bytes.subarray(start, end)
}
