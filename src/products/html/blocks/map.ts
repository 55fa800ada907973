import { listed, peopleText } from '#core/figures.ts'
import type { MapBlock, PageLegend } from '#core/records/page.ts'
import { dataUri } from '../../markup/base64.ts'
import { type Html, html } from '../../markup/html.ts'
import type { PagePicture, ProductFrame } from '../../product.ts'
import { furnitureSvg } from '../../svg/map/furniture-svg.ts'
import { fractionPrinted, pointOn } from '../../svg/map/picture-place.ts'
import { rampSvg, swatchSvg } from '../../svg/swatch.ts'

/** What a map is drawn with beside its block. */
export type MapAsked = {
  readonly picture: PagePicture | null
  readonly frame: Pick<ProductFrame, 'theatre' | 'datum'>
  readonly id: string
  readonly printedWidthMillimetres: number
  /** "A4 landscape" */
  readonly paper: string
}

/** A map: picture with its furniture, key, places, attributions and datum; without a picture, it says so. */
export function mapHtml(block: MapBlock, asked: MapAsked): Html {
  const { picture, frame, id } = asked
  const lines = [
    ...(picture?.attributions ?? []),
    frame.datum,
    ...(picture && picture.furniture.grid.name !== ''
      ? [`Grid: ${picture.furniture.grid.name}`]
      : []),
  ]
  return html`<figure class="map" id="${id}"><div class="drawn">${picture ? pictureHtml(block, asked, picture) : NO_PICTURE}<p class="note" dir="auto">${lines.join(' · ')}</p></div><figcaption>${legendsHtml(block.legends)}${calloutsHtml(block)}${block.withheld === null ? null : html`<p class="withheld" dir="auto">${block.withheld}</p>`}</figcaption></figure>`
}

const NO_PICTURE = html`<p class="no-picture">No picture of this map was drawn. Open the briefing in Commonground and write this file again from there.</p>`

function pictureHtml(block: MapBlock, asked: MapAsked, picture: PagePicture): Html {
  const { bytes, type, widthPixels, heightPixels, furniture } = picture
  const fraction = fractionPrinted(furniture, asked.printedWidthMillimetres)
  const over = furnitureSvg(furniture, {
    fraction: fraction === null ? null : `${fraction} on ${asked.paper}`,
    rings: block.callouts.flatMap(({ position }, i) => {
      const at = pointOn(furniture, picture, position)
      return at.every((share) => share >= 0 && share <= 1) ? [{ at, number: i + 1 }] : []
    }),
  })
  return html`<div class="picture"><img src="${dataUri(bytes, type)}" width="${widthPixels}" height="${heightPixels}" alt="${altText(block, asked.frame.theatre)}">${over}</div>`
}

/** What a map shows, for those who do not see it: its layers and the places it names. */
function altText({ legends, callouts }: MapBlock, theatre: string): string {
  const layers = listed(legends.map(({ title }) => title))
  const places = callouts.map(({ name, change }) => `${name} ${change}`.trim())
  const shown = layers === '' ? '' : ` showing ${layers}`
  return `Map of ${theatre}${shown}.${places.length === 0 ? '' : ` ${places.join('; ')}.`}`
}

function calloutsHtml({ callouts }: MapBlock): Html | null {
  if (callouts.length === 0) return null
  const items = callouts.map(
    ({ name, change }, i) =>
      html`<li dir="auto"><span class="ring-number" aria-hidden="true">${i + 1}</span> ${name} <b>${change}</b></li>`,
  )
  return html`<ol class="callouts" aria-label="Places on the map">${items}</ol>`
}

function legendsHtml(legends: readonly PageLegend[]): Html | null {
  if (legends.length === 0) return null
  const parts = legends.map(legendHtml)
  return html`<div class="legends" role="group" aria-label="Key of the map">${parts}</div>`
}

function legendHtml({ title, ramp, lines }: PageLegend): Html {
  const ends = ramp
    ? html`${rampSvg(ramp.colors)}<p class="ramp-ends"><span dir="auto">${ramp.low}</span><span dir="auto">${ramp.high}</span></p>`
    : null
  const items = lines.map(({ label, swatch, peopleCount }) => {
    const people = peopleCount === null ? '' : `, ${peopleText(peopleCount)}`
    return html`<li dir="auto">${swatchSvg(swatch)} ${label}${people}</li>`
  })
  const isSaid = lines.length === 1 && ramp === null && lines[0]?.label === title
  return html`<section class="legend" aria-label="${title}">${isSaid ? null : html`<p class="legend-title" dir="auto">${title}</p>`}${ends}<ul>${items}</ul></section>`
}
