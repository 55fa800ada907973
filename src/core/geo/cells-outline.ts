import type { MultiPolygon, Polygon } from '../place.ts'
import { sharedCorners } from './grid.ts'
import { dissolved } from './overlay/dissolved.ts'
import { facesOf } from './overlay/faces.ts'
import { onLattice } from './overlay/lattice.ts'
import { nodedEdges } from './overlay/noded.ts'

/** The border of one cell, counter-clockwise, its corners on the lattice of zones. */
export function cellOutline(cell: string): Polygon {
  return [sharedCorners(cell).map(onLattice)]
}

/** What outlines cover together, in pieces. n log n in all their corners. */
export function joined(outlines: MultiPolygon): MultiPolygon {
  const faces = facesOf(
    nodedEdges(outlines.map((outline) => ({ type: 'area', outline: [outline] }))),
  )
  const pieces = dissolved(faces, (face) => (faces.sources[face]!.size > 0 ? 'all' : null))
  return pieces.get('all') ?? []
}

/** What is left of outlines without the given ground, in pieces. */
export function without(outlines: MultiPolygon, ground: MultiPolygon): MultiPolygon {
  const faces = facesOf(
    nodedEdges([...outlines, ...ground].map((outline) => ({ type: 'area', outline: [outline] }))),
  )
  const isGround = (source: number) => source >= outlines.length
  const pieces = dissolved(faces, (face) => {
    const sources = [...faces.sources[face]!]
    return sources.length > 0 && !sources.some(isGround) ? 'rest' : null
  })
  return pieces.get('rest') ?? []
}
