import { type Neighbours, ringVisitor } from '../statistics/neighbours.ts'

/** Weight of the cell itself, of its first ring, of its second. A working value: show it. */
export const RING_WEIGHTS: readonly number[] = [1, 0.5, 0.25]

/**
 * Σw·x/Σw over the rings about each cell: what is usual around here, in the unit of the values. For
 * rates and scores; the total is not kept. Missing cells and ground beyond the edge count for
 * nothing; a missing cell stays missing.
 *
 * @param values one a cell; NaN missing.
 * @source reference 01-spatial/synthetic_hex91.json, `kring_smoothed_mean`.
 */
export function smoothedMean(
  values: Float64Array,
  neighbours: Neighbours,
  ringWeights = RING_WEIGHTS,
): Float64Array {
  const eachInRings = ringVisitor(values.length, neighbours)
  return values.map((own, cell) => {
    if (Number.isNaN(own)) return Number.NaN
    let sum = 0
    let weights = 0
    eachInRings(cell, ringWeights.length - 1, (other, ring) => {
      const value = values[other]!
      if (Number.isNaN(value)) return
      sum += ringWeights[ring]! * value
      weights += ringWeights[ring]!
    })
    return sum / weights
  })
}

/**
 * Hands each count out over the rings about its cell, by weight: where it may have happened. For
 * counts and masses; the total stays the same. Nothing is handed to a missing cell or beyond the
 * edge; a missing cell stays missing.
 *
 * @param counts one a cell; NaN missing.
 * @source reference 01-spatial/synthetic_hex91.json, `kring_spread_mass_conserving`.
 */
export function ringSpread(
  counts: Float64Array,
  neighbours: Neighbours,
  ringWeights = RING_WEIGHTS,
): Float64Array {
  const eachInRings = ringVisitor(counts.length, neighbours)
  const spread = counts.map((count) => (Number.isNaN(count) ? Number.NaN : 0))
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell]!
    if (Number.isNaN(count) || count === 0) continue
    let weights = 0
    eachInRings(cell, ringWeights.length - 1, (other, ring) => {
      if (!Number.isNaN(counts[other]!)) weights += ringWeights[ring]!
    })
    eachInRings(cell, ringWeights.length - 1, (other, ring) => {
      if (!Number.isNaN(counts[other]!)) spread[other]! += (count * ringWeights[ring]!) / weights
    })
  }
  return spread
}
