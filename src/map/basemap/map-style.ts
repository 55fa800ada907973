import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { LayerType, StylePart } from '../layers/layer-type.ts'
import type { Basemap, ShownLayer } from '../map-props.ts'
import type { Scene } from '../scene.ts'
import { ANCHORS, type Anchor } from './anchors.ts'
import { landStyle } from './land-style.ts'
import { type MapRest, namesInView } from './names-in-view.ts'
import type { BasemapTiles } from './tiles/basemap-tiles.ts'
import { type TileSource, tilesStyle } from './tiles/tiles-style.ts'

/** Everything MapLibre draws itself. Parts keep their identity while nothing in them changes. */
export type MapStyle = {
  readonly sources: Readonly<Record<string, FeatureCollection>>
  /** By source id; one that changes has another id. */
  readonly tileSources: Readonly<Record<string, TileSource>>
  /** Bottom first, both anchors among them. */
  readonly layers: readonly LayerSpecification[]
}

const ANCHOR_LAYERS: Readonly<Record<Anchor, LayerSpecification>> = {
  [ANCHORS.surfaces]: anchorLayer(ANCHORS.surfaces),
  [ANCHORS.marks]: anchorLayer(ANCHORS.marks),
}

/** Where a map begins, before it has any source: loaded at once, so that deck layers find their place. */
export const EMPTY_STYLE: MapStyle = {
  sources: {},
  tileSources: {},
  layers: Object.values(ANCHOR_LAYERS),
}

export type MapStyleInput = {
  readonly scene: Scene
  /** Bottom first. */
  readonly shown: readonly ShownLayer[]
  readonly basemap: Basemap | null
  readonly tiles: BasemapTiles | null
  readonly types: readonly LayerType[]
  /** Where the map rests; null: not known yet. */
  readonly rest: MapRest | null
}

/** The style of a scene: land, tiles over it, what the shown layer types add to it, frontiers, names. */
export function mapStyle({ scene, shown, basemap, tiles, types, rest }: MapStyleInput): MapStyle {
  const { document, theme, scale } = scene
  const names = namesInView({ basemap, rest, scale })
  const land = landStyle({ basemap, areas: document.tables.areas, names, theme, scale })
  const hasAreas = document.tables.areas.size > 0
  const own = tilesStyle({ tiles, hasCountry: basemap !== null, hasAreas, theme, scale })
  const parts = shown.flatMap(({ id, opacityShare }): StylePart[] => {
    const part = types.find((type) => type.id === id)?.style?.(scene, opacityShare)
    return part ? [part] : []
  })
  return {
    sources: Object.assign({}, land.sources, own.sources, ...parts.map(({ sources }) => sources)),
    tileSources: own.tileSources,
    layers: [
      ...land.ground,
      ...own.ground,
      ANCHOR_LAYERS[ANCHORS.surfaces],
      ...own.lines,
      ...parts.flatMap(({ lines }) => lines),
      ...land.lines,
      ANCHOR_LAYERS[ANCHORS.marks],
      ...own.labels,
      ...land.labels,
      ...parts.flatMap(({ labels }) => labels),
    ],
  }
}

function anchorLayer(id: Anchor): LayerSpecification {
  return { id, type: 'background', layout: { visibility: 'none' } }
}
