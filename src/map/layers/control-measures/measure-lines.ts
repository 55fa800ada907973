import { bearingDegrees, positionAlong } from '#core/geo/bearing.ts'
import { circleRing } from '#core/geo/circle.ts'
import { lineMetres, metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'

const BARB_SHARE = 0.08
const BARB_DEGREES = 148

/** What is drawn of a control measure: its line, an arrow with its barbs, or its circles. */
export function measureLines({
  kind,
  geometry,
}: Pick<ControlMeasure, 'kind' | 'geometry'>): (readonly LonLat[])[] {
  if (geometry.type === 'rings') {
    return geometry.radiiMetres.map((metres) => circleRing(geometry.centre, metres))
  }
  const { line } = geometry
  const tip = line.at(-1)
  if (kind !== 'axis' || !tip) return [line]
  const metres = BARB_SHARE * lineMetres(line)
  // Where the line is a head's length before its tip, so that a last short turn does not turn the head.
  const way = bearingDegrees(backFromEnd(line, metres), tip)
  const barb = (turn: number) =>
    positionAlong(tip, { bearingDegrees: (way + turn + 360) % 360, metres })
  return [line, [barb(-BARB_DEGREES), tip, barb(BARB_DEGREES)]]
}

/** The first point, from the end backwards, that lies so far before the end along the line. */
function backFromEnd(line: readonly LonLat[], metres: number): LonLat {
  let left = metres
  for (let i = line.length - 1; i > 0; i -= 1) {
    left -= metresBetween(line[i]!, line[i - 1]!)
    if (left <= 0) return line[i - 1]!
  }
  return line[0]!
}
