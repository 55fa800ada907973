/**
 * Team orienteering: which places so many teams visit, each from the base and back within the time,
 * so that what they gather is most.
 *
 * @source I-M. Chao, B. L. Golden, E. A. Wasil, "The team orienteering problem", EJOR 88 (1996).
 */
export type RouteProblem = {
  /** Place 0 is the base. `[from][to]`, ∞ where there is no way; need not be the same both ways. */
  readonly minutes: readonly Float64Array[]
  /** What the first visit to each place gathers; nothing at the base, more than nothing elsewhere. */
  readonly worth: Float64Array
  /** Spent at every stop; more than 0. */
  readonly dwellMinutes: number
  /** For each team, from leaving the base to being back. */
  readonly limitMinutes: number
  readonly teamCount: number
}

/** One route a team: its stops in order, without the base. No place is in two. */
export type RoutePlan = {
  readonly routes: readonly (readonly number[])[]
  readonly worth: number
}

/** Rounding of sums may go over the limit by so much. */
export const SLACK_MINUTES = 1e-9

/** From leaving the base to being back, stops included; 0 for a team that stays. */
export function routeMinutes(
  { minutes, dwellMinutes }: Pick<RouteProblem, 'minutes' | 'dwellMinutes'>,
  route: readonly number[],
): number {
  if (route.length === 0) return 0
  let sum = route.length * dwellMinutes
  let last = 0
  for (const stop of route) {
    sum += minutes[last]![stop]!
    last = stop
  }
  return sum + minutes[last]![0]!
}

/** Minutes after leaving the base at which each stop is arrived at, and the base again at the end. */
export function arrivalMinutes(
  { minutes, dwellMinutes }: Pick<RouteProblem, 'minutes' | 'dwellMinutes'>,
  route: readonly number[],
): readonly number[] {
  let [at, last] = [0, 0]
  const arrivals = route.map((stop) => {
    const arrival = at + minutes[last]![stop]!
    at = arrival + dwellMinutes
    last = stop
    return arrival
  })
  return [...arrivals, at + minutes[last]![0]!]
}

/** All stops of a plan, ascending: plans with the same ones gather the same. */
export function stopsOf({ routes }: Pick<RoutePlan, 'routes'>): readonly number[] {
  return routes.flat().sort((a, b) => a - b)
}
