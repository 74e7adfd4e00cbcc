import { z } from 'zod'

/** What a model's card says that the reader needs: the order of its outputs and the thresholds tuned on dev. */
export const Card = z.object({
  name: z.string(),
  tags: z.array(z.object({ name: z.string(), end: z.string(), layer: z.string() })),
  ends: z.array(z.object({ name: z.string(), width: z.int() })),
  links: z.array(z.string()),
  statuses: z.array(z.string()),
  modes: z.array(z.string()),
  endSize: z.int(),
  linkSize: z.int(),
  statusSize: z.int(),
  distances: z.int(),
  /** Smallest score (a probability) at which a span starts or a link holds, by tag or link; `default` for the rest. */
  thresholds: z.record(z.string(), z.number()).default({}),
})
export type Card = z.infer<typeof Card>

/** The bytes of a model's folder: `models/<name>/`. */
export type ModelFiles = {
  readonly card: unknown
  readonly heads: Readonly<Record<string, string>>
  readonly vocabulary: string
  readonly onnx: Uint8Array
}

/** The weights of the small heads that run outside the graph, by name. */
export function weightsOf(heads: ModelFiles['heads'], name: string): Float32Array {
  const bytes = Buffer.from(heads[name] ?? '', 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
