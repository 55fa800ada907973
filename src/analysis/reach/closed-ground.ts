import type { LonLat, Polygon } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { type PreparedOutline, prepareOutline } from '../cells/prepared-outline.ts'

/** Ground that nobody passes, on foot or otherwise. */
export type ClosedGround = {
  /** Equal outlines have equal keys. */
  readonly key: string
  readonly outline: PreparedOutline
}

const CIRCLE_CORNERS = 24

/** The outlines of what is closed: areas, and the circles of hazards. */
export function closedGround(acting: readonly Restriction[]): ClosedGround[] {
  return acting.flatMap(({ geometry, effect, kind }) => {
    if (kind === 'noFlyArea' || (effect.type !== 'closed' && effect.type !== 'dayOnly')) return []
    const key = JSON.stringify(geometry)
    if (geometry.type === 'area') return [{ key, outline: prepareOutline(geometry.polygon) }]
    const isGround = geometry.type === 'point' && (kind === 'closedArea' || kind === 'hazard')
    if (!isGround) return []
    return [{ key, outline: prepareOutline(circle(geometry.position, geometry.radiusMetres)) }]
  })
}

/** Airspace that no flight crosses. */
export function closedAirspace(acting: readonly Restriction[]): PreparedOutline[] {
  return acting.flatMap(({ geometry, kind }) =>
    kind === 'noFlyArea' && geometry.type === 'area'
      ? [prepareOutline(geometry.polygon)]
      : kind === 'noFlyArea' && geometry.type === 'point'
        ? [prepareOutline(circle(geometry.position, geometry.radiusMetres))]
        : [],
  )
}

function circle([lon, lat]: LonLat, radiusMetres: number): Polygon {
  const high = radiusMetres / 111_195
  const wide = high / Math.cos((lat * Math.PI) / 180)
  const ring = Array.from({ length: CIRCLE_CORNERS + 1 }, (_, i): LonLat => {
    const angle = (2 * Math.PI * (i % CIRCLE_CORNERS)) / CIRCLE_CORNERS
    return [lon + wide * Math.cos(angle), lat + high * Math.sin(angle)]
  })
  return [ring]
}
