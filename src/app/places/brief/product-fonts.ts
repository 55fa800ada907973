import regular from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url'
import semibold from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url'
import type { ProductFonts } from '#products/product.ts'

/** The fonts of a document that leaves; null: they are not to be had, and it is set in others. */
export async function productFonts(): Promise<ProductFonts | null> {
  try {
    const [light, strong] = await Promise.all([regular, semibold].map(bytesAt))
    return light && strong ? { regular: light, semibold: strong } : null
  } catch {
    return null
  }
}

async function bytesAt(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = await fetch(address)
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
}
