import type { EntityKind } from '../../codebook/index.ts'

/** What an actor was coded as for a time; `from` included, `until` excluded, either null where it is open. */
export type DatedCode = {
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly from: string | null
  readonly until: string | null
}

/** Something the world knows by name. `id` is the same for every name of one thing: `state:IRN`, `group:hamas`. */
export type Fact = {
  readonly id: string
  readonly name: string
  readonly kind: EntityKind
  readonly codes: readonly DatedCode[]
  readonly gender: 'm' | 'f' | null
}

export type FactForm = 'name' | 'demonym' | 'capital' | 'metonym'

/** A stretch of a text that names a known thing. */
export type FactHit = {
  readonly start: number
  readonly end: number
  readonly fact: Fact
  readonly form: FactForm
}
