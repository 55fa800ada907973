import type { ProductFormat } from './product.ts'

/**
 * Every format that a briefing can leave in, fetched when it is asked for. Pictures of slides are drawn
 * by the page itself, which alone has a map, and are no format of these.
 */
export const PRODUCT_FORMATS: readonly ProductFormat[] = [
  {
    id: 'pptx',
    name: 'PowerPoint',
    ending: '.pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    load: async () => (await import('./pptx/write-pptx.ts')).writePptx,
  },
  {
    id: 'html',
    name: 'Single-file HTML',
    ending: '.html',
    type: 'text/html',
    load: async () => (await import('./html/write-html.ts')).writeHtml,
  },
]

/** The format of an id; null: there is none. */
export function productFormat(id: string): ProductFormat | null {
  return PRODUCT_FORMATS.find((format) => format.id === id) ?? null
}
