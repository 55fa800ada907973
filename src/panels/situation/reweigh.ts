import type { Ground } from '#analysis/ground.ts'
import { rescored } from '#analysis/rescored.ts'
import type { Situation } from '#analysis/situation.ts'
import type { Indicator } from '#core/records/indicator.ts'
import type { Operation } from '#core/records/operation.ts'

/** A picture and what its need was made from; indicators in the picture's own order. */
export type Weighed = {
  readonly ground: Ground
  readonly operation: Operation
  readonly indicators: readonly Indicator[]
  readonly situation: Situation
}

/** The picture as it would be with other weights or another mean; some 5 ms for 4,000 cells. */
export function reweighed({ ground, situation, indicators, operation }: Weighed): Situation {
  return rescored(ground, situation, { indicators, operation })
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
