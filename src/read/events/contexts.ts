import type { Document } from '../document.ts'
import type { RawEvent } from './find-events.ts'

/** PLOVER contexts of an event. */
export function contextsOf(_doc: Document, _event: RawEvent): string[] {
  return []
}
