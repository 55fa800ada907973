import { coverModelOf } from '#planner/engines/cover-model.ts'
import { createSearch, type Snapshot, solve } from '#planner/index.ts'
import { planFrom } from '#planner/plan.ts'
import type { PlanProblem } from '#planner/problem.ts'
import {
  type Benchmark,
  hasBenchmarks,
  ownMclp,
  pmed,
  sjc,
  sjcInstances,
} from '../planner/benchmarks.ts'
import { aCountry } from '../planner/problems.ts'
import { type BenchRow, timed } from './bench-row.ts'
import { certifierRows } from './certifier.ts'
import { locationRows } from './locations.ts'

/** Gap, proof and time of the planner, on public sets where they lie and on a synthetic country. */
export async function planner(): Promise<BenchRow[]> {
  const rows = [...countryRows(), ...(await certifierRows())]
  if (!hasBenchmarks) return rows
  for (let number = 1; number <= 10; number++) rows.push(rowOf(pmed(number), 2_000_000))
  for (const name of ['S1', 'S2', 'S3', 'S4', 'H3', 'H4', 'S5']) {
    rows.push(rowOf(ownMclp(name), 200_000))
  }
  rows.push(sjcRow(), ...locationRows())
  return rows
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(3)} %`
}

/** In the unit of the optimum: demand for cover, demand × minutes for travel time. */
function inOwnUnit({ aim, demand }: PlanProblem, points: number): number {
  if (aim === 'travelTime') return points
  return (points * demand[0]!.reduce((sum, value) => sum + value, 0)) / 100
}

function rowOf({ name, problem, optimum }: Benchmark, maxMoves: number): BenchRow {
  const { result, milliseconds } = timed(() => solve(problem, { seed: 1, maxMoves }))
  const value = inOwnUnit(problem, result.objective)
  return {
    name,
    figures: {
      optimum,
      found: Math.round(value),
      'off optimum': percent(Math.abs(value - optimum) / optimum),
      'proven gap': percent(result.gapShare),
      moves: result.moves,
      ms: milliseconds,
    },
  }
}

function sjcRow(): BenchRow {
  const instances = sjcInstances()
  const { result, milliseconds } = timed(() =>
    instances.map((instance) => {
      const problem = sjc(instance)
      const found = solve(problem, { seed: 1, maxMoves: 3000 })
      const isOptimal = Math.round(inOwnUnit(problem, found.objective)) === instance.optimum
      return { isOptimal, isProven: found.gapShare === 0 }
    }),
  )
  return {
    name: `SJC, ${instances.length} instances`,
    figures: {
      'optimum found': result.filter(({ isOptimal }) => isOptimal).length,
      proven: result.filter(({ isProven }) => isProven).length,
      ms: milliseconds,
    },
  }
}

function countryRows(): BenchRow[] {
  const sizes = [
    { name: 'country 3,000 × 200 × 5', options: {} },
    { name: 'country 4,020 × 120 × 6', options: { rowCount: 67, siteCount: 120, typeCount: 6 } },
  ]
  return sizes.flatMap(({ name, options }) => {
    const problem = aCountry(1, options)
    const compiled = timed(() => coverModelOf(problem))
    const first = timed(() => createSearch(problem, { seed: 1, maxMoves: 1 }).snapshot())
    const start: BenchRow = {
      name: `${name}, first plan`,
      figures: {
        'compile ms': compiled.milliseconds,
        'compile + greedy ms': first.milliseconds,
        points: first.result.objective.toFixed(3),
      },
    }
    const runs = [100_000, 300_000, 1_000_000].map((maxMoves): BenchRow => {
      const { result, milliseconds } = timed(() => solve(problem, { seed: 1, maxMoves }))
      const explained = timed(() => explain(problem, result))
      return {
        name: `${name}, ${maxMoves} moves`,
        figures: {
          points: result.objective.toFixed(3),
          'proven gap': percent(result.gapShare),
          ms: milliseconds,
          'explain ms': explained.milliseconds,
        },
      }
    })
    return [start, ...runs]
  })
}

function explain(problem: PlanProblem, found: Snapshot) {
  return planFrom(problem, found, { objectiveName: 'need-covered', seed: 1, wasStopped: false })
}
