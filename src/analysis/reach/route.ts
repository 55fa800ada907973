import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import {
  ROAD_CROSSINGS,
  type RoadClass,
  type RoadCrossing,
  type RoadSurface,
  roadOfSort,
} from '#core/records/road.ts'
import type { RoadNetwork } from '../ground.ts'
import type { EdgeRules } from './edge-rules.ts'
import { type Entry, growTree } from './shortest-tree.ts'
import type { TravelGraph } from './travel-graph.ts'
import { type Walking, walkMinutes } from './walking.ts'

/** One stretch of a way between two turn points. */
export type RouteLeg = {
  readonly on: 'road' | 'offRoad'
  /** Empty where the road has no name, and off the road. */
  readonly name: string
  /** Null off the road. */
  readonly road: { readonly roadClass: RoadClass; readonly surface: RoadSurface } | null
  /** Bridges, ferries and fords of the leg, in order. */
  readonly crossings: readonly Exclude<RoadCrossing, 'none'>[]
  readonly positions: readonly LonLat[]
  readonly metres: number
  /** Driving or walking, and what is waited for on the way. */
  readonly minutes: number
  /** Of these, at checkpoints and for escorts. */
  readonly delayMinutes: number
  /** The heaviest vehicle that every part of it takes; +∞ where no limit is known. */
  readonly maxTonnes: number
  /** The highest military load class that every part of it takes; +∞ where no limit is known. */
  readonly maxLoadClass: number
}

/** A way over the ground with its turn points: where one leg ends and the next begins. */
export type Route = {
  readonly legs: readonly RouteLeg[]
  readonly metres: number
  readonly minutes: number
  readonly maxTonnes: number
  readonly maxLoadClass: number
}

/** What routes are found on. */
export type RouteRoads = {
  readonly network: RoadNetwork
  readonly rules: EdgeRules
  readonly graph: TravelGraph
  readonly walking: Walking
}

/**
 * The quickest way between two positions; null where there is none. A new leg begins where the name
 * or the sort of the road changes, and at a junction where the way turns sharply. Some 20 ms on
 * 45,000 nodes.
 */
export function routeBetween(roads: RouteRoads, from: LonLat, to: LonLat): Route | null {
  const { graph, walking } = roads
  const entries = walking.entriesFrom([{ position: from, minutes: 0 }])
  const tree = growTree(graph, entries)
  const last = nearestEnd(tree.minutes, walking.exitsTo(to))
  const direct = walkMinutes(walking, from, to, metresBetween(from, to))
  if (!Number.isFinite(Math.min(last.minutes, direct))) return null
  if (direct <= last.minutes) return routeOf([offRoadLeg(from, to, direct)])
  const nodes: number[] = []
  for (let node = last.node; node >= 0; node = tree.via[node]!) nodes.push(node)
  nodes.reverse()
  const first = nodes[0]!
  const arrival = tree.minutes[first]!
  const entry = entries.find(({ node, minutes }) => node === first && minutes === arrival)
  const firstPosition = positionOf(roads, first)
  const along = entry?.along
  const roadStart = along?.from ?? firstPosition
  const partMinutes = along ? along.entryMinutes + along.minutes : 0
  const steps = stepsOf(roads, nodes, tree.minutes)
  if (along) {
    const { entryMinutes, ...part } = along
    const here = { from: roadStart, to: roadStart, isJunction: false }
    steps.unshift(
      { ...here, edge: null, metres: 0, minutes: entryMinutes },
      { ...part, to: firstPosition, isJunction: false },
    )
  }
  return routeOf([
    offRoadLeg(from, roadStart, arrival - partMinutes),
    ...roadLegs(roads, steps),
    offRoadLeg(positionOf(roads, last.node), to, last.minutes - tree.minutes[last.node]!),
  ])
}

/** Where a journey leaves the road for its end: the node, and the minutes to the end by way of it. */
export function nearestEnd(atNode: Float64Array, ends: readonly Entry[]): Entry {
  let nearest: Entry = { node: -1, minutes: Number.POSITIVE_INFINITY }
  for (const { node, minutes } of ends) {
    const arrival = atNode[node]! + minutes
    if (arrival < nearest.minutes) nearest = { node, minutes: arrival }
  }
  return nearest
}

/** Shorter than this nobody calls it a leg of its own. */
const LEAST_OFF_ROAD_METRES = 5

function routeOf(all: readonly RouteLeg[]): Route {
  const legs = all.filter(({ on, metres }) => on === 'road' || metres >= LEAST_OFF_ROAD_METRES)
  const sum = (of: (leg: RouteLeg) => number) => all.reduce((total, leg) => total + of(leg), 0)
  return {
    legs,
    metres: sum(({ metres }) => metres),
    minutes: sum(({ minutes }) => minutes),
    maxTonnes: Math.min(...all.map(({ maxTonnes }) => maxTonnes)),
    maxLoadClass: Math.min(...all.map(({ maxLoadClass }) => maxLoadClass)),
  }
}

function offRoadLeg(from: LonLat, to: LonLat, minutes: number): RouteLeg {
  return {
    on: 'offRoad',
    name: '',
    road: null,
    crossings: [],
    positions: [from, to],
    metres: metresBetween(from, to),
    minutes,
    delayMinutes: 0,
    maxTonnes: Number.POSITIVE_INFINITY,
    maxLoadClass: Number.POSITIVE_INFINITY,
  }
}

function ownNode({ graph, network }: RouteRoads, node: number): number {
  return graph.twinNode[node - network.nodeLonDegrees.length] ?? node
}

