import { travelOf } from '../../reach/reach.ts'
import { choiceOf } from '../options.ts'
import { hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import type { Study, StudyAnswer, StudyBlock } from '../study.ts'
import { methodOf } from './method.ts'
import {
  type Asked,
  askedOf,
  DWELL_OPTION,
  FROM_OPTION,
  HOURS_OPTION,
  PROPOSAL_COUNT,
  PROPOSAL_OPTION,
  TEAMS_OPTION,
  TRAVEL_OPTION,
} from './options.ts'
import { isInTime, type PostReach, reachOfPosts, visitPlaces } from './places-in-reach.ts'
import { NO_PLACES, NO_POSTS, noRoutes, routeBlocks } from './route-blocks.ts'
import { type PostRoutes, pathsOf, routesFrom } from './routes-from.ts'

const CLASS_NAMES = [
  'In reach, not weighed',
  'Weighed, in no proposal',
  'In one proposal',
  'In two proposals',
  'In all three',
] as const

/** Where patrols could go today so that they meet most need that nobody stands by. */
export const PATROL_ROUTES: Study = {
  id: 'patrolRoutes',
  title: 'Patrol routes',
  group: 'patrols',
  question: 'Which places could patrols visit and be back in time, to meet most need?',
  label: 'high',
  isForWall: false,
  datedBy: ['patrols', 'roads'],
  options: [FROM_OPTION, TEAMS_OPTION, HOURS_OPTION, DWELL_OPTION, TRAVEL_OPTION, PROPOSAL_OPTION],
  surface: {
    palette: 'coverage',
    breaks: [0.5, 1.5, 2.5, 3.5],
    classNames: CLASS_NAMES,
    unknownName: 'Not there and back in time',
    valueText: (value) => CLASS_NAMES[value] ?? '',
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, posts, vehicles } = facts
    const asked = askedOf(choices, facts)
    const nowhere = new Float64Array(ground.grid.cells.length).fill(Number.NaN)
    const offers = {
      [FROM_OPTION.id]: posts.map(({ id, name }) => ({ id, name })),
      [TRAVEL_OPTION.id]: vehicles.map(({ id, name }) => ({ id, name })),
    }
    const without = (...blocks: readonly StudyBlock[]): StudyAnswer => ({
      values: nowhere,
      blocks,
      method: methodOf(facts, asked, null),
      offers,
    })
    if (!hasPeople(ground)) return without(NO_PEOPLE)
    if (posts.length === 0) return without(NO_POSTS)
    const places = visitPlaces(facts)
    if (places.length === 0) return without(NO_PLACES)
    const travel = travelOf(facts, asked.vehicle)
    const reaches = reachOfPosts(posts, places, { travel, ...asked })
    const reach = reaches.find(isPost(choiceOf(FROM_OPTION, choices))) ?? reaches[0]!
    const routes = routesFrom(reach, { travel, ...asked })
    if (routes.proposals.length === 0) return without(noRoutes(reach, asked))
    const at = Math.min(Number(choiceOf(PROPOSAL_OPTION, choices)), routes.proposals.length) - 1
    return {
      values: valuesOf(routes, asked),
      blocks: routeBlocks({ facts, asked, routes, reaches, at }),
      method: methodOf(facts, asked, routes),
      paths: pathsOf(routes, routes.proposals[at]!, travel),
      offers,
    }
  },
}

/** By id, or by name as a person would type it. */
function isPost(chosen: string): (reach: PostReach) => boolean {
  const plain = (text: string) => text.trim().toLowerCase()
  return ({ post }) => post.id === chosen || plain(post.name) === plain(chosen)
}

/** A class for every cell; see `CLASS_NAMES`. */
function valuesOf({ reach, weighed, proposals }: PostRoutes, asked: Asked): Float64Array {
  const values = reach.outMinutes.map((minutes) => (isInTime(minutes, asked) ? 0 : Number.NaN))
  weighed.forEach(({ cell }, i) => {
    const count = proposals
      .slice(0, PROPOSAL_COUNT)
      .filter(({ routes }) => routes.some((route) => route.includes(i + 1))).length
    values[cell] = 1 + count
  })
  return values
}
