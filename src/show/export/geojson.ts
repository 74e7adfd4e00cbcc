import type { Db } from '../../record/index.ts'
import type { FlatRow } from '../questions/question.ts'
import type { ExportTable } from './tables.ts'

/**
 * A table as a GeoJSON FeatureCollection (RFC 7946). Only a point or a city is drawn as a point; what is known no better
 * than by province or country has no geometry, so that no map shows a place the words do not give.
 */
export async function* geojsonOf(table: ExportTable, db: Db, asOf?: string): AsyncGenerator<string> {
  const dictionary = Object.fromEntries(table.columns.map((c) => [c.name, c.meaning]))
  yield `{"type":"FeatureCollection","dictionary":${JSON.stringify(dictionary)},"features":[`
  let first = true
  for await (const rows of table.rows(db, asOf)) {
    const features = rows.map((row) => JSON.stringify(featureOf(row)))
    if (features.length === 0) continue
    yield `${first ? '\n' : ',\n'}${features.join(',\n')}`
    first = false
  }
  yield '\n]}\n'
}

function featureOf(row: FlatRow): object {
  const { lat, lon, place_precision: precision } = row
  const exact = typeof lat === 'number' && typeof lon === 'number' && (precision === 'point' || precision === 'city')
  return {
    type: 'Feature',
    id: row.id,
    geometry: exact ? { type: 'Point', coordinates: [lon, lat] } : null,
    properties: row,
  }
}
