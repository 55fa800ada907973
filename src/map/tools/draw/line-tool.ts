import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat } from '#core/place.ts'
import { selectedZone } from '../../layers/zones/zone-list.ts'
import type { Bench, ToolSession } from '../tool.ts'
import { cornersTool } from './corners-tool.ts'
import { shapeFault } from './outline-check.ts'

const NOTHING = () => {}

/** A boundary, a phase line or an arrow, corner by corner. */
export function lineTool(bench: Bench): ToolSession {
  return cornersTool(bench, {
    isClosed: false,
    closes: '',
    cornerName: 'Point',
    fault: lineFault,
    show: NOTHING,
    letGo: NOTHING,
    drawn: (line) => bench.actions().onMeasureDrawn?.({ type: 'line', line }) ?? true,
  })
}

/** A line through the selected zone, which splits it. */
export function splitTool(bench: Bench): ToolSession {
  askForZone(bench, 'Select the zone to split, then draw a line through it.')
  return cornersTool(bench, {
    isClosed: false,
    closes: '',
    cornerName: 'Point',
    fault: lineFault,
    show: NOTHING,
    letGo: NOTHING,
    drawn: (line) => {
      const zone = selectedZone(bench.scene())
      if (zone) return bench.actions().onZoneSplit?.(zone.id, line) ?? true
      bench.actions().onTell?.('Select the zone to split first.')
      return false
    },
  })
}

/** Ground that the selected zone shall not have: a hole in it, or a bite from its border. */
export function cutTool(bench: Bench): ToolSession {
  askForZone(bench, 'Select the zone to cut, then draw what it shall not have.')
  return cornersTool(bench, {
    isClosed: true,
    closes: 'closes the cut',
    cornerName: 'Corner',
    fault: (corners) =>
      corners.length >= 3
        ? shapeFault([closedRing(corners)])
        : 'A cut needs at least three corners.',
    show: (corners) =>
      bench.preview(corners.length >= 3 ? { zoneId: null, outline: [closedRing(corners)] } : null),
    letGo: () => bench.preview(null),
    drawn: (corners) => {
      const zone = selectedZone(bench.scene())
      if (zone) return bench.actions().onZoneCut?.(zone.id, [closedRing(corners)]) ?? true
      bench.actions().onTell?.('Select the zone to cut first.')
      return false
    },
  })
}

function lineFault(corners: readonly LonLat[]): string | null {
  const [first] = corners
  const isAPoint = corners.every(([lon, lat]) => lon === first?.[0] && lat === first[1])
  return isAPoint ? 'A line needs two different points.' : null
}

function askForZone(bench: Bench, sentence: string): void {
  if (!selectedZone(bench.scene())) bench.actions().onTell?.(sentence)
}
