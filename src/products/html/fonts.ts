import { dataUri } from '../markup/base64.ts'
import { type Html, html } from '../markup/html.ts'

/**
 * IBM Plex Sans (OFL), as woff2 of those letters that a product needs: the Latin subset of @fontsource is
 * 22 kB in regular and 24 kB in semibold, a third more as text.
 */
export type HtmlFonts = { readonly regular: Uint8Array; readonly semibold: Uint8Array }

/** Fonts that travel in the file; without them it is set in what the reader's device has. */
export function fontFaces(fonts: HtmlFonts | null): Html | null {
  if (fonts === null) return null
  return html`<style>${face(fonts.regular, 400)}${face(fonts.semibold, 600)}</style>`
}

function face(bytes: Uint8Array, weight: number): Html {
  return html`@font-face{font-family:"Plex of this file";font-weight:${weight};src:url(${dataUri(bytes, 'font/woff2')}) format("woff2")}`
}
