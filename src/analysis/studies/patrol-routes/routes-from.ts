import { routeBound } from '../../patrols/routes/route-bound.ts'
import type { RoutePlan, RouteProblem } from '../../patrols/routes/route-problem.ts'
import { searchRoutes } from '../../patrols/routes/search-routes.ts'
import type { Travel } from '../../reach/router.ts'
import type { StudyPath } from '../study.ts'
import { PROPOSAL_COUNT } from './options.ts'
import { type PostReach, placesToWeigh, type VisitPlace } from './places-in-reach.ts'

export const SEED = 65
export const SEARCH_MOVES = 1000

/** Names of teams in tables and on the map. */
export const TEAM_NAMES = ['A', 'B', 'C', 'D'] as const

/** Proposals from one post, and what none can gather more than. */
export type PostRoutes = {
  readonly reach: PostReach
  readonly problem: RouteProblem
  /** By place of the problem, less one: place 0 is the post. */
  readonly weighed: readonly VisitPlace[]
  /** The best first; none where nothing can be visited in time. */
  readonly proposals: readonly RoutePlan[]
  readonly bound: number
}

export function routesFrom(
  reach: PostReach,
  asked: {
    readonly travel: Travel
    readonly limitMinutes: number
    readonly dwellMinutes: number
    readonly teamCount: number
  },
): PostRoutes {
  const { travel, limitMinutes, dwellMinutes, teamCount } = asked
  const weighed = placesToWeigh(reach, asked)
  const positions = [reach.post.position, ...weighed.map(({ position }) => position)]
  const problem: RouteProblem = {
    minutes: travel.among(positions, limitMinutes),
    worth: Float64Array.from([0, ...weighed.map(({ worth }) => worth)]),
    dwellMinutes,
    limitMinutes,
    teamCount,
  }
  const search = { seed: SEED, moves: SEARCH_MOVES, proposalCount: PROPOSAL_COUNT }
  const found = searchRoutes(problem, search).filter(({ worth }) => worth > 0)
  const bound = found.length > 0 ? routeBound(problem, found[0]!.worth) : 0
  return { reach, problem, weighed, proposals: found, bound }
}

/** The ways of a proposal along the roads, a path a team that goes out. */
export function pathsOf(
  { reach: { post }, weighed }: PostRoutes,
  { routes }: RoutePlan,
  travel: Travel,
): readonly StudyPath[] {
  return routes.flatMap((route, team): StudyPath[] => {
    if (route.length === 0) return []
    const places = route.map((stop) => weighed[stop - 1]!)
    const turns = [post.position, ...places.map(({ position }) => position), post.position]
    const legs = turns.slice(1).flatMap((to, i) => {
      const found = travel.route(turns[i]!, to)
      return found ? found.legs.flatMap(({ positions }) => positions) : [turns[i]!, to]
    })
    return [
      {
        name: `Team ${TEAM_NAMES[team]}`,
        positions: Float64Array.from(legs.flat()),
        stops: places.map(({ name, position, worth }, i) => ({
          label: `${TEAM_NAMES[team]}${i + 1}`,
          place: { name, position },
          text: `stop ${i + 1} of team ${TEAM_NAMES[team]}, unmet need ${worth.toFixed(1)}`,
        })),
      },
    ]
  })
}
