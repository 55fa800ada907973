import type { PreparedOutline } from '../cells/prepared-outline.ts'

/** Longitude and latitude of one end, then of the other. */
export type Stretch = readonly [lonA: number, latA: number, lonB: number, latB: number]

/** Whether a straight stretch lies in an outline, begins or ends in it, or passes through it. */
export function crossesOutline(
  { box: [west, south, east, north], holds, edges }: PreparedOutline,
  [lonA, latA, lonB, latB]: Stretch,
): boolean {
  if (Math.max(lonA, lonB) < west || Math.min(lonA, lonB) > east) return false
  if (Math.max(latA, latB) < south || Math.min(latA, latB) > north) return false
  if (holds(lonA, latA) || holds(lonB, latB)) return true
  const [dx, dy] = [lonB - lonA, latB - latA]
  for (let at = 0; at < edges.length; at += 4) {
    const [ex, ey] = [edges[at]!, edges[at + 1]!]
    const [fx, fy] = [edges[at + 2]! - ex, edges[at + 3]! - ey]
    const cross = dx * fy - dy * fx
    if (cross === 0) continue
    const along = ((ex - lonA) * fy - (ey - latA) * fx) / cross
    const other = ((ex - lonA) * dy - (ey - latA) * dx) / cross
    if (along >= 0 && along <= 1 && other >= 0 && other <= 1) return true
  }
  return false
}
