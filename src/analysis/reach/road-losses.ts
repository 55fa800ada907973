import FlatQueue from 'flatqueue'
import type { RoadNetwork } from '../ground.ts'
import type { Ways } from './lane.ts'
import type { TravelGraph } from './travel-graph.ts'

/** What journeys to the cells become when roads are lost, each loss alone. */
export type RoadLosses = {
  /** To every cell with no road lost; NaN: cannot be reached. */
  readonly minutes: Float64Array
  /**
   * The most people that a loss of edges can touch: those whose quickest way leads over one of them.
   * Exact where these lie one behind the other, at most too high elsewhere; 0 where nobody's way does.
   */
  readonly mostPeople: (peopleCount: Float64Array) => (edges: readonly number[]) => number
  /**
   * What a loss of edges changes, worked out by visiting only nodes that are reached over them. An edge
   * is lost one way; name both ways of a road. Equals what a router says where they are closed.
   */
  readonly without: (edges: readonly number[]) => RoadLoss
}

export type RoadLoss = {
  /** Cells that are reached later or no more. */
  readonly cells: readonly number[]
  /** After how long each of them is reached then; NaN: no more. */
  readonly minutes: readonly number[]
  /** So many nodes were visited: what it cost. */
  readonly visitCount: number
}

const NONE = -1

/** Making one takes some 20 ms for 45,000 nodes; a loss as long as what lies beyond it takes. */
export function roadLosses(network: RoadNetwork, ways: Ways): RoadLosses {
  const { graph, tree, minutes: cellMinutes, arrivalAt } = ways
  const { edgeOffsets, edgeTarget, edgeMinutes } = graph
  const { via } = tree
  const sourceOf = sources(graph)
  const placeOf = placesOfEdges(network, graph)
  const into = grouped(edgeTarget, graph.nodeCount)
  const children = grouped(via, graph.nodeCount)
  const exitOf = Int32Array.from(cellMinutes, (_, cell) => arrivalAt(cell, tree.minutes).node)
  const cellsAt = grouped(exitOf, graph.nodeCount)
  const entriesAt = groupedBy(ways.entries, ({ node }) => node)
  const entriesOver = groupedBy(ways.entries, ({ along }) => along?.edge)
  const nodeMinutes = tree.minutes.slice()
  const isGone = new Uint8Array(edgeTarget.length)
  const isBehind = new Uint8Array(graph.nodeCount)

  /** Nodes that are reached over some of these edges of the network, by each or by its end alone. */
  const headsOf = (edges: readonly number[]): number[] => [
    ...new Set(
      edges.flatMap((edge) => {
        const place = placeOf[edge]!
        const head = place === NONE ? NONE : edgeTarget[place]!
        const isWay = head !== NONE && via[head] === sourceOf[place]
        const entered = (entriesOver.get(edge) ?? []).filter(
          ({ node, minutes }) => via[node] === NONE && tree.minutes[node] === minutes,
        )
        return [...(isWay ? [head] : []), ...entered.map(({ node }) => node)]
      }),
    ),
  ]
  const behind = (edges: readonly number[]): number[] => {
    const nodes: number[] = []
    const add = (node: number) => {
      if (isBehind[node] === 1) return
      isBehind[node] = 1
      nodes.push(node)
    }
    headsOf(edges).forEach(add)
    for (let at = 0; at < nodes.length; at++) children.each(nodes[at]!, add)
    return nodes
  }

  /** Finds the nodes anew that lie behind what is gone, from what lies around them. */
  const find = (nodes: readonly number[], lost: ReadonlySet<number>): void => {
    const queue = new FlatQueue<number>()
    const improve = (node: number, arrival: number) => {
      if (!(arrival < nodeMinutes[node]!)) return
      nodeMinutes[node] = arrival
      queue.push(node, arrival)
    }
    for (const node of nodes) nodeMinutes[node] = Number.POSITIVE_INFINITY
    for (const node of nodes) {
      for (const { minutes, along } of entriesAt.get(node) ?? []) {
        if (!along || !lost.has(along.edge)) improve(node, minutes)
      }
      into.each(node, (edge) => {
        const from = sourceOf[edge]!
        if (isGone[edge] === 1 || isBehind[from] === 1) return
        improve(node, nodeMinutes[from]! + edgeMinutes[edge]!)
      })
    }
    for (let at = queue.peekValue(); at !== undefined; at = queue.peekValue()) {
      const node = queue.pop()!
      if (at > nodeMinutes[node]!) continue
      for (let edge = edgeOffsets[node]!; edge < edgeOffsets[node + 1]!; edge++) {
        const other = edgeTarget[edge]!
        if (isGone[edge] === 0 && isBehind[other] === 1) improve(other, at + edgeMinutes[edge]!)
      }
    }
  }

  return {
    minutes: cellMinutes.slice(),
    mostPeople(peopleCount) {
      const beyond = new Float64Array(graph.nodeCount)
      exitOf.forEach((node, cell) => {
        if (node !== NONE) beyond[node]! += peopleCount[cell]!
      })
      for (const node of fromRoots(via, children).reverse()) {
        if (via[node] !== NONE) beyond[via[node]!]! += beyond[node]!
      }
      return (edges) => {
        const heads = headsOf(edges)
        const isHead = new Set(heads)
        return heads.reduce((sum, node) => sum + (isHead.has(via[node]!) ? 0 : beyond[node]!), 0)
      }
    },
    without(edges) {
      const gone = edges.map((edge) => placeOf[edge]!).filter((edge) => edge !== NONE)
      for (const edge of gone) isGone[edge] = 1
      const nodes = behind(edges)
      find(nodes, new Set(edges))
      const cells: number[] = []
      const minutes: number[] = []
      for (const node of nodes) {
        cellsAt.each(node, (cell) => {
          const arrival = arrivalAt(cell, nodeMinutes).minutes
          if (arrival === cellMinutes[cell]) return
          cells.push(cell)
          minutes.push(arrival === Number.POSITIVE_INFINITY ? Number.NaN : arrival)
        })
      }
      for (const node of nodes) {
        isBehind[node] = 0
        nodeMinutes[node] = tree.minutes[node]!
      }
      for (const edge of gone) isGone[edge] = 0
      return { cells, minutes, visitCount: nodes.length }
    },
  }
}

