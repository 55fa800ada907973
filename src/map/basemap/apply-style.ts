import type {
  FilterSpecification,
  GeoJSONSource,
  LayerSpecification,
  Map as LibreMap,
} from 'maplibre-gl'
import { ANCHORS, deckGroupId } from './anchors.ts'
import type { MapStyle } from './map-style.ts'

/** As much of a map as its style needs. */
export type StyledMap = Pick<
  LibreMap,
  | 'addSource'
  | 'getSource'
  | 'removeSource'
  | 'addLayer'
  | 'getLayer'
  | 'removeLayer'
  | 'moveLayer'
  | 'setPaintProperty'
  | 'setLayoutProperty'
  | 'setFilter'
  | 'setLayerZoomRange'
>

/**
 * Brings a map from one style to the next, touching only what differs: layers that others put there,
 * such as deck.gl's and the drawing tools', stay where they are.
 */
export function applyStyle(map: StyledMap, before: MapStyle, after: MapStyle): void {
  const wanted = new Set(after.layers.map(({ id }) => id))
  for (const { id } of before.layers) if (!wanted.has(id) && map.getLayer(id)) map.removeLayer(id)
  for (const id of Object.keys(before.sources)) if (!(id in after.sources)) map.removeSource(id)
  for (const id of Object.keys(before.tileSources)) {
    if (!(id in after.tileSources)) map.removeSource(id)
  }
  for (const [id, source] of Object.entries(after.tileSources)) {
    if (!map.getSource(id)) map.addSource(id, source)
  }
  for (const [id, data] of Object.entries(after.sources)) {
    const source = map.getSource(id) as GeoJSONSource | undefined
    if (!source) map.addSource(id, { type: 'geojson', data, tolerance: 0.2 })
    else if (data !== before.sources[id]) void source.setData(data)
  }
  placeLayers(map, before, after)
}

function placeLayers(map: StyledMap, before: MapStyle, after: MapStyle): void {
  const known = new Map(before.layers.map((layer) => [layer.id, layer]))
  const isMoved = orderOf(before, after) !== orderOf(after, before)
  let above: string | undefined
  for (const layer of [...after.layers].reverse()) {
    const old = map.getLayer(layer.id) ? known.get(layer.id) : undefined
    if (!old) map.addLayer(layer, above)
    else {
      if (isMoved && !isAnchor(layer.id)) map.moveLayer(layer.id, above)
      if (old !== layer) changeLayer(map, old, layer)
    }
    // A layer that MapLibre refuses is not there: the others must not stand on it.
    if (map.getLayer(layer.id)) above = lowestOf(map, layer.id)
  }
}

/** Ids of a style's layers that the other has too, in their order. */
function orderOf(style: MapStyle, other: MapStyle): string {
  const ids = new Set(other.layers.map(({ id }) => id))
  return style.layers.flatMap(({ id }) => (ids.has(id) ? [id] : [])).join('\n')
}

function isAnchor(id: string): boolean {
  return id === ANCHORS.surfaces || id === ANCHORS.marks
}

/** What goes under a layer goes under the deck layers that stand right before it, too. */
function lowestOf(map: StyledMap, id: string): string {
  if (id !== ANCHORS.surfaces && id !== ANCHORS.marks) return id
  const group = deckGroupId(id)
  return map.getLayer(group) ? group : id
}

type Loose = {
  readonly paint?: Readonly<Record<string, unknown>>
  readonly layout?: Readonly<Record<string, unknown>>
  readonly filter?: FilterSpecification
}

function changeLayer(map: StyledMap, old: LayerSpecification, now: LayerSpecification): void {
  const { id } = now
  const [looseOld, looseNow] = [old as Loose, now as Loose]
  for (const [key, value] of differences(looseOld.paint, looseNow.paint)) {
    map.setPaintProperty(id, key as 'fill-color', value as string)
  }
  for (const [key, value] of differences(looseOld.layout, looseNow.layout)) {
    map.setLayoutProperty(id, key as 'visibility', value as 'visible')
  }
  if (!isSame(looseOld.filter, looseNow.filter)) map.setFilter(id, looseNow.filter ?? null)
  if (old.minzoom !== now.minzoom || old.maxzoom !== now.maxzoom) {
    map.setLayerZoomRange(id, now.minzoom ?? 0, now.maxzoom ?? 24)
  }
}

function differences(
  old: Readonly<Record<string, unknown>> = {},
  now: Readonly<Record<string, unknown>> = {},
): (readonly [string, unknown])[] {
  const keys = new Set([...Object.keys(old), ...Object.keys(now)])
  return [...keys]
    .filter((key) => !isSame(old[key], now[key]))
    .map((key) => [key, now[key]] as const)
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
