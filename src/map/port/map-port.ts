import type { Layer } from '@deck.gl/core'
import type { Map as LibreMap } from 'maplibre-gl'
import type { LonLat } from '#core/place.ts'
import { applyStyle } from '../basemap/apply-style.ts'
import { EMPTY_STYLE, type MapStyle } from '../basemap/map-style.ts'
import { PICKED, type Picked } from '../layers/layer-type.ts'
import { createMap, type NewMap } from './create-map.ts'
import { createDeckOverlay, type DeckOverlay } from './deck-overlay.ts'

/** A live map: what it shows goes in, what lies at a pixel comes out. */
export type MapPort = {
  readonly map: LibreMap
  /** Shows a style and deck layers; touches only what differs from before. */
  show(style: MapStyle, layers: readonly Layer[]): void
  /** Whether deck.gl has taken up all layers that are shown. */
  isDrawn(): boolean
  /** What lies at a pixel: the topmost of the deck layers, and the dots and lines of the style, nearest first. */
  pick(at: Pixel): readonly Picked[]
}

export type Pixel = { readonly x: number; readonly y: number }

export type PortEvents = {
  /** The map is there and can be drawn on. */
  readonly onReady: (port: MapPort) => void
  /** It can no longer draw; it has to be made anew. */
  readonly onLost: () => void
  readonly onDeckError: (error: Error) => void
}

const PLACE_RADIUS_PIXELS = 5

/**
 * Makes a map in an element.
 *
 * @throws Error where the browser has no WebGL 2.
 */
export function openMapPort(
  start: NewMap,
  { onReady, onLost, onDeckError }: PortEvents,
): { close(): void } {
  const map = createMap(start)
  let overlay: DeckOverlay | null = null
  let isClosed = false
  map.on('webglcontextlost', onLost)
  map.once('style.load', () => {
    if (isClosed) return
    overlay = createDeckOverlay(map, onDeckError)
    onReady(portOf(map, overlay))
  })
  return {
    close() {
      isClosed = true
      map.off('webglcontextlost', onLost)
      overlay?.remove()
      map.remove()
    },
  }
}

function portOf(map: LibreMap, overlay: DeckOverlay): MapPort {
  let style = EMPTY_STYLE
  let drawn: readonly Layer[] = []
  return {
    map,
    show(next, layers) {
      applyStyle(map, style, next)
      style = next
      if (layers !== drawn) overlay.setLayers(layers)
      drawn = layers
    },
    isDrawn: () => drawn.every(({ isLoaded }) => isLoaded),
    pick(at) {
      const { lng, lat } = map.unproject([at.x, at.y])
      const position: LonLat = [lng, lat]
      const places = placesAt(map, at, pickedLayers(style))
      const info = overlay.pick(at.x, at.y)
      if (!info?.layer || info.index < 0) return places
      return [{ index: info.index, deckLayerId: info.layer.id, position }, ...places]
    },
  }
}

function pickedLayers({ layers }: MapStyle): readonly string[] {
  return layers.flatMap(({ id, type, metadata }) =>
    type === 'circle' || metadata === PICKED ? [id] : [],
  )
}

/** Features of the style within a few pixels, nearest first. */
function placesAt(map: LibreMap, { x, y }: Pixel, layers: readonly string[]): Picked[] {
  const there = layers.filter((id) => map.getLayer(id))
  if (there.length === 0) return []
  const r = PLACE_RADIUS_PIXELS
  const box: [[number, number], [number, number]] = [
    [x - r, y - r],
    [x + r, y + r],
  ]
  const { lng, lat } = map.unproject([x, y])
  return map.queryRenderedFeatures(box, { layers: there }).flatMap((feature): Picked[] => {
    const { id, geometry, layer } = feature
    if (typeof id !== 'number') return []
    const [lon = lng, north = lat] = geometry.type === 'Point' ? geometry.coordinates : []
    return [{ index: id, deckLayerId: layer.id, position: [lon, north] }]
  })
}
