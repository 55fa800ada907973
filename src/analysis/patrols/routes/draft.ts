import { type RoutePlan, type RouteProblem, routeMinutes, SLACK_MINUTES } from './route-problem.ts'

/** Routes in the making. */
export type Draft = {
  readonly routes: number[][]
  readonly isVisited: Uint8Array
}

export function emptyDraft({ worth, teamCount }: RouteProblem): Draft {
  return {
    routes: Array.from({ length: teamCount }, () => []),
    isVisited: new Uint8Array(worth.length),
  }
}

export function draftOf(problem: RouteProblem, { routes }: Pick<RoutePlan, 'routes'>): Draft {
  const draft = emptyDraft(problem)
  routes.forEach((route, team) => {
    draft.routes[team] = [...route]
    for (const stop of route) draft.isVisited[stop] = 1
  })
  return draft
}

export function planOf({ worth }: RouteProblem, { routes }: Draft): RoutePlan {
  let sum = 0
  for (const route of routes) for (const stop of route) sum += worth[stop]!
  return { routes: routes.map((route) => [...route]), worth: sum }
}

/**
 * Makes routes better until no move of these helps: ways made shorter within and between routes,
 * places put in where there is time, and a stop given up for a place worth more.
 *
 * @param guide what places are worth to the search.
 */
export function improve(problem: RouteProblem, draft: Draft, guide: Float64Array): void {
  do {
    shorten(problem, draft)
    insertAll(problem, draft, guide)
  } while (exchangeAll(problem, draft, guide))
}

/** What a stop between two places adds to a route, in minutes. */
function detourMinutes(
  { minutes, dwellMinutes }: RouteProblem,
  from: number,
  stop: number,
  to: number,
): number {
  const out = minutes[from]!
  return out[stop]! + dwellMinutes + minutes[stop]![to]! - (from === to ? 0 : out[to]!)
}

type Seat = { readonly at: number; readonly extraMinutes: number }

/** The cheapest seat for a stop in a route. */
function bestSeat(problem: RouteProblem, route: readonly number[], stop: number): Seat {
  let at = 0
  let extraMinutes = Number.POSITIVE_INFINITY
  for (let seat = 0; seat <= route.length; seat++) {
    const extra = detourMinutes(problem, route[seat - 1] ?? 0, stop, route[seat] ?? 0)
    if (extra < extraMinutes) [at, extraMinutes] = [seat, extra]
  }
  return { at, extraMinutes }
}

/** What a route would save without one of its stops, in minutes. */
function savedMinutes(problem: RouteProblem, route: readonly number[], at: number): number {
  return detourMinutes(problem, route[at - 1] ?? 0, route[at]!, route[at + 1] ?? 0)
}

/**
 * Puts in what is worth most for its time, squared so that worth counts more, while anything fits.
 *
 * @param guide what places are worth to the search.
 */
export function insertAll(
  problem: RouteProblem,
  { routes, isVisited }: Draft,
  guide: Float64Array,
): void {
  const open = routes.map((route) => ({
    route,
    freeMinutes: problem.limitMinutes - routeMinutes(problem, route),
    seats: [...guide.keys()].map((stop) => bestSeat(problem, route, stop)),
  }))
  for (;;) {
    let [chosen, chosenStop, most] = [open[0]!, 0, 0]
    for (const each of open) {
      for (let stop = 1; stop < guide.length; stop++) {
        const { extraMinutes } = each.seats[stop]!
        if (isVisited[stop] === 1 || extraMinutes > each.freeMinutes + SLACK_MINUTES) continue
        const score = guide[stop]! ** 2 / Math.max(extraMinutes, problem.dwellMinutes)
        if (score > most) [chosen, chosenStop, most] = [each, stop, score]
      }
    }
    if (chosenStop === 0) return
    const { at, extraMinutes } = chosen.seats[chosenStop]!
    chosen.route.splice(at, 0, chosenStop)
    chosen.freeMinutes -= extraMinutes
    isVisited[chosenStop] = 1
    for (let stop = 1; stop < guide.length; stop++) {
      if (isVisited[stop] === 0) chosen.seats[stop] = bestSeat(problem, chosen.route, stop)
    }
  }
}

/** A gain below this is rounding. */
const GAIN_MINUTES = 1e-6

function shorten(problem: RouteProblem, draft: Draft): void {
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (let team = 0; team < draft.routes.length; team++) {
      while (turnStretch(problem, draft.routes, team)) isBetter = true
    }
    while (moveStop(problem, draft.routes)) isBetter = true
  }
}

/** Goes a stretch of a route the other way round where that is quicker (2-opt). */
function turnStretch(problem: RouteProblem, routes: number[][], team: number): boolean {
  const route = routes[team]!
  const before = routeMinutes(problem, route)
  for (let from = 0; from < route.length - 1; from++) {
    for (let to = from + 1; to < route.length; to++) {
      const turned = [
        ...route.slice(0, from),
        ...route.slice(from, to + 1).reverse(),
        ...route.slice(to + 1),
      ]
      if (routeMinutes(problem, turned) >= before - GAIN_MINUTES) continue
      routes[team] = turned
      return true
    }
  }
  return false
}

/** Takes a stop to a better seat, of its own or of another route, where that saves time (or-opt). */
function moveStop(problem: RouteProblem, routes: readonly number[][]): boolean {
  for (const route of routes) {
    for (let from = 0; from < route.length; from++) {
      const stop = route[from]!
      const saved = savedMinutes(problem, route, from)
      const rest = [...route.slice(0, from), ...route.slice(from + 1)]
      for (const other of routes) {
        const target = other === route ? rest : other
        const { at, extraMinutes } = bestSeat(problem, target, stop)
        if (extraMinutes >= saved - GAIN_MINUTES) continue
        const isWithin =
          other === route ||
          routeMinutes(problem, other) + extraMinutes <= problem.limitMinutes + SLACK_MINUTES
        if (!isWithin) continue
        route.splice(from, 1)
        other.splice(at, 0, stop)
        return true
      }
    }
  }
  return false
}

/** Gives up stops for places that are worth more and fit in their stead. */
function exchangeAll(problem: RouteProblem, draft: Draft, guide: Float64Array): boolean {
  let isBetter = false
  for (const route of draft.routes) {
    for (let at = 0; at < route.length; at++) {
      if (exchange(problem, draft, { guide, route, at })) isBetter = true
    }
  }
  return isBetter
}

/** Gives up one stop for the place that is worth most of those that fit in its stead. */
function exchange(
  problem: RouteProblem,
  { isVisited }: Draft,
  { guide, route, at }: { guide: Float64Array; route: number[]; at: number },
): boolean {
  const given = route[at]!
  const freeMinutes =
    problem.limitMinutes - routeMinutes(problem, route) + savedMinutes(problem, route, at)
  const rest = [...route.slice(0, at), ...route.slice(at + 1)]
  let [taken, seat] = [given, 0]
  for (let stop = 1; stop < guide.length; stop++) {
    if (isVisited[stop] === 1 || guide[stop]! <= guide[taken]! + 1e-9) continue
    const found = bestSeat(problem, rest, stop)
    if (found.extraMinutes <= freeMinutes + SLACK_MINUTES) [taken, seat] = [stop, found.at]
  }
  if (taken === given) return false
  rest.splice(seat, 0, taken)
  route.splice(0, route.length, ...rest)
  isVisited[given] = 0
  isVisited[taken] = 1
  return true
}
