import type { ZoningProblem } from './zoning-problem.ts'

/** Parts that hang together over links among some blocks. */
export function pieces(
  { blockCount, linkOffsets, links }: Pick<ZoningProblem, 'blockCount' | 'linkOffsets' | 'links'>,
  isIn: (block: number) => boolean,
): number[][] {
  const isSeen = new Uint8Array(blockCount)
  const found: number[][] = []
  for (let first = 0; first < blockCount; first++) {
    if (isSeen[first] === 1 || !isIn(first)) continue
    const piece = [first]
    isSeen[first] = 1
    for (let head = 0; head < piece.length; head++) {
      const block = piece[head]!
      for (let at = linkOffsets[block]!; at < linkOffsets[block + 1]!; at++) {
        const near = links[at]!
        if (isSeen[near] === 1 || !isIn(near)) continue
        isSeen[near] = 1
        piece.push(near)
      }
    }
    found.push(piece)
  }
  return found
}
