import { type OperationDocument, operationOf } from '#core/document.ts'
import type { Page } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import type { Theme } from '#map/scene.ts'
import { mapFurniture } from '#products/furniture/furniture-of.ts'
import { MAP_SLOTS } from '#products/pptx/map-slot.ts'
import type { PagePicture } from '#products/product.ts'
import type { MadeProduct } from '#state/desk/product-pages.ts'
import {
  bytesOf,
  FROZEN_SLOT,
  type PictureOptions,
  type PicturesRun,
  pageCamera,
  pagePictures,
} from './page-pictures.ts'
import { theatreOutline } from './page-scene.ts'

const PIXEL_RATIO = 1.5

/** Pictures of the maps of a product, in the order of its pages; a frozen page keeps the one that it had. */
export async function productPictures(
  { product, facts, slides }: MadeProduct,
  { formatId, theme = 'light' }: { readonly formatId: string; readonly theme?: Theme },
  { tiles, ...run }: PicturesRun & Pick<PictureOptions, 'tiles'>,
): Promise<(PagePicture | null)[]> {
  const pages = product.pages.map(({ page }) => page)
  const isLive = (i: number) => slides[i]?.frozen === undefined
  const isAlone = (i: number) => pages[i]?.blocks.length === 1
  const found: (PagePicture | null)[] = pages.map(() => null)
  const draw = async (sort: keyof typeof MAP_SLOTS) => {
    const mine = pages.flatMap((page, i) =>
      isLive(i) && hasMap(page) && isAlone(i) === (sort === 'alone') ? [i] : [],
    )
    if (mine.length === 0) return
    const asked = mine.flatMap((i) => pages[i] ?? [])
    const slot = slotOf(formatId, sort)
    const look = { ...slot, theme, tiles } as const
    const pictures = await pagePictures(asked, facts, { ...look, ...run })
    for (const [at, i] of mine.entries()) found[i] = pictures[at] ?? null
  }
  await draw('beside')
  await draw('alone')
  for (const [i, slide] of slides.entries()) {
    const page = pages[i]
    if (page && slide.frozen?.picture) found[i] = await frozen(slide, page, facts)
  }
  return found
}

/**
 * As the wall has it, at 1.62 or 2.46 to 1 with names one line of the wall high, where it goes to a wall;
 * then as a JPEG, which is small enough to be kept with its page.
 */
const PACK_SLOTS = {
  beside: { widthPixels: 430, heightPixels: 266 },
  alone: { widthPixels: 652, heightPixels: 265 },
} as const
const PACK_LOOK = { pixelRatio: 3, type: 'image/jpeg' } as const

function slotOf(formatId: string, sort: keyof typeof MAP_SLOTS) {
  if (formatId === 'pack') return { ...PACK_SLOTS[sort], ...PACK_LOOK }
  const size = formatId === 'pptx' ? MAP_SLOTS[sort] : { widthPixels: 1120 }
  return { ...size, pixelRatio: PIXEL_RATIO }
}

function hasMap({ blocks }: Page): boolean {
  return blocks.some(({ type }) => type === 'map')
}

/** The picture that a frozen slide keeps, as every program shows it, with scale and grid of its camera. */
async function frozen(
  slide: Slide,
  { blocks }: Page,
  facts: { readonly document: OperationDocument } & Parameters<typeof theatreOutline>[0],
): Promise<PagePicture | null> {
  const map = blocks.find((block) => block.type === 'map')?.map
  const url = slide.frozen?.picture
  if (!map || !url) return null
  const bitmap = await createImageBitmap(blobOf(url))
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const { widthPixels, heightPixels } = FROZEN_SLOT
  const camera = pageCamera(map, facts.document, FROZEN_SLOT)
  return {
    bytes: await bytesOf(canvas, 'image/png'),
    type: 'image/png',
    widthPixels: canvas.width,
    heightPixels: canvas.height,
    furniture: mapFurniture(camera, widthPixels, heightPixels, {
      extentDegrees: operationOf(facts.document).extentDegrees,
      outline: theatreOutline(facts),
      printWidthMetres: null,
    }),
    attributions: [],
  }
}

function blobOf(dataUrl: string): Blob {
  const [head = '', body = ''] = dataUrl.split(',')
  const letters = atob(body)
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  return new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? 'image/png' })
}
