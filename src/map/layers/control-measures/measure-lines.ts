import { bearingDegrees, positionAlong } from '#core/geo/bearing.ts'
import { circleRing } from '#core/geo/circle.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'

const BARB_SHARE = 0.07
const BARB_DEGREES = 150

/** What is drawn of a control measure: its line, an arrow with its barbs, or its circles. */
export function measureLines({ kind, geometry }: ControlMeasure): (readonly LonLat[])[] {
  if (geometry.type === 'rings') {
    return geometry.radiiMetres.map((metres) => circleRing(geometry.centre, metres))
  }
  const { line } = geometry
  const tip = line.at(-1)
  const before = line.at(-2)
  if (kind !== 'axis' || !tip || !before) return [line]
  const way = bearingDegrees(before, tip)
  const metres = BARB_SHARE * metresBetween(line[0]!, tip)
  const barb = (turn: number) =>
    positionAlong(tip, { bearingDegrees: (way + turn + 360) % 360, metres })
  return [line, [barb(-BARB_DEGREES), tip, barb(BARB_DEGREES)]]
}
