import type { ClosedGround } from './closed-ground.ts'
import { type GraphChange, graphChange } from './graph-change.ts'
import { nodeBlocks } from './node-blocks.ts'
import type { Origin } from './origins.ts'
import { type Entry, growTree, repairTree, type ShortestTree } from './shortest-tree.ts'
import type { TravelGraph } from './travel-graph.ts'
import type { LaneRoom } from './tree-room.ts'
import { cellOfWalk, walksAcross } from './walk-table.ts'
import type { Walking, WalkPlace } from './walking.ts'

/** What a lane stands under. */
export type Conditions = {
  readonly graph: TravelGraph
  readonly closed: readonly ClosedGround[]
  readonly walking: Walking
}

/** What was worked out for one set of origins. */
export type Held = {
  readonly entries: readonly Entry[]
  readonly tree: ShortestTree
  /** Minutes by a walk straight from an origin; +∞ where there is none. */
  readonly direct: Float64Array
  readonly minutes: Float64Array
  readonly version: number
}

/** When a journey is where a walk to a cell could begin. */
type Before = {
  readonly nodeMinutes: Float64Array
  /** No node that a walk joins to the cell is reached earlier than this. */
  readonly leastNear: number
  readonly direct: Float64Array
}

/** Remembers what was asked under one run of conditions, each little different from the last. */
export type Lane = {
  /** Minutes from the best of some origins to every cell; NaN: cannot be reached. */
  minutesFrom(conditions: Conditions, origins: readonly Origin[]): Float64Array
  /** The ways behind those minutes; they hold until the lane moves. */
  waysFrom(conditions: Conditions, origins: readonly Origin[]): Ways
}

/** The quickest ways from some origins, as they stand. */
export type Ways = {
  readonly graph: TravelGraph
  readonly entries: readonly Entry[]
  readonly tree: ShortestTree
  readonly minutes: Float64Array
  /** How a cell is reached where each node is reached after so many minutes. */
  readonly arrivalAt: (cell: number, nodeMinutes: Float64Array) => Arrival
}

/** Minutes, +∞ where there is no way, and the node where the last walk leaves the road; −1 for none. */
export type Arrival = { readonly minutes: number; readonly node: number }

