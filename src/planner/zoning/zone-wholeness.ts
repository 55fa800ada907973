import type { ZoningProblem } from './zoning-problem.ts'

/**
 * Asks whether a zone stays one piece when a block leaves it: its other blocks beside that one have
 * to find each other without it. Mostly a few steps; where the block is a bridge between two parts,
 * as many as the side it begins on has blocks.
 */
export function createWholeness({
  blockCount,
  linkOffsets,
  links,
}: Pick<ZoningProblem, 'blockCount' | 'linkOffsets' | 'links'>): (
  zoneOf: Int32Array,
  block: number,
) => boolean {
  const stamp = new Uint32Array(blockCount)
  const queue = new Uint32Array(blockCount)
  let round = 0
  return (zoneOf, block) => {
    const zone = zoneOf[block]!
    let first = -1
    let wanted = 0
    round += 2
    for (let at = linkOffsets[block]!; at < linkOffsets[block + 1]!; at++) {
      const near = links[at]!
      if (zoneOf[near] !== zone) continue
      if (first < 0) first = near
      stamp[near] = round
      wanted++
    }
    if (wanted <= 1) return wanted === 1
    const seen = round + 1
    stamp[block] = seen
    stamp[first] = seen
    wanted--
    queue[0] = first
    let end = 1
    for (let head = 0; head < end; head++) {
      const from = queue[head]!
      for (let at = linkOffsets[from]!; at < linkOffsets[from + 1]!; at++) {
        const near = links[at]!
        if (zoneOf[near] !== zone || stamp[near] === seen) continue
        if (stamp[near] === round) {
          wanted--
          if (wanted === 0) return true
        }
        stamp[near] = seen
        queue[end++] = near
      }
    }
    return false
  }
}
