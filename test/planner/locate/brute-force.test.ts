import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import { kappaAt, kolmPollak, medianChoice } from '#planner/locate/kolm-pollak.ts'
import { locate } from '#planner/locate/locate.ts'
import type { LocationCase } from '#planner/locate/location-problem.ts'
import { lscp } from '#planner/locate/lscp.ts'
import { mclp } from '#planner/locate/mclp.ts'
import { pcenter } from '#planner/locate/pcenter.ts'
import { pmedian } from '#planner/locate/pmedian.ts'
import { aCase, aRequest, choices, ways } from './cases.ts'

const seeds = fc.integer({ min: 0, max: 1e9 })
const RUNS = { seed: 7, numRuns: 150 }

function asked(seed: number) {
  const facts = aCase(seed)
  const random = createRandom(seed + 1)
  const openCount = 1 + random.below(facts.siteIds.length)
  const radius = facts.distances[random.below(facts.distances.length)]!
  return { facts, openCount, radius, request: aRequest({ openCount, radius, seed: seed % 5 }) }
}

function indicesOf(chosen: readonly string[]): number[] {
  return chosen.map((id) => Number(id.slice(1)))
}

function weighted({ weights }: LocationCase, values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * weights[i]!, 0)
}

describe('against every choice there is', () => {
  it('p-median: the least total, proved', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { facts, openCount, request } = asked(seed)
        const totalOf = (sites: readonly number[]) => weighted(facts, ways(facts, sites))
        const best = Math.min(...choices(facts.siteIds.length, openCount).map(totalOf))
        const found = locate(pmedian, facts, request)
        expect(found.proved).toBe(true)
        expect(found.chosen).toHaveLength(openCount)
        expect(Math.abs(found.objective - best)).toBeLessThanOrEqual(1e-9 * best)
        expect(totalOf(indicesOf(found.chosen))).toBeCloseTo(found.objective, 8)
      }),
      RUNS,
    )
  })

  it('p-centre: the least longest distance, proved', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { facts, openCount, request } = asked(seed)
        const longest = (sites: readonly number[]) => Math.max(...ways(facts, sites))
        const best = Math.min(...choices(facts.siteIds.length, openCount).map(longest))
        const found = locate(pcenter, facts, request)
        expect(found).toMatchObject({ objective: best, bound: best, gapShare: 0, proved: true })
        expect(found.chosen).toHaveLength(openCount)
        expect(longest(indicesOf(found.chosen))).toBe(best)
      }),
      RUNS,
    )
  })

  it('MCLP: the most weight, proved', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { facts, openCount, radius, request } = asked(seed)
        const covered = (sites: readonly number[]) =>
          weighted(
            facts,
            ways(facts, sites).map((way) => Number(way <= radius)),
          )
        const best = Math.max(...choices(facts.siteIds.length, openCount).map(covered))
        const found = locate(mclp, facts, request)
        expect(found.proved).toBe(true)
        expect(found.chosen).toHaveLength(openCount)
        expect(found.objective).toBeCloseTo(best, 8)
        expect(covered(indicesOf(found.chosen))).toBeCloseTo(best, 8)
      }),
      RUNS,
    )
  })

  it('LSCP: the fewest sites for all that can be covered, and how many cannot, proved', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { facts, radius, request } = asked(seed)
        const siteCount = facts.siteIds.length
        const all = ways(facts, [...facts.siteIds.keys()])
        const coverable = [...all.keys()].filter((i) => all[i]! <= radius)
        const coversAll = (sites: readonly number[]) => {
          const way = ways(facts, sites)
          return coverable.every((i) => way[i]! <= radius)
        }
        let least = 0
        while (!choices(siteCount, least).some(coversAll)) least++
        const found = locate(lscp, facts, request)
        expect(found).toMatchObject({ objective: least, bound: least, proved: true })
        expect(found.chosen).toHaveLength(least)
        expect(coversAll(indicesOf(found.chosen))).toBe(true)
        const missing = all.length - coverable.length
        expect(found.notes.join()).toMatch(missing === 0 ? /^$/ : new RegExp(`^${missing} point`))
      }),
      RUNS,
    )
  })

  it('Kolm–Pollak: the least equivalent distance at κ of the p-median answer, proved', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { facts, openCount, request } = asked(seed)
        const everyChoice = choices(facts.siteIds.length, openCount)
        const start = medianChoice(facts, openCount, request.seed)
        const totals = everyChoice.map((sites) => weighted(facts, ways(facts, sites)))
        expect(weighted(facts, ways(facts, start))).toBeCloseTo(Math.min(...totals), 8)
        const kappa = kappaAt(facts, start)
        fc.pre(kappa > 0)
        const people = facts.weights.reduce((sum, weight) => sum + weight, 0)
        const equivalent = (sites: readonly number[]) => {
          const powers = ways(facts, sites).map((way) => Math.exp(kappa * way))
          return Math.log(weighted(facts, powers) / people) / kappa
        }
        const best = Math.min(...everyChoice.map(equivalent))
        const found = locate(kolmPollak, facts, request)
        expect(found.proved).toBe(true)
        expect(Math.abs(found.objective - best)).toBeLessThanOrEqual(1e-8 * best)
        expect(equivalent(indicesOf(found.chosen))).toBeCloseTo(best, 7)
      }),
      RUNS,
    )
  })
})

describe('an answer', () => {
  it.each([pmedian, pcenter, mclp, lscp, kolmPollak])(
    '$name: the same 20 times for one seed, and whether or not it may be proved',
    (problem) => {
      const { facts } = asked(3)
      const request = aRequest({ openCount: 2, radius: 40, seed: 11 })
      const first = locate(problem, facts, request)
      for (let run = 0; run < 20; run++) {
        const mayProve = () => run % 2 === 0
        const { planHash, objective, chosen } = locate(problem, facts, { ...request, mayProve })
        expect({ planHash, objective, chosen }).toEqual({
          planHash: first.planHash,
          objective: first.objective,
          chosen: first.chosen,
        })
      }
    },
  )

  it('Kolm–Pollak: dear ways of far more than 2^53 neither overflow nor move the answer', () => {
    const distances = Float64Array.from([0, 1, 2, 1e5, 2, 1, 0, 1e5, 1e5, 1e5, 1e5, 0])
    const facts = {
      siteIds: ['a', 'b', 'c'],
      weights: Float64Array.from([5, 5, 4, 1]),
      distances,
      openCount: null,
    }
    const found = locate(kolmPollak, facts, aRequest({ openCount: 2 }))
    expect(found.chosen).toEqual(['a', 'c'])
    expect(found.proved).toBe(true)
    const kappa = kappaAt(facts, [0, 2])
    const total = 5 + 5 * Math.exp(kappa) + 4 * Math.exp(2 * kappa) + 1
    expect(found.objective).toBeCloseTo(Math.log(total / 15) / kappa, 9)
  })

  it('Kolm–Pollak: says so where everybody is at distance 0', () => {
    const facts = {
      siteIds: ['a', 'b'],
      weights: Float64Array.of(1, 1),
      distances: Float64Array.of(0, 3, 3, 0),
      openCount: null,
    }
    const found = locate(kolmPollak, facts, aRequest({ openCount: 2 }))
    expect(found).toMatchObject({ objective: 0, proved: true, chosen: ['a', 'b'] })
    expect(found.notes[0]).toContain('distance 0')
  })
})
