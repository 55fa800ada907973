import type { Layer } from '@deck.gl/core'
import type { Camera } from '#state/screen-store.ts'
import { type MapStyle, mapStyle } from '../basemap/map-style.ts'
import { serveTiles } from '../basemap/tiles/serve-tiles.ts'
import { createDrawing, type Drawing } from '../draw.ts'
import { LAYER_TYPES } from '../layers/registry.ts'
import type { MapViewProps } from '../map-props.ts'
import { viewOf } from '../port/camera.ts'
import { type MapPort, openMapPort } from '../port/map-port.ts'
import { withGrid } from './grid-style.ts'
import { type HeldPaint, holdPaint } from './held-paint.ts'
import { seenFor } from './while-seen.ts'

/** A map that nobody sees, as it shall be drawn. */
export type PictureAsked = Pick<MapViewProps, 'scene' | 'shown' | 'basemap' | 'tiles'> & {
  readonly camera: Camera
  /** Of the page: what the camera's zoom and the sizes of marks are told in. */
  readonly widthPixels: number
  readonly heightPixels: number
  /** Pixels of the picture to one of the page. */
  readonly pixelRatio: number
  /** Height of the labels of the military grid; left out: it is not drawn. */
  readonly gridTextPixels?: number
  /** The window is hidden, so nothing is drawn until it is seen; or it is seen again. */
  readonly onHidden?: (isHidden: boolean) => void
}

export type MapPicture = {
  /** A plain 2D canvas: the surface that it was drawn on is gone. */
  readonly canvas: HTMLCanvasElement
  /** Layers that could not be drawn, a sentence each. */
  readonly told: readonly string[]
}

/** Draws pictures one at a time on one surface, made anew only where the size is another. */
export type PictureMaker = {
  draw(asked: PictureAsked, signal: AbortSignal): Promise<MapPicture>
  /** Gives the surface back: a browser has sixteen. */
  close(): void
}

const NO_WEBGL = 'No map can be drawn here: this browser has WebGL 2 switched off.'
const TOO_SLOW =
  'The map was not drawn within a minute and a half. Close what else this machine is busy with, and try again.'
const LONGEST_MILLISECONDS = 90_000
/** What deck.gl has not fetched by then is broken, and said to be. */
const LONGEST_WAIT_FOR_LAYERS = 20_000
const LOOK_AGAIN_MILLISECONDS = 30

type Surface = {
  readonly size: string
  readonly port: MapPort
  readonly held: HeldPaint
  readonly drawing: Drawing
  readonly told: string[]
  close(): void
}

/**
 * Pictures of maps, deck layers included, off the screen: 0.3 to 2 s each without a graphics card. The
 * ratio of pixels is given as the map is made, for deck.gl draws in the wrong place where it is set later.
 */
export function createPictureMaker(): PictureMaker {
  let surface: Surface | null = null
  const close = () => {
    surface?.close()
    surface = null
  }
  return {
    close,
    async draw(asked, signal) {
      const { widthPixels, heightPixels, pixelRatio } = asked
      const size = [widthPixels, heightPixels, pixelRatio].join(' ')
      if (surface?.size !== size) {
        close()
        surface = await openSurface(asked, size, signal)
      }
      const { told } = surface
      told.length = 0
      try {
        const canvas = await within(signal, asked, (ended) => drawn(surface!, asked, ended))
        return { canvas, told: [...new Set(told)] }
      } catch (error) {
        close()
        throw error
      }
    },
  }
}

/** One picture, and its surface given back. */
export async function mapPicture(asked: PictureAsked, signal: AbortSignal): Promise<MapPicture> {
  const maker = createPictureMaker()
  try {
    return await maker.draw(asked, signal)
  } finally {
    maker.close()
  }
}

