import type { Columns } from '#core/columns/columns.ts'
import { categoriesOf } from '#core/columns/columns.ts'
import { type Projection, projectionAbout } from '#core/geo/distance.ts'
import { ROAD_CLASSES, type RoadClass } from '#core/records/operation.ts'

/** Straight pieces of road on a flat sheet, as they were drawn. */
export type RoadSegments = {
  readonly count: number
  /** Per segment: x and y of its two ends, metres east and north of the sheet's centre. */
  readonly ends: Float64Array
  /** Index into ROAD_CLASSES. */
  readonly roadClass: Uint8Array
  /** 1 where the first end begins a line, 2 where the second ends one, 3 both. */
  readonly lineEnds: Uint8Array
  readonly centre: readonly [number, number]
}

const UNKNOWN_CLASS = ROAD_CLASSES.indexOf('track')

/** Cuts the lines of road datasets into segments. A class that is not known counts as the slowest. */
export function roadSegments(roads: readonly Columns[]): RoadSegments {
  const centre = centreOf(roads)
  const sheet = projectionAbout(centre)
  const ends: number[] = []
  const roadClass: number[] = []
  const lineEnds: number[] = []
  for (const batch of roads) {
    const { geometry, rowCount } = batch
    if (geometry.type !== 'lines') continue
    const classes = categoriesOf(batch, 'roadClass')
    for (let row = 0; row < rowCount; row++) {
      const label = classes.labels[classes.codes[row]!]
      const known = ROAD_CLASSES.indexOf(label as RoadClass)
      const [first, last] = [geometry.offsets[row]!, geometry.offsets[row + 1]! - 1]
      for (let vertex = first; vertex < last; vertex++) {
        ends.push(...metresOf(sheet, geometry.positions, vertex))
        ends.push(...metresOf(sheet, geometry.positions, vertex + 1))
        roadClass.push(known < 0 ? UNKNOWN_CLASS : known)
        lineEnds.push((vertex === first ? 1 : 0) + (vertex + 1 === last ? 2 : 0))
      }
    }
  }
  return {
    count: roadClass.length,
    ends: Float64Array.from(ends),
    roadClass: Uint8Array.from(roadClass),
    lineEnds: Uint8Array.from(lineEnds),
    centre,
  }
}

function metresOf(sheet: Projection, positions: Float64Array, vertex: number): [number, number] {
  const lon = positions[2 * vertex]!
  const lat = positions[2 * vertex + 1]!
  return [1000 * sheet.eastKilometres(lon, lat), 1000 * sheet.northKilometres(lon, lat)]
}

function centreOf(roads: readonly Columns[]): [number, number] {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { geometry } of roads) {
    if (geometry.type !== 'lines') continue
    for (let at = 0; at < geometry.positions.length; at += 2) {
      west = Math.min(west, geometry.positions[at]!)
      east = Math.max(east, geometry.positions[at]!)
      south = Math.min(south, geometry.positions[at + 1]!)
      north = Math.max(north, geometry.positions[at + 1]!)
    }
  }
  return west > east ? [0, 0] : [(west + east) / 2, (south + north) / 2]
}
