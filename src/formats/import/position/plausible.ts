import { grouped } from '#core/figures.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Ledger } from '../ledger.ts'
import { isInside, isNear, type Theatre } from '../theatre.ts'
import type { Found } from './way.ts'

/** What is to be said of a position; nothing where `why` is ''. */
export type Verdict = {
  readonly isOut: boolean
  readonly code: string
  readonly why: string
  readonly position: LonLat
  /** Put right, it lies in the theatre: nobody took it in another country. */
  readonly isSlip: boolean
}

/** From this share of a file on, it is the file that lies elsewhere and not some of its rows. */
const ELSEWHERE_SHARE = 0.8
const LEAST_POSITIONS = 3

/** Judges a position by the globe and the theatre. */
export function verdictOn({ position, named }: Found, theatre: Theatre | null): Verdict {
  const [lon, lat] = position
  const shown = `latitude ${Number(lat.toFixed(5))}, longitude ${Number(lon.toFixed(5))}`
  const out = (code: string, why: string, isSlip = false): Verdict => ({
    isOut: true,
    code,
    why,
    position,
    isSlip,
  })
  if (Math.abs(lat) > 90) return out('coordinate-range', `${shown} lies outside the globe`)
  if (lon === 0 && lat === 0) {
    return out('null-island', 'its position is 0, 0, which stands for "none"')
  }
  const fine: Verdict = { isOut: false, code: '', why: '', position, isSlip: false }
  if (!theatre || named) return fine
  if (isNear(theatre, position)) {
    const isBeyond = theatre.outlines.length > 0 && !isInside(theatre, position)
    const why = `${shown} lies beyond the border of the theatre`
    return isBeyond ? { ...fine, code: 'outside-border', why } : fine
  }
  if (Math.abs(lon) <= 90 && isNear(theatre, [lat, lon])) {
    const why = `${shown} lies in the theatre only if the two are swapped; swap them`
    return out('likely-swapped', why, true)
  }
  const sign = missingSign(position, theatre)
  const advice = sign
    ? `with a minus before the ${sign} it would lie in it`
    : 'check signs and digits'
  return out('outside-theatre', `${shown} lies far outside the theatre; ${advice}`, sign !== null)
}

function missingSign([lon, lat]: LonLat, theatre: Theatre): string | null {
  if (lon > 0 && isNear(theatre, [-lon, lat])) return 'longitude'
  if (lat > 0 && isNear(theatre, [lon, -lat])) return 'latitude'
  return null
}

/** One sentence for a file of which nearly all lies elsewhere. */
export function tellOfOtherCountry(
  file: string,
  verdicts: readonly Verdict[],
  theatre: Theatre,
  ledger: Ledger,
): void {
  const placed = verdicts.filter(
    ({ code }) => code !== 'null-island' && code !== 'coordinate-range',
  )
  const out = placed.filter(({ code }) => code === 'outside-theatre')
  if (placed.length < LEAST_POSITIONS || out.length < ELSEWHERE_SHARE * placed.length) return
  const slips = out.filter(({ isSlip }) => isSlip)
  const share =
    out.length === placed.length
      ? `all its ${grouped(out.length)} positions`
      : `${grouped(out.length)} of its ${grouped(placed.length)} positions`
  if (slips.length >= ELSEWHERE_SHARE * out.length) {
    const message = `${file}: ${share} lie in the theatre only with a minus sign. Write longitudes west and latitudes south with a minus, or add W and S, and import again.`
    ledger.tell('error', 'sign-missing', message)
    return
  }
  const middle = middleOf(out)
  const metres = metresBetween(middle, nearestIn(theatre, middle))
  const message = `${file} lies in another country: ${share} are about ${grouped(rounded(metres / 1000))} km from the theatre, around ${inWords(middle)}. Open the operation that it belongs to, or correct the positions.`
  ledger.tell('error', 'other-country', message)
}

function middleOf(verdicts: readonly Verdict[]): LonLat {
  const median = (axis: 0 | 1) => {
    const sorted = verdicts.map(({ position }) => position[axis]).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? 0
  }
  return [median(0), median(1)]
}

function nearestIn({ extentDegrees: [west, south, east, north] }: Theatre, [lon, lat]: LonLat) {
  const nearest: LonLat = [
    Math.min(east, Math.max(west, lon)),
    Math.min(north, Math.max(south, lat)),
  ]
  return nearest
}

/** To two figures: more would claim to know. */
function rounded(kilometres: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(kilometres || 1)) - 1)
  return Math.round(kilometres / step) * step
}

function inWords([lon, lat]: LonLat): string {
  const north = `${Math.abs(lat).toFixed(1)}° ${lat < 0 ? 'S' : 'N'}`
  return `${north}, ${Math.abs(lon).toFixed(1)}° ${lon < 0 ? 'W' : 'E'}`
}
