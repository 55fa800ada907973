import type { Feature, FeatureCollection, LineString, MultiPolygon, Point } from 'geojson'
import type { Land, TheatreGeography } from './derive/geography.ts'
import plain from './geography/land.json' with { type: 'json' }

const land = plain as unknown as TheatreGeography['land']

/** Land in drawing order: what is far, the neighbours, the country itself. */
export const BASEMAP_LAND: FeatureCollection<MultiPolygon> = {
  type: 'FeatureCollection',
  features: [
    ...land.surroundings.map((each) => landFeature(each, 'surroundings')),
    ...land.neighbours.map((each) => landFeature(each, 'neighbour')),
    landFeature(land.country, 'country'),
  ],
}

/** Frontiers between the country and its neighbours, and among those; `names` says whose. */
export const BASEMAP_BORDERS: FeatureCollection<LineString> = {
  type: 'FeatureCollection',
  features: land.borders.map(({ names, line }) => ({
    type: 'Feature',
    properties: { names: names.join(' / '), isOfCountry: names.includes(land.country.name) },
    geometry: { type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat]) },
  })),
}

/** Names of the neighbours and of the sea, at the middle of their widest part in view. */
export const BASEMAP_LABELS: FeatureCollection<Point> = {
  type: 'FeatureCollection',
  features: [
    ...land.labels.map((label) => labelFeature(label, 'country')),
    ...(land.oceanLabel ? [labelFeature(land.oceanLabel, 'ocean')] : []),
  ],
}

/** To be shown wherever the basemap is. */
export const BASEMAP_ATTRIBUTIONS: readonly string[] = [
  ...new Set(land.provenance.sources.map(({ attribution }) => attribution)),
]

function landFeature({ name, outline }: Land, rank: string): Feature<MultiPolygon> {
  const coordinates = outline.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
  )
  return {
    type: 'Feature',
    properties: { name, rank },
    geometry: { type: 'MultiPolygon', coordinates },
  }
}

function labelFeature(
  {
    name,
    position: [lon, lat],
  }: { readonly name: string; readonly position: readonly [number, number] },
  kind: 'country' | 'ocean',
): Feature<Point> {
  return {
    type: 'Feature',
    properties: { name, kind },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }
}
