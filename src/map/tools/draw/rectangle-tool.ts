import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { snapText } from '../sketch/sketch.ts'
import type { Bench, Press, ToolSession } from '../tool.ts'
import { shapeFault } from './outline-check.ts'
import { pressOrDrag } from './press-or-drag.ts'

/** A zone from two opposite corners: two clicks, or one drag. */
export function rectangleTool(bench: Bench): ToolSession {
  let first: LonLat | null = null
  let pointer: Press | null = null

  const tell = () => {
    const outline = first && pointer ? boxBetween(first, pointer.position) : null
    bench.preview(outline && { zoneId: null, outline })
  }
  const letGo = () => {
    first = null
    tell()
  }
  const set = (position: LonLat) => {
    if (!first) {
      first = position
      return
    }
    const outline = boxBetween(first, position)
    const fault = outline ? shapeFault(outline) : 'A zone needs two different corners.'
    if (fault || !outline) return bench.actions().onTell?.(fault ?? '')
    if (bench.actions().onZoneDrawn?.(outline) === false) return
    first = null
    bench.preview(null)
  }
  const follow = (press: Press | null) => {
    pointer = press
    if (first) tell()
  }

  const hand = pressOrDrag(
    ({ position }) => set(position),
    () => first !== null,
  )

  return {
    cursor: () => 'crosshair',
    snapping: () => ({ isOn: true, exceptZoneId: null }),
    takes: hand.takes,
    dragged: follow,
    dropped(press) {
      pointer = press
      hand.dropped(press)
    },
    pointed: follow,
    clickedAside: letGo,
    keyed({ key }, centre) {
      switch (key) {
        case 'Enter':
        case ' ':
          if (centre) set(centre.position)
          return centre !== null
        case 'Backspace':
        case 'Delete':
          letGo()
          return true
        case 'Escape':
          if (first) letGo()
          else bench.actions().onTool?.('select')
          return true
        default:
          return false
      }
    },
    typing: () => (first ? 'Opposite corner' : 'First corner'),
    typed: set,
    wayFrom: () => first,
    sketch() {
      const box = first && pointer ? boxBetween(first, pointer.position) : null
      return {
        lines: box ? [{ points: box[0] ?? [], look: 'hand' }] : [],
        corners: first ? [{ at: first, look: 'corner' }] : [],
        snap: pointer?.snap ? { at: pointer.position, text: snapText(pointer.snap) } : null,
        chips: [],
        spoken: first ? 'First corner set.' : '',
      }
    },
    end: () => bench.preview(null),
  }
}

/** The box with two opposite corners, counter-clockwise; null if it has no width or no height. */
export function boxBetween([lonA, latA]: LonLat, [lonB, latB]: LonLat): Polygon | null {
  const [west, east] = lonA < lonB ? [lonA, lonB] : [lonB, lonA]
  const [south, north] = latA < latB ? [latA, latB] : [latB, latA]
  if (west === east || south === north) return null
  return [
    closedRing([
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ]),
  ]
}
