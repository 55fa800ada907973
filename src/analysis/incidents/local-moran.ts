import { createRandom, type Random } from '#core/random.ts'
import { momentsOf } from '../statistics/moments.ts'
import { eachKnownNeighbour, type Neighbours } from '../statistics/neighbours.ts'
import { adjustedP, twoSidedP } from '../statistics/normal-tail.ts'

/** What a cell is among its neighbours; the number is the code in `LocalMoran.kind`. */
export const LOCAL_MORAN_KINDS = ['none', 'highHigh', 'lowLow', 'highLow', 'lowHigh'] as const

/** Which cells are like their neighbours, and which stand out from them. */
export type LocalMoran = {
  /** Iᵢ = (n − 1)·zᵢ·mean of the neighbours' z/Σz²; NaN if missing or without known neighbours. */
  readonly index: Float64Array
  /** Two-sided, twice the rarer (M + 1)/(R + 1), or by a normal tail; NaN where the index is. */
  readonly pValue: Float64Array
  /** After control of the false discovery rate. */
  readonly adjustedP: Float64Array
  /** Code of `LOCAL_MORAN_KINDS`; 0 unless the adjusted p is below the level. */
  readonly kind: Uint8Array
}

export type LocalMoranOptions = {
  /**
   * 999, or 9,999 for print. On n cells fewer than some 40·n can hardly pass the discovery control;
   * 0 draws nothing and takes the normal tail of the exact conditional mean and variance, which on
   * skewed counts is quick to see high clusters and slow to see low ones.
   */
  readonly permutationCount: number
  readonly seed: number
  /** Highest adjusted p that counts; 0.05 unless told. */
  readonly level?: number
}

/**
 * Anselin's local Moran over ring 1, row-standardised, in the scaling of PySAL. A cell's value is
 * kept and its neighbours' are drawn from all other known cells without putting back. Missing cells
 * leave count, mean and neighbours. 8,100 cells at 999 draws: 0.6 to 0.9 s.
 *
 * @param values one a cell; NaN missing.
 * @source L. Anselin, Geographical Analysis 27 (1995); reference 01-spatial/synthetic_hex91.json.
 */
export function localMoran(
  values: Float64Array,
  neighbours: Neighbours,
  { permutationCount, seed, level = 0.05 }: LocalMoranOptions,
): LocalMoran {
  const { count, mean, deviation } = momentsOf(values)
  const index = new Float64Array(values.length).fill(Number.NaN)
  const pValue = new Float64Array(values.length).fill(Number.NaN)
  const quadrant = new Uint8Array(values.length)
  const pool = values.filter((value) => !Number.isNaN(value))
  const random = createRandom(seed)
  for (let cell = 0; cell < values.length; cell++) {
    const own = values[cell]!
    if (Number.isNaN(own) || !(deviation > 0)) continue
    let sum = 0
    let near = 0
    eachKnownNeighbour(cell, values, neighbours, (other) => {
      sum += values[other]!
      near++
    })
    if (near === 0) continue
    const [z, lag] = [own - mean, sum / near - mean]
    index[cell] = ((count - 1) * z * lag) / (count * deviation * deviation)
    quadrant[cell] = z > 0 ? (lag > 0 ? 1 : 3) : lag > 0 ? 4 : 2
    pValue[cell] =
      permutationCount > 0
        ? conditionalP({ pool, own, near, sum, permutationCount }, random)
        : twoSidedP(conditionalZ({ own, near, sum }, { count, mean, deviation }))
  }
  const adjusted = adjustedP(pValue)
  return {
    index,
    pValue,
    adjustedP: adjusted,
    kind: quadrant.map((code, cell) => (adjusted[cell]! < level ? code : 0)),
  }
}

/** How rare the sum of the neighbours is among sums of as many drawn from all other cells. */
function conditionalP(
  cell: {
    /** Values of all known cells; the order changes. */
    readonly pool: Float64Array
    readonly own: number
    readonly near: number
    readonly sum: number
    readonly permutationCount: number
  },
  random: Random,
): number {
  const { pool, own, near, sum, permutationCount } = cell
  const last = pool.length - 1
  swap(pool, pool.indexOf(own), last)
  const slack = 1e-12 * Math.max(1, Math.abs(sum))
  let atLeast = 0
  let atMost = 0
  for (let draw = 0; draw < permutationCount; draw++) {
    let drawn = 0
    for (let i = 0; i < near; i++) {
      swap(pool, i, i + random.below(last - i))
      drawn += pool[i]!
    }
    if (drawn >= sum - slack) atLeast++
    if (drawn <= sum + slack) atMost++
  }
  return Math.min(1, (2 * (Math.min(atLeast, atMost) + 1)) / (permutationCount + 1))
}

/** The sum of the neighbours in standard deviations of such sums. */
function conditionalZ(
  { own, near, sum }: { readonly own: number; readonly near: number; readonly sum: number },
  { count, mean, deviation }: ReturnType<typeof momentsOf>,
): number {
  const others = count - 1
  const othersMean = (count * mean - own) / others
  const squares = count * deviation ** 2 - (own - mean) ** 2 - others * (othersMean - mean) ** 2
  const variance = (near * (squares / others) * (others - near)) / (others - 1)
  return variance > 0 ? (sum - near * othersMean) / Math.sqrt(variance) : 0
}

function swap(list: Float64Array, a: number, b: number): void {
  const value = list[a]!
  list[a] = list[b]!
  list[b] = value
}
