import type { Product, ProductFile, ProductFonts } from '#products/product.ts'
import { productWriter } from '#products/writers.ts'

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
  const write = await productWriter(formatId)
  return write(product, { fonts })
}
