import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeIncidents } from '#analysis/incidents/incident-cells.ts'
import { reportedMass } from '#analysis/measures/reported.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import type { LonLat } from '#core/place.ts'
import { createRandom, type Random } from '#core/random.ts'
import { hasReferences, referenceValues } from './reference-values.ts'
import {
  incidentColumns,
  NOW_MINUTES,
  situationInput,
  type TestIncident,
  twoCounties,
} from './small-ground.ts'

const ground = twoCounties(0.3)
const { grid } = ground
const middles = [0, 1].map((area): LonLat => {
  const cell = grid.areaIndex.indexOf(area)
  return [grid.lonDegrees[cell]!, grid.latDegrees[cell]!]
})

type Reference = {
  inputs: { rateA: number; rateB: number; start: [number, number] }
  expected: Record<'argmax' | 'corrected', { p5: number; p95: number; mean: number }>
}

const PERIODS = 60
const RUNS = 60

/**
 * One patrol a period goes where the record shows more. People report at the true rates wherever the
 * patrol is; it finds incidents only where it goes. Returns the share of the first area in the record.
 */
function patrolledFor(
  { rates, start, random }: { rates: readonly number[]; start: readonly number[]; random: Random },
  recordOf: (incidents: readonly TestIncident[]) => readonly number[],
): number {
  const incidents: TestIncident[] = []
  const add = (area: number, count: number, detection: string) => {
    for (let i = 0; i < count; i++) incidents.push({ at: middles[area]!, ageDays: 1, detection })
  }
  for (const [area, count] of start.entries()) {
    add(area, count, 'discovered')
    add(area, count, 'reported')
  }
  for (let period = 0; period < PERIODS; period++) {
    const record = recordOf(incidents)
    const isTie = record[0] === record[1]
    const there = isTie ? random.below(2) : record[0]! > record[1]! ? 0 : 1
    add(there, poisson(rates[there]!, random), 'discovered')
    for (const [area, rate] of rates.entries()) add(area, poisson(rate / 2, random), 'reported')
  }
  const record = recordOf(incidents)
  return record[0]! / (record[0]! + record[1]!)
}

function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.next(); product > limit; product *= random.next()) count++
  return count
}

/** What need counts, by area. */
function reportedByArea(incidents: readonly TestIncident[]): readonly number[] {
  const input = situationInput(ground)
  const mass = reportedMass(
    {
      input,
      atEpochMinutes: NOW_MINUTES,
      hasOpportunity: new Uint8Array(grid.cells.length).fill(1),
      incidents: {
        recent: placeIncidents(grid, [incidentColumns(incidents)]),
      } as Parameters<typeof reportedMass>[0]['incidents'],
    },
    () => 1,
  )
  return [0, 1].map((area) =>
    mass.reduce((sum, count, cell) => (grid.areaIndex[cell] === area ? sum + count : sum), 0),
  )
}

/** What a map of all records would count. */
function recordedByArea(incidents: readonly TestIncident[]): readonly number[] {
  return middles.map((at) => incidents.filter((row) => row.at === at).length)
}

describe.skipIf(!hasReferences)('patrols that go where the record shows more', () => {
  const { inputs } = referenceValues<Reference>('04-patrol/feedback_loop.json')
  const rates = [inputs.rateA, inputs.rateB]
  const sharesUnder = (recordOf: typeof reportedByArea) =>
    Array.from({ length: RUNS }, (_, run) =>
      patrolledFor({ rates, start: inputs.start, random: createRandom(run + 1) }, recordOf),
    ).sort((a, b) => a - b)
  const band = (shares: readonly number[]) => [
    shares[Math.floor(0.05 * RUNS)]!,
    shares[Math.ceil(0.95 * RUNS) - 1]!,
  ]

  it('do not lock in where need counts reports alone', () => {
    const [low, high] = band(sharesUnder(reportedByArea))
    expect(low).toBeGreaterThan(0.45)
    expect(high).toBeLessThan(0.65)
  })

  it('would lock in if all records counted', () => {
    const shares = sharesUnder(recordedByArea)
    const extreme = shares.filter((share) => share > 0.65 || share < 0.45).length
    expect(extreme / RUNS).toBeGreaterThan(0.8)
  })
})

it('whatever patrols find, need stays as it was', () => {
  const place = fc.tuple(
    fc.double({ min: -9.6, max: -9.3, noNaN: true }),
    fc.double({ min: 6.4, max: 6.7, noNaN: true }),
  )
  const incident = fc.record({
    at: place,
    ageDays: fc.integer({ min: 0, max: 300 }),
    category: fc.constantFrom('violence', 'theft', 'displacement'),
    affectedPeopleCount: fc.nat(500),
  })
  const indicators = DEFAULT_INDICATORS.filter(({ measure }) =>
    ['violenceRate', 'incidentRate', 'displacement'].includes(measure),
  )
  const scoresOf = (incidents: readonly TestIncident[]) => {
    const input = situationInput(ground, { indicators, incidents: [incidentColumns(incidents)] })
    const minutes = new Float64Array(grid.cells.length).fill(30)
    const travel = { responseMinutes: minutes, travelToTownMinutes: minutes }
    return situationOf(input, travel).need.score
  }
  fc.assert(
    fc.property(fc.array(incident), fc.array(incident), (reported, found) => {
      const everywhere = grid.lonDegrees.length
      const heard = Array.from({ length: everywhere }, (_, cell) => ({
        at: [grid.lonDegrees[cell]!, grid.latDegrees[cell]!] as LonLat,
        ageDays: 3,
        category: 'theft',
      }))
      const base = [...heard, ...reported]
      const more = found.map((row) => ({ ...row, detection: 'discovered' }))
      expect(scoresOf([...base, ...more])).toEqual(scoresOf(base))
    }),
    { numRuns: 60 },
  )
})
