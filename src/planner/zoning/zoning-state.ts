import { allowedZones, evenLoads, weightRow, type ZoningProblem } from './zoning-problem.ts'

/** How much each part of the worth counts; loads beyond the tolerance before all else. */
const PEAK_COST = 300
const SPREAD_COST = 30
const TRAVEL_COST = 3
const BORDER_COST = 6

/** Zones as they stand while they are searched, with what they cost kept up to date. */
export type ZoningState = {
  readonly zoneOf: Int32Array
  readonly loadUnits: Float64Array
  /** Loads that would be even; see `evenLoads`. */
  readonly evenUnits: Float64Array
  readonly isAllowed: (zone: number, block: number) => boolean
  /**
   * What the zones cost, 0 at best: the largest load beyond the tolerance, then how far all loads
   * lie beyond it, then travel over the least there is and borders by the share of links they cut.
   */
  readonly cost: () => number
  /** What they would cost with a block in another zone. 20 ns a zone and neighbour. */
  readonly costWith: (block: number, zone: number) => number
  readonly move: (block: number, zone: number) => void
  /** Puts every block anew. */
  readonly reset: (zoneOf: Int32Array) => void
}

/** Begins with zones that are whole. */
export function createZoningState(problem: ZoningProblem, start: Int32Array): ZoningState {
  const { blockCount, seeds, linkOffsets, links, weightUnits } = problem
  const zoneOf = start.slice()
  const allowed = allowedZones(problem)
  const evenUnits = evenLoads(problem, (block) => start[block]! >= 0)
  const rows = Uint32Array.from(seeds, (_, zone) => weightRow(problem, zone))
  const loadUnits = new Float64Array(seeds.length)
  const travelUnit = TRAVEL_COST / leastTravel(problem, allowed, start)
  const borderUnit = BORDER_COST / Math.max(1, links.length / 2)
  let travel = 0
  let cuts = 0
  const travelOf = (block: number, zone: number) =>
    problem.distanceWeight[block]! * problem.distance[zone * blockCount + block]!
  const cutsAt = (block: number, zone: number) => {
    let count = 0
    for (let at = linkOffsets[block]!; at < linkOffsets[block + 1]!; at++) {
      const near = zoneOf[links[at]!]!
      if (near >= 0 && near !== zone) count++
    }
    return count
  }
  const recount = () => {
    loadUnits.fill(0)
    travel = 0
    cuts = 0
    for (let block = 0; block < blockCount; block++) {
      const zone = zoneOf[block]!
      if (zone < 0) continue
      loadUnits[zone]! += weightUnits[rows[zone]! + block]!
      travel += travelOf(block, zone)
      cuts += cutsAt(block, zone)
    }
    cuts /= 2
  }
  const costOf = (loadOf: (zone: number) => number, travelled: number, cut: number) => {
    let peak = 0
    let spread = 0
    for (let zone = 0; zone < evenUnits.length; zone++) {
      if (evenUnits[zone] === 0) continue
      const off = loadOf(zone) / evenUnits[zone]! - 1
      const beyond = Math.max(0, Math.abs(off) - problem.toleranceShare)
      if (off > 0) peak = Math.max(peak, beyond)
      spread += beyond * beyond
    }
    const uneven = PEAK_COST * peak + (SPREAD_COST * spread) / evenUnits.length
    return uneven + travelled * travelUnit + cut * borderUnit
  }
  recount()
  return {
    zoneOf,
    loadUnits,
    evenUnits,
    isAllowed: (zone, block) => allowed[zone * blockCount + block] === 1,
    cost: () => costOf((zone) => loadUnits[zone]!, travel, cuts),
    costWith(block, zone) {
      const from = zoneOf[block]!
      const loadOf = (each: number) => {
        const load = loadUnits[each]!
        if (each === from) return load - weightUnits[rows[from]! + block]!
        return each === zone ? load + weightUnits[rows[zone]! + block]! : load
      }
      const travelled = travel - travelOf(block, from) + travelOf(block, zone)
      return costOf(loadOf, travelled, cuts - cutsAt(block, from) + cutsAt(block, zone))
    },
    move(block, zone) {
      const from = zoneOf[block]!
      loadUnits[from]! -= weightUnits[rows[from]! + block]!
      loadUnits[zone]! += weightUnits[rows[zone]! + block]!
      travel += travelOf(block, zone) - travelOf(block, from)
      cuts += cutsAt(block, zone) - cutsAt(block, from)
      zoneOf[block] = zone
    },
    reset(other) {
      zoneOf.set(other)
      recount()
    },
  }
}

/** Travel if every block went to the seed nearest to it; 1 where there is none. */
function leastTravel(
  { blockCount, seeds, distance, distanceWeight }: ZoningProblem,
  allowed: Uint8Array,
  start: Int32Array,
): number {
  let sum = 0
  for (let block = 0; block < blockCount; block++) {
    if (start[block]! < 0) continue
    let least = Number.POSITIVE_INFINITY
    for (let zone = 0; zone < seeds.length; zone++) {
      const at = zone * blockCount + block
      if (allowed[at] === 1) least = Math.min(least, distance[at]!)
    }
    if (Number.isFinite(least)) sum += distanceWeight[block]! * least
  }
  return sum > 0 ? sum : 1
}
