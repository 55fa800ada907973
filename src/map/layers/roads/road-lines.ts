import type { Feature, FeatureCollection, LineString, Position } from 'geojson'
import { type Columns, textsOf } from '#core/columns/columns.ts'
import { stretchesOf } from '#core/columns/road-columns.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Dataset } from '#core/records/dataset.ts'
import type { RoadSurface } from '#core/records/road.ts'
import { remembered } from '../../remembered.ts'

/** Road datasets whose columns are there, newest first. */
export function roadDatasets({ tables }: OperationDocument): readonly Dataset[] {
  return [...tables.datasets.values()]
    .filter(({ kind }) => kind === 'roads')
    .sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))
}

/** One line a stretch; `surface` is earth where none is said. */
export const roadLines = remembered(
  (...all: readonly Columns[]): FeatureCollection<LineString> => ({
    type: 'FeatureCollection',
    features: all.flatMap(linesOf),
  }),
)

/** How many stretches there are on each surface. */
export const roadCounts = remembered(
  (lines: FeatureCollection<LineString>): Readonly<Record<RoadSurface, number>> => {
    const counts = { paved: 0, gravel: 0, earth: 0 }
    for (const { properties } of lines.features) counts[properties?.['surface'] as RoadSurface] += 1
    return counts
  },
)

function linesOf(columns: Columns): Feature<LineString>[] {
  const { geometry, rowCount } = columns
  if (geometry.type !== 'lines') return []
  const stretchAt = stretchesOf(columns)
  const names = textsOf(columns, 'name')
  return Array.from({ length: rowCount }, (_, row) => {
    const coordinates: Position[] = []
    for (let v = geometry.offsets[row]!; v < geometry.offsets[row + 1]!; v++) {
      coordinates.push([geometry.positions[2 * v]!, geometry.positions[2 * v + 1]!])
    }
    return {
      type: 'Feature',
      properties: { surface: stretchAt(row).surface, name: names[row] ?? '' },
      geometry: { type: 'LineString', coordinates },
    }
  })
}
