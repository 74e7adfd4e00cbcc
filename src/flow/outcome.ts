import type { Reading } from '../codebook/index.ts'

/** What came of one item: its reading, or why there is none. `from` says which file or line it was. */
export type Outcome = {
  readonly from: string
  readonly reading: Reading | null
  readonly problem: { readonly code: string; readonly message: string } | null
}
