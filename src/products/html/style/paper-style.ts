import { type Html, html } from '../../markup/html.ts'
import type { Paper } from '../paper.ts'

/** A picture in its place: how wide it is printed, and its shape, whatever its file says. */
export type PlacedMap = {
  readonly id: string
  readonly millimetres: number
  readonly widthPixels: number
  readonly heightPixels: number
}

/**
 * What is measured for one product: its sheet, how high its bands are and how wide its maps. The number of
 * the sheet stands at its foot where a browser knows how (Chromium from 131 on).
 */
export function paperStyle(
  { layout, topMillimetres, bottomMillimetres }: Paper,
  maps: readonly PlacedMap[],
): Html {
  const widths = maps.map(({ id, millimetres }) => html`#${id} .picture{width:${millimetres}mm}`)
  const shapes = maps.map(
    ({ id, widthPixels, heightPixels }) =>
      html`#${id} .picture{aspect-ratio:${widthPixels}/${heightPixels}}`,
  )
  const sheet = layout === 'slides' ? html`A4 landscape` : html`A4 portrait`
  const margin = layout === 'slides' ? html`7mm 10mm 9mm` : html`9mm 12mm 11mm`
  return html`<style>
${shapes}
@page{size:${sheet};margin:${margin}}
@page{@bottom-right{content:"Sheet " counter(page) " of " counter(pages);font:7.5pt "IBM Plex Sans","Noto Sans","Segoe UI",system-ui,sans-serif;color:#565d64;vertical-align:top;padding-top:1mm}}
@media print{.space-top>div{height:${topMillimetres}mm}.space-bottom>div{height:${bottomMillimetres}mm}${widths}}
</style>
`
}
