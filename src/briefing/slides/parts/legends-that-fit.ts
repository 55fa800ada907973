import type { SlideLegend } from '../slide-map.ts'

const LINE_REM = 1.25
/** A legend never takes more of the map's height than this. */
const MOST_SHARE = 0.5

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
