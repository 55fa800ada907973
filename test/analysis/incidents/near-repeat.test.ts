import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elevatedRisk } from '#analysis/incidents/elevated-risk.ts'
import { nearPairs } from '#analysis/incidents/near-pairs.ts'
import { nearRepeat, nearRepeatSteps } from '#analysis/incidents/near-repeat.ts'
import { poissonAtLeast } from '#analysis/statistics/counts.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type NearRepeat = {
  inputs: {
    events_xyt: [number, number, number][]
    space_bands_m: (number | 'inf')[]
    time_bands_days: (number | 'inf')[]
  }
  expected: {
    observed: number[][]
    expected_independence: number[][]
    mc_p_ge_R999: number[][]
    total_pairs: number
  }
}
type Knox = {
  inputs: { X: number[]; Y: number[]; T: number[]; delta: number; tau: number }
  expected: {
    observed_2x2: number[][]
    expected_2x2: number[][]
    p_poisson_P_ge_observed: number
    p_sim_recomputed_R9999: number
    ratio_obs_exp: number
  }
}

const edgesOf = (bands: readonly (number | 'inf')[]) =>
  bands.slice(1).map((edge) => (edge === 'inf' ? Number.POSITIVE_INFINITY : edge))
const incidentsOf = (events: readonly (readonly [number, number, number])[]) => ({
  east: events.map(([x]) => x),
  north: events.map(([, y]) => y),
  occurredEpochMinutes: events.map(([, , days]) => days * 1440),
})
/** Three sigmas of the difference of two shares, each of so many draws. */
const threeSigmas = (p: number, drawsA: number, drawsB: number) =>
  3 * Math.sqrt(p * (1 - p) * (1 / drawsA + 1 / drawsB)) + 2 / (drawsA + 1)

describe.skipIf(!hasReferences)('near repeats of the references', () => {
  it('finds the planted ones: within 250 m and 7 days', () => {
    const { inputs, expected } = referenceValues<NearRepeat>('02-spacetime/near_repeat.json')
    const table = nearRepeat(incidentsOf(inputs.events_xyt), {
      spaceEdges: edgesOf(inputs.space_bands_m),
      dayEdges: edgesOf(inputs.time_bands_days),
      permutationCount: 999,
      seed: 3,
    })!
    expect([...table.observed]).toEqual(expected.observed.flat())
    expect(table.pairCount).toBe(expected.total_pairs)
    expected.expected_independence.flat().forEach((value, i) => {
      expect(table.expected[i]).toBeCloseTo(value, 9)
    })
    expected.mc_p_ge_R999.flat().forEach((p, i) => {
      expect(Math.abs(table.pValue[i]! - p)).toBeLessThanOrEqual(threeSigmas(p, 999, 999))
    })
    expect(table.pValue[0]).toBe(0.001)
    expect(elevatedRisk(table)).toMatchObject({ withinDistance: 500, withinDays: 7 })
  })

  it('is the Knox test where there are two bands', () => {
    const { inputs, expected } = referenceValues<Knox>('02-spacetime/knox_burkitt.json')
    const events = inputs.X.map((x, i) => [x, inputs.Y[i]!, inputs.T[i]!] as const)
    const table = nearRepeat(incidentsOf(events), {
      spaceEdges: [inputs.delta, Number.POSITIVE_INFINITY],
      dayEdges: [inputs.tau, Number.POSITIVE_INFINITY],
      permutationCount: 1999,
      seed: 5,
    })!
    expect([...table.observed]).toEqual(expected.observed_2x2.flat())
    expected.expected_2x2.flat().forEach((value, i) => {
      expect(table.expected[i]).toBeCloseTo(value, 8)
    })
    expect(table.ratio[0]).toBeCloseTo(expected.ratio_obs_exp, 12)
    const p = expected.p_sim_recomputed_R9999
    expect(Math.abs(table.pValue[0]! - p)).toBeLessThan(threeSigmas(p, 1999, 9999))
    const poisson = poissonAtLeast(table.observed[0]!, table.expected[0]!)
    expect(poisson).toBeCloseTo(expected.p_poisson_P_ge_observed, 12)
  })
})

