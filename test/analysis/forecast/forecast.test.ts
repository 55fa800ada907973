import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aroundCount, FORECAST_BASELINES } from '#analysis/forecast/baselines.ts'
import { placeScore, placeSkill } from '#analysis/forecast/place-skill.ts'
import {
  centralInterval,
  IGNORANCE_BINS,
  ignoranceScore,
  intervalScore,
  rankedScore,
} from '#analysis/forecast/scores.ts'
import { forecastSkill } from '#analysis/forecast/skill.ts'

const count = fc.integer({ min: 0, max: 60 })
const samples = fc.array(count, { minLength: 1, maxLength: 25 })

describe('scores', () => {
  it('rank as the formula over all pairs, and as the area between the steps', () => {
    fc.assert(
      fc.property(samples, count, (forecast, came) => {
        const n = forecast.length
        const away = forecast.reduce((sum, x) => sum + Math.abs(x - came), 0) / n
        const pairs = forecast.flatMap((x) => forecast.map((other) => Math.abs(x - other)))
        const formula = away - pairs.reduce((sum, one) => sum + one, 0) / (2 * n * n)
        let area = 0
        for (let x = 0; x <= 60; x++) {
          const share = forecast.filter((one) => one <= x).length / n
          area += (share - (came <= x ? 1 : 0)) ** 2
        }
        const found = rankedScore(forecast, came)
        expect(found).toBeCloseTo(formula, 9)
        expect(found).toBeCloseTo(area, 9)
        expect(rankedScore([forecast[0]!], came)).toBe(Math.abs(forecast[0]! - came))
      }),
    )
  })

  it('never punish what is outside the interval less than what is inside', () => {
    fc.assert(
      fc.property(samples, count, (forecast, came) => {
        const { lower, upper } = centralInterval(forecast)
        const found = intervalScore(forecast, came)
        const isInside = came >= lower && came <= upper
        if (isInside) expect(found).toBe(upper - lower)
        else expect(found).toBeGreaterThanOrEqual(upper - lower + 20 - 1e-9)
        expect(forecast).toContain(lower)
        expect(forecast).toContain(upper)
      }),
    )
    expect(centralInterval(Array.from({ length: 100 }, (_, i) => i + 1))).toEqual({
      lower: 5,
      upper: 95,
    })
  })

  it('have an ignorance that is a probability over all bins', () => {
    fc.assert(
      fc.property(samples, (forecast) => {
        const sum = IGNORANCE_BINS.reduce(
          (total, edge) => total + 2 ** -ignoranceScore(forecast, edge),
          0,
        )
        expect(sum).toBeCloseTo(1, 9)
      }),
    )
    expect(ignoranceScore(new Array(989).fill(0), 0)).toBeCloseTo(Math.log2(1000 / 990), 12)
    expect(ignoranceScore([3], 5000)).toBeCloseTo(Math.log2(12), 12)
  })
})

describe('baselines', () => {
  const history = [4, 6, 5, 9, 12, 10, 7, 6, 5, 4, 3, 4, 6]

  it('say what was, and nothing without a history', () => {
    const middleOf = (name: string) => {
      const said = Float64Array.from(FORECAST_BASELINES[name]!(history, 12)!).sort()
      return said[Math.floor(said.length / 2)]!
    }
    expect(middleOf('lastStep')).toBe(6)
    expect(middleOf('sameSeason')).toBe(6)
    expect(middleOf('longRunMean')).toBe(6)
    expect(Array.from(FORECAST_BASELINES['allHistory']!([3, Number.NaN], 12)!)).toEqual([3])
    expect(FORECAST_BASELINES['sameSeason']!(history.slice(0, 5), 12)).toBeNull()
    expect(FORECAST_BASELINES['longRunMean']!([], 12)).toBeNull()
    expect(aroundCount(Number.NaN)).toBeNull()
    expect(new Set(Array.from(aroundCount(0)!))).toEqual(new Set([0]))
  })

  it('spread about their count as Poisson does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (mean) => {
        const said = Float64Array.from(aroundCount(mean)!)
        const average = said.reduce((sum, one) => sum + one, 0) / said.length
        const variance = said.reduce((sum, one) => sum + (one - average) ** 2, 0) / said.length
        expect(Math.abs(average - mean)).toBeLessThan(0.1)
        expect(Math.abs(variance / mean - 1)).toBeLessThan(0.15)
      }),
    )
  })
})

