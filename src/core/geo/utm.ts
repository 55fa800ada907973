import type { LonLat } from '../place.ts'

const DEGREES = 180 / Math.PI
const SCALE = 0.9996
const FALSE_EASTING_METRES = 500_000
const FALSE_NORTHING_METRES = 10_000_000

/** Third flattening of WGS 84 and its powers. */
const N1 = 1 / (2 * 298.257_223_563 - 1)
const [N2, N3] = [N1 ** 2, N1 ** 3]
/** Radius of the circle that is as long as a meridian. */
const RECTIFYING_METRES = (6_378_137 / (1 + N1)) * (1 + N2 / 4 + N1 ** 4 / 64)
const ALPHA = [
  N1 / 2 - (2 * N2) / 3 + (5 * N3) / 16,
  (13 * N2) / 48 - (3 * N3) / 5,
  (61 * N3) / 240,
] as const
const BETA = [N1 / 2 - (2 * N2) / 3 + (37 * N3) / 96, N2 / 48 + N3 / 15, (17 * N3) / 480] as const
const DELTA = [2 * N1 - (2 * N2) / 3 - 2 * N3, (7 * N2) / 3 - (8 * N3) / 5, (56 * N3) / 15] as const

/** Numerical eccentricity. */
const E1 = (2 * Math.sqrt(N1)) / (1 + N1)

/** A position on one of the sixty strips of the universal transverse Mercator grid. */
export type Utm = {
  /** 1 to 60. */
  readonly zone: number
  readonly isSouth: boolean
  readonly eastingMetres: number
  readonly northingMetres: number
}

/**
 * Degrees WGS 84 of a UTM position, right to a centimetre within its zone.
 *
 * @source L. Krüger, "Konforme Abbildung des Erdellipsoids in der Ebene" (1912), to the third power.
 */
export function fromUtm({ zone, isSouth, eastingMetres, northingMetres }: Utm): LonLat {
  const unit = SCALE * RECTIFYING_METRES
  const xi = (northingMetres - (isSouth ? FALSE_NORTHING_METRES : 0)) / unit
  const eta = (eastingMetres - FALSE_EASTING_METRES) / unit
  let [north, east] = [xi, eta]
  BETA.forEach((beta, index) => {
    const times = 2 * (index + 1)
    north -= beta * Math.sin(times * xi) * Math.cosh(times * eta)
    east -= beta * Math.cos(times * xi) * Math.sinh(times * eta)
  })
  const conformal = Math.asin(Math.sin(north) / Math.cosh(east))
  const latitude = DELTA.reduce(
    (sum, delta, index) => sum + delta * Math.sin(2 * (index + 1) * conformal),
    conformal,
  )
  const fromMeridian = Math.atan2(Math.sinh(east), Math.cos(north))
  return [6 * zone - 183 + fromMeridian * DEGREES, latitude * DEGREES]
}

/** The UTM position of degrees WGS 84, in a zone that it lies in or near. */
export function toUtm([lon, lat]: LonLat, zone: number): Utm {
  const sine = Math.sin(lat / DEGREES)
  const fromMeridian = (lon - (6 * zone - 183)) / DEGREES
  const conformal = Math.sinh(Math.atanh(sine) - E1 * Math.atanh(E1 * sine))
  const xi = Math.atan2(conformal, Math.cos(fromMeridian))
  const eta = Math.atanh(Math.sin(fromMeridian) / Math.hypot(1, conformal))
  let [north, east] = [xi, eta]
  ALPHA.forEach((alpha, index) => {
    const times = 2 * (index + 1)
    north += alpha * Math.sin(times * xi) * Math.cosh(times * eta)
    east += alpha * Math.cos(times * xi) * Math.sinh(times * eta)
  })
  const unit = SCALE * RECTIFYING_METRES
  const isSouth = lat < 0
  return {
    zone,
    isSouth,
    eastingMetres: FALSE_EASTING_METRES + unit * east,
    northingMetres: (isSouth ? FALSE_NORTHING_METRES : 0) + unit * north,
  }
}
