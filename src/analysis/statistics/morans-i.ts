import { createRandom } from '#core/random.ts'
import { type Prior, priorOf, type Rates } from './empirical-bayes.ts'
import { momentsOf } from './moments.ts'
import { eachKnownNeighbour, type Neighbours } from './neighbours.ts'

/** Whether like lies beside like over the whole map. */
export type MoransI = {
  /** Above its expectation −1/(n − 1): like beside like. NaN without neighbours or differences. */
  readonly index: number
  /** One-sided for like beside like, (M + 1)/(R + 1). NaN where the index is. */
  readonly pValue: number
}

/**
 * Global Moran's I with row-standardised weights, against values shuffled over the known cells.
 * Cells without a known neighbour keep their place in the mean and add nothing to the sum.
 *
 * @param values one a cell; NaN missing.
 * @source P. A. P. Moran, Biometrika 37 (1950); reference 01-spatial/synthetic_hex91.json.
 */
export function moransI(
  values: Float64Array,
  neighbours: Neighbours,
  { permutationCount, seed }: { readonly permutationCount: number; readonly seed: number },
): MoransI {
  const { count, mean, deviation } = momentsOf(values)
  const known = [...values.keys()].filter((cell) => !Number.isNaN(values[cell]!))
  const near = known.map((cell) => {
    const list: number[] = []
    eachKnownNeighbour(cell, values, neighbours, (other) => list.push(other))
    return list
  })
  const linkedCount = near.filter((list) => list.length > 0).length
  if (linkedCount === 0 || !(deviation > 0)) return { index: Number.NaN, pValue: Number.NaN }
  const deviations = values.map((value) => value - mean)
  const indexOf = () => {
    let sum = 0
    known.forEach((cell, place) => {
      const list = near[place]!
      let lag = 0
      for (const other of list) lag += deviations[other]!
      if (list.length > 0) sum += (deviations[cell]! * lag) / list.length
    })
    return ((count / linkedCount) * sum) / (count * deviation * deviation)
  }
  const index = indexOf()
  const random = createRandom(seed)
  let atLeast = 0
  for (let draw = 0; draw < permutationCount; draw++) {
    for (let last = count - 1; last > 0; last--) {
      const [a, b] = [known[last]!, known[random.below(last + 1)]!]
      const swap = deviations[a]!
      deviations[a] = deviations[b]!
      deviations[b] = swap
    }
    if (indexOf() >= index - 1e-12) atLeast++
  }
  return { index, pValue: (atLeast + 1) / (permutationCount + 1) }
}

/**
 * Rates as deviations from the overall rate in units of what chance and true differences make of
 * a place with so many people: what Moran's I and the local statistics are to be fed with, for raw
 * rates of small places scatter widest. z = (r − b)/√(a + b/P), with the between-variance a never
 * below 0. NaN without exposure or count.
 *
 * @source R. M. Assunção, E. A. Reis, Statistics in Medicine 18 (1999).
 */
export function standardisedRates(rates: Rates): Float64Array {
  const { count, exposure } = rates
  const places = Array.from({ length: count.length }, (_, place) => place)
  const prior: Prior = priorOf(rates, places)
  return Float64Array.from(places, (place) => {
    if (!(exposure[place]! > 0) || Number.isNaN(count[place]!)) return Number.NaN
    const rate = count[place]! / exposure[place]!
    const variance = prior.betweenVariance + prior.mean / exposure[place]!
    return variance > 0 ? (rate - prior.mean) / Math.sqrt(variance) : 0
  })
}
