import { allowedZones, weightRow, type ZoningProblem } from './zoning-problem.ts'

/**
 * What the largest load, over its even share, cannot be less than, whatever zones are drawn: 1, since
 * all work has to be carried; a block that even the zone with most room for it exceeds; a piece of
 * ground, all of which falls to the seeds that can come to it; and what hangs on one seed alone, since
 * no other zone gets past its block.
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
    if (within.length < 2) continue
    for (const zone of within) consider(hangingOn(problem, piece, zone), [zone])
  }
  for (const { zones, work } of byZones.values()) consider(work, zones)
  return bound
}

function heaviest(zones: readonly number[], evenUnits: Float64Array): number {
  return zones.reduce((most, zone) => (evenUnits[zone]! > evenUnits[most]! ? zone : most))
}

/** Work of a seed's block and of ground that no other seed comes to without going over it. */
function hangingOn(problem: ZoningProblem, piece: readonly number[], zone: number): number {
  const row = weightRow(problem, zone)
  const { block: root } = problem.seeds[zone]!
  const here = new Set(piece)
  const others = new Set(problem.seeds.map(({ block }) => block))
  let work = problem.weightUnits[row + root]!
  for (const part of pieces(problem, (block) => block !== root && here.has(block))) {
    if (part.some((block) => others.has(block))) continue
    for (const block of part) work += problem.weightUnits[row + block]!
  }
  return work
}

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
