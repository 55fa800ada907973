import type { Slide } from '#core/records/slide.ts'
import { CHART_PAGE } from './chart/index.ts'
import { COMPARISON_PAGE } from './comparison/index.ts'
import { DECISION_PAGE } from './decision/index.ts'
import { MAP_PAGE } from './map/index.ts'
import { MEASURES_PAGE } from './measures/index.ts'
import type { PageKind } from './page-kind.ts'
import { TEXT_PAGE } from './text/index.ts'
import { TOPIC_PAGE } from './topic/index.ts'

/** Every page kind there is, as slides are offered. A new one is a folder beside this and a line here. */
export const PAGE_KINDS: readonly PageKind[] = [
  TEXT_PAGE,
  MAP_PAGE,
  COMPARISON_PAGE,
  DECISION_PAGE,
  MEASURES_PAGE,
  CHART_PAGE,
  TOPIC_PAGE,
]

/**
 * The kind of a slide.
 *
 * @throws Error if a slide is of a kind that the registry does not have.
 */
export function pageKindOf({ kind }: Pick<Slide, 'kind'>): PageKind {
  const found = PAGE_KINDS.find(({ id }) => id === kind)
  if (!found) throw new Error(`no page kind ${kind}`)
  return found
}
