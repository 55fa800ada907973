import { lockedZone } from '#core/commands/zones/zone-guard.ts'
import { mercatorDegrees, pixelsPerDegree } from '#core/geo/mercator.ts'
import { polygonHolds } from '#core/geo/polygon.ts'
import { positionKey } from '#core/geo/same-position.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { withCornersMoved } from '#core/zoning/shared-corners.ts'
import { withDescendants } from '#core/zoning/zone-levels.ts'
import { selectedZone, zonesIn } from '../../layers/zones/zone-list.ts'
import { NO_SKETCH } from '../sketch/sketch.ts'
import { type Bench, distancePixels, type Pixel, type Press, type ToolSession } from '../tool.ts'
import { AS_SAVED, middleOf, type Pose, poseByKey, posed, poseText } from './pose.ts'

const GRIP_PIXELS = 12
const TURN_HANDLE_PIXELS = 34
const LEAST_FACTOR = 0.05

type Grip = {
  readonly part: 'move' | 'turn' | 'scale'
  readonly from: Pixel
  readonly before: Pose
}

/**
 * Moves, turns and scales the selected zone as a whole, with what lies in it; corners that it shares
 * with others go along. By keys: arrows move, Page Up and Page Down turn, + and − scale, Enter keeps.
 */
export function transformTool(bench: Bench): ToolSession {
  let pose = AS_SAVED
  let grip: Grip | null = null
  let told: string | null = null

  const tell = (sentence: string) => {
    if (sentence !== told) bench.actions().onTell?.(sentence)
    told = sentence
  }
  const target = (): Zone | null => {
    const zone = selectedZone(bench.scene())
    return zone && !zone.isLocked ? zone : null
  }
  const refusal = () => {
    const zone = selectedZone(bench.scene())
    return zone ? lockedZone(zone) : 'Select the zone to move first.'
  }
  const show = (next: Pose): void => {
    const zone = target()
    if (!zone) return
    const zones = zonesIn(bench.scene())
    const own = new Set(
      withDescendants(zones, zone.id).flatMap(({ outline }) => outline.flat().map(positionKey)),
    )
    const to = posed(middleOf(zone.outline), next)
    const edit = withCornersMoved(zones, new Map(), (corner) =>
      own.has(positionKey(corner)) ? to(corner) : null,
    )
    if (!edit.ok) {
      tell(edit.why)
      return
    }
    const outline = edit.outlines.get(zone.id)
    if (!outline) return
    pose = next
    const along = new Map([...edit.outlines].filter(([id]) => id !== zone.id))
    inHand = { outline, along }
    bench.preview({ zoneId: zone.id, ...inHand })
  }
  let inHand: { readonly outline: Polygon; readonly along: ReadonlyMap<string, Polygon> } | null =
    null
  const putBack = () => {
    pose = AS_SAVED
    inHand = null
    grip = null
    told = null
    bench.preview(null)
  }
  const keep = () => {
    const zone = target()
    const moved = inHand
    const { turnDegrees, factor } = pose
    putBack()
    if (!zone || !moved) return
    const verb = turnDegrees !== 0 ? 'Turn' : factor !== 1 ? 'Scale' : 'Move'
    bench.actions().onZoneReshaped?.(zone.id, moved.outline, { along: moved.along, verb })
  }
  const frame = () => {
    const zone = target()
    const outline = inHand?.outline ?? zone?.outline
    return outline ? frameOf(outline, bench) : null
  }
  const partAt = (pixel: Pixel, position: LonLat): Grip['part'] | null => {
    const around = frame()
    const outline = inHand?.outline ?? target()?.outline
    if (!around || !outline) return null
    if (distancePixels(around.turn, pixel) <= GRIP_PIXELS) return 'turn'
    if (around.corners.some((corner) => distancePixels(corner, pixel) <= GRIP_PIXELS))
      return 'scale'
    return polygonHolds(outline, ...position) ? 'move' : null
  }
  const dragTo = ({ part, from, before }: Grip, { pixel }: Press) => {
    const zone = target()
    if (!zone) return
    const scale = pixelsPerDegree(bench.map.getZoom())
    const saved = bench.pixelOf(middleOf(zone.outline))
    const centre = { x: saved.x + scale * before.east, y: saved.y - scale * before.north }
    if (part === 'move') {
      const east = before.east + (pixel.x - from.x) / scale
      const north = before.north - (pixel.y - from.y) / scale
      return show({ ...before, east, north })
    }
    if (part === 'scale') {
      const factor =
        (before.factor * distancePixels(centre, pixel)) / Math.max(1, distancePixels(centre, from))
      return show({ ...before, factor: Math.max(LEAST_FACTOR, factor) })
    }
    const angle = ({ x, y }: Pixel) => (Math.atan2(x - centre.x, centre.y - y) * 180) / Math.PI
    show({ ...before, turnDegrees: before.turnDegrees + angle(pixel) - angle(from) })
  }

  const start = refusal()
  if (start) tell(start)

  return {
    cursor: () => (grip ? 'grabbing' : target() ? 'move' : ''),
    snapping: () => ({ isOn: false, exceptZoneId: target()?.id ?? null }),
    takes(press) {
      const part = partAt(press.pixel, press.position)
      if (!part) return false
      told = null
      grip = { part, from: press.pixel, before: pose }
      return true
    },
    dragged(press) {
      if (grip) dragTo(grip, press)
    },
    dropped: keep,
    clicked() {
      const why = refusal()
      if (why) tell(why)
    },
    keyed({ key, shiftKey }) {
      const degreesPerPixel = 1 / pixelsPerDegree(bench.map.getZoom())
      const next = poseByKey(pose, { key, isLarge: shiftKey, degreesPerPixel })
      if (next) {
        const why = refusal()
        if (why) tell(why)
        else show(next)
        return true
      }
      if (key === 'Enter') {
        keep()
        return true
      }
      if (key !== 'Escape') return false
      if (inHand) putBack()
      else bench.actions().onTool?.('select')
      return true
    },
    typing: () => (target() ? 'Middle of the zone' : null),
    wayFrom: () => {
      const zone = target()
      return zone ? middleOf(inHand?.outline ?? zone.outline) : null
    },
    typed(position) {
      const zone = target()
      if (!zone) return
      const [from, to] = [mercatorDegrees(middleOf(zone.outline)), mercatorDegrees(position)]
      show({ ...pose, east: to[0] - from[0], north: to[1] - from[1] })
    },
    sketch() {
      const zone = target()
      const around = frame()
      if (!zone || !around) return NO_SKETCH
      const box = around.corners.map((pixel) => positionAt(bench, pixel))
      const from = middleOf(zone.outline)
      const to = inHand ? middleOf(inHand.outline) : from
      return {
        lines: [
          { points: [...box, box[0]!], look: 'next' },
          { points: [positionAt(bench, around.top), positionAt(bench, around.turn)], look: 'next' },
          ...(inHand?.outline ?? []).map((points) => ({ points, look: 'hand' as const })),
          ...[...(inHand?.along.values() ?? [])]
            .flat()
            .map((points) => ({ points, look: 'closing' as const })),
        ],
        corners: [
          ...box.map((at) => ({ at, look: 'corner' as const })),
          { at: positionAt(bench, around.turn), look: 'chosen' },
        ],
        snap: null,
        chips: inHand
          ? [{ at: to, text: poseText(pose, from, to), look: 'total', isBelow: true }]
          : [],
        spoken: inHand ? `${poseText(pose, from, to)}. Enter keeps it.` : '',
      }
    },
    sceneChanged() {
      if (inHand && !target()) putBack()
    },
    end() {
      if (inHand)
        bench.actions().onTell?.('The zone was put back: Enter keeps what the keys moved.')
      bench.preview(null)
    },
  }
}

function frameOf(outline: Polygon, bench: Bench) {
  const pixels = (outline[0] ?? []).map(bench.pixelOf)
  const [left, right] = [
    Math.min(...pixels.map(({ x }) => x)),
    Math.max(...pixels.map(({ x }) => x)),
  ]
  const [top, bottom] = [
    Math.min(...pixels.map(({ y }) => y)),
    Math.max(...pixels.map(({ y }) => y)),
  ]
  const middle = { x: (left + right) / 2, y: top }
  return {
    corners: [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
    top: middle,
    turn: { x: middle.x, y: top - TURN_HANDLE_PIXELS },
  }
}

function positionAt({ map }: Bench, { x, y }: Pixel): LonLat {
  const { lng, lat } = map.unproject([x, y])
  return [lng, lat]
}
