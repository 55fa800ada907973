import { LEAST_ALARM_COUNT } from '../../incidents/alarm.ts'
import { LEAST_TREND_COUNT } from '../../incidents/trend.ts'
import { categoryName } from '../options.ts'
import type { MethodCard, StudyChoices } from '../study.ts'
import { RECENT_MONTHS } from './county-change.ts'
import { MOST_MODEL_MONTHS, type MonthAlarms } from './month-alarms.ts'

export const LOOKED_AT_MONTHS = 12

/** How the figures come about. */
export function methodOf(
  choices: StudyChoices,
  { model }: MonthAlarms,
  yearCount: number,
): MethodCard {
  return {
    formula:
      model === 'sameMonths'
        ? 'Usual: Farrington’s method, the mean of the same season of two years before, outliers weighed down, with a bound on the scale of the power ⅔.'
        : 'Usual: log μ = β₀ + β₁·t + β₂·sin(2πt/12) + β₃·cos(2πt/12), Poisson, fitted to the months before; alarm above its 99 % upper bound, negative binomial where counts vary more. By county: exact rate ratio (conditional binomial) with its 95 % interval; seasonal Mann–Kendall and Sen slope.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      {
        name: 'Months',
        value: 'whole ones, UTC; the first of the record and the current one are dropped',
      },
      {
        name: 'Fitted to',
        value: `up to ${MOST_MODEL_MONTHS} months before the last ${LOOKED_AT_MONTHS}; by county before the last ${RECENT_MONTHS}`,
      },
      {
        name: 'Compared',
        value: `the last ${RECENT_MONTHS} months with the same months of ${yearCount} earlier ${yearCount === 1 ? 'year' : 'years'}`,
      },
      { name: 'Too few', value: `fewer than ${LEAST_TREND_COUNT} reports in both times together` },
      { name: 'No alarm', value: `on fewer than ${LEAST_ALARM_COUNT} reports a month` },
      { name: 'Changes at', value: 'p below 0.05' },
      { name: 'Slope', value: 'reports a month more or less, each year' },
    ],
    limits: [
      'More reports can mean more reporting: ask who began to report.',
      'How sure the model is of itself is not in the bound.',
      'One county in twenty seems to change by chance.',
      'One war or one campaign in the years before makes everything after it look quiet.',
    ],
    source:
      'Przyborowski and Wilenski, Biometrika 31 (1940); Farrington et al., J. R. Statist. Soc. A 159 (1996); Hirsch, Slack and Smith, Water Resources Research 18 (1982).',
  }
}
