/** Need and service of places; a place of unknown need (NaN) or with neither is left out. */
export type Served = {
  readonly need: ArrayLike<number>
  readonly service: ArrayLike<number>
  /** Places in the order of this, lowest first; ties stand together. */
  readonly rank: (place: number) => number
}

/** Cumulative shares along the order, from 0, 0 to 1, 1, and one number for them. */
export type ServiceCurve = {
  readonly needShare: readonly number[]
  readonly serviceShare: readonly number[]
  /**
   * 1 − twice the area under the curve: 0 on the diagonal, above 0 where those who come first in the
   * order have less service than their part, below 0 where they have more. NaN without need or
   * without service.
   */
  readonly index: number
}

/** The concentration curve of service over need. */
export function serviceCurve({ need, service, rank }: Served): ServiceCurve {
  const places: { readonly at: number; readonly need: number; readonly service: number }[] = []
  for (let place = 0; place < need.length; place++) {
    const [needed, given] = [need[place]!, service[place]!]
    if (!(needed >= 0) || !(needed + given > 0)) continue
    places.push({ at: rank(place), need: needed, service: given })
  }
  places.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
  const needTotal = places.reduce((sum, place) => sum + place.need, 0)
  const serviceTotal = places.reduce((sum, place) => sum + place.service, 0)
  const needShare = [0]
  const serviceShare = [0]
  let [needHeld, serviceHeld, area] = [0, 0, 0]
  places.forEach((place, i) => {
    needHeld += place.need
    serviceHeld += place.service
    if (places[i + 1]?.at === place.at) return
    const [across, up] = [needHeld / needTotal, serviceHeld / serviceTotal]
    area += ((across - needShare.at(-1)!) * (up + serviceShare.at(-1)!)) / 2
    needShare.push(across)
    serviceShare.push(up)
  })
  const isKnown = needTotal > 0 && serviceTotal > 0
  if (!isKnown) return { needShare: [], serviceShare: [], index: Number.NaN }
  return { needShare, serviceShare, index: 1 - 2 * area }
}

/** Share of service that the first so much of need has, in the order of the curve. */
export function serviceOfFirst({ needShare, serviceShare }: ServiceCurve, share: number): number {
  const next = needShare.findIndex((across) => across >= share)
  if (next < 0) return Number.NaN
  if (next === 0) return 0
  const [from, to] = [needShare[next - 1]!, needShare[next]!]
  const part = to > from ? (share - from) / (to - from) : 1
  return serviceShare[next - 1]! + part * (serviceShare[next]! - serviceShare[next - 1]!)
}

/** Some of the points, ends included: more cannot be told apart on a screen. */
export function thinned(values: readonly number[], pointCount: number): number[] {
  if (values.length <= pointCount) return [...values]
  return Array.from(
    { length: pointCount },
    (_, i) => values[Math.round((i * (values.length - 1)) / (pointCount - 1))]!,
  )
}
