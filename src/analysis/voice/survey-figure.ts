import { type SurveyDisplay, surveyDisplay } from '#core/disclosure-limits.ts'
import type { Interval } from '../statistics/counts.ts'
import {
  effectiveSampleCount,
  relativeErrorShare,
  type SampledShare,
  wilsonInterval,
} from './share-estimate.ts'

/** What may be shown of a survey’s answer. */
export type SurveyFigure = {
  readonly display: SurveyDisplay
  /** Null where nothing may be shown. */
  readonly share: number | null
  readonly interval: Interval | null
  /** Null where even that says too much. */
  readonly sampleCount: number | null
  readonly effectiveSampleCount: number | null
}

/**
 * A share as it may be shown: under 10 asked nothing at all, under 30 only that they were too few; a
 * value of 30 to 59, or with a relative standard error of 0.3 or more, carries a warning. From 10
 * asked on it is the effective sample that counts, for a design effect of 2 leaves half.
 *
 * @source analysis.md §3.9; reference 10-disclosure/min_cell_k_anonymity.json, `survey_rule`.
 */
export function surveyFigure(sampled: SampledShare): SurveyFigure {
  const { share, sampleCount } = sampled
  if (!(sampleCount >= 10)) return hidden('suppressed', null, null)
  const effective = effectiveSampleCount(sampled)
  const display = surveyDisplay(Math.max(10, effective), relativeErrorShare(sampled))
  if (display === 'noValue' || Number.isNaN(share)) return hidden('noValue', sampleCount, effective)
  const interval = wilsonInterval(sampled)
  return { display, share, interval, sampleCount, effectiveSampleCount: effective }
}

function hidden(
  display: SurveyDisplay,
  sampleCount: number | null,
  effective: number | null,
): SurveyFigure {
  return { display, share: null, interval: null, sampleCount, effectiveSampleCount: effective }
}
