import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Page } from '#core/records/page.ts'
import type { MapFurniture } from './furniture/map-furniture.ts'

/** What stands round every page of every product, worked out once. */
export type ProductFrame = {
  readonly title: string
  readonly operation: string
  readonly theatre: string
  /** At the top and the bottom of every page: see `markingText`. */
  readonly marking: string
  readonly isExercise: boolean
  readonly level: ReleaseLevel
  /** "Releasable to partners": beside the marking. */
  readonly release: string
  /** UTC ISO, and as a date-time group: when it was made. */
  readonly madeAt: string
  readonly madeDtg: string
  /** The instant for which the picture is drawn. */
  readonly planningDtg: string
  /** "Data as of 220600Z NOV 26 (6 h old)"; where nothing is dated, it says so. */
  readonly dataAsOf: string
  /** Title, licence and date of each source, a line each. */
  readonly sources: readonly string[]
  readonly disclaimer: string
  /** "WGS 84; maps in Web Mercator" */
  readonly datum: string
  readonly author: string
  readonly distribution: string
  readonly edition: number
  /** Pages across, as a briefing is shown, or upright, as a report is read; left out: across. */
  readonly layout?: 'slides' | 'report'
  /** How need is measured, a sentence each; left out: nothing of it is shown. */
  readonly method?: readonly string[]
}

/** A map of a page as it was drawn, for those who read it off the screen. */
export type PagePicture = {
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp'
  readonly widthPixels: number
  readonly heightPixels: number
  /** Drawn over it by each product in its own way, at places as shares of width and height. */
  readonly furniture: MapFurniture
  /** To be shown wherever the map is. */
  readonly attributions: readonly string[]
}

/** A page of a product. */
export type ProductPage = {
  readonly page: Page
  /** Since when it stands still, as a date-time group; null: it is live. */
  readonly frozenDtg: string | null
  /** What the speaker says; empty outside the staff. */
  readonly notes: string
  /** What its page does not say, and why, in a sentence, beside the blocks that it has; null: nothing is missing. */
  readonly missing: string | null
  /** Null: it has no map, or none was drawn, which the product then says. */
  readonly picture: PagePicture | null
}

/** A briefing, ready to be written in any format. */
export type Product = { readonly frame: ProductFrame; readonly pages: readonly ProductPage[] }

/** A file of a product, and what could not be written as it is, a sentence each. */
export type ProductFile = { readonly bytes: Uint8Array; readonly told: readonly string[] }

/**
 * IBM Plex Sans (OFL) for documents that carry their fonts, as woff2 of the letters they need: the Latin
 * subset of @fontsource is 22 kB in regular and 24 kB in semibold, a third more as text.
 */
export type ProductFonts = { readonly regular: Uint8Array; readonly semibold: Uint8Array }

/** @param given what a format may take along, if it can. */
export type ProductWriter = (
  product: Product,
  given?: { readonly fonts?: ProductFonts | null },
) => ProductFile | Promise<ProductFile>

/** A way for a briefing to leave. A new one is `products/<format>/write-<format>.ts` and a line in the registry. */
export type ProductFormat = {
  readonly id: string
  /** As people know it: "PowerPoint". */
  readonly name: string
  readonly ending: string
  readonly type: string
}
