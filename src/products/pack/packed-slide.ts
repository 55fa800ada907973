import type { ReleaseLevel } from '#core/records/deck.ts'
import type { FrozenPage } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { isOutside } from '../levels/levels.ts'
import { isWithheld, keptPage } from '../levels/slides-at.ts'

/** Layers that are drawn as the records are, so that they are right with nothing else there. */
export const PLAIN_LAYERS: readonly string[] = [
  ...['zones', 'restrictions', 'projects', 'facilities'],
  ...['towns', 'roads', 'waterways', 'land-cover', 'county-borders'],
]

/** A slide as it may leave; null: not at all. */
export function packedSlide(
  slide: Slide,
  asked: { readonly level: ReleaseLevel; readonly given: FrozenPage | undefined },
  baselineId: string,
): Slide | null {
  const { level, given } = asked
  const page = (given && keptPage({ frozen: given }, level)) ?? slide.frozen
  if (!isOutside(level)) return page ? { ...slide, frozen: page } : slide
  if (slide.newer || isWithheld(slide, level)) return null
  if (!page) return slide.kind === 'text' ? slide : null
  if (isWithheld(page.page, level)) return null
  const layers = slide.layers.filter((id) => PLAIN_LAYERS.includes(id))
  // Its page says what it showed; the courses of action themselves stay with the staff.
  const { comparedIds: _, againstScenarioId: __, ...own } = slide
  return {
    ...own,
    scenarioId: baselineId,
    againstScenarioId: null,
    layers,
    frozen: withPlainMap(page),
  }
}

/** A map of which there is no picture is drawn anew: then of plain records alone. */
function withPlainMap(frozen: FrozenPage): FrozenPage {
  if (frozen.picture !== null) return frozen
  const blocks = frozen.page.blocks.map((block) =>
    block.type === 'map'
      ? {
          ...block,
          map: {
            ...block.map,
            layers: block.map.layers.filter((id) => PLAIN_LAYERS.includes(id)),
          },
          legends: block.legends.filter(({ id }) => PLAIN_LAYERS.includes(id)),
          withheld:
            block.withheld ?? 'The pack holds no picture of this map: borders and names only.',
        }
      : block,
  )
  return { ...frozen, page: { ...frozen.page, blocks } }
}
