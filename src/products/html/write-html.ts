import { html } from '../markup/html.ts'
import type { PagePicture, Product, ProductFile, ProductFonts } from '../product.ts'
import { bottomBand, cover, topBand } from './bands.ts'
import { fontFaces } from './fonts.ts'
import { lastPage } from './last-page.ts'
import { pageSection, printedWidth } from './page-section.ts'
import { type Paper, paperOf } from './paper.ts'
import { BLOCK_STYLE } from './style/block-style.ts'
import { type PlacedMap, paperStyle } from './style/paper-style.ts'
import { PRINT_STYLE } from './style/print-style.ts'
import { SCREEN_STYLE } from './style/screen-style.ts'
import { TOKENS } from './style/tokens.ts'

/** Nothing from elsewhere and no script; pictures and fonts travel in the file. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"

/**
 * A product as one file that opens anywhere without a network: pages to scroll through on screen, and on
 * paper (or as PDF, by the browser's print) sheets that each bear marking, times and disclaimer.
 *
 * @param fonts to travel in the file; null: it is set in fonts of the device that shows it.
 */
export function writeHtml(
  product: Product,
  { fonts = null }: { readonly fonts?: ProductFonts | null } = {},
): ProductFile {
  const { frame, pages } = product
  const paper = paperOf(frame)
  const count = pages.length + 1
  const sections = pages.map((page, i) =>
    pageSection({ frame, paper }, page, { number: i + 1, count }),
  )
  const last = lastPage(product, { number: count, count })
  const file = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${frame.title} · ${frame.operation} · ${frame.madeDtg} · ${frame.marking}</title>
${fontFaces(fonts)}${TOKENS}${SCREEN_STYLE}${BLOCK_STYLE}${PRINT_STYLE}${paperStyle(paper, mapWidths(product, paper))}
</head>
<body class="${paper.layout}">
<a class="skip" href="#p1">To the first page</a>
${topBand(frame)}
<main><div class="space-top" aria-hidden="true"><div></div></div><div class="flow"><div>${cover(product)}${sections}${last}
</div></div><div class="space-bottom" aria-hidden="true"><div></div></div></main>
${bottomBand(frame)}
</body>
</html>
`
  return { bytes: new TextEncoder().encode(String(file)), told: toldOf(product) }
}

function placedMap(
  id: string,
  millimetres: number,
  { widthPixels, heightPixels }: PagePicture,
): PlacedMap {
  return { id, millimetres, widthPixels, heightPixels }
}

function mapWidths({ pages }: Product, paper: Paper) {
  return pages.flatMap(({ page, picture }, i) =>
    page.blocks.flatMap((block, b) =>
      block.type === 'map' && picture
        ? [placedMap(`p${i + 1}-b${b + 1}`, printedWidth(paper, page, picture), picture)]
        : [],
    ),
  )
}

function toldOf({ pages }: Product): readonly string[] {
  return pages.flatMap(({ page, picture }, i) => {
    const hasMap = page.blocks.some(({ type }) => type === 'map')
    return hasMap && picture === null
      ? [`Page ${i + 1} has a map of which no picture was drawn; the page says so.`]
      : []
  })
}