function openSurface(asked: PictureAsked, size: string, signal: AbortSignal): Promise<Surface> {
  const { camera, widthPixels, heightPixels, pixelRatio } = asked
  const container = document.createElement('div')
  Object.assign(container.style, {
    position: 'fixed',
    top: '0',
    left: `${-2 * widthPixels}px`,
    width: `${widthPixels}px`,
    height: `${heightPixels}px`,
    visibility: 'hidden',
  })
  container.inert = true
  document.body.append(container)
  const told: string[] = []
  let open: ReturnType<typeof openMapPort> | null = null
  const close = () => {
    open?.close()
    container.remove()
  }
  return within(
    signal,
    asked,
    () =>
      new Promise<Surface>((resolve, reject) => {
        open = openMapPort(
          { container, camera, isInteractive: false, label: 'Picture', pixelRatio },
          {
            onReady: (port) => {
              const held = holdPaint(port.map)
              resolve({ size, port, held, drawing: drawingOf(told), told, close })
            },
            onLost: () => reject(new Error(NO_WEBGL)),
            onDeckError: ({ message }) =>
              told.push(`Part of the map could not be drawn (${message}).`),
          },
        )
      }),
  ).catch((error: unknown) => {
    close()
    throw open || signal.aborted ? error : new Error(NO_WEBGL)
  })
}

function drawingOf(told: string[]): Drawing {
  return createDrawing({
    types: LAYER_TYPES,
    over: () => [],
    onFault: ({ title }) => told.push(`${title} could not be drawn.`),
  })
}

async function drawn(
  { port, held, drawing, told }: Surface,
  asked: PictureAsked,
  ended: AbortSignal,
): Promise<HTMLCanvasElement> {
  const { scene, shown, basemap, tiles, camera, widthPixels } = asked
  const { map } = port
  const [lon, lat] = camera.centre
  map.jumpTo({ center: [lon, lat], zoom: camera.zoom })
  const view = viewOf(map)
  const rest = { view, degreesPerPixel: (view[2] - view[0]) / widthPixels }
  if (tiles) serveTiles(tiles)
  const layers = drawing.layersOf(scene, shown)
  const style = mapStyle({ scene, shown, basemap, tiles, types: LAYER_TYPES, rest })
  port.show(styleWithGrid(style, asked), layers)
  const startedAt = performance.now()
  await idle(port, ended)
  while (!layers.every(isThere)) {
    if (performance.now() - startedAt > LONGEST_WAIT_FOR_LAYERS) {
      const late = layers.filter((layer) => !isThere(layer)).map(({ id }) => id.split('/')[0])
      told.push(`Part of the map could not be drawn (${[...new Set(late)].join(', ')}).`)
      break
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLISECONDS))
    await idle(port, ended)
  }
  // deck.gl takes up in a frame of its own where the map stands now.
  await idle(port, ended)
  if (ended.aborted) throw new Error(TOO_SLOW)
  return painted(port, held)
}

function styleWithGrid(style: MapStyle, { gridTextPixels, ...asked }: PictureAsked): MapStyle {
  if (gridTextPixels === undefined) return style
  const { camera, widthPixels, heightPixels, scene } = asked
  const look = { textPixels: gridTextPixels, theme: scene.theme }
  return withGrid(style, { ...camera, widthPixels, heightPixels }, look)
}

function isThere(layer: Layer): boolean {
  return layer.isLoaded
}

/** Until nothing of the style is awaited any more. */
function idle({ map }: MapPort, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      map.off('idle', done)
      resolve()
    }
    map.on('idle', done)
    ended.addEventListener('abort', done, { once: true })
    map.triggerRepaint()
  })
}

/** The one frame that is painted, copied in the same task: a moment later the surface is blank. */
function painted({ map }: MapPort, held: HeldPaint): HTMLCanvasElement {
  const source = map.getCanvas()
  const copy = document.createElement('canvas')
  copy.width = source.width
  copy.height = source.height
  // Its pixels are packed or laid under text, never shown.
  const context = copy.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('The picture is too large for this browser.')
  const start = performance.now()
  held.paint()
  context.drawImage(source, 0, 0)
  performance.measure('picture: frame', { start })
  return copy
}

/** Work that ends with the signal, or when it takes too long in a window that is seen. */
async function within<T>(
  signal: AbortSignal,
  { onHidden }: Pick<PictureAsked, 'onHidden'>,
  work: (ended: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const seen = seenFor(LONGEST_MILLISECONDS, onHidden)
  const ended = AbortSignal.any([signal, seen.signal])
  let leave = () => {}
  const end = new Promise<never>((_, reject) => {
    const stop = () => reject(signal.aborted ? signal.reason : new Error(TOO_SLOW))
    ended.addEventListener('abort', stop, { once: true })
    leave = () => ended.removeEventListener('abort', stop)
  })
  try {
    return await Promise.race([work(ended), end])
  } finally {
    leave()
    seen.end()
  }
}
