import { zipSync } from 'fflate'
import type { BriefingDesk } from '#briefing/briefing-desk.tsx'
import { wallRoom } from '#briefing/facts/wall-room.ts'
import type { HandedProduct, HandOutAsked, HandOutRun } from '#briefing/hand-out-desk.ts'
import { deckOf, slidesOf, withDeck } from '#core/decks-of.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import type { BasemapTiles } from '#map/basemap/tiles/basemap-tiles.ts'
import { createPictureMaker } from '#map/picture/map-picture.ts'
import { OUT_OF_SIGHT } from '#map/picture/while-seen.ts'
import type { Theme } from '#map/scene.ts'
import { aboutHanded } from '#products/about-handed.ts'
import { documentAt } from '#products/levels/document-at.ts'
import { releasedLayers } from '#products/levels/released-layers.ts'
import { isWithheld } from '#products/levels/slides-at.ts'
import type { Room } from '#ui/room.tsx'
import { handOut } from '../hand-out.ts'
import { bytesOf } from '../places/brief/page-pictures.ts'
import { slidePicture } from './slide-picture.ts'
import { timed } from './timed.ts'

export type PngsAsked = HandOutAsked & { readonly heightPixels: number }

type Means = {
  readonly room: Room
  readonly desk: BriefingDesk
  readonly theme: Theme
  readonly tiles: BasemapTiles | null
}

/**
 * A picture of each slide, one at a time: one slide as a PNG, several as numbered PNGs in one file.
 *
 * @throws the signal's reason, or an Error whose message is a sentence.
 */
export async function handOutPngs(
  asked: PngsAsked,
  { room, ...means }: Means,
  { signal, onProgress }: HandOutRun,
): Promise<HandedProduct> {
  const { level, heightPixels } = asked
  const readers = roomAt(room, level, asked.deckId)
  const { document } = readers.documents.getState()
  const slides = asked.slideIds.flatMap((id) => {
    const slide = document.tables.slides.get(id)
    return slide ? [slideFor(slide, document, level)] : []
  })
  const count = slides.length
  if (count === 0) throw new Error('None of these slides is for these readers.')
  const files: Record<string, Uint8Array> = {}
  const told: string[] = []
  const maker = createPictureMaker()
  try {
    for (const [index, slide] of slides.entries()) {
      const onHidden = (isHidden: boolean) =>
        onProgress(index / count, isHidden ? OUT_OF_SIGHT : `Slide ${index + 1} of ${count}`)
      onHidden(false)
      const run = runOf(document, slide)
      const shot = { ...means, slide, run, heightPixels, room: readers, maker, onHidden, signal }
      const { canvas, told: ofSlide } = await slidePicture(shot)
      told.push(...ofSlide)
      files[nameOf(slide, index, count)] = await timed('packed', () => bytesOf(canvas, 'image/png'))
    }
  } finally {
    maker.close()
  }
  onProgress(1, 'Handing over')
  const [first] = Object.values(files)
  // Pictures are packed already.
  const bytes = count === 1 && first ? first : zipSync(files, { level: 0 })
  const { name } = deckOf(document, asked.deckId)
  const file = {
    stem: count === 1 ? stemOf(slides[0]!, name) : `${operationOf(document).name} ${name}`,
    ending: count === 1 ? '.png' : '.zip',
    type: count === 1 ? 'image/png' : 'application/zip',
  }
  const unlogged = await handOut(room, {
    ...file,
    bytes: bytes as Uint8Array<ArrayBuffer>,
    about: aboutHanded(level, {
      what: 'briefing',
      format: 'PNG',
      layers: [...new Set(slides.flatMap(({ layers }) => layers))],
    }),
  })
  return {
    fileNames: Object.keys(files),
    told: [...new Set([...told, ...(unlogged === null ? [] : [unlogged])])],
  }
}

/** Which slide of how many it is, as the wall counts them. */
function runOf(document: OperationDocument, { id, deckId }: Slide) {
  const all = slidesOf(document, deckOf(document, deckId))
  return {
    index: Math.max(
      0,
      all.findIndex((slide) => slide.id === id),
    ),
    count: all.length,
  }
}

function stemOf({ headline }: Slide, deckName: string): string {
  return headline.slice(0, 80) || deckName
}

function nameOf(slide: Slide, index: number, count: number): string {
  const number = String(index + 1).padStart(String(count).length, '0')
  const stem =
    stemOf(slide, 'slide')
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim() || 'slide'
  return `${number} ${stem}.png`
}

/** The room as readers of a level know it: no rows above it, and the deck as if made for them. */
function roomAt(room: Room, level: ReleaseLevel, deckId: string): Room {
  const { documents } = wallRoom(room)
  const known = new WeakMap<OperationDocument, OperationDocument>()
  const released = (whole: OperationDocument) => {
    const found =
      known.get(whole) ?? documentAt(withDeck(whole, { ...deckOf(whole, deckId), level }), level)
    known.set(whole, found)
    return found
  }
  const of = (state: ReturnType<typeof documents.getState>) => ({
    ...state,
    document: released(state.document),
  })
  let last = { from: documents.getState(), to: of(documents.getState()) }
  const now = () => {
    const from = documents.getState()
    if (from !== last.from) last = { from, to: of(from) }
    return last.to
  }
  return { ...wallRoom(room), documents: { ...documents, getState: now, getInitialState: now } }
}

/** With those layers alone that they may see; what shows a plan that they may not know says only that. */
function slideFor(slide: Slide, document: OperationDocument, level: ReleaseLevel): Slide {
  if (isWithheld(slide, level)) {
    return { ...slide, kind: 'text', body: '', layers: [] }
  }
  const facts = operationOf(document)
  const { shownIds } = releasedLayers(slide.layers, facts, { level, isWall: true })
  return { ...slide, layers: shownIds }
}
