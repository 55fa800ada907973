import type { ChartBlock } from '#core/records/page.ts'

/** Of series that mean nothing but themselves, the first the heaviest. */
export const SERIES_TONES: readonly ChartBlock['series'][number]['tone'][] = [
  'main',
  'second',
  'third',
  'watch',
  'unknown',
]
