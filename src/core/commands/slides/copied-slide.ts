import type { Slide } from '../../records/slide.ts'

/** A slide as another one: what is frozen of it goes along. */
export function copiedSlide(slide: Slide, id: string): Slide {
  const { frozen } = slide
  if (!frozen) return { ...slide, id }
  return { ...slide, id, frozen: { ...frozen, page: { ...frozen.page, slideId: id } } }
}
