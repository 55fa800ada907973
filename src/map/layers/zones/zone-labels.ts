import type { FeatureCollection, Point } from 'geojson'
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
      geometry: { type: 'Point', coordinates: [...labelPosition([outline])] },
    })),
  }),
)
