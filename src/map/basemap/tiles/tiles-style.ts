import type { Feature, FeatureCollection, Polygon } from 'geojson'
import type {
  ExpressionSpecification,
  FillLayerSpecification,
  FilterSpecification,
  LineLayerSpecification,
  RasterLayerSpecification,
  RasterSourceSpecification,
  SymbolLayerSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl'
import type { ArchiveFacts } from '#formats/pmtiles/archive-facts.ts'
import { type LayerRole, layersOfRole } from '#formats/pmtiles/layer-roles.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import { BASEMAP_INKS, LABEL_FACES } from '../basemap-inks.ts'
import type { BasemapTiles } from './basemap-tiles.ts'
import { tileAddress } from './serve-tiles.ts'

export type TileSource = VectorSourceSpecification | RasterSourceSpecification

/** What tiles add to the style, by where it stands. */
export type TilesStyle = {
  readonly sources: Readonly<Record<string, FeatureCollection>>
  readonly tileSources: Readonly<Record<string, TileSource>>
  /** Under every surface. */
  readonly ground: readonly (
    | FillLayerSpecification
    | LineLayerSpecification
    | RasterLayerSpecification
  )[]
  /** Over the surfaces, under every line of the operation. */
  readonly lines: readonly LineLayerSpecification[]
  /** Under every name of the operation, which takes the place where both would stand. */
  readonly labels: readonly SymbolLayerSpecification[]
}

type TilesStyleInput = {
  readonly tiles: BasemapTiles | null
  /** The theatre's basemap knows the country and draws its frontiers; one border is one line. */
  readonly hasCountry: boolean
  /** The operation has areas, whose borders it draws itself. */
  readonly hasAreas: boolean
  readonly theme: Theme
  readonly scale: number
}

const NOTHING: TilesStyle = { sources: {}, tileSources: {}, ground: [], lines: [], labels: [] }

/** Tiles in the colours of the base map: land, water, roads, borders and names, quiet under the data. */
export const tilesStyle = rememberedParts(({ tiles, ...look }: TilesStyleInput): TilesStyle => {
  if (!tiles) return NOTHING
  const id = tileSourceId(tiles)
  const part = { id, facts: tiles.facts, ...look }
  const source = { ...coverOf(tiles.facts), tiles: [tileAddress(tiles.id)] }
  if (tiles.facts.tileKind === 'raster') {
    const { tilePixels } = tiles.facts
    return {
      ...NOTHING,
      tileSources: { [id]: { ...source, type: 'raster', tileSize: tilePixels } },
      ground: [rasterOf(part), ...veilOf(part)],
    }
  }
  const ground = groundOf(part)
  return {
    sources: { [`${id}/bounds`]: boundsOf(tiles.facts) },
    tileSources: { [id]: { ...source, type: 'vector' } },
    ground: [...ground, ...fillsOf(part), ...(ground.length > 0 ? veilOf(part) : [])],
    lines: [...waterLinesOf(part), ...roadsOf(part), ...bordersOf(part)],
    labels: placesOf(part),
  }
})

/** The source of a file's tiles in the style. */
export function tileSourceId({ id }: Pick<BasemapTiles, 'id'>): string {
  return `tiles-${id}`
}

type Part = Omit<TilesStyleInput, 'tiles'> & { readonly id: string; readonly facts: ArchiveFacts }

function coverOf({ minZoom, maxZoom, boundsDegrees: [west, south, east, north] }: ArchiveFacts) {
  const bounds: [number, number, number, number] = [west, south, east, north]
  return { minzoom: minZoom, maxzoom: maxZoom, bounds }
}

function boundsOf({ boundsDegrees: [west, south, east, north] }: ArchiveFacts) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const feature: Feature<Polygon> = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
  return { type: 'FeatureCollection' as const, features: [feature] }
}

/** Colour taken out and held near the ground, so that a picture stays behind the data. */
function rasterOf({ id, theme }: Part): RasterLayerSpecification {
  return {
    id: `${id}/raster`,
    type: 'raster',
    source: id,
    paint:
      theme === 'dark'
        ? { 'raster-saturation': -0.7, 'raster-brightness-max': 0.42, 'raster-opacity': 0.85 }
        : { 'raster-saturation': -0.6, 'raster-brightness-min': 0.45, 'raster-opacity': 0.85 },
  }
}

