import { mannKendall } from '../statistics/mann-kendall.ts'
import { momentsOf } from '../statistics/moments.ts'
import { eachKnownNeighbour, type Neighbours } from '../statistics/neighbours.ts'
import { adjustedP, twoSidedP } from '../statistics/normal-tail.ts'
import { EMERGING_CLASSES, emergingClass } from './emerging-classes.ts'

/** Fewer steps than this show no pattern. */
export const LEAST_EMERGING_STEPS = 10

/** Hot and cold spots over time. */
export type EmergingHotSpots = {
  /** Gi* by step and cell, `z[step × cellCount + cell]`; NaN missing. */
  readonly z: Float64Array
  /** 1 hot, −1 cold, 0 neither at 90 % after control of false discoveries, laid out as `z`. */
  readonly bins: Int8Array
  /** One a cell: place in `EMERGING_CLASSES`; −1 with fewer than ten known steps. */
  readonly code: Int8Array
}

/**
 * Gi* in space and time: of each cell and step against the whole cube, its neighbours in the same
 * step and all of them in the step before; then the trend of each cell’s z and its class. Missing
 * cells leave the cube.
 *
 * @param steps values by step in order of time, each one a cell; NaN missing. Rates, else it maps
 *   people.
 * @source analysis.md §4.6; J. K. Ord, A. Getis, Geographical Analysis 27 (1995).
 */
export function emergingHotSpots(
  steps: readonly Float64Array[],
  neighbours: Neighbours,
): EmergingHotSpots {
  const cellCount = steps[0]?.length ?? 0
  const cube = new Float64Array(steps.length * cellCount)
  steps.forEach((values, step) => {
    cube.set(values, step * cellCount)
  })
  const z = cubeScores(steps, neighbours, momentsOf(cube))
  const adjusted = adjustedP(z.map(twoSidedP))
  const bins = Int8Array.from(adjusted, (p, i) => (p < 0.1 ? Math.sign(z[i]!) : 0))
  const code = Int8Array.from({ length: cellCount }, (_, cell) => {
    const known = steps.flatMap((_values, step) => {
      const i = step * cellCount + cell
      return Number.isNaN(z[i]!) ? [] : [i]
    })
    if (known.length < LEAST_EMERGING_STEPS) return -1
    const { pValue, score } = mannKendall(known.map((i) => z[i]!))
    const trend = pValue < 0.1 ? Math.sign(score) : 0
    const found = emergingClass(
      known.map((i) => bins[i]!),
      trend,
    )
    return EMERGING_CLASSES.indexOf(found)
  })
  return { z, bins, code }
}

function cubeScores(
  steps: readonly Float64Array[],
  neighbours: Neighbours,
  { count, mean, deviation }: ReturnType<typeof momentsOf>,
): Float64Array {
  const cellCount = steps[0]?.length ?? 0
  const z = new Float64Array(steps.length * cellCount).fill(Number.NaN)
  steps.forEach((values, step) => {
    for (let cell = 0; cell < cellCount; cell++) {
      if (Number.isNaN(values[cell]!)) continue
      let sum = 0
      let weight = 0
      for (const slice of [values, steps[step - 1]]) {
        if (!slice) continue
        const add = (one: number) => {
          sum += slice[one]!
          weight++
        }
        if (!Number.isNaN(slice[cell]!)) add(cell)
        eachKnownNeighbour(cell, slice, neighbours, add)
      }
      const spread = deviation * Math.sqrt((count * weight - weight * weight) / (count - 1))
      if (spread > 0) z[step * cellCount + cell] = (sum - weight * mean) / spread
    }
  })
  return z
}
