import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { farringtonAlarm } from '#analysis/incidents/farrington.ts'
import {
  expectedCount,
  LEAST_MODEL_STEPS,
  seasonalAlarms,
  seasonalModel,
} from '#analysis/incidents/seasonal-alarm.ts'
import { poissonRegression } from '#analysis/statistics/poisson-regression.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  inputs: { counts: number[] }
  expected: {
    farrington: { upper: number[]; alarm_months: number[] }
    poisson_glm: { coef: number[]; se: number[]; deviance: number; dispersion: number }
    poisson_glm_fit36_forecast37_48: { mean: number[]; upper_q99: number[]; alarms: number[] }
  }
}

/** Months of alarms, the first month being 1. */
const monthsOf = (alarms: readonly { step: number; isAlarm: boolean }[]) =>
  alarms.filter(({ isAlarm }) => isAlarm).map(({ step }) => step + 1)

describe.skipIf(!hasReferences)('alarms of the reference', () => {
  const { inputs, expected } = hasReferences
    ? referenceValues<Reference>('02-spacetime/monthly_counts_alarm_trend.json')
    : ({} as Reference)

  it('fits as R glm does', () => {
    const model = seasonalModel(inputs.counts)!
    expected.poisson_glm.coef.forEach((value, c) => {
      expect(model.coefficients[c]).toBeCloseTo(value, 9)
      expect(model.standardErrors[c]).toBeCloseTo(expected.poisson_glm.se[c]!, 6)
    })
    expect(model.deviance).toBeCloseTo(expected.poisson_glm.deviance, 8)
    expect(model.dispersion).toBeCloseTo(expected.poisson_glm.dispersion, 8)
  })

  it('is silent through the season and loud from month 45 on', () => {
    const wanted = expected.poisson_glm_fit36_forecast37_48
    const alarms = seasonalAlarms(inputs.counts, { fromStep: 36 })!
    alarms.forEach(({ expectedCount: mean, upperCount }, i) => {
      expect(mean).toBeCloseTo(wanted.mean[i]!, 6)
      expect(upperCount).toBe(wanted.upper_q99[i])
    })
    expect(monthsOf(alarms)).toEqual(wanted.alarms)
  })

  it('alarms from month 44 on by Farrington, with the bounds of surveillance', () => {
    const alarms = expected.farrington.upper.map((_, i) => farringtonAlarm(inputs.counts, 36 + i)!)
    alarms.forEach(({ upperCount }, i) => {
      expect(upperCount).toBeCloseTo(expected.farrington.upper[i]!, 5)
    })
    expect(monthsOf(alarms)).toEqual(expected.farrington.alarm_months)
  })
})

describe('alarms', () => {
  const month = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  )
  const quiet = fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 7 }) },
  )
  const series = fc.oneof(
    fc.array(month, { minLength: 30, maxLength: 60 }),
    fc.array(quiet, { minLength: 30, maxLength: 60 }),
  )

  it('never come from a handful or the unknown, and only above what is expected', () => {
    fc.assert(
      fc.property(series, (counts) => {
        const fromStep = counts.length - 6
        const seasonal = seasonalAlarms(counts, { fromStep }) ?? []
        const byFarrington = [0, 1, 2, 3, 4, 5].flatMap(
          (i) => farringtonAlarm(counts, fromStep + i) ?? [],
        )
        for (const { count, expectedCount: mean, upperCount, isAlarm } of [
          ...seasonal,
          ...byFarrington,
        ]) {
          expect(Number.isFinite(mean) && upperCount >= Math.floor(mean)).toBe(true)
          if (isAlarm) expect(count >= 5 && count > upperCount).toBe(true)
        }
      }),
    )
  })

  it('keep the total of the counts they were fitted to, as a log link does', () => {
    fc.assert(
      fc.property(series, (counts) => {
        const model = seasonalModel(counts)
        if (!model) return
        const known = counts.filter((count) => !Number.isNaN(count))
        const total = known.reduce((sum, count) => sum + count, 0)
        expect(model.fitted.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(total, 4)
        const first = counts.findIndex((count) => !Number.isNaN(count))
        expect(expectedCount(model, first)).toBeCloseTo(model.fitted[0]!, 9)
      }),
    )
  })

  it('widen where months vary more than chance', () => {
    const steady = Array.from({ length: 36 }, (_, i) => 20 + (i % 3) - 1)
    const wild = steady.map((count, i) => (i % 2 === 0 ? count * 2 - 4 : 4))
    const boundOf = (counts: number[]) =>
      seasonalAlarms([...counts, 30], { fromStep: 36 })![0]!.upperCount
    expect(boundOf(wild)).toBeGreaterThan(boundOf(steady) + 5)
  })

  it('are not made of a wave through a handful of months', () => {
    const burst = Array.from({ length: 30 }, (_, step) => (step >= 27 ? 6 : 0))
    expect(seasonalModel(burst)).toBeNull()
    const often = burst.map((count, step) => (step % 4 === 0 ? 2 : count))
    expect(often.filter((count) => count > 0).length).toBeGreaterThan(LEAST_MODEL_STEPS)
    expect(seasonalModel(often)).not.toBeNull()
  })

  it('say nothing without years to compare with', () => {
    expect(seasonalAlarms([3, 4, 5, 3, 99], { fromStep: 4 })).toBeNull()
    expect(seasonalAlarms(new Array(40).fill(0), { fromStep: 36 })).toBeNull()
    expect(farringtonAlarm(new Array(40).fill(3), 20)).toBeNull()
    expect(farringtonAlarm(new Array(40).fill(0), 36)).toBeNull()
    expect(
      poissonRegression(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [1, 2, 3],
      ),
    ).toBeNull()
  })
})
