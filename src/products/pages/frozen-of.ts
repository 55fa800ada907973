import type { ReleaseLevel } from '#core/records/deck.ts'
import type { FrozenPage, Page } from '#core/records/page.ts'

/**
 * A page as it stands at an instant, to be kept with its slide: it is drawn from these words and from
 * the picture of its map alone, whatever becomes of the facts.
 *
 * @param picture of its map, as a data URL; null: it has no map, or none was drawn.
 * @param level for whom the page was made; nobody else is ever shown it.
 * @param dataAsOf of when its data was, as its footer says it; null: nothing is dated.
 */
export function frozenOf(
  page: Page,
  picture: string | null,
  {
    at,
    level,
    dataAsOf = null,
  }: {
    readonly at: string
    readonly level: ReleaseLevel
    readonly dataAsOf?: string | null
  },
): FrozenPage {
  return {
    at,
    level,
    ...(dataAsOf === null ? {} : { dataAsOf }),
    page,
    picture: page.blocks.some(({ type }) => type === 'map') ? picture : null,
  }
}
