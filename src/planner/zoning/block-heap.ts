/** Blocks by a figure, least first; of equals the lower number. */
export type BlockHeap = {
  readonly size: () => number
  readonly push: (block: number, key: number) => void
  readonly peekKey: () => number
  /** @returns −1 where it is empty. */
  readonly pop: () => number
}

/** An empty binary heap. */
export function createBlockHeap(): BlockHeap {
  const blocks: number[] = []
  const keys: number[] = []
  const isBefore = (a: number, b: number) =>
    keys[a]! < keys[b]! || (keys[a] === keys[b] && blocks[a]! < blocks[b]!)
  const exchange = (a: number, b: number) => {
    ;[blocks[a], blocks[b]] = [blocks[b]!, blocks[a]!]
    ;[keys[a], keys[b]] = [keys[b]!, keys[a]!]
  }
  const sink = () => {
    for (let at = 0; ; ) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < blocks.length && isBefore(child, least)) least = child
      }
      if (least === at) return
      exchange(at, least)
      at = least
    }
  }
  return {
    size: () => blocks.length,
    peekKey: () => keys[0] ?? Number.POSITIVE_INFINITY,
    push(block, key) {
      blocks.push(block)
      keys.push(key)
      for (let at = blocks.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!isBefore(at, parent)) return
        exchange(at, parent)
        at = parent
      }
    },
    pop() {
      const first = blocks[0]
      if (first === undefined) return -1
      exchange(0, blocks.length - 1)
      blocks.pop()
      keys.pop()
      sink()
      return first
    },
  }
}
