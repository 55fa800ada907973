import { projectionAbout } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { PlacedIncidents } from './incident-cells.ts'
import type { Plane } from './incident-density.ts'

/**
 * Incidents in a plane of metres, with their times: what near repeats are looked for in. One that is
 * known less exactly than `mostErrorMetres` has no place (NaN): it would be near whatever else was
 * put in the same middle of a district.
 */
export function incidentPlane(
  incidents: Pick<
    PlacedIncidents,
    'lonDegrees' | 'latDegrees' | 'occurredEpochMinutes' | 'positionErrorMetres'
  >,
  centre: LonLat,
  mostErrorMetres: number,
): Plane & { readonly occurredEpochMinutes: Float64Array } {
  const { lonDegrees, latDegrees, positionErrorMetres, occurredEpochMinutes } = incidents
  const { eastKilometres, northKilometres } = projectionAbout(centre)
  const placed = (metres: number, i: number) =>
    positionErrorMetres[i]! > mostErrorMetres ? Number.NaN : metres
  return {
    east: lonDegrees.map((lon, i) => placed(1000 * eastKilometres(lon, latDegrees[i]!), i)),
    north: latDegrees.map((lat, i) => placed(1000 * northKilometres(lonDegrees[i]!, lat), i)),
    occurredEpochMinutes,
  }
}
