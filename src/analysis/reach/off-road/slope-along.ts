import { slownessOnSlope } from '../friction/slope-speed.ts'
import { type ElevationRaster, heightAt } from './elevation-raster.ts'

/** Rise over run from which on no vehicle goes off the road (guess; tables for trucks begin near 30 %). */
export const MAX_VEHICLE_SLOPE = 0.3

/**
 * How many times as long a straight line takes as over level ground, there and back alike: on foot by
 * the slope of each piece of it, about a square long; by a vehicle once, or +∞ where a piece is too
 * steep. A piece of which no height is told counts as level. Some 0.3 µs a piece.
 */
export function slopeAlong(
  raster: ElevationRaster,
  by: 'foot' | 'vehicle',
): (lonA: number, latA: number, lonB: number, latB: number, metres: number) => number {
  const { west, south, cellDegrees } = raster
  const isVehicle = by === 'vehicle'
  return (lonA, latA, lonB, latB, metres) => {
    if (!(metres > 0)) return 1
    const x = (lonA - west) / cellDegrees - 0.5
    const y = (latA - south) / cellDegrees - 0.5
    const dx = (lonB - lonA) / cellDegrees
    const dy = (latB - latA) / cellDegrees
    const count = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))))
    const run = metres / count
    let before = heightAt(raster, x, y)
    let sum = 0
    for (let i = 1; i <= count; i++) {
      const height = heightAt(raster, x + (i / count) * dx, y + (i / count) * dy)
      const slope = Math.abs(height - before) / run
      before = height
      if (isVehicle && slope > MAX_VEHICLE_SLOPE) return Number.POSITIVE_INFINITY
      sum += isVehicle || Number.isNaN(slope) ? 1 : slownessOnSlope(slope)
    }
    return sum / count
  }
}
