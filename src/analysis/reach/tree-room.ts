/** Room for what the lanes of a router remember; the trees that were asked for longest ago go first. */
export type TreeRoom<Tree> = {
  /** A part of the room that only one lane reads. */
  readonly partOf: (lane: number) => LaneRoom<Tree>
}

/** What is put here may be gone when it is asked for. */
export type LaneRoom<Tree> = {
  readonly get: (key: string) => Tree | undefined
  readonly set: (key: string, tree: Tree) => void
}

/** A tree of 45,000 nodes and 25,000 cells takes 0.9 MB: enough for the 200 places of a plan. */
const MOST_BYTES = 192 * 2 ** 20

export function createTreeRoom<Tree>(nodeCount: number, cellCount: number): TreeRoom<Tree> {
  const treeBytes = 12 * nodeCount + 16 * cellCount
  const mostTrees = Math.max(4, Math.floor(MOST_BYTES / Math.max(1, treeBytes)))
  const trees = new Map<string, Tree>()
  return {
    partOf(lane) {
      const keyOf = (key: string) => `${lane} ${key}`
      return {
        get: (key) => trees.get(keyOf(key)),
        set(key, tree) {
          trees.delete(keyOf(key))
          const [oldest] = trees.keys()
          if (trees.size >= mostTrees) trees.delete(oldest!)
          trees.set(keyOf(key), tree)
        },
      }
    },
  }
}
