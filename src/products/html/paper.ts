import type { Page } from '#core/records/page.ts'
import type { ProductFrame } from '../product.ts'

export type Layout = 'slides' | 'report'

/** A sheet of A4 and what is left of it between its edges and bands, mm. */
export type Paper = {
  readonly layout: Layout
  /** "A4 landscape" */
  readonly name: string
  readonly widthMillimetres: number
  /** Bands that hold marking, times and disclaimer on every sheet. */
  readonly topMillimetres: number
  readonly bottomMillimetres: number
  /** The largest that a map may be. */
  readonly map: { readonly widthMillimetres: number; readonly heightMillimetres: number }
}

/** Pages across, as a briefing is shown, or upright, as a report is read. */
export function layoutOf({ layout }: Pick<ProductFrame, 'layout'>): Layout {
  return layout ?? 'slides'
}

/** In a briefing what explains a map stands beside it, in a report under it. */
const SHEETS: Readonly<Record<Layout, Pick<Paper, 'name' | 'widthMillimetres' | 'map'>>> = {
  slides: {
    name: 'A4 landscape',
    widthMillimetres: 277,
    map: { widthMillimetres: 196, heightMillimetres: 130 },
  },
  report: {
    name: 'A4 portrait',
    widthMillimetres: 186,
    map: { widthMillimetres: 186, heightMillimetres: 130 },
  },
}

/** Width of a letter and height of a line: of the marking, 10 pt and bold, and of the lines beside it, 7.5 pt. */
const MARKING_LETTER = { width: 2.35, line: 4.4 }
const SMALL_LETTER = { width: 1.42, line: 3.4 }
const RULES_MILLIMETRES = 3

/** Bands are as high as their text needs, for they lie over the sheet and may cover nothing. */
export function paperOf(frame: ProductFrame): Paper {
  const layout = layoutOf(frame)
  const sheet = SHEETS[layout]
  const linesOf = (text: string, width: number) =>
    Math.max(1, Math.ceil(([...text].length * width) / (0.94 * sheet.widthMillimetres)))
  const marking =
    linesOf(`${frame.marking} ${frame.release} EXERCISE`, MARKING_LETTER.width) *
    MARKING_LETTER.line
  const small = (text: string) => linesOf(text, SMALL_LETTER.width) * SMALL_LETTER.line
  return {
    ...sheet,
    layout,
    topMillimetres: RULES_MILLIMETRES + marking + small(titleLine(frame)),
    bottomMillimetres:
      RULES_MILLIMETRES + small(timesLine(frame)) + small(frame.disclaimer) + marking,
  }
}

/** What a sheet is a part of. */
export function titleLine({ operation, theatre, title, edition }: ProductFrame): string {
  return `${operation} · ${theatre} · ${title} · Edition ${edition}`
}

/** From when its content is. */
export function timesLine({ madeDtg, dataAsOf, planningDtg }: ProductFrame): string {
  return `Produced ${madeDtg} · ${dataAsOf} · Picture for ${planningDtg}`
}

const LINE_MILLIMETRES = 8

/** How wide a map of such a shape is printed, so that it stands on the sheet on which its page begins. */
export function mapWidthMillimetres(
  { map, widthMillimetres }: Paper,
  { headline, stale, withheld }: Page,
  { widthPixels, heightPixels }: { readonly widthPixels: number; readonly heightPixels: number },
): number {
  const headLines = Math.min(3, Math.ceil(([...headline].length * 3.2) / widthMillimetres) - 1)
  const others = headLines + (stale ? 1 : 0) + (withheld.length > 0 ? 1 + withheld.length / 2 : 0)
  const height = Math.max(50, map.heightMillimetres - others * LINE_MILLIMETRES)
  return Math.floor(
    Math.min(map.widthMillimetres, (height * widthPixels) / Math.max(1, heightPixels)),
  )
}
