import { grouped } from '#core/figures.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Ledger } from '../ledger.ts'
import { isInside, isNear, type Theatre } from '../theatre.ts'
import type { Found } from './way.ts'

/** What is to be said of a position; nothing where `code` is ''. */
export type Verdict = {
  readonly isOut: boolean
  readonly code: string
  readonly why: () => string
  /** Put right, it lies in the theatre: nobody took it in another country. */
  readonly isSlip: boolean
}

/** From this share of a file on, it is the file that lies elsewhere and not some of its rows. */
const ELSEWHERE_SHARE = 0.8
const LEAST_POSITIONS = 3

const FINE: Verdict = { isOut: false, code: '', why: () => '', isSlip: false }

/** Judges a position by the globe and the theatre. */
export function verdictOn({ position, named }: Found, theatre: Theatre | null): Verdict {
  const [lon, lat] = position
  if (Math.abs(lat) > 90) {
    return out('coordinate-range', () => `${shown(position)} lies outside the globe`)
  }
  if (lon === 0 && lat === 0) {
    return out('null-island', () => 'its position is 0, 0, which stands for "none"')
  }
  if (!theatre || named) return FINE
  if (isNear(theatre, position)) {
    if (theatre.outlines.length === 0 || isInside(theatre, position)) return FINE
    const why = () => `${shown(position)} lies beyond the border of the theatre`
    return { isOut: false, code: 'outside-border', why, isSlip: false }
  }
  if (Math.abs(lon) <= 90 && isNear(theatre, [lat, lon])) {
    const why = () =>
      `${shown(position)} lies in the theatre only if the two are swapped; swap them`
    return out('likely-swapped', why, true)
  }
  const sign = missingSign(position, theatre)
  const advice = sign
    ? `with a minus before the ${sign} it would lie in it`
    : 'check signs and digits'
  const why = () => `${shown(position)} lies far outside the theatre; ${advice}`
  return out('outside-theatre', why, sign !== null)
}

function out(code: string, why: () => string, isSlip = false): Verdict {
  return { isOut: true, code, why, isSlip }
}

function shown([lon, lat]: LonLat): string {
  return `latitude ${Number(lat.toFixed(5))}, longitude ${Number(lon.toFixed(5))}`
}

function missingSign([lon, lat]: LonLat, theatre: Theatre): string | null {
  if (lon > 0 && isNear(theatre, [-lon, lat])) return 'longitude'
  if (lat > 0 && isNear(theatre, [lon, -lat])) return 'latitude'
  return null
}

/** Counts what lies far away, for one sentence about a file of which nearly all lies elsewhere. */
export type ElsewhereTally = {
  readonly add: (verdict: Verdict, position: LonLat) => void
  readonly tell: (file: string, theatre: Theatre, ledger: Ledger) => void
}

/** An empty tally. */
export function elsewhereTally(): ElsewhereTally {
  const some: LonLat[] = []
  const counts: Counts = { placed: 0, out: 0, slips: 0 }
  return {
    add: ({ code, isSlip }, position) => {
      if (code === 'null-island' || code === 'coordinate-range') return
      counts.placed++
      if (code !== 'outside-theatre') return
      counts.out++
      if (isSlip) counts.slips++
      if (some.length < POSITIONS_FOR_MIDDLE) some.push(position)
    },
    tell: (file, theatre, ledger) => tellOfOtherCountry(file, { counts, some }, theatre, ledger),
  }
}

/** So many are enough to say about where. */
const POSITIONS_FOR_MIDDLE = 10_000

type Counts = { placed: number; out: number; slips: number }

function tellOfOtherCountry(
  file: string,
  { counts: { placed, out, slips }, some }: { readonly counts: Counts; readonly some: LonLat[] },
  theatre: Theatre,
  ledger: Ledger,
): void {
  if (placed < LEAST_POSITIONS || out < ELSEWHERE_SHARE * placed) return
  const share =
    out === placed
      ? `all its ${grouped(out)} positions`
      : `${grouped(out)} of its ${grouped(placed)} positions`
  if (slips >= ELSEWHERE_SHARE * out) {
    const message = `${file}: ${share} lie in the theatre only with a minus sign. Write longitudes west and latitudes south with a minus, or add W and S, and import again.`
    ledger.tell('error', 'sign-missing', message)
    return
  }
  const middle = middleOf(some)
  const metres = metresBetween(middle, nearestIn(theatre, middle))
  const message = `${file} lies in another country: ${share} are about ${grouped(rounded(metres / 1000))} km from the theatre, around ${inWords(middle)}. Open the operation that it belongs to, or correct the positions.`
  ledger.tell('error', 'other-country', message)
}

function middleOf(positions: readonly LonLat[]): LonLat {
  const median = (axis: 0 | 1) => {
    const sorted = positions.map((position) => position[axis]).sort((a, b) => a - b)
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
