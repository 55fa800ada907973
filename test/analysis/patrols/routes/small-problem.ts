import * as fc from 'fast-check'
import { type RouteProblem, routeMinutes } from '#analysis/patrols/routes/route-problem.ts'
import { createRandom } from '#core/random.ts'

/** Places strewn over a square, ways straight and back with a delay that only one direction pays. */
export function strewnProblem(asked: {
  readonly seed: number
  readonly placeCount: number
  readonly teamCount?: number
  readonly limitMinutes?: number
}): RouteProblem {
  const { seed, placeCount, teamCount = 2, limitMinutes = 240 } = asked
  const random = createRandom(seed)
  const positions = Array.from({ length: placeCount + 1 }, () => [
    100 * random.next(),
    100 * random.next(),
  ])
  const minutes = positions.map(([x, y], from) =>
    Float64Array.from(positions, ([otherX, otherY], to) =>
      from === to ? 0 : Math.hypot(otherX! - x!, otherY! - y!) + (to % 3 === 1 ? 7 : 0),
    ),
  )
  const worth = Float64Array.from({ length: placeCount + 1 }, (_, place) =>
    place === 0 ? 0 : 0.5 + 9 * random.next(),
  )
  return { minutes, worth, dwellMinutes: 10, limitMinutes, teamCount }
}

export const someProblem = (maxPlaceCount: number, maxTeamCount = 2) =>
  fc
    .record({
      seed: fc.nat(1e6),
      placeCount: fc.integer({ min: 1, max: maxPlaceCount }),
      teamCount: fc.integer({ min: 1, max: maxTeamCount }),
      limitMinutes: fc.integer({ min: 20, max: 400 }),
    })
    .map(strewnProblem)

/** The problem with one road closed, there and back. */
export function withoutRoad(problem: RouteProblem, a: number, b: number): RouteProblem {
  const minutes = problem.minutes.map((row) => row.slice())
  if (a !== b) minutes[a]![b] = minutes[b]![a] = Number.POSITIVE_INFINITY
  return { ...problem, minutes }
}

/** What the best routes gather, by trying every set of stops in every order for every team. */
export function bestByTrying(problem: RouteProblem): number {
  const { worth, limitMinutes, teamCount } = problem
  const setCount = 2 ** (worth.length - 1)
  const isPossible = new Uint8Array(setCount)
  const visit = (route: readonly number[], set: number) => {
    if (routeMinutes(problem, route) <= limitMinutes + 1e-9) isPossible[set] = 1
    for (let stop = 1; stop < worth.length; stop++) {
      const bit = 1 << (stop - 1)
      if ((set & bit) === 0) visit([...route, stop], set | bit)
    }
  }
  visit([], 0)
  const worthOf = (set: number) =>
    worth.reduce(
      (sum, each, place) => (place > 0 && set & (1 << (place - 1)) ? sum + each : sum),
      0,
    )
  let best = Float64Array.from(isPossible, (possible, set) => (possible ? worthOf(set) : 0))
  const alone = best
  for (let team = 1; team < teamCount; team++) {
    best = best.map((_, all) => {
      let most = 0
      for (let part = all; ; part = (part - 1) & all) {
        most = Math.max(most, alone[part]! + best[all & ~part]!)
        if (part === 0) return most
      }
    })
  }
  return Math.max(...best)
}
