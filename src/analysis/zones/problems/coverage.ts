import { dissolved } from '#core/geo/overlay/dissolved.ts'
import { facesOf } from '#core/geo/overlay/faces.ts'
import { nodedEdges } from '#core/geo/overlay/noded.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { MultiPolygon, Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'

/** Some 100 m²: less is what the lattice rounds along a border, and nobody's ground. */
export const LEAST_SQUARE_KILOMETRES = 1e-4

/** One piece of ground. */
export type Piece = { readonly outline: Polygon; readonly squareKilometres: number }

/** Ground that two zones have both, in one list of pieces a pair; exact to the lattice. */
export function overlapsOf(
  zones: readonly Zone[],
): { readonly a: Zone; readonly b: Zone; readonly pieces: readonly Piece[] }[] {
  const faces = facesOf(nodedEdges(zones.map(({ outline }) => areaSource([outline]))))
  const bySet = dissolved(faces, (face) => {
    const holders = [...faces.sources[face]!].sort((one, other) => one - other)
    return holders.length > 1 ? holders.join(' ') : null
  })
  const pairs = new Map<string, { a: Zone; b: Zone; pieces: Piece[] }>()
  for (const [set, outlines] of bySet) {
    const holders = set.split(' ').map((index) => zones[Number(index)]!)
    holders.forEach((a, i) => {
      for (const b of holders.slice(i + 1)) {
        const key = `${a.id} ${b.id}`
        const pair = pairs.get(key) ?? { a, b, pieces: [] }
        pair.pieces.push(...piecesOf(outlines))
        pairs.set(key, pair)
      }
    })
  }
  return [...pairs.values()]
}

/** Pieces of some ground that no zone has, the largest first; exact to the lattice. */
export function bareGround(zones: readonly Zone[], ground: readonly MultiPolygon[]): Piece[] {
  const sources = [...ground, ...zones.map(({ outline }) => [outline])].map(areaSource)
  const faces = facesOf(nodedEdges(sources))
  const isGround = (source: number) => source < ground.length
  const bare = dissolved(faces, (face) => {
    const holders = [...faces.sources[face]!]
    return holders.length > 0 && holders.every(isGround) ? 'bare' : null
  })
  return piecesOf(bare.get('bare') ?? []).sort((a, b) => b.squareKilometres - a.squareKilometres)
}

function areaSource(outline: MultiPolygon) {
  return { type: 'area', outline } as const
}

function piecesOf(outlines: readonly Polygon[]): Piece[] {
  return outlines
    .map((outline) => ({ outline, squareKilometres: areaSquareKilometres([outline]) }))
    .filter(({ squareKilometres }) => squareKilometres >= LEAST_SQUARE_KILOMETRES)
}
