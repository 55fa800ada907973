import { polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import {
  BASEMAP_ATTRIBUTIONS,
  BASEMAP_BORDERS,
  BASEMAP_LABELS,
  BASEMAP_LAND,
} from '#data/liberia-exercise/basemap.ts'
import type { Basemap } from '#map/map-props.ts'

const LIBERIA: Basemap = {
  land: BASEMAP_LAND,
  borders: BASEMAP_BORDERS,
  labels: BASEMAP_LABELS,
  attributions: BASEMAP_ATTRIBUTIONS,
}

const PACKAGES: readonly Basemap[] = [LIBERIA]

/** The basemap that comes with the app and whose country holds a position, if any. */
export function theatreBasemap([lon, lat]: LonLat): Basemap | null {
  return PACKAGES.find((basemap) => countryHolds(basemap, lon, lat)) ?? null
}

function countryHolds({ land }: Basemap, lon: number, lat: number): boolean {
  return land.features
    .filter(({ properties }) => properties?.['rank'] === 'country')
    .some(({ geometry }) =>
      geometry.coordinates.some((polygon) => polygonHolds(polygon as unknown as Polygon, lon, lat)),
    )
}
