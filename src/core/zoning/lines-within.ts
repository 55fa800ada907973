import { facesOf } from '../geo/overlay/faces.ts'
import { positionOfStep } from '../geo/overlay/lattice.ts'
import { nodedEdges } from '../geo/overlay/noded.ts'
import type { LonLat, Polygon } from '../place.ts'

/** The parts of a line that run inside an outline, side by side: what it does to others is let go of. */
export function linesWithin(line: readonly LonLat[], outline: Polygon): LonLat[][] {
  const noded = nodedEdges([
    { type: 'area', outline: [outline] },
    { type: 'cut', line },
  ])
  const { faceOf, sources } = facesOf(noded)
  const isInside = (half: number) => sources[faceOf[half]!]!.has(0)
  return noded.edges.flatMap(({ a, b, isCut }, edge) =>
    isCut && isInside(2 * edge) && isInside(2 * edge + 1)
      ? [[positionOfStep(noded.points[a]!), positionOfStep(noded.points[b]!)]]
      : [],
  )
}
