import { priceAscent } from '#analysis/zones/bound/price-ascent.ts'
import { pieces } from './pieces.ts'
import { leastOnTheWay } from './way-bound.ts'
import { allowedZones, weightRow, type ZoningProblem } from './zoning-problem.ts'

/**
 * What the largest load, over its even share, cannot be less than, whatever zones are drawn: 1, since
 * all work has to be carried; a block that even the zone with most room for it exceeds; a heavy block
 * with the way to it and what lies behind it, since no zone gets there without it; a piece of ground, all of which falls to the seeds
 * that can come to it; and what hangs on one seed alone, since no other zone gets past its block.
 * Where work depends on who does it, prices of zones say how evenly any sharing of blocks could be, in
 * one piece or not.
 *
 * @param zoneOf any whole zones: they say which blocks are shared out at all.
 */
export function balanceBound(
  problem: ZoningProblem,
  zoneOf: Int32Array,
  evenUnits: Float64Array,
): number {
  const allowed = allowedZones(problem)
  const { blockCount, seeds } = problem
  const leastWork = (block: number, zones: readonly number[]) =>
    zones.reduce(
      (least, zone) => Math.min(least, problem.weightUnits[weightRow(problem, zone) + block]!),
      Number.POSITIVE_INFINITY,
    )
  const all = [...seeds.keys()]
  const mayHave = (zone: number, block: number) => allowed[zone * blockCount + block] === 1
  const leastOf = problem.weightUnits.length > blockCount ? new Map<number, number>() : null
  const workOf = (block: number): number => {
    if (!leastOf) return problem.weightUnits[block]!
    const known = leastOf.get(block) ?? leastWork(block, all)
    leastOf.set(block, known)
    return known
  }
  const zonesOf = (block: number) =>
    [...seeds.keys()].filter((zone) => allowed[zone * blockCount + block] === 1)
  const evenOf = (zones: readonly number[]) =>
    zones.reduce((sum, zone) => sum + evenUnits[zone]!, 0)
  let bound = evenOf([...seeds.keys()]) > 0 ? 1 : 0
  const consider = (work: number, zones: readonly number[]) => {
    const even = evenOf(zones)
    if (even > 0 && work / even > bound) bound = work / even
  }
  const byZones = new Map<string, { readonly zones: number[]; work: number }>()
  for (const piece of pieces(problem, (block) => zoneOf[block]! >= 0)) {
    const here = new Set(piece)
    const within = [...seeds.keys()].filter((zone) => here.has(seeds[zone]!.block))
    let work = 0
    for (const block of piece) {
      const zones = zonesOf(block).filter((zone) => within.includes(zone))
      const least = leastWork(block, zones)
      if (!Number.isFinite(least)) continue
      work += least
      for (const zone of zones.length === 0 ? [] : [heaviest(zones, evenUnits)]) {
        consider(least, [zone])
      }
      if (zones.length === within.length) continue
      const group = byZones.get(zones.join()) ?? { zones, work: 0 }
      group.work += least
      byZones.set(zones.join(), group)
    }
    consider(work, within)
    for (const block of heaviestBlocks(problem, piece)) {
      const zones = zonesOf(block).filter((zone) => within.includes(zone))
      const [, ...hanging] = hangingOn(problem, piece, block)
      const behind = hanging.reduce((sum, each) => sum + leastWork(each, zones), 0)
      const least = leastOnTheWay(problem, evenUnits, { block, behind, workOf, mayHave })
      if (Number.isFinite(least)) bound = Math.max(bound, least)
    }
    for (const zone of within.length < 2 ? [] : within) {
      const hanging = hangingOn(problem, piece, seeds[zone]!.block)
      consider(
        hanging.reduce((sum, block) => sum + leastWork(block, [zone]), 0),
        [zone],
      )
    }
  }
  for (const { zones, work } of byZones.values()) consider(work, zones)
  return leastOf ? Math.max(bound, pricedBound(problem, zoneOf, { evenUnits, mayHave })) : bound
}

/** Sums of thousands of floats are off by less. */
const ROUNDING = 1e-9

function pricedBound(
  problem: ZoningProblem,
  zoneOf: Int32Array,
  {
    evenUnits,
    mayHave,
  }: {
    readonly evenUnits: Float64Array
    readonly mayHave: (zone: number, block: number) => boolean
  },
): number {
  const workerCount = problem.seeds.length
  const shared = [...zoneOf.keys()].filter((block) => zoneOf[block]! >= 0)
  const shares = Float64Array.from({ length: shared.length * workerCount }, (_, at) => {
    const zone = at % workerCount
    const block = shared[(at - zone) / workerCount]!
    if (!mayHave(zone, block)) return Number.POSITIVE_INFINITY
    return problem.weightUnits[weightRow(problem, zone) + block]! / evenUnits[zone]!
  })
  const { bound } = priceAscent({ workerCount, pieceCount: shared.length, shares })
  return bound * (1 - ROUNDING)
}

function heaviest(zones: readonly number[], evenUnits: Float64Array): number {
  return zones.reduce((most, zone) => (evenUnits[zone]! > evenUnits[most]! ? zone : most))
}

const MOST_HEAVY_BLOCKS = 32

/** Blocks of a piece with most work for the first seed: where a bound may lie. */
function heaviestBlocks({ weightUnits }: ZoningProblem, piece: readonly number[]): number[] {
  return [...piece]
    .sort((a, b) => weightUnits[b]! - weightUnits[a]! || a - b)
    .slice(0, MOST_HEAVY_BLOCKS)
}

/** A block, and ground of its piece that no seed comes to without going over it. */
function hangingOn(problem: ZoningProblem, piece: readonly number[], root: number): number[] {
  const here = new Set(piece)
  const seedBlocks = new Set(problem.seeds.map(({ block }) => block))
  const parts = pieces(problem, (block) => block !== root && here.has(block))
  return [root, ...parts.filter((part) => !part.some((block) => seedBlocks.has(block))).flat()]
}
