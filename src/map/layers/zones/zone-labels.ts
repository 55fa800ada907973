import type { FeatureCollection, Point } from 'geojson'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { labelPosition } from '../../basemap/label-position.ts'
import { remembered } from '../../remembered.ts'

/** One point a zone, where its name has most room; a feature's id is the zone's place in the list. */
export const zoneLabels = remembered(
  (zones: readonly Zone[]): FeatureCollection<Point> => ({
    type: 'FeatureCollection',
    features: zones.map(({ name, tint, isLocked, outline }, id) => ({
      type: 'Feature',
      id,
      properties: { name, tint, isLocked },
      geometry: { type: 'Point', coordinates: [...positionOf(outline)] },
    })),
  }),
)

const positions = new WeakMap<Polygon, LonLat>()

/** Looked for once an outline: an edit changes a few of hundreds. */
function positionOf(outline: Polygon): LonLat {
  const known = positions.get(outline)
  if (known) return known
  const position = labelPosition([outline])
  positions.set(outline, position)
  return position
}
