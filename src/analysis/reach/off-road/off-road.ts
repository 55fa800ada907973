import { LAND_COVERS, OPEN_GROUND, WALKING_KILOMETRES_PER_HOUR } from '#core/records/land-cover.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { type CoverRaster, NO_COVER } from './cover-raster.ts'
import type { ElevationRaster } from './elevation-raster.ts'
import { slopeAlong } from './slope-along.ts'
import { waterFinder } from './water-finder.ts'
import type { WaterLines } from './water-lines.ts'

/** What lies between two places off the road. */
export type OffRoad = {
  /**
   * Metres of open ground that take as long as a straight line of so many metres; +∞ where water lies
   * between.
   */
  readonly openMetres: (
    lonA: number,
    latA: number,
    lonB: number,
    latB: number,
    metres: number,
  ) => number
  /** No line is worth less than this share of its metres. */
  readonly leastShare: number
}

/** A ground as the off-road part of a journey meets it. */
export type Terrain = {
  readonly water: WaterLines
  /** Null: nothing is known of it, and all ground is open. */
  readonly landCover: CoverRaster | null
  /** Null: no height is known, and all ground is level. */
  readonly elevation: ElevationRaster | null
}

/**
 * Off the road people go straight, never over water, and as fast as the mean of the ground under the
 * line. What a vehicle makes off the road is meant for open ground, that is grass and fields; over other
 * cover it is slower or faster as a walker is. Water among land cover is a barrier by its shore; a cell
 * of the raster that it touches counts as open ground, as one of which nothing is told does.
 *
 * The mean along the line, not the quickest way round thick ground, is what 3 million walks can afford:
 * 0.1 µs a kilometre. Walks round are left to the detour factor.
 *
 * Slopes make a walk longer, by their own mean along the line, times that of the cover; vehicles they
 * stop (`slopeAlong`).
 */
export function offRoadOf(
  { water, landCover, elevation }: Terrain,
  by: Vehicle['offRoad']['by'],
): OffRoad {
  const waterBetween = waterFinder(water)
  const slowness = landCover && slownessAlong(landCover)
  const steepness = elevation && slopeAlong(elevation, by)
  return {
    openMetres(lonA, latA, lonB, latB, metres) {
      if (waterBetween(lonA, latA, lonB, latB) >= 0) return Number.POSITIVE_INFINITY
      const covered = slowness ? metres * slowness(lonA, latA, lonB, latB) : metres
      return steepness ? covered * steepness(lonA, latA, lonB, latB, metres) : covered
    },
    leastShare: landCover ? Math.min(1, ...landCoverSlowness(landCover)) : 1,
  }
}

const OPEN_KILOMETRES_PER_HOUR = WALKING_KILOMETRES_PER_HOUR[OPEN_GROUND]

/** How many times as long each cover takes as open ground, by the codes of a raster. */
const SLOWNESS = Float64Array.from({ length: NO_COVER + 1 }, (_, code) => {
  const cover = LAND_COVERS[code]
  const speed = cover ? WALKING_KILOMETRES_PER_HOUR[cover] : 0
  return speed > 0 ? OPEN_KILOMETRES_PER_HOUR / speed : 1
})

function landCoverSlowness({ cover }: CoverRaster): number[] {
  return [...new Set(cover)].map((code) => SLOWNESS[code]!)
}

/** The mean over a line, looked up about once a cell. */
function slownessAlong({ west, south, cellDegrees, columns, rows, cover }: CoverRaster) {
  return (lonA: number, latA: number, lonB: number, latB: number): number => {
    const x = (lonA - west) / cellDegrees
    const y = (latA - south) / cellDegrees
    const dx = (lonB - lonA) / cellDegrees
    const dy = (latB - latA) / cellDegrees
    const count = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))))
    let sum = 0
    for (let i = 0; i < count; i++) {
      const share = (i + 0.5) / count
      const column = Math.floor(x + share * dx)
      const row = Math.floor(y + share * dy)
      const isIn = column >= 0 && column < columns && row >= 0 && row < rows
      sum += isIn ? SLOWNESS[cover[row * columns + column]!]! : 1
    }
    return sum / count
  }
}
