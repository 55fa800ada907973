import type { Slide } from '#core/records/slide.ts'
import { COMPARISON_SLIDE } from './comparison/index.tsx'
import { DECISION_SLIDE } from './decision/index.tsx'
import { MAP_SLIDE } from './map/index.tsx'
import type { SlideKind } from './slide-kind.ts'
import { TEXT_SLIDE } from './text/index.tsx'

/** Every slide kind there is. A new one is a folder beside this and a line here. */
export const SLIDE_KINDS: readonly SlideKind[] = [
  TEXT_SLIDE,
  MAP_SLIDE,
  COMPARISON_SLIDE,
  DECISION_SLIDE,
]

/**
 * The kind of a slide.
 *
 * @throws Error if a slide is of a kind that the registry does not have.
 */
export function kindOf({ kind }: Pick<Slide, 'kind'>): SlideKind {
  const found = SLIDE_KINDS.find(({ id }) => id === kind)
  if (!found) throw new Error(`no slide kind ${kind}`)
  return found
}
