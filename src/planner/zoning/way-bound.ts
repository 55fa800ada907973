import { createBlockHeap } from './block-heap.ts'
import type { ZoningProblem } from './zoning-problem.ts'

/**
 * The least load, over its even share, of a zone that has a block: it has a way from its seed to it, so
 * all work on the way, the least such way counting. One question over 4,000 blocks takes some 2 ms.
 *
 * @param workOf the least that a block is for any zone.
 * @param behind work that goes with the block whoever has it, itself apart.
 */
export function leastOnTheWay(
  { blockCount, linkOffsets, links, seeds }: ZoningProblem,
  evenUnits: Float64Array,
  on: {
    readonly block: number
    readonly behind: number
    readonly workOf: (block: number) => number
    readonly mayHave: (zone: number, block: number) => boolean
  },
): number {
  const seedAt = new Map(seeds.map(({ block }, zone) => [block, zone]))
  const work = new Float64Array(blockCount).fill(Number.POSITIVE_INFINITY)
  const open = createBlockHeap()
  work[on.block] = on.workOf(on.block)
  open.push(on.block, work[on.block]!)
  let least = Number.POSITIVE_INFINITY
  while (open.size() > 0) {
    const key = open.peekKey()
    const block = open.pop()
    if (key > work[block]!) continue
    const zone = seedAt.get(block)
    if (zone !== undefined) {
      const isOpen = on.mayHave(zone, on.block) && evenUnits[zone]! > 0
      if (isOpen) least = Math.min(least, (key + on.behind) / evenUnits[zone]!)
      continue
    }
    for (let at = linkOffsets[block]!; at < linkOffsets[block + 1]!; at++) {
      const near = links[at]!
      const there = key + on.workOf(near)
      if (there >= work[near]!) continue
      work[near] = there
      open.push(near, there)
    }
  }
  return least
}
