import type { BriefingDesk } from '#briefing/briefing-desk.tsx'
import type { HandedProduct, HandOutAsked, HandOutRun } from '#briefing/hand-out-desk.ts'
import { deckOf } from '#core/decks-of.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import { type FrozenPage, MOST_PICTURE_CHARACTERS } from '#core/records/page.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { aboutHanded } from '#products/about-handed.ts'
import { isOutside } from '#products/levels/levels.ts'
import { dataUri } from '#products/markup/base64.ts'
import { PACK_ENDING } from '#products/pack/pack-file.ts'
import { frozenOf } from '#products/pages/frozen-of.ts'
import type { Product, ProductPage } from '#products/product.ts'
import type { Room } from '#ui/room.tsx'
import { handOut } from '../../hand-out.ts'

/**
 * Hands a deck over as a file for a wall elsewhere. For others than the staff its slides are made into
 * pages first, by whoever makes products; what cannot be made is left out and told.
 */
export async function packOut(
  room: Room,
  makeProduct: BriefingDesk['makeProduct'],
  asked: HandOutAsked,
  run: HandOutRun,
): Promise<HandedProduct> {
  const { document, columns } = room.documents.getState()
  const { deckId, slideIds, level } = asked
  const madeAt = room.now()
  const product = makeProduct && isOutside(level) ? await makeProduct(asked, run) : null
  run.signal.throwIfAborted()
  run.onProgress(0.8, 'Writing the pack')
  const frozen = product ? frozenPages(product, level, madeAt) : new Map<string, FrozenPage>()
  const { bytes, told } = await runJobInWorker('writePack', {
    contents: { document, columns },
    asked: { deckId, slideIds, level, madeAt, frozen },
  })
  run.signal.throwIfAborted()
  const { name } = deckOf(document, deckId)
  const warning = await handOut(room, {
    bytes,
    stem: name,
    ending: PACK_ENDING,
    type: 'application/gzip',
    about: aboutHanded(level, { what: 'operation', format: 'briefing pack' }),
  })
  return {
    fileNames: [`${name}${PACK_ENDING}`],
    told: warning === null ? told : [...told, warning],
  }
}

/** Pages that say something, each with its picture where that is small enough. */
export function frozenPages(
  product: Product,
  level: ReleaseLevel,
  at: string,
): Map<string, FrozenPage> {
  return new Map(
    product.pages
      .filter(({ missing, page }) => missing === null || page.blocks.length > 0)
      .map((made) => [made.page.slideId, frozenOf(made.page, pictureOf(made), { at, level })]),
  )
}

function pictureOf({ picture }: ProductPage): string | null {
  if (!picture) return null
  const url = dataUri(picture.bytes, picture.type)
  return url.length <= MOST_PICTURE_CHARACTERS ? url : null
}
