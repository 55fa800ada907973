import { dataUri } from '../markup/base64.ts'
import { type Html, html } from '../markup/html.ts'
import type { ProductFonts } from '../product.ts'

/** Fonts that travel in the file; without them it is set in what the reader's device has. */
export function fontFaces(fonts: ProductFonts | null): Html | null {
  if (fonts === null) return null
  return html`<style>${face(fonts.regular, 400)}${face(fonts.semibold, 600)}</style>`
}

function face(bytes: Uint8Array, weight: number): Html {
  return html`@font-face{font-family:"Plex of this file";font-weight:${weight};src:url(${dataUri(bytes, 'font/woff2')}) format("woff2")}`
}
