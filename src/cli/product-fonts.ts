import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ProductFonts } from '#products/product.ts'

/** The fonts that the page gives a document too; null: they are not installed, and it is set in others. */
export function productFonts(): ProductFonts | null {
  const { resolve } = createRequire(import.meta.url)
  const bytesOf = (weight: number) =>
    new Uint8Array(
      readFileSync(
        resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`),
      ),
    )
  try {
    return { regular: bytesOf(400), semibold: bytesOf(600) }
  } catch {
    return null
  }
}
