import type { Channel } from '../../codebook/index.ts'
import type { Document } from '../document.ts'
import type { Clusters } from '../entities/entity.ts'
import type { Told } from './tell-speakers.ts'

/** Through what a statement went out. */
export function channelOf(_doc: Document, _clusters: Clusters, _a: Told, _id: (entity: number) => string | null): Channel {
  return { kind: 'unknown', text: null, through: null }
}