describe('forecastSkill', () => {
  const seasonal = Array.from({ length: 48 }, (_, step) => (step % 12 < 4 ? 20 : 4))

  it('says of each baseline as a forecast that it is the same or worse', () => {
    for (const forecaster of Object.values(FORECAST_BASELINES)) {
      const found = forecastSkill(seasonal, forecaster, { fromStep: 24 })!
      expect(found.verdict).not.toBe('better')
      expect(found.stepCount).toBe(24)
    }
    const always = FORECAST_BASELINES['sameSeason']!
    const found = forecastSkill(seasonal, always, { fromStep: 24 })!
    expect(found.verdict).toBe('same')
    expect(found.bestBaseline.name).toBe('sameSeason')
  })

  it('says when a baseline wins, and when nothing could be scored', () => {
    const blind = forecastSkill(seasonal, () => [0], { fromStep: 24 })!
    expect(blind.verdict).toBe('worseThanBaseline')
    const knowing = forecastSkill(seasonal, (past) => [past.length % 12 < 4 ? 20 : 4], {
      fromStep: 24,
    })!
    expect(knowing).toMatchObject({ verdict: 'better', forecast: { rankedScore: 0 } })
    expect(forecastSkill(seasonal, () => null, { fromStep: 24 })).toBeNull()
    expect(forecastSkill(seasonal, () => [1], { fromStep: 48 })).toBeNull()
  })

  it('looks at nothing that comes later', () => {
    const seen: number[] = []
    forecastSkill(
      seasonal,
      (past) => {
        seen.push(past.length)
        return [1]
      },
      { fromStep: 30 },
    )
    expect(seen).toEqual(Array.from({ length: 18 }, (_, i) => 30 + i))
  })
})

describe('placeSkill', () => {
  const counts = [5, 4, 3, 2, 0, 1, 0, 0]
  const outcome = { counts, areaSquareKilometres: counts.map(() => 36) }

  it('says “worse than the baseline” where it finds 12 and the baseline 14 of 15', () => {
    const baseline = [9, 8, 7, 6, 1, 2, 0, 0]
    const forecast = [9, 8, 7, 1, 6, 2, 0, 0]
    const found = placeSkill(forecast, baseline, outcome, 4)
    expect([found.forecast.hitCount, found.baseline.hitCount]).toEqual([12, 14])
    expect(found.verdict).toBe('worseThanBaseline')
    expect(found.baseline.accuracyIndex).toBeCloseTo(14 / 15 / 0.5, 12)
    expect(found.forecast.efficiencyIndex).toBeCloseTo(12 / 14, 12)
    expect(placeSkill(baseline, baseline, outcome, 4).verdict).toBe('same')
  })

  it('is never better than the best there is, and blind on all of the ground', () => {
    const cells = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 9 }), fc.oneof(count, fc.constant(Number.NaN))),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 12 }), (list, chosen) => {
        const came = {
          counts: list.map(([one]) => one),
          areaSquareKilometres: list.map((_, i) => 30 + i),
        }
        const scores = list.map(([, score]) => score)
        const found = placeScore(scores, came, chosen)
        if (came.counts.every((one) => one === 0)) {
          expect(found.hitCount).toBe(0)
          return
        }
        expect(found.efficiencyIndex).toBeLessThanOrEqual(1)
        expect(placeScore(came.counts, came, chosen).efficiencyIndex).toBe(1)
        expect(placeScore(scores, came, 12).accuracyIndex).toBeCloseTo(1, 12)
      }),
    )
  })
})
