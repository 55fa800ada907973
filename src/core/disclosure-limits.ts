/** Counts of people under this are hidden. */
export const LEAST_CELL_COUNT = 5
/** Counts of sexual violence and of violence against children under this are hidden (analysis.md §9). */
export const LEAST_PROTECTED_COUNT = 10

/** How a survey figure may be shown (analysis.md §3.9). */
export type SurveyDisplay = 'suppressed' | 'noValue' | 'withWarning' | 'value'

/**
 * Under 10 asked nothing is shown, under 30 only that they were too few; up to 59, or with a
 * relative standard error of 0.3 or more, the value carries a warning.
 */
export function surveyDisplay(sampleCount: number, relativeErrorShare: number): SurveyDisplay {
  if (sampleCount < 10) return 'suppressed'
  if (sampleCount < 30) return 'noValue'
  return sampleCount < 60 || relativeErrorShare >= 0.3 ? 'withWarning' : 'value'
}
