import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageSummary, patrolCoverage } from '#analysis/patrols/patrol-coverage.ts'
import { revisits } from '#analysis/patrols/revisits.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  inputs: {
    visits_day: Record<string, number[]>
    half_life_days: number
    weights: Record<string, number>
  }
  expected: {
    cells: Record<string, Record<string, number | null>>
    cells_visited_share: number
    weight_visited_share: number
    weight_covered_last7: number
    weight_mean_presence_capped: number
  }
}

const AT = 1000 * 1440
const OPTIONS = { atEpochMinutes: AT, windowDays: 30, withinDays: 7, halfLifeDays: 7 }

/** Visits by cell, each a list of days of the last 30. */
function coverageOf(visitDays: readonly (readonly number[])[], halfLifeDays = 7) {
  const visits = visitDays.flatMap((days, cell) => days.map((day) => [cell, day] as const))
  return patrolCoverage(
    {
      cell: Int32Array.from(visits, ([cell]) => cell),
      epochMinutes: Float64Array.from(visits, ([, day]) => AT - (30 - day) * 1440),
    },
    { ...OPTIONS, halfLifeDays, cellCount: visitDays.length },
  )
}

describe.skipIf(!hasReferences)('coverage of the reference', () => {
  const { inputs, expected } = hasReferences
    ? referenceValues<Reference>('04-patrol/coverage_metrics.json')
    : ({} as Reference)

  it('has every measure of every cell, and the sums', () => {
    const names = Object.keys(inputs.visits_day)
    const found = coverageOf(
      names.map((name) => inputs.visits_day[name]!),
      inputs.half_life_days,
    )
    const measures = {
      n: found.visitCount,
      last_age: found.daysSinceVisit,
      presence_capped: found.presenceShare,
      max_gap_incl_edges: found.maxGapDays,
      mean_time_since_visit: found.meanSinceVisitDays,
      share_days_within7: found.shareOfDaysWithin,
    }
    names.forEach((name, cell) => {
      for (const [measure, values] of Object.entries(measures)) {
        const wanted = expected.cells[name]![measure]!
        if (wanted === null) expect(values[cell]).toBeNaN()
        else expect(values[cell]).toBeCloseTo(wanted, 9)
      }
    })
    const weights = names.map((name) => inputs.weights[name]!)
    const summary = coverageSummary(found, weights, 7)
    expect(summary.visitedCellShare).toBeCloseTo(expected.cells_visited_share, 9)
    expect(summary.visitedShare).toBeCloseTo(expected.weight_visited_share, 9)
    expect(summary.coveredShare).toBeCloseTo(expected.weight_covered_last7, 9)
    expect(summary.meanPresenceShare).toBeCloseTo(expected.weight_mean_presence_capped, 9)
    expect(summary.worstGapDays).toBe(30)
  })

  it('ranks a week of visits below a rhythm of weeks on all but the count', () => {
    const [weekly, once] = [0, 1]
    const found = coverageOf([inputs.visits_day['c1']!, inputs.visits_day['c5']!])
    expect(found.visitCount[weekly]).toBe(found.visitCount[once])
    expect(found.meanGapDays[weekly]).toBe(found.meanGapDays[once])
    for (const worse of [found.daysSinceVisit, found.maxGapDays, found.meanSinceVisitDays]) {
      expect(worse[once]).toBeGreaterThan(worse[weekly]!)
    }
    for (const better of [
      found.presenceShare,
      found.presenceShareAtHalf,
      found.presenceShareAtDouble,
      found.shareOfDaysWithin,
    ]) {
      expect(better[once]).toBeLessThan(better[weekly]!)
    }
  })
})

describe('coverage', () => {
  const day = fc.integer({ min: 0, max: 120 }).map((quarter) => quarter / 4)
  const visitDays = fc.array(day, { maxLength: 9 })

  it('is what a look at every moment says', () => {
    fc.assert(
      fc.property(visitDays, fc.integer({ min: 1, max: 12 }), (days, withinDays) => {
        const found = revisits(days, [0, 30], withinDays)
        const ageAt = (at: number) => Math.min(...days.map((one) => (one <= at ? at - one : 1e9)))
        const whole = Array.from({ length: 30 }, (_, at) => at)
        const within = whole.filter((at) => ageAt(at) < withinDays).length
        expect(found.shareOfDaysWithin).toBeCloseTo(within / 30, 12)
        if (days.length === 0) {
          expect(found).toMatchObject({ meanGapDays: 30, maxGapDays: 30 })
          expect(found.meanSinceVisitDays).toBeNaN()
          return
        }
        const first = Math.min(...days)
        let area = 0
        for (let at = first; at < 30; at += 0.25) area += 0.25 * (ageAt(at) + 0.125)
        const mean = first < 30 ? area / (30 - first) : 0
        expect(found.meanSinceVisitDays).toBeCloseTo(mean, 9)
      }),
    )
  })

  it('never gets worse by a further visit, nor by a longer half-life', () => {
    fc.assert(
      fc.property(visitDays, day, (days, another) => {
        const found = coverageOf([days, [...days, another]])
        expect(found.maxGapDays[1]).toBeLessThanOrEqual(found.maxGapDays[0]!)
        expect(found.meanGapDays[1]).toBeLessThan(found.meanGapDays[0]!)
        expect(found.shareOfDaysWithin[1]).toBeGreaterThanOrEqual(found.shareOfDaysWithin[0]!)
        expect(found.presenceShare[1]).toBeGreaterThanOrEqual(found.presenceShare[0]! - 1e-12)
        for (const cell of [0, 1]) {
          const [half, usual, double] = [
            found.presenceShareAtHalf[cell]!,
            found.presenceShare[cell]!,
            found.presenceShareAtDouble[cell]!,
          ]
          expect(half).toBeLessThanOrEqual(usual + 1e-12)
          expect(usual).toBeLessThanOrEqual(double + 1e-12)
          expect(half >= 0 && double <= 1).toBe(true)
          expect(found.maxGapDays[cell]).toBeGreaterThanOrEqual(found.meanGapDays[cell]! - 1e-9)
        }
      }),
    )
  })

  it('leaves out cells that nobody knows the weight of', () => {
    const found = coverageOf([[29], [], [1]])
    const summary = coverageSummary(found, [10, Number.NaN, 0], 7)
    expect(summary).toMatchObject({ visitedShare: 1, coveredShare: 1, worstGapDays: 29 })
    expect(summary.visitedCellShare).toBeCloseTo(2 / 3, 12)
    expect(coverageSummary(found, [0, 0, 0], 7).visitedShare).toBeNaN()
  })
})
