import type { ChartBlock } from '#core/records/page.ts'

/** What a form of chart is drawn in: pixels, of which so many are one rem. */
export type PlotProps = {
  readonly block: ChartBlock
  readonly widthPixels: number
  readonly heightPixels: number
  readonly rootPixels: number
  /** Before the ids of its patterns. */
  readonly prefix: string
}

/** Mean width of a letter of IBM Plex Sans Condensed at one rem. */
export const LETTER_REM = 0.47

/** As many letters as so much width holds. */
export function cutText(text: string, widthRem: number): string {
  const letters = Math.max(2, Math.floor(widthRem / LETTER_REM))
  return text.length > letters ? `${text.slice(0, letters - 1)}…` : text
}
