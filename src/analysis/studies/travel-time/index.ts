import { durationText } from '#core/figures.ts'
import type { HeldPlace } from '../../compare/posture.ts'
import { choiceOf } from '../options.ts'
import { hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import {
  NO_POSTS,
  roadWarnings,
  SEASON_OPTION,
  SPEED_SHARE,
  seasonChosen,
  TRAVEL_LIMITS,
  type Trip,
  travelParameters,
  travelRun,
  VEHICLE_OPTION,
  vehicleChosen,
} from '../parts/travel-run.ts'
import type { MethodCard, Study, StudyAnswer, StudyBlock, StudyFacts } from '../study.ts'
import { BANDS_OPTION, classesOf, edgesOf, FROM_OPTION } from './options.ts'
import { bandTable, countyTable, sentences, withinBlock } from './time-blocks.ts'

const USUAL = classesOf(edgesOf({}))

/** How long it takes to everybody from one post, or from the nearest: isochrones as cells. */
export const TRAVEL_TIME: Study = {
  id: 'travelTime',
  title: 'Travel time',
  group: 'access',
  question: 'How long is the way from a post to the people, and who is out of reach?',
  datedBy: ['roads'],
  isForWall: true,
  options: [FROM_OPTION, VEHICLE_OPTION, SEASON_OPTION, BANDS_OPTION],
  surface: {
    palette: 'remoteness',
    ...USUAL,
    unknownName: 'Cannot be reached',
    valueText: durationText,
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, posts, vehicles } = facts
    const edges = edgesOf(choices)
    const trip: Trip = {
      vehicle: vehicleChosen(choiceOf(VEHICLE_OPTION, choices), facts),
      season: seasonChosen(choices, facts),
    }
    const chosen = posts.find(isPost(choiceOf(FROM_OPTION, choices)))
    const frame = {
      classes: classesOf(edges),
      method: methodOf(facts, trip, chosen),
      offers: {
        [FROM_OPTION.id]: posts.map(({ id, name }) => ({ id, name })),
        [VEHICLE_OPTION.id]: vehicles.map(({ id, name }) => ({ id, name })),
      },
    }
    const nowhere = new Float64Array(ground.grid.cells.length).fill(Number.NaN)
    const without = (block: StudyBlock) => ({ ...frame, values: nowhere, blocks: [block] })
    if (!hasPeople(ground)) return without(NO_PEOPLE)
    if (posts.length === 0) return without(NO_POSTS)
    const starts = (chosen ? [chosen] : posts).map(({ position }) => position)
    const travelOn = travelRun(facts)
    const [values, slower, faster] = [1, 1 - SPEED_SHARE, 1 + SPEED_SHARE].map((speedFactor) =>
      travelOn({ ...trip, speedFactor }).toCells(starts),
    ) as [Float64Array, Float64Array, Float64Array]
    const times = { minutes: values, slower, faster }
    return {
      ...frame,
      values,
      blocks: [
        ...sentences(facts, times, { edges, fromName: chosen?.name ?? null }),
        ...roadWarnings(facts),
        ...bandTable(facts, times, edges),
        ...withinBlock(facts, times, edges),
        ...countyTable(facts, values, edges),
      ],
    }
  },
}

/** By id, or by name as a person would type it. */
function isPost(chosen: string): (post: HeldPlace) => boolean {
  const plain = (text: string) => text.trim().toLowerCase()
  return ({ id, name }) => id === chosen || plain(name) === plain(chosen)
}

function methodOf(facts: StudyFacts, trip: Trip, chosen: HeldPlace | undefined): MethodCard {
  return {
    formula:
      'Shortest way from the post, or from the nearest of all posts, to every cell (Dijkstra): off the road to a road, along roads of length ÷ speed plus fixed delays, and off the road to the people. A band is the cells within its minutes, never a line drawn round them.',
    parameters: [
      { name: 'From', value: chosen?.name ?? `the nearest of ${facts.posts.length} posts` },
      ...travelParameters(trip, facts),
    ],
    limits: [
      ...TRAVEL_LIMITS,
      'The worst-off tenth is of those within reach; whoever is out of reach is worse off still.',
    ],
    source:
      'Dijkstra, A note on two problems in connexion with graphs (1959); speeds as in the table of vehicles of this operation.',
  }
}
