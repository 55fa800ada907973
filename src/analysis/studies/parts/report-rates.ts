import { epochMinutesOf } from '#core/time/instant.ts'
import { reportedRates } from '../../measures/reported.ts'
import { priorOf, shrunkRate } from '../../statistics/empirical-bayes.ts'
import { countsUnder } from '../options.ts'
import type { StudyChoices, StudyFacts } from '../study.ts'
import { reportOpportunity } from './report-opportunity.ts'

/** Reports by cell as studies count them. */
export type ReportRates = {
  /** Reported in the window, as far as they are believed; NaN where nobody could have reported. */
  readonly count: Float64Array
  /** Ten thousand people × years. */
  readonly exposure: Float64Array
  /** Per 10,000 people a year, drawn towards the mean of all where few people live; NaN unknown. */
  readonly rate: Float64Array
  /** Chance explains all differences between cells: the rate is the mean everywhere. */
  readonly isEven: boolean
}

/** The rates that clusters are looked for in: shrunk towards all cells, not towards neighbours. */
export function reportRates(facts: StudyFacts, choices: StudyChoices): ReportRates {
  const { ground, operation, incidents } = facts
  const atEpochMinutes = epochMinutesOf(operation.planningAt)
  const hasOpportunity = reportOpportunity(facts)
  const { count, exposure } = reportedRates(
    { input: { ground, operation }, incidents, atEpochMinutes, hasOpportunity },
    countsUnder(choices),
  )
  const prior = priorOf({ count, exposure }, count.keys())
  const rate = count.map((own, cell) =>
    Number.isNaN(own) ? Number.NaN : shrunkRate(own, exposure[cell]!, prior),
  )
  return { count, exposure, rate, isEven: prior.betweenVariance === 0 }
}
