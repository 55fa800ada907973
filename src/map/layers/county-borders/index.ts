import type { Feature, FeatureCollection } from 'geojson'
import { extentOf } from '#core/geo/polygon.ts'
import type { Area } from '#core/records/area.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { BASEMAP_INKS, LABEL_FACES } from '../../basemap/basemap-inks.ts'
import { labelPosition } from '../../basemap/label-position.ts'
import { topAreas } from '../../basemap/land-style.ts'
import { remembered, rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { LayerType, StylePart, ViewDegrees } from '../layer-type.ts'

const sources = remembered((areas: ReadonlyMap<string, Area>): StylePart['sources'] => ({
  'county-borders': outlinesOf(topAreas(areas)),
  'county-borders/names': namesOf(topAreas(areas)),
}))

type StyleInput = {
  readonly areas: ReadonlyMap<string, Area>
  readonly theme: Theme
  readonly scale: number
  readonly opacityShare: number
}

const style = rememberedParts(({ areas, theme, scale, opacityShare }: StyleInput): StylePart => {
  const inks = BASEMAP_INKS[theme]
  return {
    sources: sources(areas),
    lines: [
      {
        id: 'county-borders',
        type: 'line',
        source: 'county-borders',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': inks.county,
          'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.5 * scale, 10, 1.2 * scale],
          'line-opacity': opacityShare,
        },
      },
    ],
    labels: [
      {
        id: 'county-borders/names',
        type: 'symbol',
        source: 'county-borders/names',
        minzoom: 6.6,
        maxzoom: 9.6,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [...LABEL_FACES.medium],
          'text-size': 11 * scale,
          'text-letter-spacing': 0.06,
          'text-max-width': 7,
          'text-padding': 6,
        },
        paint: {
          'text-color': inks.countyName,
          'text-halo-color': inks.halo,
          'text-halo-width': 1.4 * scale,
          'text-opacity': Math.min(1, opacityShare / 0.6),
        },
      },
    ],
  }
})

/** Administrative areas of the first level: thin borders, and names while the map shows several. */
export const COUNTY_BORDERS: LayerType = {
  id: 'county-borders',
  restsOn: LAYER_BASES['county-borders'],
  title: 'County borders',
  group: 'Base',
  isVisibleAtFirst: () => true,
  opacityShareAtFirst: 0.6,
  draw: () => [],
  style: ({ document, theme, scale }, opacityShare) =>
    style({ areas: document.tables.areas, theme, scale, opacityShare }),
  legend: ({ document, theme }, view) => {
    const areas = topAreas(document.tables.areas)
    if (areas.length === 0) return null
    return {
      swatch: { shape: 'line', color: BASEMAP_INKS[theme].county },
      counts: { inView: view ? countIn(view, areas) : null, all: areas.length },
      ramp: null,
      lines: [],
    }
  },
  facts: () => null,
}

function countIn([west, south, east, north]: ViewDegrees, areas: readonly Area[]): number {
  return areas.filter(({ outline }) => {
    const [areaWest, areaSouth, areaEast, areaNorth] = extentOf(outline)
    return areaWest <= east && areaEast >= west && areaSouth <= north && areaNorth >= south
  }).length
}

function outlinesOf(areas: readonly Area[]): FeatureCollection {
  return collection(
    areas.map(({ name, outline }) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'MultiPolygon', coordinates: outline as unknown as number[][][][] },
    })),
  )
}

function namesOf(areas: readonly Area[]): FeatureCollection {
  return collection(
    areas.map(({ name, outline }) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Point', coordinates: [...labelPosition(outline)] },
    })),
  )
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}
