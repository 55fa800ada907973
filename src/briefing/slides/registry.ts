import type { Slide } from '#core/records/slide.ts'
import type { PageKind } from '#products/pages/page-kind.ts'
import { PAGE_KINDS, pageKindOf } from '#products/pages/registry.ts'

/** Every kind of slide, as they are offered: what each says is of the products, the wall draws its blocks. */
export const SLIDE_KINDS: readonly PageKind[] = PAGE_KINDS

/** The kind of a slide: see `pageKindOf`. */
export function kindOf(slide: Pick<Slide, 'kind'>): PageKind {
  return pageKindOf(slide)
}
