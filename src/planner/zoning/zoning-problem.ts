/** Where a zone begins: the block of its base, which it always keeps. */
export type ZoningSeed = {
  readonly block: number
  /** How much of the work it is meant to carry, beside the others: above 0. */
  readonly share: number
}

/** In no zone, whatever is proposed: ground of a locked zone. */
export const TAKEN = -2
/** Any zone that may have the block. */
export const FREE = -1

/** Ground in blocks, to be shared out among seeds so that every zone is one piece. */
export type ZoningProblem = {
  readonly blockCount: number
  /** Passable links of block b, both ways: `links[linkOffsets[b]]` up to `linkOffsets[b + 1]` − 1. */
  readonly linkOffsets: Uint32Array
  readonly links: Uint32Array
  readonly seeds: readonly ZoningSeed[]
  /**
   * Work of each block in whole units, so that sums are exact in any order: one row for all zones,
   * or a row a seed where work depends on who does it.
   */
  readonly weightUnits: Float64Array
  /** Minutes or kilometres from each seed to each block, seed-major; finite. */
  readonly distance: Float64Array
  /** How much the distance to each block counts: people, say. */
  readonly distanceWeight: Float64Array
  /** FREE, TAKEN, or the seed whose zone has the block. */
  readonly fixedZone: Int32Array
  /** 1 where a seed may have a block, seed-major; null: each may have any. */
  readonly mayHave: Uint8Array | null
  /** Loads within so much of an even share are even enough, and shape decides: 0.05. */
  readonly toleranceShare: number
}

/** Who may have what, with fixed blocks and seeds in it: 1 where allowed, seed-major. */
export function allowedZones(problem: ZoningProblem): Uint8Array {
  const { blockCount, seeds, fixedZone, mayHave } = problem
  const allowed = mayHave ? mayHave.slice() : new Uint8Array(seeds.length * blockCount).fill(1)
  const only = (block: number, zone: number) => {
    for (let other = 0; other < seeds.length; other++) {
      allowed[other * blockCount + block] = other === zone ? 1 : 0
    }
  }
  fixedZone.forEach((zone, block) => {
    if (zone !== FREE) only(block, zone)
  })
  for (const [zone, { block }] of seeds.entries()) only(block, zone)
  return allowed
}

/** Work of each block for a zone begins here in `weightUnits`. */
export function weightRow({ weightUnits, blockCount }: ZoningProblem, zone: number): number {
  return weightUnits.length > blockCount ? zone * blockCount : 0
}

/** The work that each seed would carry if all of it were even, given which blocks are shared out. */
export function evenLoads(problem: ZoningProblem, isShared: (block: number) => boolean) {
  const { seeds, blockCount, weightUnits } = problem
  const allowed = allowedZones(problem)
  let total = 0
  for (let block = 0; block < blockCount; block++) {
    if (!isShared(block)) continue
    let least = Number.POSITIVE_INFINITY
    for (let zone = 0; zone < seeds.length; zone++) {
      if (allowed[zone * blockCount + block] === 0) continue
      least = Math.min(least, weightUnits[weightRow(problem, zone) + block]!)
    }
    if (Number.isFinite(least)) total += least
  }
  const shares = seeds.reduce((sum, { share }) => sum + share, 0)
  return Float64Array.from(seeds, ({ share }) => (total * share) / shares)
}