describe('nearRepeat', () => {
  const place = fc.integer({ min: 0, max: 12 })
  const events = fc.array(fc.tuple(place, place, fc.integer({ min: 0, max: 9 })), { maxLength: 14 })
  const edges = fc
    .uniqueArray(fc.constantFrom(0, 1, 2, 5, 9, Number.POSITIVE_INFINITY), { minLength: 1 })
    .map((list) => list.sort((a, b) => a - b))

  it('counts what a look at every pair counts, whatever the bands', () => {
    fc.assert(
      fc.property(events, edges, edges, fc.nat(), (list, spaceEdges, dayEdges, seed) => {
        const table = nearRepeat(incidentsOf(list), {
          spaceEdges,
          dayEdges,
          permutationCount: 9,
          seed,
        })!
        const observed = new Array(spaceEdges.length * dayEdges.length).fill(0)
        list.forEach(([x, y, day], i) => {
          for (const [otherX, otherY, otherDay] of list.slice(i + 1)) {
            const metres = Math.sqrt((x - otherX) ** 2 + (y - otherY) ** 2)
            const s = spaceEdges.findIndex((edge) => metres <= edge)
            const d = dayEdges.findIndex((edge) => Math.abs(day - otherDay) <= edge)
            if (s >= 0 && d >= 0) observed[s * dayEdges.length + d]++
          }
        })
        expect([...table.observed]).toEqual(observed)
        for (const p of table.pValue) expect(p >= 0.1 && p <= 1).toBe(true)
        const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0)
        if (spaceEdges.at(-1) === Number.POSITIVE_INFINITY) {
          expect(sum(table.expected)).toBeCloseTo(sum(table.observed), 9)
        }
      }),
    )
  })

  it('expects and doubts as all orders of the times do', () => {
    const list = [
      [0, 0, 0],
      [1, 0, 1],
      [0, 1, 3],
      [9, 9, 4],
      [9, 8, 4],
      [5, 5, 9],
    ] as const
    const options = { spaceEdges: [1.5, 7], dayEdges: [1, 3, Number.POSITIVE_INFINITY], seed: 1 }
    const ordersOf = (values: readonly number[]): number[][] =>
      values.length < 2
        ? [[...values]]
        : values.flatMap((first, i) =>
            ordersOf(values.filter((_, j) => j !== i)).map((rest) => [first, ...rest]),
          )
    const found = nearRepeat(incidentsOf(list), { ...options, permutationCount: 4999 })!
    const tables = ordersOf(list.map(([, , day]) => day)).map((days) => {
      const shuffled = list.map(([x, y], i) => [x, y, days[i]!] as const)
      return nearRepeat(incidentsOf(shuffled), { ...options, permutationCount: 0 })!.observed
    })
    found.observed.forEach((count, i) => {
      const mean = tables.reduce((sum, table) => sum + table[i]!, 0) / tables.length
      expect(found.expected[i]).toBeCloseTo(mean, 9)
      const exact = tables.filter((table) => table[i]! >= count).length / tables.length
      const off = Math.abs(found.pValue[i]! - exact)
      expect(off).toBeLessThanOrEqual(3 * Math.sqrt((exact * (1 - exact)) / 4999) + 1 / 5000)
    })
  })

  it('can be ended on the way, repeats itself, and gives up on too many pairs', () => {
    const list = Array.from({ length: 40 }, (_, i) => [(i * 7) % 11, (i * 5) % 13, i % 9] as const)
    const options = { spaceEdges: [3], dayEdges: [2], permutationCount: 50, seed: 9 }
    const steps = nearRepeatSteps(incidentsOf(list), options)
    const shares = Array.from({ length: 20 }, () => steps.next().value as number)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(nearRepeat(incidentsOf(list), options)).toEqual(nearRepeat(incidentsOf(list), options))
    const few = nearPairs(incidentsOf(list), [3], 5)
    let last = few.next()
    while (!last.done) last = few.next()
    expect(last.value).toBeNull()
  })

  it('leaves out what has no place or no time', () => {
    const list = [
      [0, 0, 0],
      [1, 0, 1],
      [0, 1, Number.NaN],
      [Number.NaN, 1, 2],
    ] as const
    const options = { spaceEdges: [2], dayEdges: [3], permutationCount: 9, seed: 1 }
    const found = nearRepeat(incidentsOf(list), options)!
    expect(found.pairCount).toBe(1)
    expect([...found.observed]).toEqual([1])
  })

  it('finds nothing raised where nothing is near', () => {
    const list = Array.from({ length: 12 }, (_, i) => [100 * i, 0, (i * 5) % 12] as const)
    const options = { spaceEdges: [10], dayEdges: [2], permutationCount: 99, seed: 1 }
    expect(elevatedRisk(nearRepeat(incidentsOf(list), options)!)).toBeNull()
  })
})
