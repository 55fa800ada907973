import FlatQueue from 'flatqueue'
import type { TravelGraph } from './travel-graph.ts'

/** A node and how long it takes to get there from where the journey starts. */
export type Entry = { readonly node: number; readonly minutes: number }

export type ShortestOptions = {
  /** What lies further away is not looked for, and stays at ∞ or at more than this. */
  readonly atMostMinutes?: number
  /** Is told, for every node, the one before it on the way; −1 where a journey begins. */
  readonly before?: Int32Array
}

/**
 * Minutes from the nearest of several starts to every node; ∞ where there is no way. 45,000 nodes
 * take some 15 ms.
 *
 * @source E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1
 *   (1959), with a binary heap and lazy deletion.
 */
export function shortestMinutes(
  graph: TravelGraph,
  entries: Iterable<Entry>,
  { atMostMinutes = Number.POSITIVE_INFINITY, before }: ShortestOptions = {},
): Float64Array {
  const minutes = new Float64Array(graph.nodeCount).fill(Number.POSITIVE_INFINITY)
  const queue = new FlatQueue<number>()
  for (const entry of entries) {
    if (!(entry.minutes < minutes[entry.node]!)) continue
    minutes[entry.node] = entry.minutes
    if (before) before[entry.node] = -1
    queue.push(entry.node, entry.minutes)
  }
  const { edgeOffsets, edgeTarget, edgeMinutes } = graph
  for (let at = queue.peekValue(); at !== undefined; at = queue.peekValue()) {
    if (at > atMostMinutes) break
    const node = queue.pop()!
    if (at > minutes[node]!) continue
    for (let edge = edgeOffsets[node]!; edge < edgeOffsets[node + 1]!; edge++) {
      const other = edgeTarget[edge]!
      const arrival = at + edgeMinutes[edge]!
      if (arrival >= minutes[other]!) continue
      minutes[other] = arrival
      if (before) before[other] = node
      queue.push(other, arrival)
    }
  }
  return minutes
}
