import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rescored } from '#analysis/rescored.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import { incidentColumns, situationInput, surveyColumns, twoCounties } from './small-ground.ts'

describe('a situation under other weights', () => {
  it('is the one that would have been measured under them', () => {
    const ground = twoCounties()
    const minutes = Float64Array.from(ground.grid.cells, (_, cell) =>
      cell % 9 === 0 ? Number.NaN : (cell * 13) % 300,
    )
    const travel = { responseMinutes: minutes, travelToTownMinutes: minutes }
    const facts = {
      incidents: [
        incidentColumns([
          { at: [-9.4, 6.6], ageDays: 3 },
          { at: [-9.2, 6.8], ageDays: 90, category: 'displacement', affectedPeopleCount: 40 },
        ]),
      ],
      surveys: [
        surveyColumns([{ areaId: 'a-west', ageDays: 20, sampleCount: 400, feelSafeShare: 0.6 }]),
      ],
    }
    const before = situationInput(ground, { ...facts, indicators: DEFAULT_INDICATORS })
    const measured = situationOf(before, travel)
    const weight = fc.integer({ min: 0, max: 5 })
    const weights = fc.array(weight, { minLength: 7, maxLength: 7 })
    const mean = fc.constantFrom('invertedGeometric', 'arithmetic', 'geometric')
    fc.assert(
      fc.property(weights, mean, fc.integer({ min: 30, max: 240 }), (chosen, needMean, minutes) => {
        const indicators = DEFAULT_INDICATORS.map((row, i) => ({ ...row, weight: chosen[i]! }))
        const responseStandardMinutes = minutes
        const operation = { ...before.operation, needMean, responseStandardMinutes } as const
        const anew = situationOf({ ...before, indicators, operation }, travel)
        expect(rescored(ground, measured, { indicators, operation })).toEqual(anew)
      }),
      { numRuns: 40 },
    )
  })
})
