import { type Columns, textsOf } from '#core/columns/columns.ts'
import { type Stretch, stretchesOf } from '#core/columns/road-columns.ts'
import { metresBetweenDegrees, type Projection, projectionAbout } from '#core/geo/distance.ts'

/** Straight pieces of road on a flat sheet, as they were drawn. */
export type RoadSegments = {
  readonly count: number
  /** Per segment: x and y of its two ends, metres east and north of the sheet's centre. */
  readonly ends: Float64Array
  /** Along the line as drawn; more than between its ends for a ferry, which is one segment. */
  readonly metres: Float64Array
  /** 1: nobody boards on the way, a ferry. */
  readonly isWhole: Uint8Array
  /** The stretch that each is part of: a position in `stretches`. */
  readonly stretch: Uint32Array
  readonly stretches: readonly NamedStretch[]
  /** 1 where the first end begins a line, 2 where the second ends one, 3 both. */
  readonly lineEnds: Uint8Array
  readonly centre: readonly [number, number]
}

/** What is known of one line of a dataset. */
export type NamedStretch = Stretch & { readonly name: string }

/** Cuts the lines of road datasets into segments; a ferry stays whole, for it is boarded at its ends. */
export function roadSegments(roads: readonly Columns[]): RoadSegments {
  const centre = centreOf(roads)
  const sheet = projectionAbout(centre)
  const ends: number[] = []
  const metres: number[] = []
  const isWhole: number[] = []
  const stretch: number[] = []
  const stretches: NamedStretch[] = []
  const lineEnds: number[] = []
  for (const batch of roads) {
    const { geometry, rowCount } = batch
    if (geometry.type !== 'lines') continue
    const stretchAt = stretchesOf(batch)
    const names = textsOf(batch, 'name')
    for (let row = 0; row < rowCount; row++) {
      stretches.push({ ...stretchAt(row), name: names[row] ?? '' })
      const [first, last] = [geometry.offsets[row]!, geometry.offsets[row + 1]! - 1]
      const isFerry = stretches.at(-1)!.crossing === 'ferry'
      const add = (from: number, to: number) => {
        ends.push(...metresOf(sheet, geometry.positions, from))
        ends.push(...metresOf(sheet, geometry.positions, to))
        metres.push(metresAlong(geometry.positions, from, to))
        isWhole.push(isFerry ? 1 : 0)
        stretch.push(stretches.length - 1)
        lineEnds.push((from === first ? 1 : 0) + (to === last ? 2 : 0))
      }
      if (isFerry && last > first) add(first, last)
      else for (let vertex = first; vertex < last; vertex++) add(vertex, vertex + 1)
    }
  }
  return {
    count: stretch.length,
    ends: Float64Array.from(ends),
    metres: Float64Array.from(metres),
    isWhole: Uint8Array.from(isWhole),
    stretch: Uint32Array.from(stretch),
    stretches,
    lineEnds: Uint8Array.from(lineEnds),
    centre,
  }
}

function metresOf(sheet: Projection, positions: Float64Array, vertex: number): [number, number] {
  const lon = positions[2 * vertex]!
  const lat = positions[2 * vertex + 1]!
  return [1000 * sheet.eastKilometres(lon, lat), 1000 * sheet.northKilometres(lon, lat)]
}

function metresAlong(positions: Float64Array, from: number, to: number): number {
  let metres = 0
  for (let at = 2 * from; at < 2 * to; at += 2) {
    const [lonA, latA] = [positions[at]!, positions[at + 1]!]
    metres += metresBetweenDegrees(lonA, latA, positions[at + 2]!, positions[at + 3]!)
  }
  return metres
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
