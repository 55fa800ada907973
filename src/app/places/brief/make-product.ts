import type { Situation } from '#analysis/situation.ts'
import type { HandOutAsked, HandOutRun } from '#briefing/hand-out-desk.ts'
import type { PageLegend, PageMap } from '#core/records/page.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import type { BasemapTiles } from '#map/basemap/tiles/basemap-tiles.ts'
import { OUT_OF_SIGHT } from '#map/picture/while-seen.ts'
import type { Theme } from '#map/scene.ts'
import type { ProductFacts } from '#products/facts.ts'
import type { Product, ProductPage } from '#products/product.ts'
import { type MadeProduct, productPages } from '#state/desk/product-pages.ts'
import type { ResultsState } from '#state/results-store.ts'
import type { Room } from '#ui/room.tsx'
import { pageScene } from './page-scene.ts'
import { productPictures } from './product-pictures.ts'
import { sceneLegends } from './slide-legends.ts'

/** Of the whole work: pages, then pictures, then the file. */
const PAGES_SHARE = 0.4
export const PICTURES_SHARE = 0.9

export type ProductRun = HandOutRun & {
  /** A person's own tiles, which maps on the page lie on too; null: none are open. */
  readonly tiles: BasemapTiles | null
}

/** All that would leave, its pictures apart; writes nothing and logs nothing. */
export async function makeProduct(
  room: Room,
  asked: HandOutAsked,
  run: HandOutRun,
): Promise<Product> {
  return (await madeProduct(room, asked, run)).product
}

/** A product with the pictures of its maps, light unless asked. Where one cannot be drawn its page says so. */
export async function drawnProduct(
  room: Room,
  asked: HandOutAsked & { readonly formatId: string; readonly theme?: Theme },
  run: ProductRun,
): Promise<Product> {
  const made = await madeProduct(room, asked, run)
  const onProgress = (doneCount: number, allCount: number) => {
    const share = PAGES_SHARE + (PICTURES_SHARE - PAGES_SHARE) * (doneCount / Math.max(1, allCount))
    run.onProgress(share, `Map ${Math.min(doneCount + 1, allCount)} of ${allCount}`)
  }
  let last: readonly [number, number] = [0, 0]
  const onHidden = (isHidden: boolean) =>
    isHidden ? run.onProgress(PAGES_SHARE, OUT_OF_SIGHT) : onProgress(...last)
  const { signal, tiles } = run
  const pictures = await productPictures(made, asked, {
    signal,
    tiles,
    onHidden,
    onProgress: (...counts) => {
      last = counts
      onProgress(...counts)
    },
  })
  const pages = made.product.pages.map(
    (page, i): ProductPage => ({ ...page, picture: pictures[i] ?? null }),
  )
  return { ...made.product, pages }
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
  return sceneLegends(pageScene(map, facts, { theme: 'light', scale: 1 }), map.layers)
}
