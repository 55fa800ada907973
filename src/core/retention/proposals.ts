import type { KeepingRule } from '../records/keeping.ts'

/**
 * What a person may set; none holds before. Twelve months for closed protected cases and twenty-four for
 * microdata are usual in guidance, the others are guesses; a mission's own rules go first.
 *
 * @source analysis.md §9 (retention); OCHA Data Responsibility Guidelines 2021 (from memory).
 */
export const PROPOSED_RULES: readonly KeepingRule[] = [
  { subject: 'grievances', label: 'severe', months: 12 },
  { subject: 'grievances', label: 'high', months: 24 },
  { subject: 'engagements', label: 'high', months: 24 },
  { subject: 'surveys', label: 'moderate', months: 24 },
  { subject: 'signals', label: 'low', months: 24 },
  { subject: 'incidents', label: 'high', months: 36 },
  { subject: 'protectedIncidents', label: 'severe', months: 36 },
]
