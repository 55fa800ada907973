import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import type { Ground } from '../ground.ts'
import { type CellAnchors, cellAnchors } from './cell-anchors.ts'
import { type ClosedGround, closedAirspace, closedGround } from './closed-ground.ts'
import { isWetSeason, restrictionsActing } from './conditions.ts'
import { edgeRules } from './edge-rules.ts'
import { edgeFinder } from './edges-under.ts'
import { type GraphChange, graphChange } from './graph-change.ts'
import { type Origin, originsOf } from './origins.ts'
import { type Entry, growTree, repairTree, type ShortestTree } from './shortest-tree.ts'
import { minutesPerMetre, type TravelGraph, travelGraph } from './travel-graph.ts'
import {
  cellOfWalk,
  meetsClosedGround,
  type WalkTable,
  walksAcross,
  walkTable,
} from './walk-table.ts'

/** How somebody travels, and what stands in the way. */
export type ReachTerms = {
  readonly operation: Operation
  readonly vehicle: Vehicle
  readonly restrictions: readonly Restriction[]
  readonly landingSites: readonly LonLat[]
}

/** Minutes from the nearest of some starts to every cell; NaN: cannot be reached. */
export type Reach = (starts: readonly LonLat[]) => Float64Array

/** Works out travel over one ground, and remembers what it worked out. */
export type Router = {
  /**
   * Travel on some terms. What was asked for on the last terms of the same lane is brought up to
   * these by visiting only what differs, and equals what a new router would say, to the last bit.
   *
   * @param lane who asks: a scenario, say; terms of one lane change little from one to the next.
   */
  readonly under: (terms: ReachTerms, lane?: string) => Reach
}

/** Nobody walks further than this off the road, however fast a vehicle is there. */
const MAX_OFF_ROAD_METRES = 10_000
const MOST_TREES = 260
const MOST_LANES = 6

/** See `reachOf`. Making one takes some 20 ms; its first terms some 2 s for 20,000 cells. */
export function createRouter(ground: Ground): Router {
  const { network } = ground
  const anchors = cellAnchors(ground)
  const under = remembering(edgeFinder(network))
  const lanes = new Map<string, Lane>()
  let walks: WalkTable | null = null
  const walksWithin = (maxMetres: number): WalkTable => {
    if (!walks || walks.maxMetres < maxMetres) {
      walks = walkTable(anchors, network, maxMetres)
      lanes.clear()
    }
    return walks
  }
  return {
    under(terms, laneName = '') {
      const { operation, vehicle } = terms
      const isWet = isWetSeason(operation)
      const acting = restrictionsActing(terms)
      const perMetre = operation.footDetourFactor * minutesPerMetre(vehicle.offRoad.speeds, isWet)
      const longest = operation.maxFootMinutes / perMetre
      const maxMetres = Math.min(MAX_OFF_ROAD_METRES, Number.isFinite(longest) ? longest : 0)
      const table = walksWithin(maxMetres)
      const closed = closedGround(acting)
      const conditions: Conditions = {
        graph: travelGraph(network, edgeRules(network, acting, under), {
          vehicle,
          isWet,
          ferries: operation,
        }),
        closed,
        walking: { maxMetres, minutesPerMetre: perMetre },
      }
      const key = `${laneName} ${vehicle.id}`
      const lane = lanes.get(key) ?? createLane({ ground, anchors, table })
      lanes.delete(key)
      lanes.set(key, lane)
      for (const oldest of lanes.keys()) {
        if (lanes.size <= MOST_LANES) break
        lanes.delete(oldest)
      }
      lane.moveTo(conditions)
      const airspace = { landingSites: terms.landingSites, closed: closedAirspace(acting) }
      return (starts) => lane.minutesFrom(originsOf(starts, vehicle, airspace))
    },
  }
}

function remembering(find: (geometry: Restriction['geometry']) => number[]) {
  const known = new Map<string, number[]>()
  return (geometry: Restriction['geometry']): number[] => {
    const key = JSON.stringify(geometry)
    const edges = known.get(key) ?? find(geometry)
    if (known.size > 2_000) known.clear()
    known.set(key, edges)
    return edges
  }
}

type Walking = { readonly maxMetres: number; readonly minutesPerMetre: number }

/** What a lane stands under. */
type Conditions = {
  readonly graph: TravelGraph
  readonly closed: readonly ClosedGround[]
  readonly walking: Walking
}

type Place = {
  readonly ground: Ground
  readonly anchors: CellAnchors
  readonly table: WalkTable
}

/** What was worked out for one set of origins. */
type Held = {
  readonly entries: readonly Entry[]
  readonly tree: ShortestTree
  /** Minutes by a walk straight from an origin; +∞ where there is none. */
  readonly direct: Float64Array
  readonly minutes: Float64Array
  readonly version: number
}

type Lane = {
  moveTo(conditions: Conditions): void
  minutesFrom(origins: readonly Origin[]): Float64Array
}

