import FlatQueue from 'flatqueue'

/** Nodes with the ways out of each, and what a way costs. */
export type Ways = {
  readonly nodeCount: number
  /** Calls back for every way out of a node. */
  readonly each: (node: number, onWay: (target: number, cost: number) => void) => void
}

export type CostTree = {
  /** Infinity: not reached. */
  readonly cost: Float64Array
  /** The node before on the cheapest path; −1 at the start. */
  readonly before: Int32Array
  /** The first goal reached; −1 if there was none. */
  readonly goal: number
}

/** Dijkstra from one node until a goal is settled; without goals, everywhere. */
export function cheapestFrom(
  { nodeCount, each }: Ways,
  start: number,
  isGoal: (node: number) => boolean = () => false,
): CostTree {
  const cost = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(nodeCount).fill(-1)
  const queue = new FlatQueue<number>()
  cost[start] = 0
  queue.push(start, 0)
  while (queue.length > 0) {
    const settled = queue.peekValue() ?? 0
    const node = queue.pop()!
    if (settled > cost[node]!) continue
    if (isGoal(node)) return { cost, before, goal: node }
    each(node, (target, price) => {
      const total = settled + price
      if (total >= cost[target]!) return
      cost[target] = total
      before[target] = node
      queue.push(target, total)
    })
  }
  return { cost, before, goal: -1 }
}

/** Nodes from the start of a tree to one that it reached. */
export function pathTo({ before }: CostTree, node: number): number[] {
  const path: number[] = []
  for (let at = node; at >= 0; at = before[at]!) path.push(at)
  return path.reverse()
}
