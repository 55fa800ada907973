import type { Criterion } from '#core/records/criterion.ts'

/** One that people judge, as no figure of the operation says it; COA 3 waits for its judgement. */
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

/** What the commander has set beside the usual weights: benchmarks, and the range that scores are about. */
const SET: readonly (readonly [
  measureId: string,
  set: Pick<Criterion, 'isHighGood' | 'weight' | 'benchmark' | 'scale'>,
])[] = [
  [
    'needMet',
    { isHighGood: true, weight: 25, benchmark: 0.87, scale: { worst: 0.75, best: 0.95 } },
  ],
  ['peopleOutOfReach', { isHighGood: false, weight: 10, benchmark: 40_000, scale: null }],
  ['worstCounty', { isHighGood: true, weight: 10, benchmark: 0.5, scale: null }],
  ['worstTenthMinutes', { isHighGood: false, weight: 10, benchmark: 270, scale: null }],
  ['casevac', { isHighGood: true, weight: 10, benchmark: 0.3, scale: null }],
  ['patrolPresence', { isHighGood: true, weight: 5, benchmark: 0.5, scale: null }],
  [
    'civilianImpact',
    { isHighGood: false, weight: 10, benchmark: 10_000, scale: { worst: 200_000, best: 0 } },
  ],
]

export const EXERCISE_CRITERIA: readonly Criterion[] = [
  ...SET.map(
    ([measureId, set], i): Criterion => ({
      id: `criterion-${measureId}`,
      measureId,
      name: '',
      definition: '',
      unit: '',
      values: {},
      orderKey: `b${i}`,
      ...set,
    }),
  ),
  CONSENT,
]
