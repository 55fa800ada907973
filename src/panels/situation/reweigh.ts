import type { Ground } from '#analysis/ground.ts'
import { needSurface } from '#analysis/need.ts'
import type { Situation } from '#analysis/situation.ts'
import { rankedCommunities, underservedSurface } from '#analysis/underserved.ts'
import type { Indicator } from '#core/records/indicator.ts'
import type { Operation } from '#core/records/operation.ts'

/** A picture and what its need was made from; indicators in the picture's own order. */
export type Weighed = {
  readonly ground: Ground
  readonly operation: Operation
  readonly indicators: readonly Indicator[]
  readonly situation: Situation
}

/**
 * The picture as it would be with other weights or another mean: scores, travel and presence stay.
 * Some 5 ms for 4,000 cells, so it can follow a slider that is in hand.
 */
export function reweighed({ ground, operation, indicators, situation }: Weighed): Situation {
  const onScoreScale = indicators.map((indicator) => ({
    ...indicator,
    lo: 0,
    hi: 10,
    isHighGood: false,
  }))
  const surfaces = situation.need.indicatorScores.map((values, i) => ({
    values,
    confidenceShare: situation.need.indicatorConfidences?.[i] ?? null,
  }))
  const need = needSurface(onScoreScale, surfaces, {
    cellCount: situation.need.score.length,
    mean: operation.needMean,
    dataThresholdShare: operation.needDataThresholdShare,
  })
  const served = underservedSurface(need.score, {
    presenceShare: situation.presence.presenceShare,
    responseMinutes: situation.responseMinutes,
    responseStandardMinutes: operation.responseStandardMinutes,
  })
  return {
    ...situation,
    need,
    ...served,
    ...rankedCommunities(ground, served.underservedScore, need),
  }
}

/** Share of people who live where an indicator has a value. */
export function dataShare(ground: Ground, scores: Float64Array): number {
  let known = 0
  let all = 0
  scores.forEach((score, cell) => {
    const people = ground.peopleCount[cell] ?? 0
    all += people
    if (!Number.isNaN(score)) known += people
  })
  return all > 0 ? known / all : Number.NaN
}
