import type { Zone } from '../records/zone.ts'

/** Whether two zones share a side, corner for corner; a corner alone is not enough to be one. */
export function areNeighbours(one: Zone, other: Zone): boolean {
  const sides = new Set(sidesOf(one))
  return sidesOf(other).some((side) => sides.has(side))
}

function sidesOf({ outline }: Zone): string[] {
  return outline.flatMap((ring) =>
    ring.slice(1).map((corner, i) => [String(ring[i]), String(corner)].sort().join(' ')),
  )
}