/** Other countries stay a shade behind the operation's own. */
function veilOf({ id, hasCountry, theme }: Part): FillLayerSpecification[] {
  if (!hasCountry) return []
  return [
    {
      id: `${id}/veil`,
      type: 'fill',
      source: 'land',
      filter: ['!=', ['get', 'rank'], 'country'],
      paint: { 'fill-color': BASEMAP_INKS[theme].elsewhere, 'fill-opacity': 0.7 },
    },
  ]
}

/** `kind` in Protomaps and Shortbread, `class` in OpenMapTiles. */
const KIND: ExpressionSpecification = [
  'to-string',
  ['coalesce', ['get', 'kind'], ['get', 'pmap:kind'], ['get', 'class'], ''],
]

function kindIs(...kinds: readonly string[]): ExpressionSpecification {
  return ['in', KIND, ['literal', [...kinds]]]
}

function layersFor(facts: ArchiveFacts, role: LayerRole): string[] {
  return layersOfRole(facts.layerNames, role)
}

/**
 * Water where the tiles have land of their own, land where they have water alone; nothing where they say
 * neither, such as tiles of roads: the land and sea of the theatre stay.
 */
function groundOf({ id, facts, theme }: Part): FillLayerSpecification[] {
  const inks = BASEMAP_INKS[theme]
  const has = (role: LayerRole) => facts.layerNames !== null && layersFor(facts, role).length > 0
  const hasLand = has('land')
  if (!hasLand && !has('water')) return []
  return [
    {
      id: `${id}/ground`,
      type: 'fill',
      source: `${id}/bounds`,
      minzoom: facts.minZoom,
      paint: { 'fill-color': hasLand ? inks.water : inks.country },
    },
  ]
}

const GREEN = [
  ...['forest', 'wood', 'park', 'national_park', 'nature_reserve', 'protected_area', 'grass'],
  ...['grassland', 'scrub', 'wetland', 'farmland', 'orchard', 'meadow', 'mangrove', 'heath'],
]
const BUILT = [
  ...['residential', 'urban_area', 'industrial', 'commercial', 'military', 'aerodrome', 'hospital'],
  ...['retail', 'railway', 'suburb', 'quarter', 'neighbourhood'],
]

function fillsOf({ id, facts, theme }: Part): FillLayerSpecification[] {
  const inks = BASEMAP_INKS[theme]
  const areas: FilterSpecification = ['==', ['geometry-type'], 'Polygon']
  const fill = (layer: string, part: string, color: string, filter: FilterSpecification) => ({
    id: `${id}/${part}/${layer}`,
    type: 'fill' as const,
    source: id,
    'source-layer': layer,
    filter,
    paint: { 'fill-color': color, 'fill-antialias': part !== 'land' },
  })
  return [
    ...layersFor(facts, 'land').map((layer) => fill(layer, 'land', inks.country, areas)),
    ...layersFor(facts, 'cover').flatMap((layer) => [
      fill(layer, 'green', inks.green, ['all', areas, kindIs(...GREEN)]),
      fill(layer, 'built', inks.built, ['all', areas, kindIs(...BUILT)]),
    ]),
    ...layersFor(facts, 'water').map((layer) => fill(layer, 'water', inks.water, areas)),
  ]
}

type LineLook = {
  readonly color: string
  /** Pixels at zooms 6, 10 and 14. */
  readonly widths: readonly [number, number, number]
  readonly minzoom?: number
  readonly dashes?: readonly [number, number]
}

function lineOf(
  { id, scale }: Part,
  layer: string,
  part: string,
  filter: ExpressionSpecification,
  { color, widths, minzoom, dashes }: LineLook,
): LineLayerSpecification {
  const [far, middle, near] = widths.map((width) => width * scale)
  return {
    id: `${id}/${part}/${layer}`,
    type: 'line',
    source: id,
    'source-layer': layer,
    filter: ['all', ['==', ['geometry-type'], 'LineString'], filter],
    ...(minzoom === undefined ? {} : { minzoom }),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': [
        'interpolate',
        ['exponential', 1.4],
        ['zoom'],
        6,
        far!,
        10,
        middle!,
        14,
        near!,
      ],
      ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
    },
  }
}

