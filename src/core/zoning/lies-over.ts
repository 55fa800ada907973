import { type ExtentDegrees, extentOfPositions } from '../geo/extent.ts'
import type { Polygon } from '../place.ts'
import { hasGround } from './ground-outside.ts'

/** Whether two outlines have ground in common, by more than rounding. */
export function liesOver(one: Polygon, other: Polygon): boolean {
  if (!meets(boxOf(one), boxOf(other))) return false
  return hasGround(one, other, 'inside')
}

/** Whether an outline reaches out of another, by more than rounding. */
export function reachesOutOf(outline: Polygon, of: Polygon): boolean {
  return hasGround(outline, of, 'outside')
}

/** Who asks of many pairs asks of each outline many times. */
const boxes = new WeakMap<Polygon, ExtentDegrees>()

function boxOf(outline: Polygon): ExtentDegrees {
  const known = boxes.get(outline)
  if (known) return known
  const box = extentOfPositions(outline[0] ?? [])
  boxes.set(outline, box)
  return box
}

function meets(one: ExtentDegrees, other: ExtentDegrees): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]
}
