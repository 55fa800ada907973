import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import { isOutside } from '#products/levels/levels.ts'
import { NOT_RELEASED } from '#products/levels/slides-at.ts'
import { whyWithheld } from '#products/levels/why-withheld.ts'
import type { Product, ProductPage } from '#products/product.ts'

/** What is told of a page before it leaves. */
export type ToldPage = {
  readonly slideId: string
  readonly headline: string
  /** Why it cannot leave, in a sentence; null: it can. */
  readonly whyNot: string | null
  /** What is wrong with it, a sentence each: it says nothing, or less than it should. */
  readonly faults: readonly string[]
  /** Old data, frozen: what a reader should know. */
  readonly cautions: readonly string[]
  /** What it leaves out for its readers, a sentence each. */
  readonly leftOut: readonly string[]
}

/** The pages of a product as they are told for a way of leaving, in their order. */
export function toldPages(
  { frame, pages }: Product,
  slides: readonly Slide[],
  wayId: string | null,
): readonly ToldPage[] {
  const byId = new Map(slides.map((slide) => [slide.id, slide]))
  return pages.map((made) => {
    const slide = byId.get(made.page.slideId)
    const isKept = wayId !== 'pack' || !isOutside(frame.level) || canStandStill(made, slide)
    const whyNot = whyNotOf(made, frame.level) ?? (isKept ? null : NOTHING_TO_KEEP)
    return toldPage(made, slide, whyNot)
  })
}

const NOTHING_TO_KEEP =
  'It says nothing yet, and outside the staff a page of a briefing pack stands still.'

/** A page that says itself why it is withheld is believed. */
function whyNotOf({ page, missing }: ProductPage, level: ReleaseLevel): string | null {
  const why = whyWithheld(page, level)
  return why !== null && missing && !missing.startsWith(NOT_RELEASED) ? missing : why
}

/** Whether a page can be in a pack for others than the staff: see `packContents`. */
function canStandStill({ page, missing, frozenDtg }: ProductPage, slide: Slide | undefined) {
  const saysSomething = missing === null || page.blocks.length > 0
  return saysSomething || frozenDtg !== null || slide?.kind === 'text'
}

/** Ids of the pages that leave: of those that can, the ones that nobody took out. */
export function leavingIds(
  pages: readonly ToldPage[],
  takenOut: ReadonlySet<string>,
): readonly string[] {
  return pages.flatMap(({ slideId, whyNot }) =>
    whyNot === null && !takenOut.has(slideId) ? [slideId] : [],
  )
}

/** Why nothing of a deck leaves, in a sentence. */
export function whyNothing(pages: readonly ToldPage[]): string {
  const why = [...new Set(pages.map(({ whyNot }) => whyNot))]
  if (why.includes(null)) return 'Every page is taken out; tick one.'
  return `No page can leave. ${why.join(' ')}`
}

function toldPage(
  { page, frozenDtg, missing }: ProductPage,
  slide: Slide | undefined,
  whyNot: string | null,
): ToldPage {
  const { headline, stale, withheld, blocks } = page
  const ofMaps = blocks.flatMap((block) =>
    block.type === 'map' && block.map && block.withheld !== null ? [block.withheld] : [],
  )
  const isThawed = slide?.frozen !== undefined && frozenDtg === null
  const cautions = [
    ...(stale ? [`${stale.sentence}${more(stale.moreCount)}`] : []),
    ...(frozenDtg === null ? [] : [`Frozen since ${frozenDtg}.`]),
    ...(isThawed ? ['Frozen for the staff; for these readers it is made anew.'] : []),
  ]
  return {
    slideId: page.slideId,
    // Whoever hands out reads their own words, where readers are told that there are some.
    headline: ownHeadline(headline, slide),
    whyNot,
    faults: missing === null || whyNot !== null ? [] : [missing],
    cautions: whyNot === null ? cautions : [],
    leftOut: whyNot === null ? [...new Set([...withheld, ...ofMaps])] : [],
  }
}

function more(count: number): string {
  return count > 0 ? ` And ${count} more.` : ''
}

/** "11 of 12 pages, 2 with something wrong, 5 leave something out" */
export function pagesText(pages: readonly ToldPage[], leaving: readonly string[]): string {
  const count = (isOne: (page: ToldPage) => boolean) =>
    pages.filter((page) => leaving.includes(page.slideId) && isOne(page)).length
  const wrong = count(({ faults }) => faults.length > 0)
  const less = count(({ leftOut }) => leftOut.length > 0)
  return [
    countText(leaving.length, pages.length),
    ...(wrong > 0 ? [`${wrong} with something wrong`] : []),
    ...(less > 0 ? [`${less} ${less === 1 ? 'leaves' : 'leave'} something out`] : []),
  ].join(', ')
}

/** "1 page", "4 pages", "3 of 4 pages" */
export function countText(leavingCount: number, allCount: number): string {
  const pages = allCount === 1 ? '1 page' : `${allCount} pages`
  return leavingCount === allCount ? pages : `${leavingCount} of ${pages}`
}

function ownHeadline(headline: string, slide: Slide | undefined): string {
  const said = headline === NOT_RELEASED ? '' : headline
  return said || slide?.headline || 'Without headline'
}
