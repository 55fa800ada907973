import type { Polygon, Ring } from '../../place.ts'
import { type Faces, unionFind } from './faces.ts'
import { positionOfStep, type Step } from './lattice.ts'

/**
 * Joins faces of one owner that share a border and no cut into pieces, each a polygon with its holes;
 * outer rings run counter-clockwise. Owners' pieces fit corner for corner, and all corners are kept.
 *
 * @param ownerOf a face's owner by its number; null: nobody's. Face 0, all around, is never asked of.
 * @param isCut whether lines cut what this owner has; left out: they cut all.
 */
export function dissolved(
  faces: Faces,
  ownerOf: (face: number) => string | null,
  isCut: (owner: string) => boolean = () => true,
): Map<string, Polygon[]> {
  const { faceOf, noded } = faces
  const owners = faces.sources.map((_, face) => (face === 0 ? null : ownerOf(face)))
  const regions = unionFind(owners.length)
  noded.edges.forEach((each, edge) => {
    const [left, right] = [faceOf[2 * edge]!, faceOf[2 * edge + 1]!]
    const owner = owners[left]
    if (!owner || owner !== owners[right] || (each.isCut && isCut(owner))) return
    regions.join(left, right)
  })
  const regionOf = (half: number) => regions.rootOf(faceOf[half]!)
  const isBorder = (half: number) =>
    owners[faceOf[half]!] !== null && regionOf(half) !== regionOf(half ^ 1)
  const rings = new Map<number, Ring[]>()
  const seen = new Uint8Array(faceOf.length)
  for (let first = 0; first < faceOf.length; first++) {
    if (seen[first] || !isBorder(first)) continue
    const region = regionOf(first)
    const own = rings.get(region) ?? []
    rings.set(region, own)
    own.push(
      ...simpleLoops(walk(faces, first, isBorder, seen)).map((loop) => ringOf(loop, noded.points)),
    )
  }
  const pieces = new Map<string, Polygon[]>()
  for (const [region, own] of rings) {
    const owner = owners[region]!
    const outer = own.filter((ring) => doubleAreaDegrees(ring) > 0)
    const holes = own.filter((ring) => doubleAreaDegrees(ring) <= 0)
    const polygons = outer.map((ring, i): Polygon => (i === 0 ? [ring, ...holes] : [ring]))
    pieces.set(owner, [...(pieces.get(owner) ?? []), ...polygons])
  }
  return pieces
}

/** Along a region's border, the region on the left, always turning as far left as it can. */
function walk(
  { next, headOf }: Faces,
  first: number,
  isBorder: (half: number) => boolean,
  seen: Uint8Array,
): number[] {
  const heads: number[] = []
  let half = first
  do {
    seen[half] = 1
    heads.push(headOf(half))
    half = next[half]!
    while (!isBorder(half)) half = next[half ^ 1]!
  } while (half !== first)
  return heads
}

/** A walk that comes by a corner twice is two loops that touch there. */
function simpleLoops(walk: readonly number[]): number[][] {
  const loops: number[][] = []
  const stack: number[] = []
  const isOn = new Map<number, number>()
  for (const corner of walk) {
    const at = isOn.get(corner)
    if (at !== undefined) {
      const loop = stack.splice(at)
      for (const each of loop) isOn.delete(each)
      loops.push(loop)
    }
    isOn.set(corner, stack.length)
    stack.push(corner)
  }
  if (stack.length > 0) loops.push(stack)
  return loops.filter((loop) => loop.length >= 3)
}

function ringOf(loop: readonly number[], points: readonly Step[]): Ring {
  const ring = loop.map((corner) => positionOfStep(points[corner]!))
  return [...ring, ring[0]!]
}

function doubleAreaDegrees(ring: Ring): number {
  const [lon0, lat0] = ring[0]!
  let sum = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [lonA, latA] = ring[i]!
    const [lonB, latB] = ring[i + 1]!
    sum += (lonA - lon0) * (latB - lat0) - (lonB - lon0) * (latA - lat0)
  }
  return sum
}
