import type { SlideLegend } from '../slide-map.ts'

const LINE_REM = 1.25
/** A legend never takes more of the map's height than this. */
const MOST_SHARE = 0.5

/** The room that legends take, about. */
export function legendSize(
  legends: readonly SlideLegend[],
  rootPixels: number,
): { readonly widthPixels: number; readonly heightPixels: number } {
  const lines = legends.flatMap((legend) => legend.lines)
  const titles = legends.flatMap(({ ramp, title }) => (ramp ? [title] : []))
  const longest = Math.max(0, ...lines.map(({ label }) => label.length + MARK_LETTERS))
  const letters = Math.max(longest, ...titles.map(({ length }) => length), MOST_RAMP_LETTERS)
  const lineCount = lines.length + 3 * titles.length
  return {
    widthPixels: legends.length === 0 ? 0 : (letters * LETTER_REM + 1.6) * rootPixels,
    heightPixels: legends.length === 0 ? 0 : (lineCount * LINE_REM + 0.6) * rootPixels,
  }
}

const LETTER_REM = 0.43
/** A ramp is as wide as so many letters; a mark and a count of people beside a line as these. */
const MOST_RAMP_LETTERS = 14
const MARK_LETTERS = 10

/** Surfaces first, then marks, as long as they leave the map in sight; one legend always stays. */
export function legendsThatFit(
  legends: readonly SlideLegend[],
  heightRem: number,
): readonly SlideLegend[] {
  const room = Math.floor((MOST_SHARE * heightRem) / LINE_REM)
  const ordered = [...legends].sort((a, b) => Number(a.ramp === null) - Number(b.ramp === null))
  let lineCount = 0
  return ordered.filter((legend, i) => {
    lineCount += legend.lines.length + (legend.ramp ? 3 : 0)
    return i === 0 || lineCount <= room
  })
}