/** Where each edge goes out from. */
function sources({ nodeCount, edgeOffsets, edgeTarget }: TravelGraph): Uint32Array {
  const source = new Uint32Array(edgeTarget.length)
  for (let node = 0; node < nodeCount; node++) {
    source.fill(node, edgeOffsets[node]!, edgeOffsets[node + 1]!)
  }
  return source
}

/** Where each edge of the network stands in the graph; −1 where it cannot be passed. */
function placesOfEdges({ edgeTarget }: RoadNetwork, { edgeOrigin }: TravelGraph): Int32Array {
  const place = new Int32Array(edgeTarget.length).fill(NONE)
  edgeOrigin.forEach((edge, at) => {
    if (edge !== NONE) place[edge] = at
  })
  return place
}

function groupedBy<T, K>(
  members: readonly T[],
  groupOf: (member: T) => K | undefined,
): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const member of members) {
    const group = groupOf(member)
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), member])
  }
  return groups
}

type Groups = { readonly each: (group: number, visit: (member: number) => void) => void }

/** Members by the group that each names; −1 names none. */
function grouped(groupOf: ArrayLike<number>, groupCount: number): Groups {
  const offsets = new Uint32Array(groupCount + 1)
  for (let at = 0; at < groupOf.length; at++) {
    if (groupOf[at] !== NONE) offsets[groupOf[at]! + 1]!++
  }
  for (let group = 0; group < groupCount; group++) offsets[group + 1]! += offsets[group]!
  const next = offsets.slice()
  const members = new Uint32Array(offsets[groupCount]!)
  for (let at = 0; at < groupOf.length; at++) {
    if (groupOf[at] !== NONE) members[next[groupOf[at]!]!++] = at
  }
  return {
    each(group, visit) {
      for (let at = offsets[group]!; at < offsets[group + 1]!; at++) visit(members[at]!)
    },
  }
}

/** All nodes, each after the one before it on its way. */
function fromRoots(via: Int32Array, children: Groups): number[] {
  const order: number[] = []
  via.forEach((before, node) => {
    if (before === NONE) order.push(node)
  })
  for (let at = 0; at < order.length; at++) {
    children.each(order[at]!, (child) => {
      order.push(child)
    })
  }
  return order
}
