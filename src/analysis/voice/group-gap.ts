import { type SampledShare, type ShareDifference, shareDifference } from './share-estimate.ts'
import { type SurveyFigure, surveyFigure } from './survey-figure.ts'

/** The answers of one group, as women, men. */
export type GroupAnswers = SampledShare & { readonly group: string }

/** How groups differ, which a mean over all hides. */
export type GroupGap = {
  /** As they may be shown, in the order given; those that may not are there, as suppressed. */
  readonly figures: readonly (SurveyFigure & { readonly group: string })[]
  /** The widest difference between two groups that may be shown; null with fewer than two. */
  readonly widest:
    | (ShareDifference & { readonly highGroup: string; readonly lowGroup: string })
    | null
}

/**
 * Figures of groups and the widest gap between them. Beside a single suppressed group nobody may
 * print how many were asked in all, or what all said: it could be worked out.
 *
 * @param groups groups of one kind, that have nobody in common: sexes or ages, not women and youth.
 */
export function groupGap(groups: readonly GroupAnswers[]): GroupGap {
  const figures = groups.map((answers) => ({ ...surveyFigure(answers), group: answers.group }))
  const shown = groups.filter((_, i) => figures[i]!.share !== null)
  if (shown.length < 2) return { figures, widest: null }
  const high = shown.reduce((best, one) => (one.share > best.share ? one : best))
  const others = shown.filter((one) => one !== high)
  const low = others.reduce((best, one) => (one.share < best.share ? one : best))
  return {
    figures,
    widest: { ...shareDifference(high, low), highGroup: high.group, lowGroup: low.group },
  }
}
