import type { MapFurniture, PicturePoint } from '../../furniture/map-furniture.ts'
import { type Html, html } from '../../markup/html.ts'

/** What is drawn over a map beside its furniture. */
export type OverMap = {
  /** "1 : 1 250 000 on A4": as it is printed; null: nobody knows how large it is shown. */
  readonly fraction: string | null
  /** Places that stand in a list beside it, by their numbers. */
  readonly rings: readonly { readonly at: PicturePoint; readonly number: number }[]
}

/**
 * Grid, scale bar, north arrow and locator over a picture of any size: places are shares of it, text and
 * strokes keep their size. It is to lie over the picture from edge to edge.
 */
export function furnitureSvg(furniture: MapFurniture, { fraction, rings }: OverMap): Html {
  const { grid, scaleBar, northDegrees, locator } = furniture
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="furniture" width="100%" height="100%" font-size="11" aria-hidden="true">${gridOf(grid)}${rings.map(ringOf)}${scaleOf(scaleBar, fraction)}${northOf(northDegrees)}${locator ? locatorOf(locator) : null}</svg>`
}

const share = (value: number): string => `${Math.round(value * 100_000) / 1000}%`

function gridOf({ lines, labels }: MapFurniture['grid']): Html {
  const pieces = lines.flatMap((line) =>
    line.slice(1).map(([x, y], i) => {
      const [fromX, fromY] = line[i] ?? [x, y]
      return html`<line x1="${share(fromX)}" y1="${share(fromY)}" x2="${share(x)}" y2="${share(y)}"/>`
    }),
  )
  const texts = labels.map(
    ({ at: [x, y], text }) =>
      html`<text x="${share(x)}" y="${share(y)}" dy=".36em" text-anchor="middle">${text}</text>`,
  )
  return html`<g class="mgrs"><g fill="none" stroke="#ffffff" stroke-opacity=".45" stroke-width="1.8">${pieces}</g><g fill="none" stroke="#1b1f23" stroke-opacity=".55" stroke-width=".6">${pieces}</g><g fill="#1b1f23" stroke="#ffffff" stroke-width="2.6" stroke-linejoin="round" paint-order="stroke">${texts}</g></g>`
}

function ringOf({ at: [x, y], number }: OverMap['rings'][number]): Html {
  return html`<g class="ring"><circle cx="${share(x)}" cy="${share(y)}" r="8" fill="#ffffff" stroke="#1b1f23" stroke-width="1.5"/><text x="${share(x)}" y="${share(y)}" dy=".36em" text-anchor="middle" font-weight="600" fill="#1b1f23">${number}</text></g>`
}

/** At the left of the foot: two halves of the length, its text, and the fraction. */
function scaleOf({ text, widthShare }: MapFurniture['scaleBar'], fraction: string | null): Html {
  const bar = html`<rect width="${share(widthShare)}" height="5" fill="#ffffff" stroke="#1b1f23"/><rect width="${share(widthShare / 2)}" height="5" fill="#1b1f23"/>`
  const words = fraction === null ? text : `${text} · ${fraction}`
  return html`<svg class="scale" x="10" y="100%" overflow="visible"><g transform="translate(0 -14)">${bar}<text y="-5" fill="#1b1f23" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${words}</text></g></svg>`
}

/** At the right of the head: an arrow to true north. */
function northOf(degrees: number): Html {
  return html`<svg class="north" x="100%" y="0" overflow="visible"><g transform="translate(-20 24)"><circle r="14" fill="#ffffff" fill-opacity=".85"/><g transform="rotate(${degrees})"><path d="M0-12L4.5 5L0 2L-4.5 5z" fill="#1b1f23"/></g><text y="13" text-anchor="middle" font-size="9" font-weight="600" fill="#1b1f23">N</text></g></svg>`
}

const LOCATOR_PX = 68

/** At the right of the foot: the theatre, and what is seen of it. */
function locatorOf({ outline, view }: NonNullable<MapFurniture['locator']>): Html {
  const at = (value: number) => Math.round(value * LOCATOR_PX * 10) / 10
  const rings = outline.map(
    (ring) => html`M${ring.map(([x, y], i) => html`${i > 0 ? 'L' : ''}${at(x)} ${at(y)}`)}z`,
  )
  const [[left, top], [right, bottom]] = view
  return html`<svg class="locator" x="100%" y="100%" overflow="visible"><g transform="translate(-${LOCATOR_PX + 10} -${LOCATOR_PX + 10})"><rect width="${LOCATOR_PX}" height="${LOCATOR_PX}" fill="#ffffff" fill-opacity=".92" stroke="#1b1f23" stroke-width=".7"/><path d="${rings}" fill="#e9e7e0" stroke="#565d64" stroke-width=".7"/><rect x="${at(left)}" y="${at(top)}" width="${Math.max(3, at(right - left))}" height="${Math.max(3, at(bottom - top))}" fill="#0b62a6" fill-opacity=".18" stroke="#0b62a6" stroke-width="1.4"/></g></svg>`
}
