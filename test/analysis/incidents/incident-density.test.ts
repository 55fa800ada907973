import { describe, expect, it } from 'vitest'
import { placeIncidents } from '#analysis/incidents/incident-cells.ts'
import {
  decayedWeight,
  incidentDensity,
  kernelDensity,
} from '#analysis/incidents/incident-density.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'
import { incidentColumns, NOW_MINUTES, twoCounties } from '../small-ground.ts'

type Reference = {
  inputs: {
    points_m: [number, number][]
    age_days: number[]
    severity: number[]
    eval_points_m: [number, number][]
    half_life_days: number
    bandwidth_m: number
  }
  expected: {
    weights: number[]
    gaussian_h500: number[]
    quartic_h500: number[]
    gaussian_h500_unweighted: number[]
  }
}

const plane = (points: readonly (readonly [number, number])[]) => ({
  east: points.map(([east]) => east),
  north: points.map(([, north]) => north),
})

describe.skipIf(!hasReferences)('the density of the reference', () => {
  const { inputs, expected } = hasReferences
    ? referenceValues<Reference>('02-spacetime/kde_time_decay.json')
    : ({} as Reference)

  it('halves a weight with each half-life', () => {
    inputs.age_days.forEach((age, i) => {
      const weight = decayedWeight(inputs.severity[i]!, age, inputs.half_life_days)
      expect(weight).toBeCloseTo(expected.weights[i]!, 12)
    })
    expect(decayedWeight(1, -1, 30)).toBe(0)
  })

  it('has both kernels', () => {
    const of = (shape: 'gaussian' | 'quartic', weight: readonly number[]) =>
      kernelDensity({ ...plane(inputs.points_m), weight }, plane(inputs.eval_points_m), {
        shape,
        bandwidth: inputs.bandwidth_m,
      })
    const tables = [
      [of('gaussian', expected.weights), expected.gaussian_h500],
      [of('quartic', expected.weights), expected.quartic_h500],
      [
        of(
          'gaussian',
          expected.weights.map(() => 1),
        ),
        expected.gaussian_h500_unweighted,
      ],
    ] as const
    for (const [found, wanted] of tables) {
      wanted.forEach((value, i) => {
        // cut off at six bandwidths: a ten-millionth of the highest value
        expect(Math.abs(found[i]! - value)).toBeLessThan(1e-13)
      })
    }
  })
})

describe('incidentDensity', () => {
  const { grid } = twoCounties(1.2)
  const options = {
    centre: [-9, 7] as const,
    atEpochMinutes: NOW_MINUTES,
    bandwidthKilometres: 12,
    halfLifeDays: 60,
  }

  it('sums over the ground to the weight of the incidents inside it', () => {
    const incidents = placeIncidents(grid, [
      incidentColumns([
        { at: [-9, 7], ageDays: 0 },
        { at: [-9.05, 6.95], ageDays: 60 },
        { at: [-9, 7], ageDays: -3 },
      ]),
    ])
    for (const shape of ['gaussian', 'quartic'] as const) {
      const density = incidentDensity(grid, incidents, { ...options, shape })
      const total = density.reduce(
        (sum, value, cell) => sum + value * grid.areaSquareKilometres[cell]!,
        0,
      )
      expect(total).toBeCloseTo(0.5 + 0.25, 2)
    }
  })
})
