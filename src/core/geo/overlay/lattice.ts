import type { LonLat } from '../../place.ts'

/** Corners of zones lie on a lattice of 1e-7 degrees, some 11 mm, so that equal is equal. */
const STEPS_PER_DEGREE = 1e7

/** A lattice point: whole steps of longitude and latitude. */
export type Step = readonly [x: number, y: number]

export function stepOf([lon, lat]: LonLat): Step {
  return [Math.round(lon * STEPS_PER_DEGREE), Math.round(lat * STEPS_PER_DEGREE)]
}

/** The position of a lattice point; `stepOf` gives the point back. */
export function positionOfStep([x, y]: Step): LonLat {
  return [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE]
}

/** The nearest position on the lattice. */
export function onLattice(position: LonLat): LonLat {
  return positionOfStep(stepOf(position))
}

/**
 * On which side of the line from a to b the point c lies: above 0 left, below 0 right, 0 on it.
 * Exact: what double precision cannot tell is worked out in whole numbers.
 */
export function sideOf(a: Step, b: Step, c: Step): number {
  const left = (b[0] - a[0]) * (c[1] - a[1])
  const right = (b[1] - a[1]) * (c[0] - a[0])
  const side = left - right
  if (Math.abs(side) > 4e-16 * (Math.abs(left) + Math.abs(right))) return side
  const exact =
    (BigInt(b[0]) - BigInt(a[0])) * (BigInt(c[1]) - BigInt(a[1])) -
    (BigInt(b[1]) - BigInt(a[1])) * (BigInt(c[0]) - BigInt(a[0]))
  return exact > 0n ? 1 : exact < 0n ? -1 : 0
}
