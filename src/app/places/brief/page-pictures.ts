import { cameraInSlot, cameraOfExtent } from '#briefing/facts/slot-camera.ts'
import { wallRoom } from '#briefing/facts/wall-room.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { MOST_PICTURE_CHARACTERS, type Page, type PageMap } from '#core/records/page.ts'
import type { BasemapTiles } from '#map/basemap/tiles/basemap-tiles.ts'
import { createPictureMaker, mapPicture, type PictureAsked } from '#map/picture/map-picture.ts'
import type { Theme } from '#map/scene.ts'
import { mapFurniture } from '#products/furniture/furniture-of.ts'
import type { PagePicture } from '#products/product.ts'
import type { Camera } from '#state/screen-store.ts'
import type { Room } from '#ui/room.tsx'
import { theatreBasemap } from '../../basemap/theatre-basemap.ts'
import { tilesWithin } from '../../basemap/use-basemap.ts'
import { factsOfRoom, type PictureFacts, pageScene, shownOf, theatreOutline } from './page-scene.ts'

export type PictureOptions = {
  /** Of the page, on which a name on the map is 11 high. */
  readonly widthPixels: number
  /** Left out: two thirds of the width. */
  readonly heightPixels?: number
  readonly pixelRatio: number
  readonly theme: Theme
  /** A person's own tiles; null: none are open. */
  readonly tiles: BasemapTiles | null
  /** How wide a map is printed; left out: nobody knows. */
  readonly printWidthMetres?: number
  readonly type?: PagePicture['type']
}

export type PicturesRun = {
  readonly signal: AbortSignal
  readonly onProgress: (doneCount: number, allCount: number) => void
  /** The window is hidden, so nothing is drawn until it is seen; or it is seen again. */
  readonly onHidden?: (isHidden: boolean) => void
}

const HEIGHT_SHARE = 2 / 3
const PADDING_PIXELS = 22
const JPEG_QUALITY = 0.9
/** Names and marks of the desktop, on which text is 11 pixels high. */
const TEXT_PIXELS = 11

/**
 * The map of each page as a picture, in the order of the pages; null for a page without one. One map at
 * a time, on one surface: 0.3 to 2 s each without a graphics card.
 *
 * @throws the signal's reason, or an Error whose message is a sentence.
 */
export async function pagePictures(
  pages: readonly Page[],
  facts: PictureFacts,
  options: PictureOptions & PicturesRun,
): Promise<(PagePicture | null)[]> {
  const maker = createPictureMaker()
  const allCount = pages.filter((page) => mapOf(page)).length
  const pictures: (PagePicture | null)[] = []
  let doneCount = 0
  try {
    for (const page of pages) {
      const map = mapOf(page)
      if (!map) {
        pictures.push(null)
        continue
      }
      options.onProgress(doneCount, allCount)
      const asked = askedOf(map, facts, options)
      const { signal, onHidden } = options
      const { canvas } = await maker.draw({ ...asked, ...(onHidden ? { onHidden } : {}) }, signal)
      pictures.push(await pictureOf(canvas, asked, facts, options))
      doneCount += 1
    }
    options.onProgress(doneCount, allCount)
  } finally {
    maker.close()
  }
  return pictures
}

/** The map of a frozen slide, whose kept picture has this shape for good. */
export const FROZEN_SLOT = { widthPixels: 1280, heightPixels: 960 } as const
const TRIES = [
  { pixelRatio: 1.25, quality: 0.9 },
  { pixelRatio: 1, quality: 0.8 },
  { pixelRatio: 0.75, quality: 0.7 },
] as const
const FROZEN_SCALE = 2

/**
 * The map of a slide that is frozen, as a wall may show it: a data URL that a slide can keep.
 *
 * @throws Error where the map cannot be drawn.
 */
export async function frozenPicture(
  map: PageMap,
  room: Room,
  look: { readonly theme: Theme; readonly tiles: BasemapTiles | null },
): Promise<string> {
  const { signal } = new AbortController()
  const facts = factsOfRoom(wallRoom(room))
  for (const { pixelRatio, quality } of TRIES) {
    const options = { ...FROZEN_SLOT, pixelRatio, ...look }
    const { canvas } = await mapPicture(askedOf(map, facts, options, FROZEN_SCALE), signal)
    const url = canvas.toDataURL('image/webp', quality)
    if (url.startsWith('data:image/webp') && url.length <= MOST_PICTURE_CHARACTERS) return url
    const jpeg = canvas.toDataURL('image/jpeg', quality)
    if (jpeg.length <= MOST_PICTURE_CHARACTERS) return jpeg
  }
  throw new Error('The map has too much detail to be kept as a picture.')
}

function mapOf({ blocks }: Page): PageMap | null {
  return blocks.find((block) => block.type === 'map')?.map ?? null
}

function askedOf(
  map: PageMap,
  facts: PictureFacts,
  options: Pick<PictureOptions, 'widthPixels' | 'heightPixels' | 'pixelRatio' | 'theme' | 'tiles'>,
  scale = 1,
): PictureAsked {
  const operation = operationOf(facts.document)
  const { widthPixels, pixelRatio, theme, tiles } = options
  const heightPixels = options.heightPixels ?? Math.round(widthPixels * HEIGHT_SHARE)
  return {
    scene: pageScene(map, facts, { theme, scale }),
    shown: shownOf(map.layers),
    basemap: theatreBasemap(operation.centre),
    tiles: tilesWithin(tiles, operation),
    camera: pageCamera(map, facts.document, { widthPixels, heightPixels }),
    widthPixels,
    heightPixels,
    pixelRatio,
  }
}

/** As the slide says; else the whole theatre. */
export function pageCamera(
  { camera }: Pick<PageMap, 'camera'>,
  document: OperationDocument,
  slot: { readonly widthPixels: number; readonly heightPixels: number },
): Camera {
  if (camera) return cameraInSlot(camera, slot)
  return cameraOfExtent(operationOf(document).extentDegrees, slot, PADDING_PIXELS)
}

async function pictureOf(
  canvas: HTMLCanvasElement,
  { camera, widthPixels, heightPixels, basemap, tiles }: PictureAsked,
  facts: PictureFacts,
  { type = 'image/png', printWidthMetres }: PictureOptions,
): Promise<PagePicture> {
  const attributions = [...(basemap?.attributions ?? []), tiles?.facts.attribution ?? '']
  return {
    bytes: await bytesOf(canvas, type),
    type,
    widthPixels: canvas.width,
    heightPixels: canvas.height,
    furniture: mapFurniture(camera, widthPixels, heightPixels, {
      extentDegrees: operationOf(facts.document).extentDegrees,
      outline: theatreOutline(facts),
      printWidthMetres: printWidthMetres ?? null,
      textPixels: TEXT_PIXELS,
    }),
    attributions: [...new Set(attributions)].filter((attribution) => attribution !== ''),
  }
}

/** @throws Error where the browser cannot write such a picture. */
export async function bytesOf(
  canvas: HTMLCanvasElement,
  type: PagePicture['type'],
): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, type, JPEG_QUALITY),
  )
  if (!blob) throw new Error('The picture is too large for this browser.')
  return new Uint8Array(await blob.arrayBuffer())
}
