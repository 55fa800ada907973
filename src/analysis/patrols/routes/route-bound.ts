import type { RouteProblem } from './route-problem.ts'

/** The limit is parted into so many steps; what a leg takes is rounded down to them. */
const STEP_COUNT = 480
/** A pace that stalls is halved after so many rounds. */
const PATIENCE = 4

/**
 * More than this no routes can gather. Prices on places (Lagrange multipliers) stand for "each place
 * once"; under them every team walks as if alone, and may come to a place again, but not straight
 * back to the one before. What the best such walk gathers, times the teams, plus the prices, is a
 * bound for any prices; rounds of a subgradient make it small. Legs are rounded down to steps, which
 * can only raise it. A round takes some 10 ms for 80 places.
 *
 * @param bestWorth what some routes gather: sets the pace.
 * @source N. Christofides, A. Mingozzi, P. Toth, "State-space relaxation procedures for the
 *   computation of bounds to routing problems", Networks 11 (1981).
 */
export function routeBound(problem: RouteProblem, bestWorth: number, rounds = 50): number {
  const { worth, teamCount } = problem
  const walks = walksIn(problem)
  const price = new Float64Array(worth.length)
  const reduced = worth.slice()
  let bound = Number.POSITIVE_INFINITY
  let pace = 1
  let stalled = 0
  for (let round = 0; round < rounds; round++) {
    for (let place = 1; place < price.length; place++) {
      reduced[place] = worth[place]! - price[place]!
    }
    const { gathered, visits } = walks.best(reduced)
    const value = teamCount * gathered + price.reduce((sum, each) => sum + each, 0)
    if (value < bound - 1e-9) stalled = 0
    else if (++stalled % PATIENCE === 0) pace /= 2
    bound = Math.min(bound, value)
    const slope = visits.map((count, place) => (place === 0 ? 0 : teamCount * count - 1))
    const norm = slope.reduce(
      (sum, each, place) => sum + (each > 0 || price[place]! > 0 ? each * each : 0),
      0,
    )
    if (norm === 0 || bound <= bestWorth + 1e-9) break
    const step = (pace * Math.max(value - bestWorth, 1e-3 * value)) / norm
    for (let place = 1; place < price.length; place++) {
      price[place] = Math.max(0, price[place]! + step * slope[place]!)
    }
  }
  return bound
}

type Walk = { readonly gathered: number; readonly visits: Float64Array }

/** Walks from the base and back within the limit, of legs in whole steps. */
function walksIn({ minutes, worth, dwellMinutes, limitMinutes }: RouteProblem) {
  const count = worth.length
  const stepMinutes = Math.min(limitMinutes / STEP_COUNT, dwellMinutes)
  const stepCount = Math.floor(limitMinutes / stepMinutes + 1e-9)
  const stepsOf = (leg: number) =>
    Number.isFinite(leg) ? Math.floor(leg / stepMinutes + 1e-9) : stepCount + 1
  const inward = new Int32Array(count * count)
  const home = new Int32Array(count)
  for (let from = 0; from < count; from++) {
    home[from] = stepsOf(minutes[from]![0]!)
    for (let to = 0; to < count; to++) {
      inward[from * count + to] = stepsOf(dwellMinutes + minutes[from]![to]!)
    }
  }
  // For each step and place the best walk that ends there, and the best that came from elsewhere.
  const size = (stepCount + 1) * count
  const gathered = [new Float64Array(size), new Float64Array(size)] as const
  const cameFrom = [new Int32Array(size), new Int32Array(size)] as const
  const cameRank = [new Uint8Array(size), new Uint8Array(size)] as const
  const put = (state: number, value: number, from: number, rank: number) => {
    if (value > gathered[0][state]!) {
      if (cameFrom[0][state] !== from) {
        gathered[1][state] = gathered[0][state]!
        cameFrom[1][state] = cameFrom[0][state]!
        cameRank[1][state] = cameRank[0][state]!
      }
      gathered[0][state] = value
      cameFrom[0][state] = from
      cameRank[0][state] = rank
    } else if (cameFrom[0][state] !== from && value > gathered[1][state]!) {
      gathered[1][state] = value
      cameFrom[1][state] = from
      cameRank[1][state] = rank
    }
  }
  const spread = (reduced: Float64Array, step: number, from: number) => {
    const state = step * count + from
    const [first, second] = [gathered[0][state]!, gathered[1][state]!]
    if (first === Number.NEGATIVE_INFINITY) return
    const before = cameFrom[0][state]!
    for (let to = 1; to < count; to++) {
      const arrival = step + inward[from * count + to]!
      if (to === from || arrival + home[to]! > stepCount) continue
      const rank = before === to ? 1 : 0
      const value = rank === 1 ? second : first
      if (value === Number.NEGATIVE_INFINITY) continue
      put(arrival * count + to, value + reduced[to]!, from, rank)
    }
  }
  return {
    best(reduced: Float64Array): Walk {
      for (const values of gathered) values.fill(Number.NEGATIVE_INFINITY)
      for (const places of cameFrom) places.fill(-1)
      gathered[0][0] = 0
      spread(reduced, 0, 0)
      let [most, end] = [0, -1]
      for (let step = 1; step <= stepCount; step++) {
        for (let place = 1; place < count; place++) {
          const state = step * count + place
          const value = gathered[0][state]!
          if (value > most && step + home[place]! <= stepCount) [most, end] = [value, state]
          spread(reduced, step, place)
        }
      }
      const visits = new Float64Array(count)
      for (let state = end, rank = 0; state > 0; ) {
        const place = state % count
        visits[place]!++
        const from = cameFrom[rank]![state]!
        rank = cameRank[rank]![state]!
        if (from <= 0) break
        state = (Math.floor(state / count) - inward[from * count + place]!) * count + from
      }
      return { gathered: most, visits }
    },
  }
}
