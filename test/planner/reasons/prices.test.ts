import { describe, expect, it } from 'vitest'
import { coverModelOf, UNITS_PER_POINT } from '#planner/engines/cover-model.ts'
import { laydownOf } from '#planner/engines/laydown.ts'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { decisionPrices } from '#planner/reasons/decision-prices.ts'
import { type Decision, decisionsIn, withoutDecision } from '#planner/reasons/decisions.ts'
import { limitGains } from '#planner/reasons/limit-gains.ts'
import { moreUnits } from '#planner/reasons/more-units.ts'
import { finish } from '#planner/steps.ts'
import { bestByTrial, isAllowed, pointsOf } from '../brute-force.ts'
import { aProblem, aSite, aSmallProblem, aType } from '../problems.ts'

const SETTINGS = { seed: 3, maxMoves: 400, boundSteps: 30 }
const CASES = Array.from({ length: 200 }, (_, at) => {
  const problem = aSmallProblem(at + 1)
  return { seed: at + 1, problem, plan: solve(problem, { seed: 1, maxMoves: 400 }).laydown }
})

/** The most that a problem allows, in points; null where no laydown serves all forced places. */
function bestOf(problem: PlanProblem): number | null {
  const best = bestByTrial(coverModelOf(problem))
  return Number.isFinite(best) ? best / UNITS_PER_POINT : null
}

type Row = { readonly placeId: string; readonly typeId: string; readonly count: number }

function changed(
  { sites, types }: PlanProblem,
  plan: Int32Array,
  { come, go }: { readonly come: readonly Row[]; readonly go: readonly Row[] },
): Int32Array {
  const count = plan.slice()
  const slot = ({ placeId, typeId }: Row) =>
    sites.findIndex((site) => site.placeId === placeId) * types.length +
    types.findIndex(({ id }) => id === typeId)
  for (const row of come) count[slot(row)]! += row.count
  for (const row of go) count[slot(row)]! -= row.count
  return count
}

describe('the price of a decision', () => {
  it('is what can be had without it: never more, never less than nothing, nearly always all of it', () => {
    const seen = { all: 0, exact: 0, dear: 0 }
    for (const { seed, problem, plan } of CASES) {
      const decisions = decisionsIn(problem)
      const { prices } = finish(decisionPrices(problem, plan, { ...SETTINGS, decisions }))
      expect(prices.length).toBe(decisions.length)
      const own = bestOf(problem)
      if (own === null || own - pointsOf(problem, plan) > 1e-4) continue
      for (const price of prices) {
        const lifted = withoutDecision(problem, decisions, price.decision)
        // What is no longer held where nothing may stand has to go: a lifted hold may leave less.
        const possible = Math.max(0, bestOf(lifted)! - own)
        seen.all += 1
        expect(price.gainPoints).toBeGreaterThanOrEqual(0)
        expect(price.gainPoints, `seed ${seed}`).toBeLessThanOrEqual(possible + 1e-4)
        expect(price.mostGainPoints!).toBeGreaterThanOrEqual(possible - 1e-4)
        if (price.gainPoints >= possible - 1e-4) seen.exact += 1
        if (price.gainPoints < 0.01) continue
        seen.dear += 1
        const after = changed(problem, plan, price)
        expect(isAllowed(lifted, after)).toBe(true)
        expect(pointsOf(lifted, after) - own).toBeCloseTo(price.gainPoints, 4)
        expect(price.sentence).toContain('without this the plan gains')
      }
    }
    expect(seen.dear).toBeGreaterThan(50)
    expect(seen.exact / seen.all).toBeGreaterThan(0.98)
  })

  it('lifts what one holds and leaves what others hold', () => {
    const problem = aProblem({
      sites: [aSite(0)],
      types: [aType({ supplyCount: 3 })],
      demand: [Float64Array.from([1])],
      minutes: { vehicle: Float32Array.from([5]) },
      currentCount: Int32Array.from([3]),
      fixedCount: Int32Array.from([3]),
    })
    const held = (id: string, count: number): Decision => ({
      kind: 'heldPosting',
      id,
      site: 0,
      name: id,
      lifting: id,
      reason: null,
      barredTypes: [],
      holds: [{ slot: 0, count }],
    })
    const decisions = [held('a', 2), held('b', 1)]
    const fixed = decisions.map((one) => withoutDecision(problem, decisions, one).fixedCount[0])
    expect(fixed).toEqual([1, 2])
    const all = [...decisions, held('c', Infinity)]
    expect(all.map((one) => withoutDecision(problem, all, one).fixedCount[0])).toEqual([3, 3, 3])
  })
})

describe('a little more of what is short', () => {
  it('adds what can be had with it, and nothing where nothing can be', () => {
    const seen = { all: 0, exact: 0, nothing: 0, budget: 0, moves: 0 }
    for (const { seed, problem, plan } of CASES) {
      const own = bestOf(problem)
      const { gains } = finish(limitGains(problem, plan, SETTINGS))
      if (own === null || own - pointsOf(problem, plan) > 1e-4) continue
      for (const gain of gains) {
        if (gain.kind === 'floorPrice' || gain.name.includes(' with ')) continue
        const { maxMoveCount, budgetUsd, types } = problem
        const type = types.findIndex(({ id }) => id === gain.typeId)
        const more: PlanProblem =
          gain.kind === 'unit'
            ? moreUnits(problem, [{ type, count: 1 }])
            : gain.kind === 'moves'
              ? { ...problem, maxMoveCount: maxMoveCount! + 1 }
              : { ...problem, budgetUsd: budgetUsd! + Math.ceil(budgetUsd! / 10) }
        const possible = bestOf(more)! - own
        seen.all += 1
        if (gain.kind !== 'unit') seen[gain.kind] += 1
        expect(gain.gainPoints, `seed ${seed}`).toBeLessThanOrEqual(possible + 1e-4)
        expect(gain.mostGainPoints!).toBeGreaterThanOrEqual(possible - 1e-4)
        if (gain.gainPoints >= possible - 1e-4) seen.exact += 1
        if (possible > 0.01) continue
        seen.nothing += 1
        expect(gain.sentence).toContain('would add nothing')
      }
    }
    expect(seen.exact / seen.all).toBeGreaterThan(0.98)
    expect(Math.min(seen.nothing, seen.budget, seen.moves)).toBeGreaterThan(20)
  })

  it('tells a dearer floor by what it costs today', () => {
    let told = 0
    for (const { problem, plan } of CASES) {
      for (const gain of finish(limitGains(problem, plan, SETTINGS)).gains) {
        if (gain.kind !== 'floorPrice') continue
        told += 1
        const model = coverModelOf(problem)
        const after = laydownOf(model, changed(problem, plan, gain))
        const before = laydownOf(model, plan)
        const points = (after.objective - before.objective) / UNITS_PER_POINT
        expect(gain.gainPoints).toBeCloseTo(points, 6)
      }
    }
    expect(told).toBeGreaterThan(20)
  })

  it('ends early with what it has, as prices of decisions do', () => {
    const { problem, plan } = CASES.find(({ problem: one }) => decisionsIn(one).length > 1)!
    const decisions = decisionsIn(problem)
    for (const steps of [
      limitGains(problem, plan, SETTINGS),
      decisionPrices(problem, plan, { ...SETTINGS, decisions }),
    ]) {
      let step = steps.next()
      while (!step.done) step = steps.next(true)
      expect(step.value.wasStopped).toBe(true)
    }
  })
})
