import type { Slide } from '#core/records/slide.ts'
import { NOT_RELEASED } from '#products/levels/slides-at.ts'
import type { Product, ProductPage } from '#products/product.ts'

/** What is told of a page before it leaves. */
export type ToldPage = {
  readonly slideId: string
  readonly headline: string
  /** What is wrong with it, a sentence each: it says nothing, or less than it should. */
  readonly faults: readonly string[]
  /** Old data, frozen: what a reader should know. */
  readonly cautions: readonly string[]
  /** What it leaves out for its readers, a sentence each. */
  readonly leftOut: readonly string[]
}

/** The pages of a product as they are told, in their order. */
export function toldPages(product: Product, slides: readonly Slide[]): readonly ToldPage[] {
  const byId = new Map(slides.map((slide) => [slide.id, slide]))
  return product.pages.map((page) => toldPage(page, byId.get(page.page.slideId)))
}

function toldPage({ page, frozenDtg, missing }: ProductPage, slide: Slide | undefined): ToldPage {
  const { headline, stale, withheld, blocks } = page
  const ofMaps = blocks.flatMap((block) =>
    block.type === 'map' && block.map && block.withheld !== null ? [block.withheld] : [],
  )
  const isThawed = slide?.frozen !== undefined && frozenDtg === null
  return {
    slideId: page.slideId,
    // Whoever hands out reads their own words, where readers are told that there are some.
    headline: ownHeadline(headline, slide),
    faults: missing === null ? [] : [missing],
    cautions: [
      ...(stale ? [`${stale.sentence}${more(stale.moreCount)}`] : []),
      ...(frozenDtg === null ? [] : [`Frozen since ${frozenDtg}.`]),
      ...(isThawed ? ['Frozen for the staff; for these readers it is made anew.'] : []),
    ],
    leftOut: [...new Set([...withheld, ...ofMaps])],
  }
}

function more(count: number): string {
  return count > 0 ? ` And ${count} more.` : ''
}

/** "12 pages, 2 with something wrong, 5 leave something out" */
export function pagesText(pages: readonly ToldPage[]): string {
  const count = (isOne: (page: ToldPage) => boolean) => pages.filter(isOne).length
  const wrong = count(({ faults }) => faults.length > 0)
  const less = count(({ leftOut }) => leftOut.length > 0)
  return [
    pages.length === 1 ? '1 page' : `${pages.length} pages`,
    ...(wrong > 0 ? [`${wrong} with something wrong`] : []),
    ...(less > 0 ? [`${less} ${less === 1 ? 'leaves' : 'leave'} something out`] : []),
  ].join(', ')
}

function ownHeadline(headline: string, slide: Slide | undefined): string {
  const said = headline === NOT_RELEASED ? '' : headline
  return said || slide?.headline || 'Without headline'
}
