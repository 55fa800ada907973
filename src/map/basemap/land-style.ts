import type { FeatureCollection, MultiPolygon } from 'geojson'
import type {
  BackgroundLayerSpecification,
  FillLayerSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import type { Area } from '#core/records/area.ts'
import type { Basemap } from '../map-props.ts'
import { remembered, rememberedParts } from '../remembered.ts'
import type { Theme } from '../scene.ts'
import { BASEMAP_INKS, LABEL_FACES } from './basemap-inks.ts'

/** What lies under everything: sources by id, and layers by where they stand. */
export type LandStyle = {
  readonly sources: Readonly<Record<string, FeatureCollection>>
  readonly ground: readonly (
    | BackgroundLayerSpecification
    | FillLayerSpecification
    | LineLayerSpecification
  )[]
  readonly lines: readonly LineLayerSpecification[]
  readonly labels: readonly SymbolLayerSpecification[]
}

type LandStyleInput = {
  readonly basemap: Basemap | null
  readonly areas: ReadonlyMap<string, Area>
  /** Names of countries and seas where they are to be read now. */
  readonly names: FeatureCollection
  readonly theme: Theme
  readonly scale: number
}

/**
 * Land, frontiers and names of the theatre's package. Without one only the operation's own areas
 * are known to be land, and what is round them is drawn as ground of which nothing is known.
 */
export const landStyle = rememberedParts(
  ({ basemap, areas, names, theme, scale }: LandStyleInput): LandStyle => {
    const inks = BASEMAP_INKS[theme]
    if (!basemap) {
      return {
        sources: { land: landOfAreas(areas) },
        ground: [background(inks.elsewhere), fillOf('country', inks.country)],
        lines: [],
        labels: [],
      }
    }
    return {
      sources: { land: basemap.land, borders: basemap.borders, names },
      ground: [
        background(inks.water),
        fillOf('elsewhere', inks.elsewhere),
        fillOf('country', inks.country),
        {
          id: 'shore',
          type: 'line',
          source: 'land',
          paint: { 'line-color': inks.shore, 'line-width': 0.6 * scale },
        },
      ],
      lines: [
        frontierOf('frontier-others', false, { color: inks.otherFrontier, width: 0.8 * scale }),
        frontierOf('frontier', true, { color: inks.frontier, width: 1.1 * scale }),
      ],
      labels: [oceanName(theme, scale), countryName(theme, scale)],
    }
  },
)

const landOfAreas = remembered(
  (areas: ReadonlyMap<string, Area>): FeatureCollection<MultiPolygon> => ({
    type: 'FeatureCollection',
    features: topAreas(areas).map(({ name, outline }) => ({
      type: 'Feature',
      properties: { name, rank: 'country' },
      geometry: { type: 'MultiPolygon', coordinates: outline as unknown as number[][][][] },
    })),
  }),
)

/** Areas of the coarsest level there is, counties before districts. */
export function topAreas(areas: ReadonlyMap<string, Area>): readonly Area[] {
  const levels = [...areas.values()].map(({ level }) => level).filter((level) => level > 0)
  const top = levels.length > 0 ? Math.min(...levels) : 0
  return [...areas.values()].filter(({ level }) => level === top)
}

function background(color: string): BackgroundLayerSpecification {
  return { id: 'water', type: 'background', paint: { 'background-color': color } }
}

function fillOf(id: 'elsewhere' | 'country', color: string): FillLayerSpecification {
  return {
    id,
    type: 'fill',
    source: 'land',
    filter: [id === 'country' ? '==' : '!=', ['get', 'rank'], 'country'],
    paint: { 'fill-color': color },
  }
}

function frontierOf(
  id: string,
  isOfCountry: boolean,
  { color, width }: { readonly color: string; readonly width: number },
): LineLayerSpecification {
  return {
    id,
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'isOfCountry'], isOfCountry],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  }
}

function countryName(theme: Theme, scale: number): SymbolLayerSpecification {
  const inks = BASEMAP_INKS[theme]
  return {
    id: 'name-country',
    type: 'symbol',
    source: 'names',
    filter: ['==', ['get', 'kind'], 'country'],
    layout: {
      'text-field': ['upcase', ['get', 'name']],
      'text-font': [...LABEL_FACES.regular],
      'text-size': 11 * scale,
      'text-letter-spacing': 0.2,
      'text-max-width': 20,
    },
    paint: {
      'text-color': inks.countryName,
      'text-halo-color': inks.quietHalo,
      'text-halo-width': 1 * scale,
    },
  }
}

function oceanName(theme: Theme, scale: number): SymbolLayerSpecification {
  const inks = BASEMAP_INKS[theme]
  return {
    id: 'name-ocean',
    type: 'symbol',
    source: 'names',
    filter: ['==', ['get', 'kind'], 'ocean'],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [...LABEL_FACES.italic],
      'text-size': 13 * scale,
      'text-letter-spacing': 0.08,
      'text-max-width': 20,
    },
    paint: { 'text-color': inks.oceanName },
  }
}
