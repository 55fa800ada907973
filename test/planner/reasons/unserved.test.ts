import { beforeAll, describe, expect, it } from 'vitest'
import { coverModelOf } from '#planner/engines/cover-model.ts'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { decisionsIn } from '#planner/reasons/decisions.ts'
import { solvedAgain } from '#planner/reasons/solve-again.ts'
import { contributionsTo } from '#planner/reasons/unserved/contributions.ts'
import type { Relaxation } from '#planner/reasons/unserved/ladder.ts'
import { laddersFor, priorityLadder, withPriority } from '#planner/reasons/unserved/relaxations.ts'
import { isServed } from '#planner/reasons/unserved/remedies.ts'
import { type Unserved, unservedStrata } from '#planner/reasons/unserved/unserved.ts'
import { finish } from '#planner/steps.ts'
import { strataCover } from '#planner/strata-cover.ts'
import { allowedLaydowns, isAllowed, pointsOf } from '../brute-force.ts'
import { aSmallProblem } from '../problems.ts'

const SEEDS = Array.from({ length: 200 }, (_, at) => at + 1)
const SETTINGS = { seed: 3, maxMoves: 60 }

/** The plan that the reasons start from: searched on with the same effort. */
function planned(problem: PlanProblem): Int32Array {
  return solve(problem, { seed: 1, maxMoves: 40 }).laydown
}

/** Every relaxation that could be tried, by name. */
function relaxations(problem: PlanProblem, plan: Int32Array, stratum: number) {
  const ladders = laddersFor(problem, decisionsIn(problem), { stratum, plan })
  const all = [...ladders, priorityLadder(problem, stratum)]
  return new Map(all.flatMap(({ steps }) => steps.map((step) => [step.name, step] as const)))
}

type Case = {
  readonly seed: number
  readonly problem: PlanProblem
  readonly plan: Int32Array
  readonly strata: readonly Unserved[]
}
let cases: readonly Case[]

beforeAll(() => {
  cases = SEEDS.map((seed) => {
    const problem = aSmallProblem(seed)
    const settings = { ...SETTINGS, decisions: decisionsIn(problem) }
    // Searched on until a search of this length finds no more, so that the reasons begin from it.
    const plan = settledPlan(problem)
    const { strata } = finish(unservedStrata(problem, plan, settings))
    return { seed, problem, plan, strata }
  })
}, 30_000)

function settledPlan(problem: PlanProblem): Int32Array {
  return finish(solvedAgain(problem, planned(problem), SETTINGS)).count.slice()
}

