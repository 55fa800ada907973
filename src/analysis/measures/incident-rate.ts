import type { TakeMeasure } from './measure.ts'
import { reportedRate } from './reported.ts'

/** Reported incidents of any kind but rumours, per 10,000 people a year. */
export const incidentRate: TakeMeasure = (facts) =>
  reportedRate(facts, (category) => category !== 'rumour')
