import type { Interval } from '../statistics/counts.ts'
import { normalQuantile } from '../statistics/normal-quantile.ts'
import { effectiveSampleCount, type SampledShare } from './share-estimate.ts'

/** The answers of one area and how many people live there. */
export type AreaAnswers = SampledShare & { readonly peopleCount: number }

/** One share over several areas. */
export type PooledShare = {
  /** NaN where no area was asked. */
  readonly share: number
  /** Normal, cut at 0 and 1; 95 %. */
  readonly interval: Interval
  readonly sampleCount: number
  /** Share of the people who live in areas that were asked: what the figure can speak for. */
  readonly coveredShare: number
}

/** Fewer asked than this say nothing about their area. */
const LEAST_AREA_SAMPLE = 10

/**
 * The mean over areas by people, however many were asked in each, with its standard error √Σ(w²·
 * p(1 − p)/n); there p is taken with one yes and one no more, so that a unanimous handful is not
 * certain. An area where fewer than 10 were asked is left out and shows in `coveredShare`; it is not
 * taken for the mean.
 *
 * @source W. G. Cochran, Sampling Techniques (1977), stratified sampling.
 */
export function pooledShare(areas: readonly AreaAnswers[]): PooledShare {
  const asked = areas.filter(
    ({ share, sampleCount }) => sampleCount >= LEAST_AREA_SAMPLE && !Number.isNaN(share),
  )
  const people = peopleOf(asked)
  let share = people > 0 ? 0 : Number.NaN
  let variance = 0
  for (const area of asked) {
    const weight = area.peopleCount / people
    const n = effectiveSampleCount(area)
    const careful = (area.share * n + 1) / (n + 2)
    share += weight * area.share
    variance += (weight * weight * careful * (1 - careful)) / n
  }
  const half = normalQuantile(0.975) * Math.sqrt(variance)
  return {
    share,
    interval: { lower: Math.max(0, share - half), upper: Math.min(1, share + half) },
    sampleCount: asked.reduce((sum, { sampleCount }) => sum + sampleCount, 0),
    coveredShare: people / peopleOf(areas),
  }
}

function peopleOf(areas: readonly AreaAnswers[]): number {
  return areas.reduce((sum, { peopleCount }) => sum + peopleCount, 0)
}
