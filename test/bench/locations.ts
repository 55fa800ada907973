import type { LocationProblem } from '#planner/locate/location-problem.ts'
import { lscp } from '#planner/locate/lscp.ts'
import { mclp } from '#planner/locate/mclp.ts'
import { pcenter } from '#planner/locate/pcenter.ts'
import { pmedian } from '#planner/locate/pmedian.ts'
import { readPmed } from '#planner/locate/read-pmed.ts'
import {
  benchmarkTable,
  benchmarkText,
  ownMclp,
  sanFrancisco,
  sjc,
  sjcInstances,
} from '../planner/benchmarks.ts'
import { caseOf } from '../planner/locate/cases.ts'
import type { BenchRow } from './bench-row.ts'
import { cityCoverRows } from './city-cover.ts'
import { type Timed, timedLocate } from './timed-locate.ts'

/** The standard problems of the command `locate`, on the public sets, beside the goals of planner.md 9. */
export function locationRows(): BenchRow[] {
  return [...pmedRows(), ...ownRows(), sjcRow(), ...sanFranciscoRows(), ...cityCoverRows()]
}

function pmedRows(): BenchRow[] {
  const cases = benchmarkTable('orlib-pmed/optima.csv').map((row) => {
    const read = readPmed(benchmarkText(`orlib-pmed/${row[0]}.txt`), row[0]!)
    if (!read.ok) throw new Error(read.issues[0]?.message)
    return { facts: read.value, median: Number(row[3]), centre: Number(row[4]) }
  })
  const rowOf = (problem: LocationProblem, optimumOf: (at: (typeof cases)[number]) => number) => {
    const runs = cases.map((each) => {
      const run = timedLocate(problem, each.facts, { openCount: each.facts.openCount! })
      return { ...run, isOptimal: run.found.objective === optimumOf(each) }
    })
    return {
      name: `locate ${problem.name}, ${cases.length} OR-Library graphs`,
      figures: {
        ...countsOf(runs),
        'CPU s, worst': Math.max(...runs.map(({ cpuSeconds }) => cpuSeconds)),
        goal: 'all 40 proved, 20 s in all, 5 s the worst',
      },
    }
  }
  return [rowOf(pmedian, ({ median }) => median), rowOf(pcenter, ({ centre }) => centre)]
}

function countsOf(runs: readonly (Timed & { readonly isOptimal: boolean })[]) {
  return {
    'optimum found': runs.filter(({ isOptimal }) => isOptimal).length,
    proved: runs.filter(({ found }) => found.proved).length,
    'CPU s, all': runs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
  }
}

function ownRows(): BenchRow[] {
  return ['S1', 'S2', 'S3', 'S4', 'H3', 'H4', 'S5'].map((name) => {
    const { problem, optimum } = ownMclp(name)
    const { supplyCount: openCount, reachMinutes: radius } = problem.types[0]!
    const run = timedLocate(mclp, caseOf(problem), { openCount, radius })
    const { objective, gapShare } = run.found
    return {
      name: `locate mclp, ${name}`,
      figures: {
        optimum,
        found: objective,
        'proven gap': `${(100 * gapShare).toFixed(3)} %`,
        'CPU s': run.cpuSeconds,
        goal: 'optimum in 1 s, proof in 20 s (S5: none)',
      },
    }
  })
}

function sjcRow(): BenchRow {
  const runs = sjcInstances().map((instance) => {
    const asked = { openCount: instance.p, radius: instance.reach }
    const run = timedLocate(mclp, caseOf(sjc(instance)), asked)
    return { ...run, isOptimal: run.found.objective === instance.optimum }
  })
  return { name: `locate mclp, ${runs.length} SJC instances`, figures: countsOf(runs) }
}

function sanFranciscoRows(): BenchRow[] {
  const facts = caseOf(sanFrancisco('cover'))
  const values = new Map([
    [lscp, 8],
    [mclp, 875_247],
    [pmedian, 2_848_268_129.71],
    [pcenter, 7403.06],
  ])
  return [...values].map(([problem, optimum]) => {
    const run = timedLocate(problem, facts, { openCount: 4, radius: 5000 })
    return {
      name: `locate ${problem.name}, San Francisco`,
      figures: {
        optimum,
        found: run.found.objective,
        proved: String(run.found.proved),
        'CPU s': run.cpuSeconds,
        goal: 'the value of spopt',
      },
    }
  })
}
