import type { Deck, Layer, PickingInfo } from '@deck.gl/core'
import { ScatterplotLayer } from '@deck.gl/layers'
import { MapLibreOverlay, type MapLibreOverlayProps } from '@deck.gl/maplibre'
import type { Device } from '@luma.gl/core'
import type { Map as LibreMap } from 'maplibre-gl'
import { ANCHORS } from '../basemap/anchors.ts'
import { placed } from '../draw.ts'
import { createQuietFrames } from './quiet-frames.ts'

/** deck.gl inside a map: it draws between the style's layers and answers what lies at a pixel. */
export type DeckOverlay = {
  setLayers(layers: readonly Layer[]): void
  /**
   * What lies topmost within a few pixels; null: nothing that can be picked. Some 30 ms without a
   * graphics card: WebGL reads back at once even where asked to do it later.
   */
  pick(xPixels: number, yPixels: number): PickingInfo | null
  remove(): void
}

const PICK_RADIUS_PIXELS = 4

/**
 * Puts deck.gl into a map whose style is loaded and has both anchors. It hears no events of its own:
 * it would pick on every frame the pointer moves, and set the cursor.
 */
export function createDeckOverlay(map: LibreMap, onError: (error: Error) => void): DeckOverlay {
  const holders = [holderAt(ANCHORS.surfaces), holderAt(ANCHORS.marks)]
  let current: readonly Layer[] = holders
  const frames = createQuietFrames(() => current.some(({ isLoaded }) => !isLoaded))
  const props = {
    interleaved: true,
    layers: [...holders],
    parent: deafRoot(),
    animationFrameProvider: frames.provider,
    onError,
    onResize: frames.wake,
  } as MapLibreOverlayProps
  const overlay = new MapLibreOverlay(props)
  map.addControl(overlay)
  map.on('move', frames.wake)
  map.on('resize', frames.wake)
  frames.wake()
  return {
    setLayers(layers) {
      current = [...holders, ...layers]
      overlay.setProps({ layers: [...current] })
      frames.wake()
    },
    pick(xPixels, yPixels) {
      if (!deckOf(holders)?.isInitialized) return null
      return overlay.pickObject({ x: xPixels, y: yPixels, radius: PICK_RADIUS_PIXELS })
    },
    remove() {
      map.off('move', frames.wake)
      map.off('resize', frames.wake)
      const gl = map.getCanvas().getContext('webgl2')
      map.removeControl(overlay)
      if (gl) letGo(gl)
    },
  }
}

const LOOKS_FOR_DEVICE = 20
const LOOK_AGAIN_MILLISECONDS = 250

/**
 * Ends what luma.gl does for a drawing surface: else it listens to the screen's pixel ratio for ever, and
 * holds the map with all that it drew. A map that is taken away at once, as when slides are paged through,
 * has its device only afterwards.
 */
function letGo(gl: WebGL2RenderingContext, looksLeft = LOOKS_FOR_DEVICE): void {
  const { device } = (gl as { readonly luma?: { readonly device?: Device | null } }).luma ?? {}
  if (device) device.getDefaultCanvasContext().destroy()
  else if (looksLeft > 0) setTimeout(() => letGo(gl, looksLeft - 1), LOOK_AGAIN_MILLISECONDS)
}

/** Empty layers that keep both places in the map's stack even while nothing is drawn there. */
function holderAt(anchor: (typeof ANCHORS)[keyof typeof ANCHORS]): Layer {
  return placed(new ScatterplotLayer({ id: `holder/${anchor}`, data: [], visible: false }), anchor)
}

function deckOf(layers: readonly Layer[]): Deck | null {
  return layers.find(({ context }) => context?.deck)?.context.deck ?? null
}

function deafRoot(): HTMLElement {
  const root = document.createElement('div')
  for (const name of ['deck-events-root', 'deck-widgets-root']) {
    const part = document.createElement('div')
    part.className = name
    root.append(part)
  }
  return root
}
