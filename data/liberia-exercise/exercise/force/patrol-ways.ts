import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Community } from '#core/records/community.ts'
import { type CostTree, cheapestFrom, pathTo } from '../land/cheapest-path.ts'
import { nearestPlace } from '../land/lattice.ts'
import type { RoadSort } from '../land/road-plan.ts'
import { type ExerciseRoads, otherEnd } from '../land/roads.ts'

/** Where patrols of one base go: the roads around it, by time. */
export type PatrolWays = {
  readonly base: Base
  readonly start: LonLat
  /** Nodes that can be reached, with minutes and how much they are worth a visit. */
  readonly goals: readonly {
    readonly node: number
    readonly minutes: number
    readonly worth: number
  }[]
  readonly wayTo: (node: number) => readonly { readonly place: LonLat; readonly minutes: number }[]
}

/** A patrol looks left and right: slower than a convoy. */
const PATROL_KILOMETRES_PER_HOUR: Readonly<Record<RoadSort, number>> = {
  paved: 45,
  gravel: 30,
  track: 16,
}
const FURTHEST_MINUTES = 290
/** What lies at a junction is worth a tenth of a village. */
const EMPTY_WORTH = 0.1

/** Finds the ways out of a base along the roads. 2 ms a base. */
export function patrolWays(
  base: Base,
  roads: ExerciseRoads,
  worthOfNode: ReadonlyMap<number, number>,
): PatrolWays {
  const { places } = roads.lattice
  const start = nearestPlace(roadPlaces(roads), base.position)
  const tree = cheapestFrom(
    {
      nodeCount: places.length,
      each: (node, onWay) => {
        for (const edge of roads.edgesAt[node]!) {
          const hours = edge.metres / 1000 / PATROL_KILOMETRES_PER_HOUR[edge.sort]
          onWay(otherEnd(edge, node), hours * 60)
        }
      },
    },
    start,
  )
  const goals = places.flatMap((_, node) => {
    const minutes = tree.cost[node]!
    if (!(minutes > 8 && minutes <= FURTHEST_MINUTES)) return []
    return [{ node, minutes, worth: EMPTY_WORTH + (worthOfNode.get(node) ?? 0) }]
  })
  return { base, start: places[start]!, goals, wayTo: (node) => wayAlong(tree, places, node) }
}

const FAR: LonLat = [0, -80]

function roadPlaces({ lattice, edgesAt }: ExerciseRoads): LonLat[] {
  return lattice.places.map((place, node) => (edgesAt[node]!.length > 0 ? place : FAR))
}

/** How many communities have their nearest road at each node. */
export function communitiesAtNodes(
  roads: ExerciseRoads,
  communities: readonly Community[],
): ReadonlyMap<number, number> {
  const worth = new Map<number, number>()
  const places = roadPlaces(roads)
  for (const { position } of communities) {
    const node = nearestPlace(places, position)
    worth.set(node, (worth.get(node) ?? 0) + 1)
  }
  return worth
}

function wayAlong(tree: CostTree, places: readonly LonLat[], node: number) {
  return pathTo(tree, node).map((at) => ({ place: places[at]!, minutes: tree.cost[at]! }))
}
