import { Map as LibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Camera } from '#state/screen-store.ts'
import { EMPTY_STYLE } from '../basemap/map-style.ts'
import type { ViewDegrees } from '../layers/layer-type.ts'
import { FIT_PADDING_PIXELS, isView } from './camera.ts'

setWorkerUrl(workerUrl)

export type NewMap = {
  readonly container: HTMLElement
  readonly camera: Camera | ViewDegrees
  readonly isInteractive: boolean
  readonly label: string
  /** Left out: that of the screen. */
  readonly pixelRatio?: number
}

/** What a drawing surface can be everywhere, without a graphics card too. */
const LONGEST_SIDE_PIXELS = 8192

/** A flat map, north up, with nothing on it yet; it becomes `style.load` within a frame. */
export function createMap(start: NewMap): LibreMap {
  const { container, camera, isInteractive, label, pixelRatio } = start
  const map = new LibreMap({
    container,
    style: { version: 8, sources: {}, layers: [...EMPTY_STYLE.layers] },
    ...startOf(camera),
    interactive: isInteractive,
    locale: { 'Map.Title': label },
    // Its own bound would make pictures for large screens coarser.
    maxCanvasSize: [LONGEST_SIDE_PIXELS, LONGEST_SIDE_PIXELS],
    minZoom: 2,
    maxZoom: 17,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: 0,
    // Here and nowhere later: deck.gl would draw in the wrong place.
    ...(pixelRatio === undefined ? {} : { pixelRatio }),
    boxZoom: isInteractive,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}

function startOf(camera: Camera | ViewDegrees) {
  if (isView(camera)) {
    const [west, south, east, north] = camera
    return {
      bounds: [west, south, east, north] as [number, number, number, number],
      fitBoundsOptions: { padding: FIT_PADDING_PIXELS },
    }
  }
  const [lon, lat] = camera.centre
  return { center: [lon, lat] as [number, number], zoom: camera.zoom }
}
