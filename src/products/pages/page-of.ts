import { type OperationDocument, operationOf } from '#core/document.ts'
import type {
  FrozenPage,
  MapBlock,
  Page,
  PageBlock,
  PageLegend,
  PageMap,
} from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { nameUnder } from '#core/shocks-of.ts'
import type { ProductFacts } from '../facts.ts'
import { isOutside, mayBeReadAt } from '../levels/levels.ts'
import { releasedLayers } from '../levels/released-layers.ts'
import { isWithheld, keptPage, NOT_RELEASED } from '../levels/slides-at.ts'
import { staleFact } from '../words/stale-facts.ts'
import { asLine } from './as-line.ts'
import type { PageBody } from './page-kind.ts'
import { pageKindOf } from './registry.ts'
import { withoutData } from './without-data.ts'

/** What a slide says to the readers of its deck. */
export type PageSaid = {
  readonly page: Page
  /** What it does not say, and why, in a sentence, beside the blocks that it has; null: it says all. */
  readonly missing: string | null
  /** As the slide kept it, with the picture of its map; null: the page is live. */
  readonly frozen: FrozenPage | null
}

/**
 * What a slide says, put together for one face: its own headline or the one that its figures give, its
 * blocks, what they rest on. A slide says what it said when it was frozen, for these readers or for
 * more. Legends of maps are not in it: see `withLegends`.
 *
 * @param face whether it stands on a wall, which anybody in the room sees.
 */
export function pageOf(
  slide: Slide,
  facts: ProductFacts,
  face: { readonly isWall: boolean },
): PageSaid {
  const { level } = facts.deck
  const frozen = keptPage(slide, level)
  if (frozen) return { page: frozen.page, missing: null, frozen }
  const kind = pageKindOf(slide)
  const { document } = facts
  const held = withheldWhy(slide, facts)
  const fault = held ?? kind.fault(slide, document)
  const body: PageBody = fault === null ? kind.body(slide, facts) : { blocks: null, missing: fault }
  const blocks = (body.blocks ?? []).map((block) => releasedBlock(block, facts, face))
  const { datasetKinds } = kind.needs(slide, document)
  const stale = staleFact(document, datasetKinds, facts.nowAt)
  const page: Page = {
    slideId: slide.id,
    headline: asLine(
      held !== null
        ? NOT_RELEASED
        : slide.headline || (fault === null && kind.suggestHeadline(slide, facts)) || '',
    ),
    coas: coasFor(kind.coas(slide, document), facts),
    window: kind.window(slide),
    blocks,
    stale: stale && { ...stale, sentence: asLine(stale.sentence) },
    under: underOf(slide, document),
    withheld: [...new Set(body.withheld ?? [])].slice(0, 20).map(asLine),
  }
  return { page, missing: sentences([body.missing, noDataOf(blocks, document)]), frozen }
}

/** Who knows of no courses of action is not told that a page is of the posture of today. */
function coasFor(coas: Page['coas'], { deck }: ProductFacts): Page['coas'] {
  return deck.level === 'public' && coas.every(({ number }) => number === null) ? [] : coas
}

/**
 * Why its readers may not know what it shows, in a sentence; null: they may. It is of a plan (see
 * `slideAt`), or more than goes out at their level: nothing is then told of it, its own headline neither.
 */
function withheldWhy(slide: Slide, { deck, document }: ProductFacts): string | null {
  if (!isOutside(deck.level)) return null
  const { scenarios } = document.tables
  const shownIds = [slide.scenarioId, slide.againstScenarioId].filter((id) => id !== null)
  const isOfPlan = isWithheld(slide, deck.level) || !shownIds.every((id) => scenarios.has(id))
  const kind = pageKindOf(slide)
  const widest = kind.widestLevel?.(slide) ?? deck.level
  if (!isOfPlan && mayBeReadAt(widest, deck.level)) return null
  return (isOfPlan ? null : kind.fault(slide, document)) ?? `${NOT_RELEASED}.`
}

/** The page with what the layers of its maps mean, from whoever knows the layers. */
export function withLegends(page: Page, legendsOf: (map: PageMap) => readonly PageLegend[]): Page {
  const blocks = page.blocks.map((block) =>
    block.type === 'map' ? { ...block, legends: legendsOf(block.map) } : block,
  )
  return { ...page, blocks }
}

function releasedBlock(
  block: PageBlock,
  facts: ProductFacts,
  face: { readonly isWall: boolean },
): PageBlock {
  return block.type === 'map' ? releasedMap(block, facts, face) : block
}

/** The map with those layers alone that its readers may see, and with what it leaves out. */
function releasedMap(
  block: MapBlock,
  { document, deck }: ProductFacts,
  { isWall }: { readonly isWall: boolean },
): MapBlock {
  const { shownIds, note } = releasedLayers(block.map.layers, operationOf(document), {
    level: deck.level,
    isWall,
  })
  return { ...block, map: { ...block.map, layers: shownIds }, withheld: note }
}

function noDataOf(blocks: readonly PageBlock[], document: OperationDocument): string | null {
  const layers = blocks.flatMap((block) => (block.type === 'map' ? block.map.layers : []))
  return withoutData(layers, document)
}

/** The scenarios of a slide that are under shocks or start from another day's force, so that nobody reads their figures as facts; null: none. */
function underOf(slide: Slide, document: OperationDocument): string | null {
  const { scenarioIds } = pageKindOf(slide).needs(slide, document)
  const names = [...new Set([slide.scenarioId, ...scenarioIds])].flatMap((id) => {
    const scenario = document.tables.scenarios.get(id)
    const name = scenario ? nameUnder(document, scenario) : ''
    return scenario && name !== scenario.name ? name : []
  })
  return names.length === 0 ? null : asLine(names.join('; '))
}

function sentences(each: readonly (string | null)[]): string | null {
  const said = each.filter((sentence) => sentence !== null)
  return said.length === 0 ? null : said.join(' ')
}