function waterLinesOf(part: Part): LineLayerSpecification[] {
  const color = BASEMAP_INKS[part.theme].stream
  return layersFor(part.facts, 'waterLine').map((layer) =>
    lineOf(part, layer, 'stream', ['literal', true], { color, widths: [0.6, 1, 1.8] }),
  )
}

const MAJOR = ['highway', 'major_road', 'motorway', 'trunk', 'primary', 'secondary']
const OTHER_WAYS = [
  ...['rail', 'railway', 'ferry', 'path', 'footway', 'pier', 'aeroway', 'runway', 'taxiway'],
  ...['aerialway', 'construction', 'steps', 'cycleway'],
]

function roadsOf(part: Part): LineLayerSpecification[] {
  const inks = BASEMAP_INKS[part.theme]
  const isMinor: ExpressionSpecification = ['!', kindIs(...MAJOR, ...OTHER_WAYS)]
  const minor: LineLook = { color: inks.minorRoad, widths: [0.4, 0.6, 1.6], minzoom: 8 }
  const major: LineLook = { color: inks.majorRoad, widths: [0.7, 1.4, 2.8] }
  return layersFor(part.facts, 'road').flatMap((layer) => [
    lineOf(part, layer, 'minor-road', isMinor, minor),
    lineOf(part, layer, 'major-road', kindIs(...MAJOR), major),
  ])
}

/** Admin level, or what Protomaps says in its place. */
const IS_COUNTRY: ExpressionSpecification = [
  'any',
  kindIs('country'),
  [
    '==',
    ['to-number', ['coalesce', ['get', 'admin_level'], ['get', 'pmap:min_admin_level'], 0]],
    2,
  ],
]

function bordersOf(part: Part): LineLayerSpecification[] {
  const inks = BASEMAP_INKS[part.theme]
  const isOnLand: ExpressionSpecification = [
    '!=',
    ['to-string', ['coalesce', ['get', 'maritime'], 0]],
    '1',
  ]
  const region: LineLook = { color: inks.otherFrontier, widths: [0.6, 0.8, 1.2], dashes: [3, 2] }
  const country: LineLook = { color: inks.frontier, widths: [1, 1.2, 1.6] }
  return layersFor(part.facts, 'boundary').flatMap((layer) => [
    ...(part.hasAreas
      ? []
      : [lineOf(part, layer, 'region-border', ['all', isOnLand, ['!', IS_COUNTRY]], region)]),
    ...(part.hasCountry
      ? []
      : [lineOf(part, layer, 'country-border', ['all', isOnLand, IS_COUNTRY], country)]),
  ])
}

const SETTLEMENTS = ['locality', 'city', 'town', 'village', 'hamlet', 'suburb', 'capital']

/** Names of settlements, drawn with the faces the page has: Latin letters where the tiles give them. */
function placesOf({ id, facts, theme, scale }: Part): SymbolLayerSpecification[] {
  const inks = BASEMAP_INKS[theme]
  return layersFor(facts, 'place').map((layer) => ({
    id: `${id}/place/${layer}`,
    type: 'symbol',
    source: id,
    'source-layer': layer,
    minzoom: 7,
    filter: kindIs(...SETTLEMENTS),
    layout: {
      'text-field': [
        'to-string',
        [
          'coalesce',
          ['get', 'name:en'],
          ['get', 'name_en'],
          ['get', 'name:latin'],
          ['get', 'name'],
        ],
      ],
      'text-font': [...LABEL_FACES.regular],
      'text-size': 11 * scale,
      'text-max-width': 8,
      'text-padding': 6 * scale,
    },
    paint: {
      'text-color': inks.tileName,
      'text-halo-color': inks.quietHalo,
      'text-halo-width': 1 * scale,
    },
  }))
}
