/** Work to be shared out: who can do each piece, and what it takes of their capacity. */
export type SharingProblem = {
  readonly workerCount: number
  readonly pieceCount: number
  /** Piece-major: share of a worker's capacity that a piece takes; ∞: that one cannot do it. */
  readonly shares: Float64Array
}

/** A lower bound on the load of the most loaded worker, with the prices that prove it. */
export type SharingBound = {
  readonly bound: number
  /** One a worker, sum 1. */
  readonly prices: Float64Array
  /** The most loaded worker if pieces may be split: no bound can be above it. */
  readonly splitShare: number
}

/**
 * What prices say: with any prices that sum to one, the mean of all loads weighted by them is no
 * more than the greatest load, and no less than what it is if every piece is done where it costs
 * least. So no sharing of the work is better than this.
 *
 * @param loads filled with the load of each worker in that cheapest sharing.
 */
export function boundAt(
  { workerCount, pieceCount, shares }: SharingProblem,
  prices: Float64Array,
  loads = new Float64Array(workerCount),
): number {
  loads.fill(0)
  let bound = 0
  for (let piece = 0, at = 0; piece < pieceCount; piece++, at += workerCount) {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (let worker = 0; worker < workerCount; worker++) {
      const share = shares[at + worker]!
      if (share === Number.POSITIVE_INFINITY) continue
      const cost = prices[worker]! * share
      if (cost < least) {
        least = cost
        best = worker
      }
    }
    if (best < 0) continue
    bound += least
    loads[best]! += shares[at + best]!
  }
  return bound
}

const MOST_STEPS = 600
const LEAST_STEPS = 30
/** Piece × worker × step: under two seconds. */
const MOST_WORK = 3e8
const PATIENCE_STEPS = 12

/**
 * The best of such bounds that a fixed number of subgradient steps come upon, from equal prices, by
 * Polyak's step towards the best split sharing so far (Polyak, "Minimization of unsmooth
 * functionals", 1969). What more than its mean a worker has to do raises its price. Every step is a
 * valid bound; the number of steps depends on the size alone, so that one problem has one answer.
 */
export function priceAscent(problem: SharingProblem): SharingBound {
  const { workerCount, pieceCount } = problem
  const size = Math.max(1, workerCount * pieceCount)
  const stepCount = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, Math.floor(MOST_WORK / size)))
  let prices = new Float64Array(workerCount).fill(1 / Math.max(1, workerCount))
  let best = { bound: 0, prices }
  const loads = new Float64Array(workerCount)
  const mean = new Float64Array(workerCount)
  let splitShare = Number.POSITIVE_INFINITY
  let [pace, waited, weight] = [1, 0, 0]
  for (let step = 0; step < stepCount && workerCount > 0; step++) {
    const bound = boundAt(problem, prices, loads)
    if (bound > best.bound) {
      best = { bound, prices }
      waited = 0
    } else if (++waited > PATIENCE_STEPS) {
      pace /= 2
      waited = 0
      prices = best.prices
      boundAt(problem, prices, loads)
      weight = 0
    }
    // Cheapest sharings under prices that hardly move any more: their mean is a split sharing.
    weight++
    for (let k = 0; k < workerCount; k++) mean[k]! += (loads[k]! - mean[k]!) / weight
    splitShare = Math.min(splitShare, greatest(mean), greatest(loads))
    if (splitShare - best.bound <= 1e-9 * splitShare) break
    prices = steppedFrom(prices, loads, { bound, gap: pace * (splitShare - bound) })
  }
  return { ...best, splitShare }
}

/**
 * Prices in proportion to themselves, so that a worker of great capacity, whose price is small, is
 * not overshot: `price × (1 + step × (load − mean))`, the mean being weighted by the prices, so that
 * they still sum to one.
 */
function steppedFrom(
  prices: Float64Array,
  loads: Float64Array,
  { bound, gap }: { readonly bound: number; readonly gap: number },
): Float64Array<ArrayBuffer> {
  let length = 0
  loads.forEach((load, k) => {
    length += prices[k]! * (load - bound) * (load - bound)
  })
  if (!(length > 0)) return Float64Array.from(prices)
  const stepped = Float64Array.from(prices, (price, k) => {
    const factor = 1 + (gap * (loads[k]! - bound)) / length
    return price * Math.min(2, Math.max(0.5, factor))
  })
  const sum = stepped.reduce((total, price) => total + price, 0)
  return stepped.map((price) => price / sum)
}

function greatest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}
