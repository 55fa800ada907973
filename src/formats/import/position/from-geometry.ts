import { metresBetween } from '#core/geo/distance.ts'
import { type ExtentDegrees, extentOfPositions } from '#core/geo/extent.ts'
import type { LonLat } from '#core/place.ts'
import { hasGeometry, type RawRecord } from '../../raw-table.ts'
import { type Found, given, type PositionWay, type Unfound } from './way.ts'

/**
 * The point itself, or the middle of the extent of several points, a line or an outline, with a radius
 * that holds all of it.
 */
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
  const middle: LonLat = [(west + east) / 2, (south + north) / 2]
  const far = geometry.type === 'points' ? positions : cornersOf([west, south, east, north])
  const errorMetres = far.reduce((most, place) => Math.max(most, metresBetween(middle, place)), 0)
  return { ...given(middle), errorMetres }
}

function cornersOf([west, south, east, north]: ExtentDegrees): LonLat[] {
  return [west, east].flatMap((lon): LonLat[] => [
    [lon, south],
    [lon, north],
  ])
}
