import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import { medianOf } from '#planner/engines/median.ts'
import { createMedianProof } from '#planner/engines/median-proof.ts'
import { createSearch, solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { aProblem, aSite, aType } from './problems.ts'

const seeds = fc.integer({ min: 0, max: 1e9 })

/** One type, whole or broken demand, some cells out of reach, some sites forbidden. */
function aSingle(seed: number, aim: PlanProblem['aim']): PlanProblem {
  const random = createRandom(seed)
  const siteCount = 3 + random.below(6)
  const cellCount = 3 + random.below(12)
  const isWhole = random.below(2) === 0
  const draw = () => (isWhole ? random.below(50) : 50 * random.next())
  const minutes = Float64Array.from({ length: siteCount * cellCount }, () =>
    random.below(10) === 0 ? Number.NaN : draw(),
  )
  return aProblem({
    aim,
    sites: Array.from({ length: siteCount }, (_, j) =>
      aSite(j, { rule: random.below(6) === 0 ? 'forbidden' : 'optional' }),
    ),
    types: [aType({ supplyCount: 1 + random.below(4), reachMinutes: 15 })],
    demand: [Float64Array.from({ length: cellCount }, () => draw() + 1)],
    minutes: { vehicle: minutes, foot: minutes },
  })
}

/** Every choice of p allowed sites. */
function choices(problem: PlanProblem): number[][] {
  const allowed = [...problem.sites.keys()].filter((j) => problem.sites[j]!.rule !== 'forbidden')
  const p = Math.min(problem.types[0]!.supplyCount, allowed.length)
  const grow = (from: number, chosen: number[]): number[][] =>
    chosen.length === p
      ? [chosen]
      : allowed.slice(from).flatMap((site, i) => grow(from + i + 1, [...chosen, site]))
  return grow(0, [])
}

function coveredPoints(problem: PlanProblem, sites: readonly number[]): number {
  const demand = problem.demand[0]!
  const covered = demand.filter((_, cell) =>
    sites.some((site) => problem.minutes['vehicle']![site * demand.length + cell]! <= 15),
  )
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  return (100 * sum(covered)) / sum(demand)
}

function travel(problem: PlanProblem, sites: readonly number[]): number {
  const demand = problem.demand[0]!
  const vehicle = problem.minutes['vehicle']!
  const allowed = [...problem.sites.keys()].filter((j) => problem.sites[j]!.rule !== 'forbidden')
  const known = allowed
    .flatMap((site) => [...vehicle.slice(site * demand.length, (site + 1) * demand.length)])
    .filter((way) => !Number.isNaN(way))
  const longest = Math.max(0, ...known)
  return demand.reduce((total, weight, cell) => {
    const ways = sites.map((site) => vehicle[site * demand.length + cell]!)
    return total + weight * Math.min(...ways.map((way) => (Number.isNaN(way) ? 2 * longest : way)))
  }, 0)
}

describe('MCLP', () => {
  it('finds the best of all choices, under bounds that always hold', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = aSingle(seed, 'cover')
        const best = Math.max(...choices(problem).map((sites) => coveredPoints(problem, sites)))
        const search = createSearch(problem, { seed: 1, maxMoves: 600 })
        for (let i = 0; i < 60; i++) {
          const { bound } = search.advance(10)
          if (bound !== null) expect(bound).toBeGreaterThanOrEqual(best - 1e-6)
        }
        expect(search.snapshot().objective).toBeCloseTo(best, 5)
      }),
      { seed: 42, numRuns: 300 },
    )
  })
})

describe('p-median', () => {
  it('finds and proves the best of all choices, under bounds that always hold', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = aSingle(seed, 'travelTime')
        fc.pre(choices(problem)[0]!.length > 0)
        const best = Math.min(...choices(problem).map((sites) => travel(problem, sites)))
        const slack = 1e-9 * best
        const search = createSearch(problem, { seed: 1, maxMoves: 20_000 })
        for (let i = 0; i < 400; i++) {
          const { bound } = search.advance(50)
          if (bound !== null) expect(bound).toBeLessThanOrEqual(best + slack)
        }
        const end = search.snapshot()
        expect(Math.abs(end.objective - best)).toBeLessThanOrEqual(slack)
        expect(end.gapShare).toBe(0)
      }),
    )
  })

  it('bounds rightly even against a total that is far from the best', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = aSingle(seed, 'travelTime')
        fc.pre(choices(problem)[0]!.length > 0)
        const totals = choices(problem).map((sites) => travel(problem, sites))
        const proof = createMedianProof(medianOf(problem))
        const worst = Math.max(...totals)
        for (let i = 0; i < 300; i++) proof.tighten(worst)
        expect(proof.bound).toBeLessThanOrEqual(Math.min(...totals) * (1 + 1e-9))
      }),
    )
  })

  it('refuses limits that it would not keep', () => {
    const problem = { ...aSingle(1, 'travelTime'), budgetUsd: 10 }
    expect(() => solve(problem, { seed: 1, maxMoves: 10 })).toThrow(RangeError)
  })
})
