import type { Feature, FeatureCollection, LineString, Position } from 'geojson'
import { type Columns, categoriesOf, labelAt, textsOf } from '#core/columns/columns.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Dataset } from '#core/records/dataset.ts'
import { ROAD_CLASSES, type RoadClass } from '#core/records/operation.ts'
import { remembered } from '../../remembered.ts'

/** Road datasets whose columns are there, newest first. */
export function roadDatasets({ tables }: OperationDocument): readonly Dataset[] {
  return [...tables.datasets.values()]
    .filter(({ kind }) => kind === 'roads')
    .sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))
}

/** One line a stretch; `roadClass` is paved, gravel or track, and track where none is said. */
export const roadLines = remembered(
  (...all: readonly Columns[]): FeatureCollection<LineString> => ({
    type: 'FeatureCollection',
    features: all.flatMap(linesOf),
  }),
)

/** How many stretches there are of each class. */
export const roadCounts = remembered(
  (lines: FeatureCollection<LineString>): Readonly<Record<RoadClass, number>> => {
    const counts = { paved: 0, gravel: 0, track: 0 }
    for (const { properties } of lines.features) counts[properties?.['roadClass'] as RoadClass] += 1
    return counts
  },
)

function linesOf(columns: Columns): Feature<LineString>[] {
  const { geometry, rowCount } = columns
  if (geometry.type !== 'lines') return []
  const classes = categoriesOf(columns, 'roadClass')
  const names = textsOf(columns, 'name')
  return Array.from({ length: rowCount }, (_, row) => {
    const coordinates: Position[] = []
    for (let v = geometry.offsets[row]!; v < geometry.offsets[row + 1]!; v++) {
      coordinates.push([geometry.positions[2 * v]!, geometry.positions[2 * v + 1]!])
    }
    const named = ROAD_CLASSES.find((each) => each === labelAt(classes, row))
    return {
      type: 'Feature',
      properties: { roadClass: named ?? 'track', name: names[row] ?? '' },
      geometry: { type: 'LineString', coordinates },
    }
  })
}
