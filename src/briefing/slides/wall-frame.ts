/** The pixels that a slide fills, and how many of them its smallest text takes. */
export type WallFrame = {
  readonly widthPixels: number
  readonly heightPixels: number
  /** One `rem`: see calibration. */
  readonly rootPixels: number
}

export const MARKING_REM = 1.4
export const HEADLINE_REM = 4.7
export const STALE_REM = 1.75
export const FOOTER_REM = 1.7
export const SIDE_REM = 0.8

/** From this width on numbers and headline take more room. */
const WIDE_REM = 48

export function widthRem({ widthPixels, rootPixels }: WallFrame): number {
  return widthPixels / rootPixels
}

export function isWide(frame: WallFrame): boolean {
  return widthRem(frame) > WIDE_REM
}

/** Width of the panel of big numbers. */
export function panelRem(frame: WallFrame): number {
  return isWide(frame) ? 20.3 : Math.min(16, widthRem(frame) * 0.4)
}

/** Width of the words beside a big number. */
export function labelRem(frame: WallFrame): number {
  return isWide(frame) ? 8.4 : 8.2
}

/** What is left for map and numbers between headline and footer. */
export function bodyRem(
  { heightPixels, rootPixels }: WallFrame,
  { hasStaleBand }: { readonly hasStaleBand: boolean },
): number {
  const taken = 2 * MARKING_REM + HEADLINE_REM + FOOTER_REM + (hasStaleBand ? STALE_REM : 0)
  return Math.max(0, heightPixels / rootPixels - taken)
}

/** Rows of the slide from the top: marking, headline, body, stale band, footer, marking. */
export function frameRows(hasStaleBand: boolean): string {
  const stale = hasStaleBand ? `${STALE_REM}rem ` : ''
  return `${MARKING_REM}rem ${HEADLINE_REM}rem minmax(0, 1fr) ${stale}${FOOTER_REM}rem ${MARKING_REM}rem`
}

/** A row of a big number with two lines beside it needs so much height. */
const NUMBER_ROW_REM = 2.55

/** How many of so many numbers fit one under another. */
export function numbersThatFit(wantedCount: number, heightRem: number): number {
  return Math.max(1, Math.min(wantedCount, Math.floor(heightRem / NUMBER_ROW_REM)))
}

/** Mean width of a letter of the headline in its own size. */
const HEADLINE_LETTER_SHARE = 0.49

/** How many letters two lines of headline hold, about. */
export function headlineLetters(frame: WallFrame): number {
  const sizeRem = isWide(frame) ? 1.62 : 1.5
  return Math.floor((2 * (widthRem(frame) - 2 * SIDE_REM)) / (sizeRem * HEADLINE_LETTER_SHARE))
}
