import type { PreparedOutline } from '../cells/prepared-outline.ts'
import type { RoadNetwork } from '../ground.ts'
import type { EdgeRules } from './edge-rules.ts'

/**
 * Closes every road that lies outside an outline. One that has an end or its middle inside stays, so
 * that a border drawn along a road, or across a bend of it, takes the road from neither side.
 */
export function closeOutside(
  { edgeOffsets, edgeTarget, nodeLonDegrees, nodeLatDegrees }: RoadNetwork,
  { isClosed }: EdgeRules,
  { holds }: PreparedOutline,
): void {
  const isIn = Uint8Array.from(nodeLonDegrees, (lon, node) =>
    Number(holds(lon, nodeLatDegrees[node]!)),
  )
  for (let from = 0; from + 1 < edgeOffsets.length; from++) {
    for (let edge = edgeOffsets[from]!; edge < edgeOffsets[from + 1]!; edge++) {
      const to = edgeTarget[edge]!
      if (isIn[from] || isIn[to]) continue
      const lon = (nodeLonDegrees[from]! + nodeLonDegrees[to]!) / 2
      const lat = (nodeLatDegrees[from]! + nodeLatDegrees[to]!) / 2
      if (!holds(lon, lat)) isClosed[edge] = 1
    }
  }
}
