import type { BriefingDesk } from '#briefing/briefing-desk.tsx'
import type { SlideMap } from '#briefing/slides/slide-map.ts'
import { HEADLINE_REM, MARKING_REM, type WallFrame } from '#briefing/slides/wall-frame.ts'
import { operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import type { BasemapTiles } from '#map/basemap/tiles/basemap-tiles.ts'
import type { PictureMaker } from '#map/picture/map-picture.ts'
import type { Theme } from '#map/scene.ts'
import type { Room } from '#ui/room.tsx'
import { theatreBasemap } from '../basemap/theatre-basemap.ts'
import { tilesWithin } from '../basemap/use-basemap.ts'
import { factsOfRoom, pageScene, shownOf } from '../places/brief/page-scene.ts'
import { drawnHtml } from './drawn-html.ts'
import { type LaidOut, laidOut } from './laid-out.tsx'
import { timed } from './timed.ts'

/** Lines of text of a slide that is read on a desk or from a hand-out: no seat is far. */
const LINES = 36

export type SlideShot = {
  readonly slide: Slide
  readonly run: { readonly index: number; readonly count: number }
  readonly heightPixels: number
  /** As the readers may know it. */
  readonly room: Room
  readonly desk: BriefingDesk
  readonly theme: Theme
  readonly tiles: BasemapTiles | null
  /** Draws the maps of one hand-out on one surface. */
  readonly maker: PictureMaker
  readonly onHidden: (isHidden: boolean) => void
  readonly signal: AbortSignal
}

/** A picture of a whole slide, and what is not in it, a sentence each. */
export type ShotSlide = { readonly canvas: HTMLCanvasElement; readonly told: readonly string[] }

/** 16:9 at a height. */
export function shotFrame(heightPixels: number): WallFrame {
  return {
    widthPixels: Math.round((heightPixels * 16) / 9),
    heightPixels,
    rootPixels: heightPixels / LINES,
  }
}

const GRID_TEXT_REM = 0.62

/** Ground that the map lies on is left open in the text, and filled under it; no name shows through a legend. */
const OPEN =
  '.wall,.wall-body,.wall-map{background:none!important}.wall-legend{background:var(--water)!important}'

/**
 * The wall's own slide as a picture: its map drawn at full size on a surface of its own, its text by
 * the browser over it. Its map takes most of the time: a machine without a graphics card that does much else needs tens of seconds at 4K.
 *
 * @throws the signal's reason, or an Error whose message is a sentence.
 */
export async function slidePicture(shot: SlideShot): Promise<ShotSlide> {
  const frame = shotFrame(shot.heightPixels)
  const laid = await timed('laid out', () => laidOut(shot.slide, frame, shot))
  try {
    const { widthPixels, heightPixels } = frame
    const [map, text] = await Promise.all([
      timed('map', () => mapOf(laid, frame, shot)),
      timed('text', () =>
        drawnHtml({ ...frame, element: laid.element, theme: shot.theme, extraStyle: OPEN }),
      ),
    ])
    const start = performance.now()
    const canvas = document.createElement('canvas')
    canvas.width = widthPixels
    canvas.height = heightPixels
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('The picture is too large for this browser.')
    const { panel, ground } = wallColours(shot.theme)
    context.fillStyle = panel
    context.fillRect(0, 0, widthPixels, heightPixels)
    if (map && laid.map) {
      const { top, width, height } = mapBox(laid.map, frame)
      context.fillStyle = ground
      context.fillRect(0, top, width, height)
      context.drawImage(map.canvas, 0, top, width, height)
    }
    context.drawImage(text, 0, 0, widthPixels, heightPixels)
    performance.measure('picture: composed', { start })
    const missing = laid.isMissing ? [`Slide ${shot.run.index + 1} does not show all.`] : []
    return { canvas, told: [...(map?.told ?? []), ...missing] }
  } finally {
    laid.close()
  }
}

/** Where the hole for the map lies: as the slide itself says how large it is. */
function mapBox({ slot }: SlideMap, { rootPixels }: WallFrame) {
  return {
    top: (MARKING_REM + HEADLINE_REM) * rootPixels,
    width: slot.widthPixels,
    height: slot.heightPixels,
  }
}

async function mapOf(laid: LaidOut, frame: WallFrame, shot: SlideShot) {
  const { room, theme, tiles, maker, onHidden, signal } = shot
  if (!laid.map) return null
  const { map } = laid
  const { width, height } = mapBox(map, frame)
  const facts = factsOfRoom(room)
  const operation = operationOf(facts.document)
  return maker.draw(
    {
      scene: pageScene(map, facts, { theme, scale: map.scale }),
      shown: shownOf(map.layers),
      basemap: theatreBasemap(operation.centre),
      tiles: tilesWithin(tiles, operation),
      camera: map.camera,
      widthPixels: Math.round(width),
      heightPixels: Math.round(height),
      pixelRatio: 1,
      gridTextPixels: GRID_TEXT_REM * frame.rootPixels,
      onHidden,
    },
    signal,
  )
}

/** As the styles of the wall have them. */
function wallColours(theme: Theme): { readonly panel: string; readonly ground: string } {
  const probe = document.createElement('div')
  probe.className = 'wall'
  probe.dataset['wallLook'] = theme
  probe.style.visibility = 'hidden'
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const colours = { panel: style.backgroundColor, ground: style.getPropertyValue('--water') }
  probe.remove()
  return colours
}