function positionOf(roads: RouteRoads, node: number): LonLat {
  const own = ownNode(roads, node)
  return [roads.network.nodeLonDegrees[own]!, roads.network.nodeLatDegrees[own]!]
}

/** An edge of the way or a part of one, or a delay paid where it stands. */
type Step = {
  readonly edge: number | null
  readonly from: LonLat
  readonly to: LonLat
  readonly metres: number
  readonly minutes: number
  readonly isJunction: boolean
}

function roadLegs(roads: RouteRoads, steps: readonly Step[]): readonly RouteLeg[] {
  const legs: Mutable<RouteLeg>[] = []
  let delay = 0
  let before: Step | null = null
  for (const step of steps) {
    if (step.edge === null) {
      delay += step.minutes
      continue
    }
    const open = legs.at(-1)
    const piece = legOf(roads, step, step.edge, delay)
    delay = 0
    if (!open || !before || isTurn(open, piece, before, step)) legs.push(piece)
    else extend(open, piece)
    before = step
  }
  const open = legs.at(-1)
  if (open) {
    open.minutes += delay
    open.delayMinutes += delay
  }
  return withoutBlinks(legs)
}

/** Where the name drops out for less than this, the road goes on. */
const BLINK_METRES = 300

function withoutBlinks(legs: readonly Mutable<RouteLeg>[]): readonly RouteLeg[] {
  const kept: Mutable<RouteLeg>[] = []
  for (let at = 0; at < legs.length; at++) {
    const [open, leg, next] = [kept.at(-1), legs[at]!, legs[at + 1]]
    const isBlink = leg.metres < BLINK_METRES && open && next && isSameRoad(open, next)
    if (!isBlink) kept.push(leg)
    else {
      extend(open, leg)
      extend(open, next)
      at += 1
    }
  }
  return kept
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function extend(leg: Mutable<RouteLeg>, piece: RouteLeg): void {
  leg.positions = [...leg.positions, ...piece.positions.slice(1)]
  leg.metres += piece.metres
  leg.minutes += piece.minutes
  leg.delayMinutes += piece.delayMinutes
  leg.maxTonnes = Math.min(leg.maxTonnes, piece.maxTonnes)
  leg.maxLoadClass = Math.min(leg.maxLoadClass, piece.maxLoadClass)
  const isNew = piece.crossings.length > 0 && leg.crossings.at(-1) !== piece.crossings[0]
  if (isNew) leg.crossings = [...leg.crossings, ...piece.crossings]
}

function stepsOf(roads: RouteRoads, nodes: readonly number[], atNode: Float64Array): Step[] {
  const { network } = roads
  return nodes.slice(1).map((node, i) => {
    const earlier = nodes[i]!
    const a = ownNode(roads, earlier)
    const edge = edgeTaken(roads, earlier, node)
    return {
      edge,
      metres: edge === null ? 0 : network.edgeMetres[edge]!,
      from: positionOf(roads, earlier),
      to: positionOf(roads, node),
      minutes: atNode[node]! - atNode[earlier]!,
      isJunction: network.edgeOffsets[a + 1]! - network.edgeOffsets[a]! > 2,
    }
  })
}

/** Of parallel edges the one that was taken: the quickest for this traveller. Null: an entry into zones. */
function edgeTaken({ graph }: RouteRoads, from: number, to: number): number | null {
  let best = -1
  for (let edge = graph.edgeOffsets[from]!; edge < graph.edgeOffsets[from + 1]!; edge++) {
    if (graph.edgeTarget[edge] !== to) continue
    if (best < 0 || graph.edgeMinutes[edge]! < graph.edgeMinutes[best]!) best = edge
  }
  const origin = graph.edgeOrigin[best]!
  return origin < 0 ? null : origin
}

function legOf(
  { network, rules }: RouteRoads,
  step: Step,
  edge: number,
  delayMinutes: number,
): Mutable<RouteLeg> {
  const [roadClass, surface] = roadOfSort(network.edgeSort[edge]!)
  const crossing = ROAD_CROSSINGS[network.edgeCrossing[edge]!]!
  return {
    on: 'road',
    name: network.stretchNames[network.edgeStretch[edge]!] ?? '',
    road: { roadClass, surface },
    crossings: crossing === 'none' ? [] : [crossing],
    positions: [step.from, step.to],
    metres: step.metres,
    minutes: step.minutes + delayMinutes,
    delayMinutes,
    maxTonnes: Math.min(rules.maxTonnes[edge]!, network.edgeMaxTonnes[edge]!),
    maxLoadClass: rules.maxLoadClass[edge]!,
  }
}

const SHARP_COSINE = Math.cos((50 * Math.PI) / 180)

function isTurn(open: RouteLeg, piece: RouteLeg, before: Step, step: Step): boolean {
  if (!isSameRoad(open, piece)) return true
  return step.isJunction && cosineBetween(before, step) < SHARP_COSINE
}

function isSameRoad(a: RouteLeg, b: RouteLeg): boolean {
  const isSameSort = a.road?.roadClass === b.road?.roadClass && a.road?.surface === b.road?.surface
  return a.name === b.name && isSameSort
}

function cosineBetween(before: Step, step: Step): number {
  const squeeze = Math.cos((step.from[1] * Math.PI) / 180)
  const along = ({ from, to }: Step) => [(to[0] - from[0]) * squeeze, to[1] - from[1]] as const
  const [ax, ay] = along(before)
  const [bx, by] = along(step)
  const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by)
  return lengths === 0 ? 1 : (ax * bx + ay * by) / lengths
}
