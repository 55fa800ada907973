import type { Situation } from '#analysis/situation.ts'
import type { HandedProduct, HandOutAsked, HandOutRun } from '#briefing/hand-out-desk.ts'
import type { PageLegend, PageMap } from '#core/records/page.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import type { Theme } from '#map/scene.ts'
import type { ProductFacts } from '#products/facts.ts'
import { productFormat } from '#products/formats.ts'
import { LEVEL_AUDIENCES } from '#products/levels/levels.ts'
import { whyWithheld } from '#products/levels/why-withheld.ts'
import type { Product, ProductFrame, ProductPage } from '#products/product.ts'
import { productStem } from '#products/product-stem.ts'
import { type MadeProduct, productPages } from '#state/desk/product-pages.ts'
import type { ResultsState } from '#state/results-store.ts'
import type { Room } from '#ui/room.tsx'
import { handOut } from '../../hand-out.ts'
import { pageScene } from './page-scene.ts'
import { productFonts } from './product-fonts.ts'
import { productPictures } from './product-pictures.ts'
import { sceneLegends } from './slide-legends.ts'

/** Of the whole work: pages, then pictures, then the file. */
const PAGES_SHARE = 0.4
const PICTURES_SHARE = 0.9

/** All that would leave, its pictures apart; writes nothing and logs nothing. */
export async function makeProduct(
  room: Room,
  asked: HandOutAsked,
  run: HandOutRun,
): Promise<Product> {
  return (await madeProduct(room, asked, run)).product
}

/**
 * Makes a product, writes it off the page, enters it in the log of what left, and hands it to the browser.
 *
 * @throws the signal's reason, before anything has left; an Error whose message is a sentence.
 */
export async function handOutProduct(
  room: Room,
  asked: HandOutAsked & { readonly formatId: string },
  run: HandOutRun,
): Promise<HandedProduct> {
  const format = productFormat(asked.formatId)
  if (!format) throw new Error(`There is no format “${asked.formatId}” for a briefing.`)
  const product = await drawnProduct(room, asked, run)
  run.onProgress(PICTURES_SHARE, `Writing ${format.name}`)
  const { signal } = run
  const fonts = format.id === 'html' ? await productFonts() : null
  const input = { product, formatId: format.id, fonts }
  const { bytes, told } = await runJobInWorker('writeProduct', input, { signal })
  signal.throwIfAborted()
  const stem = productStem(product.frame)
  const warning = await handOut(room, {
    bytes: bytes as Uint8Array<ArrayBuffer>,
    stem,
    ending: format.ending,
    type: format.type,
    about: aboutBriefing(product.frame, format.id),
  })
  run.onProgress(1, 'Handed over')
  return {
    fileNames: [`${stem}${format.ending}`],
    told: [...told, ...(warning === null ? [] : [warning])],
  }
}

/** What the log says of a briefing. */
export function aboutBriefing({ level }: Pick<ProductFrame, 'level'>, format: string) {
  const audience = LEVEL_AUDIENCES[level]
  return {
    what: 'briefing' as const,
    layers: [],
    format,
    rowCount: null,
    clearedFor: audience,
    label: audience,
  }
}

/** A product with the pictures of its maps, light unless asked. Where one cannot be drawn its page says so. */
export async function drawnProduct(
  room: Room,
  asked: HandOutAsked & { readonly formatId: string; readonly theme?: Theme },
  run: HandOutRun,
): Promise<Product> {
  const made = withoutWithheld(await madeProduct(room, asked, run))
  const onProgress = (doneCount: number, allCount: number) => {
    const share = PAGES_SHARE + (PICTURES_SHARE - PAGES_SHARE) * (doneCount / Math.max(1, allCount))
    run.onProgress(share, `Map ${Math.min(doneCount + 1, allCount)} of ${allCount}`)
  }
  const { signal } = run
  const pictures = await productPictures(made, asked, { signal, onProgress })
  const pages = made.product.pages.map(
    (page, i): ProductPage => ({ ...page, picture: pictures[i] ?? null }),
  )
  return { ...made.product, pages }
}

/** Without pages that say to their readers only that they are not for them. */
function withoutWithheld(made: MadeProduct): MadeProduct {
  const { frame, pages } = made.product
  const leaves = pages.map(({ page }) => whyWithheld(page, frame.level) === null)
  if (!leaves.includes(true)) throw new Error('None of these slides is for these readers.')
  return {
    ...made,
    product: { frame, pages: pages.filter((_, i) => leaves[i]) },
    slides: made.slides.filter((_, i) => leaves[i]),
  }
}

function madeProduct(room: Room, asked: HandOutAsked, run: HandOutRun): Promise<MadeProduct> {
  const { documents, results, now } = room
  const { signal } = run
  const { document, columns } = documents.getState()
  return productPages(
    { document, columns },
    { ...asked, now: now() },
    {
      runJob: runJobInWorker,
      ground: () => settled(room, signal, ({ ground }) => ground),
      situation: async (id) => {
        const found = await settled<Situation>(room, signal, (state) => state.situations[id])
        const why = results.getState().situations[id]?.error
        if (!found) throw new Error(why ?? 'the situation of a COA is not there')
        return found
      },
      legendsOf,
      signal,
      onProgress: (doneCount, allCount) => {
        const share = PAGES_SHARE * (doneCount / Math.max(1, allCount))
        run.onProgress(share, `Page ${Math.min(doneCount + 1, allCount)} of ${allCount}`)
      },
    },
  )
}

/** A figure of the desk once it is no longer being worked out; null: it failed, and nothing is there. */
function settled<T>(
  { results }: Pick<Room, 'results'>,
  signal: AbortSignal,
  pick: (state: ResultsState) => { readonly status: string; readonly value: T | null } | undefined,
): Promise<T | null> {
  const valueIn = (state: ResultsState): { readonly value: T | null } | null => {
    const work = pick(state)
    return work?.status === 'ready' || work?.status === 'failed' ? { value: work.value } : null
  }
  const now = valueIn(results.getState())
  if (now) return Promise.resolve(now.value)
  return new Promise((resolve, reject) => {
    const end = results.subscribe((state) => {
      const found = valueIn(state)
      if (!found) return
      end()
      resolve(found.value)
    })
    signal.addEventListener(
      'abort',
      () => {
        end()
        reject(signal.reason)
      },
      { once: true },
    )
  })
}

function legendsOf(map: PageMap, facts: ProductFacts): readonly PageLegend[] {
  const scene = pageScene(map, facts, { theme: 'light', scale: 1 })
  return sceneLegends(scene, map.layers).map(({ lines, ...legend }) => ({
    ...legend,
    lines: lines.flatMap(({ swatch, ...line }) =>
      'color' in swatch ? [{ ...line, swatch: { ...swatch } }] : [],
    ),
  }))
}
