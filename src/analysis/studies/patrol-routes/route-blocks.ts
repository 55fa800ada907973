import { counted, decimal, durationText, grouped } from '#core/figures.ts'
import { arrivalMinutes, type RoutePlan } from '../../patrols/routes/route-problem.ts'
import { overlapShare } from '../../patrols/routes/search-routes.ts'
import { LISTED_COUNT } from '../parts/counties.ts'
import { shareWords } from '../parts/figure-words.ts'
import { NO_PATROLS, patrolRecordOf, recordWarnings } from '../parts/patrol-record.ts'
import { plain, watch } from '../parts/sentence-blocks.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import type { Asked } from './options.ts'
import { type PostReach, unknownCells } from './places-in-reach.ts'
import { type PostRoutes, TEAM_NAMES } from './routes-from.ts'

export type Proposed = {
  readonly facts: StudyFacts
  readonly asked: Asked
  readonly routes: PostRoutes
  /** Of every post, most need in reach first. */
  readonly reaches: readonly PostReach[]
  /** Which of the proposals is shown. */
  readonly at: number
}

export const NO_POSTS = watch(
  'No unit stands anywhere at the planning instant, so no patrol can start. Import bases and deployments first.',
)

export const NO_PLACES = watch(
  'No community is known to have need that no presence meets, so there is nothing to route patrols to. Where need is unknown, go and find out first: see Evidence.',
)

export function noRoutes({ post, places }: PostReach, { limitMinutes }: Asked): StudyBlock {
  const why = places.length === 0 ? 'No community with unmet need can be' : 'None can be'
  return watch(
    `${why} reached from ${post.name} and left in time to be back within ${durationText(limitMinutes)}. Give more time, or start elsewhere.`,
  )
}

/** Sentences, the stops of the proposal that is shown, the others beside it, and the other posts. */
export function routeBlocks(proposed: Proposed): readonly StudyBlock[] {
  const { facts, routes, at } = proposed
  const record = patrolRecordOf(facts)
  const shown = routes.proposals[at]!
  return [
    gathered(proposed),
    ...chance(routes),
    watch(
      'Label high: routes of patrols stay on the screens of planners. They are on no slide and no wall, and no export holds them.',
    ),
    ...leftOut(proposed),
    ...(record.hasVisits ? recordWarnings(record, facts) : [NO_PATROLS]),
    ...shown.routes.flatMap((route, team) => stopTable(proposed, route, team)),
    proposalTable(routes),
    postTable(proposed.reaches),
  ]
}

function gathered({ asked, routes }: Proposed): StudyBlock {
  const { proposals, bound, reach, weighed } = routes
  const best = proposals[0]!
  const stopCount = best.routes.flat().length
  const teams = counted(asked.teamCount, 'team')
  const short = 1 - best.worth / bound
  const gap =
    short < 0.0005
      ? 'and no routes among them can gather more'
      : `and no routes among them can gather more than ${decimal(bound)}: ${shareWords(short)} are still open`
  return plain(
    `From ${reach.post.name}, ${teams} can visit ${stopCount} of ${counted(weighed.length, 'place')} and be back within ${durationText(asked.limitMinutes)}. They gather ${decimal(best.worth)} of unmet need, where one place has up to 10, ${gap}.`,
  )
}

function chance({ proposals }: PostRoutes): readonly StudyBlock[] {
  if (proposals.length === 1) {
    return [
      watch(
        'Nothing else comes near it, so whoever knows the ground can foretell this patrol. Vary hour and direction, or go for less.',
      ),
    ]
  }
  const pairs = proposals.flatMap((a, i) => proposals.slice(i + 1).map((b) => overlapShare(a, b)))
  const least = Math.min(...proposals.map(({ worth }) => worth)) / proposals[0]!.worth
  return [
    plain(
      `${counted(proposals.length, 'proposal')} gather nearly the same, ${shareWords(least)} of the best or more, and share at most ${shareWords(Math.max(...pairs))} of their stops. Each time draw proposal, direction and hour of start by lot: a patrol that can be foretold is a risk.`,
    ),
  ]
}

function leftOut({ facts, routes }: Proposed): readonly StudyBlock[] {
  const { reach, weighed } = routes
  const unknown = unknownCells(facts, reach).length
  const blocks: StudyBlock[] = []
  if (weighed.length < reach.places.length) {
    blocks.push(
      plain(
        `${counted(reach.places.length, 'place')} can be reached there and back in time; the ${weighed.length} with most unmet need for their way were weighed.`,
      ),
    )
  }
  if (unknown > 0) {
    const places = unknown === 1 ? 'One place' : `${grouped(unknown)} places`
    blocks.push(
      watch(
        `${places} that can be reached ${unknown === 1 ? 'has' : 'have'} no known need, and no route goes there for that. Unknown is not none.`,
      ),
    )
  }
  return blocks
}

function stopTable(
  { facts, routes }: Proposed,
  route: readonly number[],
  team: number,
): readonly StudyBlock[] {
  if (route.length === 0) return []
  const { reach, problem, weighed } = routes
  const { need, presence } = facts.situation
  const arrivals = arrivalMinutes(problem, route)
  const name = TEAM_NAMES[team]!
  const stops = route.map((stop, i) => {
    const { cell, name: place, position } = weighed[stop - 1]!
    return {
      cells: [
        `${name}${i + 1} ${place}`,
        durationText(arrivals[i]!),
        decimal(need.score[cell]!),
        shareWords(presence.presenceShare[cell]!),
      ],
      place: { name: place, position },
    }
  })
  const back = {
    cells: [`Back at ${reach.post.name}`, durationText(arrivals.at(-1)!), '', ''],
    place: { name: reach.post.name, position: reach.post.position },
  }
  return [
    {
      type: 'table',
      title: `Team ${name}: ${counted(route.length, 'stop')}`,
      columns: ['Stop', 'After', 'Need', 'Presence'],
      rows: [...stops, back],
      moreCount: 0,
    },
  ]
}

function proposalTable({ proposals }: PostRoutes): StudyBlock {
  const best = proposals[0]!
  const cellsOf = (plan: RoutePlan, i: number) => [
    `Proposal ${i + 1}`,
    grouped(plan.routes.flat().length),
    decimal(plan.worth),
    shareWords(plan.worth / best.worth),
    i === 0 ? '' : shareWords(overlapShare(plan, best)),
  ]
  return {
    type: 'table',
    title: 'Proposals',
    columns: ['', 'Stops', 'Gathers', 'Of the best', 'Stops shared'],
    rows: proposals.map((plan, i) => ({ cells: cellsOf(plan, i), place: null })),
    moreCount: 0,
  }
}

function postTable(reaches: readonly PostReach[]): StudyBlock {
  const listed = reaches.slice(0, LISTED_COUNT)
  return {
    type: 'table',
    title: 'Where else to start: there and back in time',
    columns: ['From', 'Places', 'Unmet need'],
    rows: listed.map(({ post, places, worth }) => ({
      cells: [post.name, grouped(places.length), decimal(worth, 0)],
      place: { name: post.name, position: post.position },
    })),
    moreCount: reaches.length - listed.length,
  }
}
