import { extentOfPositions } from '#core/geo/extent.ts'
import { hasGeometry, type RawRecord } from '../../raw-table.ts'
import { type Found, given, type PositionWay, type Unfound } from './way.ts'

/** The point itself, or the middle of the extent of a line or an outline. */
export const fromGeometry: PositionWay = {
  isIn: ({ table }) => hasGeometry(table),
  reader: () => middleOf,
}

function middleOf({ geometry }: RawRecord): Found | Unfound {
  if (!geometry) return { code: 'geometry-missing', why: 'it has no place on the map' }
  const positions =
    geometry.type === 'points'
      ? geometry.points
      : geometry.type === 'lines'
        ? geometry.lines.flat()
        : geometry.polygons.flat(2)
  const [first] = positions
  if (first && positions.length === 1) return given(first)
  const [west, south, east, north] = extentOfPositions(positions)
  return given([(west + east) / 2, (south + north) / 2])
}
