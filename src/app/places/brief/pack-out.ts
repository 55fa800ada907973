import type { BriefingDesk } from '#briefing/briefing-desk.tsx'
import type { HandedProduct, HandOutAsked, HandOutRun } from '#briefing/hand-out-desk.ts'
import { deckOf } from '#core/decks-of.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { FrozenPage } from '#core/records/page.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { isOutside, LEVEL_AUDIENCES } from '#products/levels/levels.ts'
import { PACK_ENDING } from '#products/pack/pack-file.ts'
import type { Product, ProductPage } from '#products/product.ts'
import type { Room } from '#ui/room.tsx'
import { handOut } from '../../hand-out.ts'

/** As long as a frozen picture may be, see `FrozenPage`. */
const MOST_PICTURE_CHARACTERS = 900_000

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
    about: {
      what: 'operation',
      layers: [],
      format: 'briefing pack',
      rowCount: null,
      clearedFor: LEVEL_AUDIENCES[level],
      label: LEVEL_AUDIENCES[level],
    },
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
      .map((made) => [made.page.slideId, { at, level, page: made.page, picture: pictureOf(made) }]),
  )
}

function pictureOf({ picture }: ProductPage): string | null {
  if (!picture) return null
  let text = ''
  for (let at = 0; at < picture.bytes.length; at += 8192) {
    text += String.fromCharCode(...picture.bytes.subarray(at, at + 8192))
  }
  const url = `data:${picture.type};base64,${btoa(text)}`
  return url.length <= MOST_PICTURE_CHARACTERS ? url : null
}
