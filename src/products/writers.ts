import type { ProductWriter } from './product.ts'

/** Writers by the id of their format, fetched when they are asked for; they are large. */
const WRITERS: Readonly<Record<string, () => Promise<ProductWriter>>> = {
  pptx: async () => (await import('./pptx/write-pptx.ts')).writePptx,
  html: async () => (await import('./html/write-html.ts')).writeHtml,
}

/**
 * The writer of a format.
 *
 * @throws Error if there is no such format.
 */
export async function productWriter(formatId: string): Promise<ProductWriter> {
  const load = WRITERS[formatId]
  if (!load) throw new Error(`there is no product format ${formatId}`)
  return load()
}
