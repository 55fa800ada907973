import { productFormat } from '#products/formats.ts'
import type { Product, ProductFile, ProductFonts } from '#products/product.ts'

/** A briefing that is to leave, and as what. */
export type ProductToWrite = {
  readonly product: Product
  readonly formatId: string
  /** To go along in formats that can carry them. */
  readonly fonts?: ProductFonts | null
}

/**
 * A briefing as a file. The writers are large, and in the worker already.
 *
 * @throws Error if there is no such format.
 */
export async function writeProduct({
  product,
  formatId,
  fonts = null,
}: ProductToWrite): Promise<ProductFile> {
  const format = productFormat(formatId)
  if (!format) throw new Error(`there is no product format ${formatId}`)
  const write = await format.load()
  return write(product, { fonts })
}
