import type { ReleaseLevel } from '#core/records/deck.ts'
import type { PageMap } from '#core/records/page.ts'
import type { Product } from '#products/product.ts'
import type { Camera } from '#state/screen-store.ts'
import type { Room } from '#ui/room.tsx'
import type { SlotSize } from './facts/slot-camera.ts'

/** Which slides leave, and for whom. */
export type HandOutAsked = {
  readonly deckId: string
  /** In the order of the deck. */
  readonly slideIds: readonly string[]
  /** Pages are made anew for these readers, whatever the deck is made for. */
  readonly level: ReleaseLevel
}

/** How a piece of handing out is watched and ended. */
export type HandOutRun = {
  /** Aborted: the promise is rejected, nothing is handed over and nothing logged. */
  readonly signal: AbortSignal
  /** From 0 to 1, and what is being done: "Page 3 of 12". */
  readonly onProgress: (doneShare: number, doing: string) => void
}

/** A map that is kept as a picture. */
export type FrozenPictureAsked = {
  readonly map: PageMap
  /** For whom: rows that they may not know are not drawn. */
  readonly level: ReleaseLevel
  readonly camera: Camera
  /** The room that it fills on the wall. */
  readonly slot: SlotSize
  /** How much larger than on a desktop marks and names are. */
  readonly scale: number
}

/** What was handed to the browser and entered in the log of what left. */
export type HandedProduct = {
  readonly fileNames: readonly string[]
  /** What a file holds that is several in one: "4 pictures"; null or left out: it is one. */
  readonly holds?: string | null
  /** What could not be written as it is, and what there is to tell of the log, a sentence each. */
  readonly told: readonly string[]
}

/**
 * Ways for a briefing to leave, as far as there are any; what a desk does not have is not offered. Each
 * throws an Error whose message is a sentence for the person.
 */
export type HandOutDesk = {
  /** All that would leave, its pictures apart; writes nothing and logs nothing. */
  readonly makeProduct?: (asked: HandOutAsked, run: HandOutRun) => Promise<Product>
  /** As a file of a product format: "pptx", "html". */
  readonly handOut?: (
    asked: HandOutAsked & { readonly formatId: string },
    run: HandOutRun,
  ) => Promise<HandedProduct>
  /** Opens the browser's own print dialog on the product, which makes the PDF. */
  readonly printProduct?: (asked: HandOutAsked, run: HandOutRun) => Promise<HandedProduct>
  /** A picture of each slide. */
  readonly slidePng?: (
    asked: HandOutAsked & { readonly heightPixels: 1080 | 2160 },
    run: HandOutRun,
  ) => Promise<HandedProduct>
  /** A file that a wall machine shows by itself: the deck, what it rests on, a checksum. */
  readonly writePack?: (asked: HandOutAsked, run: HandOutRun) => Promise<HandedProduct>
  /** The map of a page as a data URL, for a slide that is frozen, as the wall shows it. */
  readonly frozenPicture?: (asked: FrozenPictureAsked, room: Room) => Promise<string>
}
