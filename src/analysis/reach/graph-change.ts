import type { TravelGraph } from './travel-graph.ts'

/** Ways into every node: those of node v lie at `offsets[v]` to `offsets[v + 1]` − 1. */
export type ReversedGraph = {
  readonly offsets: Uint32Array
  readonly source: Uint32Array
  readonly minutes: Float64Array
}

/** How one travel graph of a network differs from another. Edges are named by the nodes of the new one. */
export type GraphChange = {
  readonly after: TravelGraph
  /** Every edge is as it was, also those that a quicker one runs beside. */
  readonly isNone: boolean
  /** The new number of each old node, −1 where it is gone; null: all keep theirs. */
  readonly nodeAfter: Int32Array | null
  /** Edges that take longer now, or are gone. */
  readonly worseFrom: readonly number[]
  readonly worseTo: readonly number[]
  /** Edges that are new, or quicker now. */
  readonly betterFrom: readonly number[]
  readonly betterTo: readonly number[]
  readonly betterMinutes: readonly number[]
  /** Made when first asked for, once for all trees. */
  readonly reversed: () => ReversedGraph
}

/** Compares two travel graphs of one network node by node. 90,000 edges take some 3 ms. */
export function graphChange(before: TravelGraph, after: TravelGraph): GraphChange {
  const nodeAfter = renumbering(before, after)
  const worseFrom: number[] = []
  const worseTo: number[] = []
  const betterFrom: number[] = []
  const betterTo: number[] = []
  const betterMinutes: number[] = []
  const newNumber = (node: number) => (nodeAfter ? nodeAfter[node]! : node)
  const isCarried = new Uint8Array(after.nodeCount)
  let isNone = nodeAfter === null
  for (let old = 0; old < before.nodeCount; old++) {
    const node = newNumber(old)
    if (node < 0) continue
    isCarried[node] = 1
    if (isSameAround({ before, after, newNumber }, old, node)) continue
    isNone = false
    const earlier = leastMinutes(before, old, newNumber)
    const now = leastMinutes(after, node, (other) => other)
    for (const [to, minutes] of earlier) {
      if (to >= 0 && !((now.get(to) ?? Number.POSITIVE_INFINITY) <= minutes)) {
        worseFrom.push(node)
        worseTo.push(to)
      }
    }
    for (const [to, minutes] of now) {
      if (!(minutes < (earlier.get(to) ?? Number.POSITIVE_INFINITY))) continue
      betterFrom.push(node)
      betterTo.push(to)
      betterMinutes.push(minutes)
    }
  }
  for (let node = 0; node < after.nodeCount; node++) {
    if (isCarried[node] === 1) continue
    for (let edge = after.edgeOffsets[node]!; edge < after.edgeOffsets[node + 1]!; edge++) {
      betterFrom.push(node)
      betterTo.push(after.edgeTarget[edge]!)
      betterMinutes.push(after.edgeMinutes[edge]!)
    }
  }
  let reversed: ReversedGraph | null = null
  return {
    after,
    isNone,
    nodeAfter,
    worseFrom,
    worseTo,
    betterFrom,
    betterTo,
    betterMinutes,
    reversed: () => {
      reversed ??= reversedGraph(after)
      return reversed
    },
  }
}

/** Nodes of the network keep their numbers; twins are known by node and zones. */
function renumbering(before: TravelGraph, after: TravelGraph): Int32Array | null {
  const baseCount = before.nodeCount - before.twinKeys.length
  const isSame =
    before.nodeCount === after.nodeCount &&
    before.twinKeys.every((key, twin) => key === after.twinKeys[twin])
  if (isSame) return null
  const twinAfter = new Map(after.twinKeys.map((key, twin) => [key, baseCount + twin]))
  return Int32Array.from({ length: before.nodeCount }, (_, node) =>
    node < baseCount ? node : (twinAfter.get(before.twinKeys[node - baseCount]!) ?? -1),
  )
}

type Pair = {
  readonly before: TravelGraph
  readonly after: TravelGraph
  readonly newNumber: (node: number) => number
}

function isSameAround({ before, after, newNumber }: Pair, old: number, node: number): boolean {
  const first = before.edgeOffsets[old]!
  const firstAfter = after.edgeOffsets[node]!
  const count = before.edgeOffsets[old + 1]! - first
  if (after.edgeOffsets[node + 1]! - firstAfter !== count) return false
  for (let i = 0; i < count; i++) {
    if (newNumber(before.edgeTarget[first + i]!) !== after.edgeTarget[firstAfter + i]) return false
    if (before.edgeMinutes[first + i] !== after.edgeMinutes[firstAfter + i]) return false
  }
  return true
}

function leastMinutes(
  { edgeOffsets, edgeTarget, edgeMinutes }: TravelGraph,
  node: number,
  numberOf: (node: number) => number,
): Map<number, number> {
  const least = new Map<number, number>()
  for (let edge = edgeOffsets[node]!; edge < edgeOffsets[node + 1]!; edge++) {
    const to = numberOf(edgeTarget[edge]!)
    const minutes = edgeMinutes[edge]!
    if (minutes < (least.get(to) ?? Number.POSITIVE_INFINITY)) least.set(to, minutes)
  }
  return least
}

function reversedGraph({
  nodeCount,
  edgeOffsets,
  edgeTarget,
  edgeMinutes,
}: TravelGraph): ReversedGraph {
  const offsets = new Uint32Array(nodeCount + 1)
  for (const to of edgeTarget) offsets[to + 1]!++
  for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!
  const next = offsets.slice()
  const source = new Uint32Array(edgeTarget.length)
  const minutes = new Float64Array(edgeTarget.length)
  for (let from = 0; from < nodeCount; from++) {
    for (let edge = edgeOffsets[from]!; edge < edgeOffsets[from + 1]!; edge++) {
      const at = next[edgeTarget[edge]!]!++
      source[at] = from
      minutes[at] = edgeMinutes[edge]!
    }
  }
  return { offsets, source, minutes }
}
