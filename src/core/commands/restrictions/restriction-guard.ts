import { metresBetween } from '../../geo/distance.ts'
import type { Restriction } from '../../records/restriction.ts'
import { epochMinutesOf } from '../../time/instant.ts'
import { outlineFault } from '../zones/zone-guard.ts'

/** Why a restriction cannot be kept as it is, a sentence for each reason; none: it can. */
export function restrictionFaults({
  geometry,
  validFrom,
  validTo,
  months,
  hours,
}: Restriction): string[] {
  const isTurned =
    validFrom !== null && validTo !== null && epochMinutesOf(validTo) <= epochMinutesOf(validFrom)
  const isNever = hours !== null && hours.fromMinute === hours.toMinute
  return [
    isTurned ? 'The restriction ends before it starts.' : null,
    months?.length === 0 ? 'Choose at least one month, or all year.' : null,
    isNever
      ? 'The hours begin and end at the same time. Set another hour, or day and night.'
      : null,
    geometryFault(geometry),
  ].filter((sentence) => sentence !== null)
}

/** What is wrong with where a restriction lies, in a sentence; null if nothing is. */
export function geometryFault(geometry: Restriction['geometry']): string | null {
  switch (geometry.type) {
    case 'area':
      return outlineFault(geometry.polygon, 'An area')
    case 'segment': {
      const [first] = geometry.line
      const isLong = first && geometry.line.some((other) => metresBetween(first, other) > 0)
      return isLong ? null : 'The stretch has no length. Set its ends at two different places.'
    }
    case 'point':
      return geometry.radiusMetres > 0 ? null : 'The point needs a radius above 0 m.'
  }
}
