import type { HandedProduct, HandOutAsked } from '#briefing/hand-out-desk.ts'
import { deckOf } from '#core/decks-of.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import { type FrozenPage, MOST_PICTURE_CHARACTERS } from '#core/records/page.ts'
import { leadingDataset } from '#core/time/leading-dataset.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import type { Theme } from '#map/scene.ts'
import { aboutHanded } from '#products/about-handed.ts'
import { productFrame } from '#products/frame.ts'
import { documentAt } from '#products/levels/document-at.ts'
import { isOutside } from '#products/levels/levels.ts'
import { dataUri } from '#products/markup/base64.ts'
import { PACK_ENDING } from '#products/pack/pack-file.ts'
import { frozenOf } from '#products/pages/frozen-of.ts'
import type { Product, ProductPage } from '#products/product.ts'
import { productStem } from '#products/product-stem.ts'
import type { Room } from '#ui/room.tsx'
import { handOut } from '../../hand-out.ts'
import { drawnProduct, type ProductRun } from './make-product.ts'

/**
 * Hands a deck over as a file for a wall elsewhere. For others than the staff its slides are made into
 * pages with pictures of their maps first; what cannot be made is left out and told.
 *
 * @throws the signal's reason, before anything has left; an Error whose message is a sentence.
 */
export async function packOut(
  room: Room,
  asked: HandOutAsked,
  run: ProductRun,
  theme: Theme,
): Promise<HandedProduct> {
  const { document, columns } = room.documents.getState()
  const { deckId, slideIds, level } = asked
  const madeAt = room.now()
  const product = isOutside(level)
    ? await drawnProduct(room, { ...asked, formatId: 'pack', theme }, run)
    : null
  run.signal.throwIfAborted()
  run.onProgress(0.95, 'Writing the briefing pack')
  const kept = product
    ? frozenPages(product, { at: madeAt, level, dataAsOf: dataAsOf(document, level, madeAt) })
    : NOTHING_KEPT
  const { bytes, told } = await runJobInWorker('writePack', {
    contents: { document, columns },
    asked: { deckId, slideIds, level, madeAt, frozen: kept.pages },
  })
  run.signal.throwIfAborted()
  const frame = productFrame(
    documentAt(document, level),
    { ...deckOf(document, deckId), level },
    madeAt,
  )
  const stem = productStem(frame)
  const warning = await handOut(room, {
    bytes,
    stem,
    ending: PACK_ENDING,
    type: 'application/gzip',
    about: aboutHanded(level, { what: 'briefing', format: 'briefing pack' }),
  })
  return {
    fileNames: [`${stem}${PACK_ENDING}`],
    told: [...told, ...kept.told, ...(warning === null ? [] : [warning])],
  }
}

type KeptPages = {
  readonly pages: ReadonlyMap<string, FrozenPage>
  /** Which pictures could not be kept, a sentence each. */
  readonly told: readonly string[]
}

const NOTHING_KEPT: KeptPages = { pages: new Map(), told: [] }

/**
 * Pages that say something, each with its picture where that is small enough. One that was frozen by hand
 * for these readers stays as it is, with its own picture.
 */
export function frozenPages(
  product: Product,
  {
    at,
    level,
    dataAsOf,
  }: { readonly at: string; readonly level: ReleaseLevel; readonly dataAsOf: string | null },
): KeptPages {
  const told: string[] = []
  const made = product.pages.filter(
    ({ missing, page, frozenDtg }) =>
      frozenDtg === null && (missing === null || page.blocks.length > 0),
  )
  const pages = made.map((page): [string, FrozenPage] => {
    const picture = pictureOf(page)
    const isTooLarge = page.picture !== null && picture === null
    if (isTooLarge) {
      told.push(
        `The map of “${page.page.headline}” is too large a picture for a briefing pack, so its page has borders and names only.`,
      )
    }
    return [page.page.slideId, frozenOf(page.page, picture, { at, level, dataAsOf })]
  })
  return { pages: new Map(pages), told }
}

/** Of when the data is that these readers may know of; null: nothing is dated. */
function dataAsOf(document: OperationDocument, level: ReleaseLevel, now: string): string | null {
  const { datasets } = documentAt(document, level).tables
  return leadingDataset(datasets, pictureNowAt(operationOf(document), now))?.asOf ?? null
}

function pictureOf({ picture }: ProductPage): string | null {
  if (!picture) return null
  const url = dataUri(picture.bytes, picture.type)
  return url.length <= MOST_PICTURE_CHARACTERS ? url : null
}
