import type { TakeMeasure } from './measure.ts'
import { reportedRate } from './reported.ts'

/** Reported violence, per 10,000 people a year. */
export const violenceRate: TakeMeasure = (facts) =>
  reportedRate(facts, (category) => category === 'violence')