function createLane({ ground, anchors, table }: Place): Lane {
  const { network } = ground
  const cellCount = anchors.lonDegrees.length
  const blocked = new Uint8Array(table.node.length)
  const acrossOf = new Map<string, Uint32Array>()
  const held = new Map<string, Held>()
  let version = 0
  let now: Conditions | null = null
  /** How the present conditions differ from the last; null: in too much to repair anything. */
  let step: { readonly change: GraphChange; readonly cells: readonly number[] } | null = null
  let barriers: ClosedGround['outline'][] = []

  const block = (closed: readonly ClosedGround[]): number[] => {
    const touched = new Set<number>()
    const wanted = new Map(closed.map(({ key, outline }) => [key, outline]))
    const count = (walksOf: Uint32Array, by: 1 | -1) => {
      for (const walk of walksOf) {
        blocked[walk]! += by
        touched.add(cellOfWalk(table, walk))
      }
    }
    for (const [key, across] of acrossOf) {
      if (wanted.has(key)) continue
      count(across, -1)
      acrossOf.delete(key)
    }
    for (const [key, outline] of wanted) {
      if (acrossOf.has(key)) continue
      const across = walksAcross(table, anchors, network, outline)
      acrossOf.set(key, across)
      count(across, 1)
    }
    barriers = [...wanted.values()]
    return [...touched]
  }

  const entriesOf = (origins: readonly Origin[], { maxMetres, minutesPerMetre }: Walking) => {
    const entries: Entry[] = []
    for (const { position, minutes } of origins) {
      table.nodesNear(position, (node, metres) => {
        const end = [network.nodeLonDegrees[node]!, network.nodeLatDegrees[node]!] as const
        if (metres > maxMetres || meetsClosedGround(barriers, position, end)) return
        entries.push({ node, minutes: minutes + metres * minutesPerMetre })
      })
    }
    return entries
  }

  const directOf = (origins: readonly Origin[], { maxMetres, minutesPerMetre }: Walking) => {
    const direct = new Float64Array(cellCount).fill(Number.POSITIVE_INFINITY)
    for (const { position, minutes } of origins) {
      table.cellsNear(position, (cell, metres) => {
        const end = [anchors.lonDegrees[cell]!, anchors.latDegrees[cell]!] as const
        if (metres > maxMetres || meetsClosedGround(barriers, position, end)) return
        direct[cell] = Math.min(direct[cell]!, minutes + metres * minutesPerMetre)
      })
    }
    return direct
  }

  const minutesAt = (
    cell: number,
    { tree, direct }: Pick<Held, 'tree' | 'direct'>,
    { maxMetres, minutesPerMetre }: Walking,
  ): number => {
    let least = direct[cell]!
    for (let walk = table.offsets[cell]!; walk < table.offsets[cell + 1]!; walk++) {
      const metres = table.metres[walk]!
      if (metres > maxMetres || metres * minutesPerMetre >= least) break
      if (blocked[walk] !== 0) continue
      const minutes = tree.minutes[table.node[walk]!]! + metres * minutesPerMetre
      if (minutes < least) least = minutes
    }
    return least === Number.POSITIVE_INFINITY ? Number.NaN : least
  }

  const grown = (origins: readonly Origin[], { graph, walking }: Conditions): Held => {
    const entries = entriesOf(origins, walking)
    const direct = directOf(origins, walking)
    const tree = growTree(graph, entries)
    const minutes = Float64Array.from({ length: cellCount }, (_, cell) =>
      minutesAt(cell, { tree, direct }, walking),
    )
    return { entries, direct, tree, minutes, version }
  }

  const repaired = (
    before: Held,
    origins: readonly Origin[],
    { change, cells }: NonNullable<typeof step>,
    { walking }: Conditions,
  ): Held => {
    const isSameGround = cells.length === 0
    const entries = isSameGround ? before.entries : entriesOf(origins, walking)
    const direct = isSameGround ? before.direct : directOf(origins, walking)
    const { tree, changed } = repairTree(before.tree, {
      change,
      entriesBefore: before.entries,
      entriesAfter: entries,
    })
    const minutes = before.minutes.slice()
    const isTouched = new Uint8Array(cellCount)
    const touch = (cell: number) => {
      if (isTouched[cell] === 1) return
      isTouched[cell] = 1
      minutes[cell] = minutesAt(cell, { tree, direct }, walking)
    }
    cells.forEach(touch)
    for (let cell = 0; cell < cellCount; cell++) {
      if (direct[cell] !== before.direct[cell]) touch(cell)
    }
    for (const node of changed) {
      if (node >= network.nodeLonDegrees.length) continue
      for (let at = table.nodeOffsets[node]!; at < table.nodeOffsets[node + 1]!; at++) {
        touch(table.cell[at]!)
      }
    }
    return { entries, direct, tree, minutes, version }
  }

  return {
    moveTo(conditions) {
      const isSameWalking =
        now !== null &&
        now.walking.maxMetres === conditions.walking.maxMetres &&
        now.walking.minutesPerMetre === conditions.walking.minutesPerMetre
      const cells = block(conditions.closed)
      const change = now && isSameWalking ? graphChange(now.graph, conditions.graph) : null
      now = conditions
      if (change && isUnchanged(change) && cells.length === 0) return
      version += 1
      step = change && { change, cells }
    },
    minutesFrom(origins) {
      const key = JSON.stringify(origins)
      const before = held.get(key)
      let next = before
      if (!before || before.version !== version) {
        const isNext = before && step && before.version === version - 1
        next = isNext ? repaired(before, origins, step!, now!) : grown(origins, now!)
      }
      held.delete(key)
      held.set(key, next!)
      const [oldest] = held.keys()
      if (held.size > MOST_TREES) held.delete(oldest!)
      return next!.minutes.slice()
    },
  }
}

function isUnchanged({ nodeAfter, worseFrom, betterFrom }: GraphChange): boolean {
  return nodeAfter === null && worseFrom.length === 0 && betterFrom.length === 0
}
