import type { Casualties } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import type { RawEvent } from './find-events.ts'

/** The dead and injured that the words give an event, as a range. */
export function casualtiesOf(_doc: Document, _event: RawEvent, _all: readonly RawEvent[]): Casualties | null {
  return null
}
