import type { ProductFormat } from './product.ts'

/**
 * Every format that a briefing can leave in; who writes them is in `writers.ts`, for the page only names
 * them. Pictures of slides are drawn
 * by the page itself, which alone has a map, and are no format of these.
 */
export const PRODUCT_FORMATS: readonly ProductFormat[] = [
  {
    id: 'pptx',
    name: 'PowerPoint',
    ending: '.pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  {
    id: 'html',
    name: 'Single-file HTML',
    ending: '.html',
    type: 'text/html',
  },
]

/** The format of an id; null: there is none. */
export function productFormat(id: string): ProductFormat | null {
  return PRODUCT_FORMATS.find((format) => format.id === id) ?? null
}