/** @param held room for what is remembered, this lane’s alone to read. */
export function createLane({ network, anchors, table }: WalkPlace, held: LaneRoom<Held>): Lane {
  const cellCount = anchors.lonDegrees.length
  const blocks = nodeBlocks(network, table)
  const blocked = new Uint16Array(table.node.length)
  const acrossOf = new Map<string, Uint32Array>()
  let version = 0
  let now: Conditions | null = null
  /** How the present conditions differ from the last; null: in too much to repair anything. */
  let step: {
    readonly change: GraphChange
    /** Cells whose walks to the roads changed. */
    readonly cells: readonly number[]
    /** Closed ground came or went: walks from origins may differ, whether or not those of cells do. */
    readonly isMoved: boolean
  } | null = null

  const block = (closed: readonly ClosedGround[]) => {
    const touched = new Set<number>()
    let isMoved = false
    const wanted = new Map(closed.map(({ key, outline }) => [key, outline]))
    const count = (walksOf: Uint32Array, by: 1 | -1) => {
      for (const walk of walksOf) {
        blocked[walk]! += by
        touched.add(cellOfWalk(table, walk))
      }
    }
    for (const [key, across] of acrossOf) {
      if (wanted.has(key)) continue
      isMoved = true
      count(across, -1)
      acrossOf.delete(key)
    }
    for (const [key, outline] of wanted) {
      if (acrossOf.has(key)) continue
      isMoved = true
      const across = walksAcross(table, anchors, network, outline)
      acrossOf.set(key, across)
      count(across, 1)
    }
    return { cells: [...touched], isMoved }
  }

  const arrivalAt = (
    cell: number,
    { nodeMinutes, leastNear, direct }: Before,
    { maxMetres, minutesPerMetre }: Walking,
  ): Arrival => {
    let [least, node] = [direct[cell]!, -1]
    for (let walk = table.offsets[cell]!; walk < table.offsets[cell + 1]!; walk++) {
      const metres = table.metres[walk]!
      if (metres > maxMetres || leastNear + metres * minutesPerMetre >= least) break
      if (blocked[walk] !== 0) continue
      const minutes = nodeMinutes[table.node[walk]!]! + metres * minutesPerMetre
      if (minutes < least) [least, node] = [minutes, table.node[walk]!]
    }
    return { minutes: least, node }
  }

  /** Minutes to single cells once a tree stands; NaN: cannot be reached. */
  const minutesAfter = ({ tree, direct }: Pick<Held, 'tree' | 'direct'>, walking: Walking) => {
    const leastByBlock = blocks.leastByBlock(tree.minutes)
    return (cell: number): number => {
      const leastNear = blocks.leastNear(cell, leastByBlock)
      const before = { nodeMinutes: tree.minutes, leastNear, direct }
      const { minutes } = arrivalAt(cell, before, walking)
      return minutes === Number.POSITIVE_INFINITY ? Number.NaN : minutes
    }
  }

  const grown = (origins: readonly Origin[], { graph, walking }: Conditions): Held => {
    const entries = walking.entriesFrom(origins)
    const direct = walking.direct(origins)
    const tree = growTree(graph, entries)
    const minutesTo = minutesAfter({ tree, direct }, walking)
    const minutes = new Float64Array(cellCount)
    for (let cell = 0; cell < cellCount; cell++) minutes[cell] = minutesTo(cell)
    return { entries, direct, tree, minutes, version }
  }

  const repaired = (
    before: Held,
    origins: readonly Origin[],
    { change, cells, isMoved }: NonNullable<typeof step>,
    { walking }: Conditions,
  ): Held => {
    const isSameGround = !isMoved
    const entries = isSameGround ? before.entries : walking.entriesFrom(origins)
    const direct = isSameGround ? before.direct : walking.direct(origins)
    const { tree, changed } = repairTree(before.tree, {
      change,
      entriesBefore: before.entries,
      entriesAfter: entries,
    })
    const minutes = before.minutes.slice()
    const minutesTo = minutesAfter({ tree, direct }, walking)
    const isTouched = new Uint8Array(cellCount)
    const touch = (cell: number) => {
      if (isTouched[cell] === 1) return
      isTouched[cell] = 1
      minutes[cell] = minutesTo(cell)
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

  const moveTo = (conditions: Conditions) => {
    const isSameWalking =
      now !== null &&
      now.walking.maxMetres === conditions.walking.maxMetres &&
      now.walking.minutesPerMetre === conditions.walking.minutesPerMetre
    const { cells, isMoved } = block(conditions.closed)
    const change = now && isSameWalking ? graphChange(now.graph, conditions.graph) : null
    now = conditions
    if (change && isUnchanged(change) && !isMoved) return
    version += 1
    step = change && { change, cells, isMoved }
  }

  const heldFrom = (conditions: Conditions, origins: readonly Origin[]): Held => {
    if (now !== conditions) moveTo(conditions)
    const key = JSON.stringify(origins)
    const before = held.get(key)
    let next = before
    if (!before || before.version !== version) {
      const isNext = before && step && before.version === version - 1
      next = isNext ? repaired(before, origins, step!, now!) : grown(origins, now!)
    }
    held.set(key, next!)
    return next!
  }

  return {
    minutesFrom: (conditions, origins) => heldFrom(conditions, origins).minutes.slice(),
    waysFrom(conditions, origins) {
      const { graph, walking } = conditions
      const { entries, tree, direct, minutes } = heldFrom(conditions, origins)
      return {
        graph,
        entries,
        tree,
        minutes,
        arrivalAt: (cell, nodeMinutes) =>
          arrivalAt(cell, { nodeMinutes, leastNear: 0, direct }, walking),
      }
    },
  }
}

function isUnchanged({ nodeAfter, worseFrom, betterFrom }: GraphChange): boolean {
  return nodeAfter === null && worseFrom.length === 0 && betterFrom.length === 0
}
