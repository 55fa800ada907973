import { momentsOf } from '../statistics/moments.ts'
import type { Neighbours } from '../statistics/neighbours.ts'
import { adjustedP, twoSidedP } from '../statistics/normal-tail.ts'

/** Where values are high or low together more than chance would have it. */
export type HotSpots = {
  /** Gi*; NaN where the value is missing, or the same everywhere. */
  readonly z: Float64Array
  /** After control of the false discovery rate. */
  readonly adjustedP: Float64Array
  /** 99, 95 or 90 hot, −99, −95 or −90 cold, 0 neither; 0 for missing cells too. */
  readonly confidence: Int8Array
}

/**
 * Getis–Ord Gi* over each cell and its neighbours, in the binary form, then false discovery control.
 * Missing cells leave the mean, the count and their neighbours' sums: they are not zeros. Feed it
 * rates, else it maps people. 4,000 cells: 10 ms.
 *
 * @source J. K. Ord, A. Getis, Geographical Analysis 27 (1995); reference 01-spatial/
 *   synthetic_hex91.json, to 1e-12.
 */
export function hotSpots(
  values: Float64Array,
  { neighbourOffsets, neighbours }: Neighbours,
): HotSpots {
  const { count, mean, deviation } = momentsOf(values)
  const z = new Float64Array(values.length).fill(Number.NaN)
  for (let cell = 0; cell < values.length; cell++) {
    if (Number.isNaN(values[cell]!)) continue
    let sum = values[cell]!
    let weight = 1
    for (let n = neighbourOffsets[cell]!; n < neighbourOffsets[cell + 1]!; n++) {
      const value = values[neighbours[n]!]!
      if (Number.isNaN(value)) continue
      sum += value
      weight++
    }
    const spread = deviation * Math.sqrt((count * weight - weight * weight) / (count - 1))
    z[cell] = spread > 0 ? (sum - weight * mean) / spread : Number.NaN
  }
  const adjusted = adjustedP(z.map(twoSidedP))
  const confidence = Int8Array.from(adjusted, (p, cell) => Math.sign(z[cell]!) * confidenceOf(p))
  return { z, adjustedP: adjusted, confidence }
}

function confidenceOf(p: number): number {
  if (p < 0.01) return 99
  if (p < 0.05) return 95
  return p < 0.1 ? 90 : 0
}
