import { epochMinutesOf } from '#core/time/instant.ts'
import { countsByStep } from '../../incidents/counts-by-step.ts'
import { priorOf, shrunkRate } from '../../statistics/empirical-bayes.ts'
import { reportOpportunity } from '../parts/report-opportunity.ts'
import { windowIncidents } from '../parts/window-incidents.ts'
import type { StudyChoices, StudyFacts } from '../study.ts'

/** Thirteen times four weeks are a year but a day, and every step has each weekday alike. */
export const STEP_DAYS = 28
export const STEP_COUNT = 13

export type StepRates = {
  /** Per 10,000 people a year by step and cell; NaN where nobody lives or could report. */
  readonly rates: readonly Float64Array[]
  /** Reports by step and cell. */
  readonly counts: readonly Float64Array[]
  readonly looseCount: number
  readonly reportCount: number
}

/** Rates of each step, drawn towards the mean of all steps and cells where few people live. */
export function stepRates(facts: StudyFacts, choices: StudyChoices): StepRates {
  const { ground, operation } = facts
  const cellCount = ground.grid.cells.length
  const days = STEP_DAYS * STEP_COUNT
  const every = windowIncidents(facts, choices, { detection: 'reported', days })
  const reports = windowIncidents(facts, choices, {
    detection: 'reported',
    days,
    isCellKnown: true,
  })
  const counts = countsByStep(reports, {
    cellCount,
    /** The step before the planning instant holds that minute too. */
    untilEpochMinutes: epochMinutesOf(operation.planningAt) + 1,
    stepDays: STEP_DAYS,
    stepCount: STEP_COUNT,
  })
  const hasOpportunity = reportOpportunity(facts, days)
  const exposure = ground.peopleCount.map((people, cell) =>
    hasOpportunity[cell] ? (people * STEP_DAYS) / 365.25 / 10_000 : 0,
  )
  const cube = {
    count: counts.flatMap((step) => [...step]),
    exposure: counts.flatMap(() => [...exposure]),
  }
  const prior = priorOf(cube, cube.count.keys())
  return {
    rates: counts.map((step) => step.map((own, cell) => shrunkRate(own, exposure[cell]!, prior))),
    counts,
    looseCount: every.count - reports.count,
    reportCount: every.count,
  }
}
