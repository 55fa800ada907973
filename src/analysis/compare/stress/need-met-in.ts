import type { Ground } from '../../ground.ts'
import { FINENESS } from '../../whole-units.ts'
import { NEED_UNITS } from '../need-met.ts'
import { wholePeople } from '../whole-people.ts'
import { surgedScore } from './surged-need.ts'

/** Need and service per cell, and the surge that need is under. */
export type ServiceAt = {
  readonly needScore: Float64Array
  readonly servedShare: Float64Array
  readonly surge: { readonly areaIndex: number; readonly factor: number } | null
}

/** The share of need met, of all and by area; NaN where no need is known. */
export type NeedMetIn = { readonly all: number; readonly byArea: Float64Array }

/**
 * Need met of all and of every area in one pass over the cells; 0.05 ms for 4,000 of them. A surge is
 * one of need in its area (`surgedScore`). In whole units, as the measures have it: see `needUnits`.
 */
export function needMetIn(
  { grid, peopleCount, areaNames }: Ground,
  { needScore, servedShare, surge }: ServiceAt,
): NeedMetIn {
  const { areaIndex } = grid
  const people = wholePeople(peopleCount)
  const fineness = NEED_UNITS / FINENESS
  const metBy = new Float64Array(areaNames.length)
  const allBy = new Float64Array(areaNames.length)
  let met = 0
  let all = 0
  for (let cell = 0; cell < needScore.length; cell++) {
    const area = areaIndex[cell]!
    let score = needScore[cell]!
    if (Number.isNaN(score)) continue
    if (surge !== null && area === surge.areaIndex) score = surgedScore(score, surge.factor)
    const weight = Math.round(score * people[cell]! * fineness)
    const served = Math.round(weight * servedShare[cell]!)
    all += weight
    met += served
    if (area < 0) continue
    allBy[area]! += weight
    metBy[area]! += served
  }
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : Number.NaN)
  return { all: share(met, all), byArea: metBy.map((part, area) => share(part, allBy[area]!)) }
}

/** The least of the shares that are known; NaN without any. */
export function leastShare(byArea: Float64Array): number {
  const known = byArea.filter((share) => !Number.isNaN(share))
  return known.length > 0 ? Math.min(...known) : Number.NaN
}
