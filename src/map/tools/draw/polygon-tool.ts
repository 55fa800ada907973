import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Bench, ToolSession } from '../tool.ts'
import { cornersTool } from './corners-tool.ts'
import { shapeFault } from './outline-check.ts'

/** A zone corner by corner. The first corner, Enter or a double click closes it. */
export function polygonTool(bench: Bench): ToolSession {
  return cornersTool(bench, {
    isClosed: true,
    closes: 'closes the zone',
    cornerName: 'Corner',
    fault: (corners) => {
      const outline = outlineOf(corners)
      return outline ? shapeFault(outline) : 'A zone needs at least three corners.'
    },
    show: (corners) => {
      const outline = outlineOf(corners)
      bench.preview(outline && { zoneId: null, outline })
    },
    letGo: () => bench.preview(null),
    drawn: (corners) => bench.actions().onZoneDrawn?.([closedRing(corners)]) ?? true,
  })
}

function outlineOf(corners: readonly LonLat[]): Polygon | null {
  return corners.length >= 3 ? [closedRing(corners)] : null
}
