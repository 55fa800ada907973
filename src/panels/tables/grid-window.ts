export const ROW_PIXELS = 28

/** Browsers give up on elements somewhat higher than this; of more rows the scroll bar is coarser. */
const MAX_PIXELS = 14_000_000
const SPARE_ROWS = 6

/** Which rows are drawn, and where the first of them stands. */
export type GridWindow = {
  readonly first: number
  /** One past the last. */
  readonly end: number
  readonly offsetPixels: number
  readonly totalPixels: number
}

/** The rows that a scrolled viewport shows, with a few to spare. */
export function gridWindow(count: number, scrollTop: number, viewportPixels: number): GridWindow {
  const wholePixels = count * ROW_PIXELS
  const fit = Math.ceil(viewportPixels / ROW_PIXELS) + 1
  if (wholePixels <= MAX_PIXELS) {
    const first = Math.max(0, Math.min(count, Math.floor(scrollTop / ROW_PIXELS)) - SPARE_ROWS)
    const end = Math.min(count, first + fit + 2 * SPARE_ROWS)
    return { first, end, offsetPixels: first * ROW_PIXELS, totalPixels: wholePixels }
  }
  const share = Math.min(1, scrollTop / (MAX_PIXELS - viewportPixels))
  const whole = Math.floor(viewportPixels / ROW_PIXELS)
  const first = Math.round(share * (count - whole))
  const end = Math.min(count, first + fit)
  return { first, end, offsetPixels: scrollTop, totalPixels: MAX_PIXELS }
}

/** How far to scroll so that a row is seen; where it is seen already, as far as now. */
export function scrollTopFor(
  position: number,
  count: number,
  scrollTop: number,
  viewportPixels: number,
): number {
  const wholePixels = count * ROW_PIXELS
  const whole = Math.max(1, Math.floor(viewportPixels / ROW_PIXELS))
  if (wholePixels <= MAX_PIXELS) {
    const top = position * ROW_PIXELS
    if (top < scrollTop) return top
    const bottom = top + ROW_PIXELS
    return bottom > scrollTop + viewportPixels ? bottom - viewportPixels : scrollTop
  }
  const { first } = gridWindow(count, scrollTop, viewportPixels)
  if (position >= first && position < first + whole) return scrollTop
  const start = position < first ? position : position - whole + 1
  return (start / (count - whole)) * (MAX_PIXELS - viewportPixels)
}
