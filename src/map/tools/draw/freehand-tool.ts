import { pixelsPerDegree } from '#core/geo/mercator.ts'
import { closedRing } from '#core/geo/ring-edits.ts'
import { simplifiedLine } from '#core/geo/simplified-line.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { snapText } from '../sketch/sketch.ts'
import { type Bench, distancePixels, type Press, type ToolSession } from '../tool.ts'
import { shapeFault } from './outline-check.ts'

const STEP_PIXELS = 3
const TOLERANCE_PIXELS = 1.5

/** A zone in one drag. Only its start snaps: a line drawn by hand shall not be drawn to all it passes. */
export function freehandTool(bench: Bench): ToolSession {
  let trail: readonly LonLat[] = []
  let pointer: Press | null = null

  const add = (press: Press) => {
    const last = trail.at(-1)
    const isFar =
      !last || distancePixels(bench.pixelOf(last), bench.pixelOf(press.position)) >= STEP_PIXELS
    if (isFar) trail = [...trail, press.position]
  }
  const letGo = () => {
    trail = []
    bench.preview(null)
  }
  const finish = () => {
    const outline = freehandOutline(trail, bench.map.getZoom())
    const fault = outline ? shapeFault(outline) : 'Hold the button down and draw round the zone.'
    letGo()
    if (fault || !outline) bench.actions().onTell?.(fault ?? '')
    else bench.actions().onZoneDrawn?.(outline)
  }

  return {
    cursor: () => 'crosshair',
    snapping: () => ({ isOn: trail.length === 0, exceptZoneId: null }),
    takes(press) {
      trail = [press.position]
      return true
    },
    dragged(press) {
      pointer = press
      add(press)
      if (trail.length >= 3) bench.preview({ zoneId: null, outline: [closedRing(trail)] })
    },
    dropped(press) {
      if (trail.length === 0) return
      add(press)
      finish()
    },
    pointed(press) {
      pointer = press
    },
    keyed({ key }, centre) {
      if (key === 'Escape') {
        if (trail.length > 0) letGo()
        else bench.actions().onTool?.('select')
        return true
      }
      if (centre === null || (key !== 'Enter' && key !== ' ')) return false
      bench
        .actions()
        .onTell?.(
          'Freehand needs a pointer. Press P to draw a zone corner by corner with the keys.',
        )
      return true
    },
    sketch() {
      const [first] = trail
      const last = trail.at(-1)
      return {
        lines: [
          { points: trail, look: 'hand' },
          ...(first && last ? [{ points: [last, first], look: 'closing' as const }] : []),
        ],
        corners: [],
        snap: pointer?.snap ? { at: pointer.position, text: snapText(pointer.snap) } : null,
        chips: [],
        spoken: '',
      }
    },
    end: () => bench.preview(null),
  }
}

/** The outline of a trail: fewer corners, none of them more than 1.5 pixels off; null: too short. */
export function freehandOutline(trail: readonly LonLat[], zoom: number): Polygon | null {
  const corners = simplifiedLine(trail, TOLERANCE_PIXELS / pixelsPerDegree(zoom))
  return corners.length >= 3 ? [closedRing(corners)] : null
}
