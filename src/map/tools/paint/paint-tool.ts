import { cellOutline, joined, without } from '#core/geo/cells-outline.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { LonLat, MultiPolygon, Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { zonesNear } from '#core/zoning/near-zones.ts'
import { selectedZone, zonesIn } from '../../layers/zones/zone-list.ts'
import { type Bench, distancePixels, type Press, type ToolSession } from '../tool.ts'
import { brushed, districtAt } from './brush.ts'

/**
 * Paints ground for the selected zone, by cells or by districts: what is painted becomes its own, or
 * with the eraser is its own no longer. Without a zone selected, what is painted is a new one.
 */
export function paintTool(bench: Bench): ToolSession {
  /** Cells or districts of the stroke in hand, by id. */
  let stroke = new Map<string, MultiPolygon>()
  let under: readonly (readonly [string, MultiPolygon])[] = []
  let isDown = false
  let last: LonLat | null = null

  const brush = () => bench.scene().brush
  const isErasing = () => brush()?.isErasing ?? false
  const target = () => selectedZone(bench.scene())
  const groundAt = (position: LonLat): readonly (readonly [string, MultiPolygon])[] => {
    const scene = bench.scene()
    const by = brush()
    if (!by) return []
    if (by.by === 'cell') {
      return brushed(scene, position, by.ringCount).map((cell) => [cell, [cellOutline(cell)]])
    }
    const district = districtAt(scene.document.tables.areas, position)
    return district ? [[district.id, district.outline]] : []
  }
  const show = () => {
    const zone = target()
    const ground = [...stroke.values()].flat()
    if (ground.length === 0) return bench.preview(null)
    const own: MultiPolygon = zone ? [zone.outline] : []
    const outline = largest(isErasing() ? without(own, ground) : joined([...own, ...ground]))
    if (!outline) return bench.preview(null)
    const along = isErasing() ? new Map() : robbed(zonesIn(bench.scene()), zone, ground)
    bench.preview({ zoneId: zone?.id ?? null, outline, along })
  }
  const lay = () => {
    const before = stroke.size
    for (const [id, outline] of under) stroke.set(id, outline)
    if (stroke.size > before) show()
  }
  /** Places between the last and this one, so that a fast hand leaves none out. */
  const wayTo = (to: LonLat): LonLat[] => {
    if (!last) return [to]
    const [lon, lat] = last
    const pixels = distancePixels(bench.pixelOf(last), bench.pixelOf(to))
    const count = Math.min(MOST_STEPS, Math.max(1, Math.ceil(pixels / STEP_PIXELS)))
    return Array.from({ length: count }, (_, i) => {
      const share = (i + 1) / count
      return [lon + share * (to[0] - lon), lat + share * (to[1] - lat)]
    })
  }
  const letGo = () => {
    stroke = new Map()
    isDown = false
    bench.preview(null)
  }
  const keep = () => {
    const zone = target()
    const ground = joined([...stroke.values()].flat())
    const isIdle = ground.length === 0
    letGo()
    if (isIdle) return
    if (!zone && isErasing())
      return bench.actions().onTell?.('Select the zone to take ground from.')
    bench.actions().onZonePainted?.(zone?.id ?? null, ground)
  }

  return {
    cursor: () => 'crosshair',
    snapping: () => ({ isOn: false, exceptZoneId: null }),
    takes(press) {
      under = groundAt(press.position)
      if (under.length === 0) return false
      isDown = true
      last = press.position
      lay()
      return true
    },
    dragged(press) {
      for (const position of wayTo(press.position)) {
        under = groundAt(position)
        lay()
      }
      last = press.position
    },
    dropped: keep,
    pointed(press: Press | null) {
      under = press ? groundAt(press.position) : []
    },
    keyed({ key }, centre) {
      switch (key) {
        case ' ':
        case 'Enter':
          if (key === 'Enter' && stroke.size > 0) {
            keep()
            return true
          }
          if (!centre) return false
          under = groundAt(centre.position)
          if (under.length === 0) bench.actions().onTell?.('There is no ground to paint here.')
          else lay()
          if (key === 'Enter') keep()
          return true
        case 'x':
        case 'X':
          bench.actions().onBrush?.({ isErasing: !isErasing() })
          return true
        case '1':
        case '2':
        case '3':
        case '4':
          bench.actions().onBrush?.({ ringCount: RINGS[Number(key) - 1]! })
          return true
        case 'Backspace':
        case 'Delete':
          letGo()
          return true
        case 'Escape':
          if (stroke.size > 0) letGo()
          else bench.actions().onTool?.('select')
          return true
        default:
          return false
      }
    },
    sketch: () => ({
      lines: (isDown ? [] : under).flatMap(([, outline]) =>
        outline.flatMap((polygon) =>
          polygon.map((points) => ({
            points,
            look: isErasing() ? ('fault' as const) : ('square' as const),
          })),
        ),
      ),
      corners: [],
      snap: null,
      chips: [],
      spoken: stroke.size > 0 ? `${stroke.size} in this stroke. Enter keeps it.` : '',
    }),
    sceneChanged() {
      if (!isDown && stroke.size > 0) show()
    },
    end: letGo,
  }
}

const STEP_PIXELS = 8
const MOST_STEPS = 60
/** Rings of cells for the keys 1 to 4. */
const RINGS = [0, 1, 2, 4] as const

/** Unlocked zones of the kind that lose ground to what is painted, as they would be left. */
function robbed(
  zones: readonly Zone[],
  painted: Zone | null,
  ground: MultiPolygon,
): Map<string, Polygon> {
  const left = new Map<string, Polygon>()
  if (!painted) return left
  const others = zones.filter(
    (zone) => zone.id !== painted.id && zone.kind === painted.kind && !zone.isLocked,
  )
  for (const zone of zonesNear(others, ground)) {
    if (zone.id === painted.id || zone.kind !== painted.kind) continue
    const outline = largest(without([zone.outline], ground))
    if (outline) left.set(zone.id, outline)
  }
  return left
}

function largest(pieces: MultiPolygon): Polygon | null {
  const size = (polygon: Polygon) => areaSquareKilometres([polygon])
  return pieces.reduce<Polygon | null>(
    (best, piece) => (best === null || size(piece) > size(best) ? piece : best),
    null,
  )
}