describe('what would serve a stratum', () => {
  it('does so with units that may stand there, and takes no more from others than it says', () => {
    const seen: Record<string, number> = {}
    for (const { seed, problem, plan, strata } of cases) {
      const before = strataCover(problem, plan)
      for (const { stratum, remedies, coveredShare } of strata) {
        const steps = relaxations(problem, plan, stratum)
        const was = before.find((one) => one.stratum === stratum)!
        expect(coveredShare).toBeCloseTo(was.coveredShare, 9)
        for (const remedy of remedies) {
          seen[remedy.kind] = (seen[remedy.kind] ?? 0) + 1
          const step = steps.get(remedy.name) as Relaxation
          const after = moved(problem, plan, remedy)
          const judged = remedy.kind === 'priority' ? problem : step.problem
          expect(keepsLimits(judged, after), `${seed} ${remedy.name}`).toBe(true)
          const here = strataCover(judged, after).find((one) => one.stratum === stratum)!
          expect(here.coveredShare).toBeCloseTo(remedy.coveredShare, 9)
          expect(isServed(problem, was, here)).toBe(true)
          const lost = before.reduce((sum, one) => {
            const now = strataCover(judged, after).find((o) => o.stratum === one.stratum)!
            return one.stratum === stratum
              ? sum
              : sum + Math.max(0, one.coveredPoints - now.coveredPoints)
          }, 0)
          expect(remedy.othersLosePoints).toBeCloseTo(lost, 6)
        }
      }
    }
    for (const kind of ['moves', 'hold', 'rule', 'room', 'budget', 'unit', 'standard', 'priority'])
      expect(seen[kind], kind).toBeGreaterThan(2)
  })

  it('is three things at most, what moves the yardstick alone last and said to be that', () => {
    const seen = { still: 0, moved: 0, behind: 0 }
    for (const { problem, plan, strata } of cases) {
      for (const { stratum, remedies } of strata) {
        expect(remedies.length).toBeLessThanOrEqual(3)
        const first = remedies.findIndex(({ kind }) => kind === 'standard')
        if (first < 0) continue
        const last = remedies.slice(first)
        expect(last.every(({ kind }) => kind === 'standard')).toBe(true)
        if (first > 0) seen.behind += 1
        for (const remedy of last) {
          const { sentence, come, go, byTodaysStandardShare } = remedy
          const after = strataCover(problem, moved(problem, plan, remedy))
          const here = after.find((one) => one.stratum === stratum)!
          expect(byTodaysStandardShare).toBeCloseTo(here.coveredShare, 9)
          const isStill = come.length + go.length === 0
          seen[isStill ? 'still' : 'moved'] += 1
          expect(sentence).toMatch(
            isStill
              ? /would count as \d+ % of need covered, but nobody comes sooner/
              : /would count as \d+ % .* moves the yardstick: by today’s standard it would be \d+ %/,
          )
        }
      }
    }
    expect(Math.min(seen.still, seen.moved, seen.behind)).toBeGreaterThan(2)
  })

  it('is never called out of reach where any laydown at all would serve it', () => {
    let farCount = 0
    for (const { seed, problem, plan, strata } of cases) {
      for (const { stratum, outOfReach } of strata) {
        const was = strataCover(problem, plan).find((one) => one.stratum === stratum)!
        const ladders = laddersFor(problem, decisionsIn(problem), { stratum, plan })
        for (const ladder of ladders
          .filter(({ tried }) => outOfReach.includes(tried))
          .slice(0, 1)) {
          farCount += 1
          const model = coverModelOf(ladder.steps.at(-1)!.problem)
          if (model.supply.some((supply) => supply > 4)) continue
          for (const count of allowedLaydowns(model)) {
            const judged = ladder.steps.at(-1)!.problem
            const here = strataCover(judged, count).find((one) => one.stratum === stratum)!
            expect(isServed(problem, was, here), `seed ${seed}`).toBe(false)
          }
        }
      }
    }
    expect(farCount).toBeGreaterThan(20)
  })

  it('is told by whom it is served, in shares that add up to what is covered', () => {
    for (const { problem, plan } of cases) {
      for (const { stratum, coveredShare } of strataCover(problem, plan)) {
        const rows = contributionsTo(problem, plan, stratum)
        expect(rows.reduce((sum, row) => sum + row.countedShare, 0)).toBeCloseTo(coveredShare, 9)
        for (const row of rows) {
          const less = plan.slice()
          const site = problem.sites.findIndex(({ placeId }) => placeId === row.placeId)
          const type = problem.types.findIndex(({ id }) => id === row.typeId)
          less[site * problem.types.length + type] = 0
          const without = strataCover(problem, less).find((one) => one.stratum === stratum)!
          expect(coveredShare - without.coveredShare).toBeCloseTo(row.aloneShare, 9)
        }
      }
    }
  })

  it('counts need several times and nothing else otherwise', () => {
    for (const seed of SEEDS) {
      const problem = aSmallProblem(seed)
      const twice = withPriority(problem, 0, 2)
      const weights = (of: PlanProblem) => of.types.reduce((sum, { weight }) => sum + weight, 0)
      const scale = weights(problem) / weights(twice)
      const count = problem.currentCount
      const inside = strataCover(problem, count).find(({ stratum }) => stratum === 0)
      const flat = (of: PlanProblem): PlanProblem => ({
        ...of,
        types: of.types.map((type) => ({ ...type, levelValues: [1], grades: [] })),
      })
      expect(pointsOf(flat(twice), count)).toBeCloseTo(
        scale * (pointsOf(flat(problem), count) + (inside?.coveredPoints ?? 0)),
        6,
      )
    }
  })

  it('is the same whether one stratum is asked about or all', () => {
    for (const { problem, plan, strata } of cases.slice(0, 40)) {
      const settings = { ...SETTINGS, decisions: decisionsIn(problem) }
      for (const whole of strata) {
        const only = finish(unservedStrata(problem, plan, { ...settings, only: whole.stratum }))
        expect(only.strata).toEqual([whole])
      }
    }
  })

  it('ends early with what it has', () => {
    const problem = aSmallProblem(7)
    const steps = unservedStrata(problem, planned(problem), {
      ...SETTINGS,
      decisions: decisionsIn(problem),
    })
    let step = steps.next()
    while (!step.done) step = steps.next(true)
    expect(step.value.wasStopped).toBe(true)
    for (const { remedies } of step.value.strata) expect(remedies).toEqual([])
  })
})

function moved(
  { sites, types }: PlanProblem,
  plan: Int32Array,
  { come, go }: { readonly come: readonly Change[]; readonly go: readonly Change[] },
): Int32Array {
  const count = plan.slice()
  const slot = ({ placeId, typeId }: Change) =>
    sites.findIndex((site) => site.placeId === placeId) * types.length +
    types.findIndex(({ id }) => id === typeId)
  for (const change of come) count[slot(change)]! += change.count
  for (const change of go) count[slot(change)]! -= change.count
  return count
}

type Change = { readonly placeId: string; readonly typeId: string; readonly count: number }

/** Forced places that no search could fill aside. */
function keepsLimits(problem: PlanProblem, count: Int32Array): boolean {
  const sites = problem.sites.map((site) =>
    site.rule === 'forced' ? { ...site, rule: 'optional' as const } : site,
  )
  return isAllowed({ ...problem, sites }, count)
}
