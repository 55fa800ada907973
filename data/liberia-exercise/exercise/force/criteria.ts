import type { Criterion } from '#core/records/criterion.ts'

/** One that people judge, as no figure of the operation says it. */
const CONSENT: Criterion = {
  id: 'criterion-consent',
  measureId: null,
  name: 'Consent of communities',
  definition: 'How far the communities that get a camp have agreed to it, as Civil Affairs judges.',
  unit: 'of 10',
  isHighGood: true,
  weight: 5,
  benchmark: 6,
  scale: { worst: 0, best: 10 },
  values: { 'current-posture': 7, 'coa-1': 8, 'coa-2': 6 },
  orderKey: 'a',
}

export const EXERCISE_CRITERIA: readonly Criterion[] = [CONSENT]
