import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { deckOf, notesOf, slidesOf, withDeck } from '#core/decks-of.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import type { Deck, ReleaseLevel } from '#core/records/deck.ts'
import type { PageLegend, PageMap } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { Judged, ProductFacts } from '#products/facts.ts'
import { productFrame } from '#products/frame.ts'
import { pageColumns } from '#products/levels/counted-datasets.ts'
import { deckFor } from '#products/levels/deck-for.ts'
import { documentAt } from '#products/levels/document-at.ts'
import { isWithheld } from '#products/levels/slides-at.ts'
import type { PageNeeds } from '#products/pages/page-kind.ts'
import { pageOf, withLegends } from '#products/pages/page-of.ts'
import { pageKindOf } from '#products/pages/registry.ts'
import type { Product, ProductPage } from '#products/product.ts'
import { type Facts, situationInputOf } from './document-inputs.ts'
import { judgeCourses } from './judge-courses.ts'

/** Which slides leave, and for whom. */
export type ProductWish = {
  readonly deckId: string
  /** Null: all of the deck. */
  readonly slideIds: readonly string[] | null
  readonly level: ReleaseLevel
  /** UTC ISO. */
  readonly now: string
}

/** Where the figures of pages come from. */
export type ProductDesk = {
  readonly runJob: RunJob
  /** Null: there is none, or it could not be laid. */
  readonly ground: () => Promise<Ground | null>
  /** Rejects with a sentence where it cannot be worked out. */
  readonly situation: (scenarioId: string) => Promise<Situation>
  /** Left out: legends are not known. */
  readonly legendsOf?: (map: PageMap, facts: ProductFacts) => readonly PageLegend[]
  readonly signal?: AbortSignal
  readonly onProgress?: (doneCount: number, allCount: number) => void
}

/** A product without pictures of its maps, and what these would be drawn from. */
export type MadeProduct = {
  readonly product: Product
  readonly facts: ProductFacts
  /** Of its pages, as their readers may know them. */
  readonly slides: readonly Slide[]
}

/**
 * Pages of a deck made anew for its readers, whatever the deck was made for, in their frame: each from
 * the facts that its slide rests on, as these readers may know them.
 *
 * @throws the signal's reason.
 */
export async function productPages(
  whole: Facts,
  wish: ProductWish,
  desk: ProductDesk,
): Promise<MadeProduct> {
  const deck = deckFor(deckOf(whole.document, wish.deckId), wish.level)
  const document = documentAt(withDeck(whole.document, deck), wish.level)
  const slides = slidesOf(document, deck).filter(
    ({ id }) => wish.slideIds === null || wish.slideIds.includes(id),
  )
  const gathering = createGathering(whole, desk)
  const base = await baseFacts({ document, columns: whole.columns }, deck, wish.now, desk)
  const pages: ProductPage[] = []
  for (const [i, slide] of slides.entries()) {
    desk.signal?.throwIfAborted()
    desk.onProgress?.(i, slides.length)
    const facts = await gathering.factsFor(slide, base)
    pages.push(productPage(slide, facts, desk.legendsOf))
  }
  desk.signal?.throwIfAborted()
  desk.onProgress?.(slides.length, slides.length)
  const product = { frame: productFrame(document, deck, wish.now), pages }
  return { product, facts: { ...base, situations: gathering.situations() }, slides }
}

async function baseFacts(
  { document, columns }: Facts,
  deck: Deck,
  now: string,
  { ground }: ProductDesk,
): Promise<ProductFacts> {
  return {
    document,
    columns: pageColumns(document, columns),
    ground: await ground(),
    situations: {},
    comparison: null,
    judged: null,
    fault: null,
    deck,
    nowAt: pictureNowAt(operationOf(document), now),
    clockAt: now,
  }
}

/** Works out what slides rest on, each thing once. */
function createGathering(whole: Facts, { runJob, situation, signal }: ProductDesk) {
  const situations: Record<string, Situation> = {}
  const options = signal ? { signal } : {}
  const situationOf = async (id: string) => {
    const found = situations[id] ?? (await situation(id))
    situations[id] = found
    return found
  }
  const sideOf = async (ground: Ground, id: string) => ({
    input: situationInputOf({ document: whole.document, columns: new Map() }, ground, id),
    situation: await situationOf(id),
  })
  const baselineIdOf = (fallback: string) => baselineOf(whole.document)?.id ?? fallback

  async function compared(
    ground: Ground,
    { fromId, toId }: NonNullable<PageNeeds['comparison']>,
  ): Promise<Comparison> {
    const a = await sideOf(ground, fromId)
    const b = await sideOf(ground, toId)
    const baseline = await sideOf(ground, baselineIdOf(fromId))
    return runJob('compare', { a, b, baseline }, options)
  }

  async function judged(ground: Ground, asked: readonly string[]): Promise<Judged | null> {
    const courseIds = asked.filter((id) => whole.document.tables.scenarios.has(id))
    const [first] = courseIds
    if (first === undefined) return null
    const baselineId = baselineIdOf(first)
    const ids = [...new Set([baselineId, ...courseIds])]
    const scenarios = []
    for (const id of ids) scenarios.push({ id, situation: await situationOf(id) })
    return judgeCourses(
      { document: whole.document, ground, courseIds, scenarios, baselineId },
      runJob,
    )
  }

  async function factsFor(slide: Slide, base: ProductFacts): Promise<ProductFacts> {
    const { ground } = base
    const isLive = slide.frozen === undefined && !isWithheld(slide, base.deck.level)
    if (!isLive || !ground) return { ...base, situations }
    try {
      const { scenarioIds, comparison, courseIds } = pageKindOf(slide).needs(slide, base.document)
      for (const id of scenarioIds) {
        if (whole.document.tables.scenarios.has(id)) await situationOf(id)
      }
      return {
        ...base,
        situations,
        comparison: comparison && (await compared(ground, comparison)),
        judged: courseIds && (await judged(ground, courseIds)),
      }
    } catch (error) {
      signal?.throwIfAborted()
      const why = error instanceof Error ? error.message : String(error)
      return { ...base, situations, fault: `The figures could not be worked out (${why}).` }
    }
  }
  return { factsFor, situations: () => situations }
}

function productPage(
  slide: Slide,
  facts: ProductFacts,
  legendsOf: ProductDesk['legendsOf'],
): ProductPage {
  const { page, missing, frozen } = pageOf(slide, facts, { isWall: false })
  return {
    page: legendsOf && !frozen ? withLegends(page, (map) => legendsOf(map, facts)) : page,
    frozenDtg: frozen ? dateTimeGroup(frozen.at) : null,
    notes: facts.deck.level === 'internal' ? notesOf(slide) : '',
    missing,
    picture: null,
  }
}
