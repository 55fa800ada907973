import { kolmPollakEde, kolmPollakKappa } from '#analysis/equity.ts'
import { coveredBy } from './explain.ts'
import { laydownCostUsd } from './laydown-cost.ts'
import { nearestMinutes } from './nearest-minutes.ts'
import type { PlanProblem } from './problem.ts'

/** What a laydown is worth in measures that no price weighs against each other. */
export type PlanMeasures = {
  /** Per cent of weighted demand that at least one unit of each type reaches in time. */
  readonly coveredPoints: number
  /** The stratum with the least of it, and how much; null where nothing is asked. */
  readonly worst: { readonly name: string; readonly coveredPoints: number } | null
  /** Kolm–Pollak minutes to the nearest unit, mean over types by weight; see `FURTHEST_MINUTES`. */
  readonly fairMinutes: number
  /** Of everything in place, and of the places opened, for 30 days. */
  readonly costUsd: number
  readonly moveCount: number
}

/** Whoever is further away, or cannot be reached, counts as this far. */
const FURTHEST_MINUTES = 240

/**
 * Measures laydowns of one problem; the aversion to long ways is fixed at what stands today, so
 * that they can be compared.
 */
export function measuresIn(problem: PlanProblem): (count: Int32Array) => PlanMeasures {
  const types = [...problem.types.keys()].filter((type) => isAsked(problem, type))
  const weight = types.reduce((sum, type) => sum + problem.types[type]!.weight, 0)
  const kappas = new Map(
    types.map((type) => {
      const lived = livedUnder(problem, type, problem.currentCount)
      return [type, kolmPollakKappa(lived)] as const
    }),
  )
  return (count) => {
    const mean = (of: (type: number) => number) =>
      types.reduce((sum, type) => sum + problem.types[type]!.weight * of(type), 0) / weight
    const covered = new Map(types.map((type) => [type, coveredBy(problem, type, count)]))
    const share = (type: number, stratum: number | null) =>
      coveredShare(problem, type, { isCovered: covered.get(type)!, stratum })
    return {
      coveredPoints: types.length === 0 ? 0 : 100 * mean((type) => share(type, null) ?? 0),
      worst: worstOf(problem, types, share),
      fairMinutes: mean((type) =>
        kolmPollakEde(livedUnder(problem, type, count), kappas.get(type)!),
      ),
      costUsd: laydownCostUsd(problem, count),
      moveCount: count.reduce(
        (sum, units, slot) => sum + Math.max(0, units - problem.currentCount[slot]!),
        0,
      ),
    }
  }
}

function isAsked({ types, demand }: PlanProblem, type: number): boolean {
  return types[type]!.weight > 0 && demand[type]!.some((value) => value > 0)
}

function livedUnder(problem: PlanProblem, type: number, count: Int32Array) {
  const values = nearestMinutes(problem, type, count).map((minutes) =>
    Number.isNaN(minutes) ? FURTHEST_MINUTES : Math.min(minutes, FURTHEST_MINUTES),
  )
  return { values, people: problem.demand[type]! }
}

/** Of one stratum, or of all; null where nothing is asked. */
function coveredShare(
  { demand, cellStratum }: PlanProblem,
  type: number,
  { isCovered, stratum }: { readonly isCovered: Uint8Array; readonly stratum: number | null },
): number | null {
  let asked = 0
  let covered = 0
  demand[type]!.forEach((value, cell) => {
    if (stratum !== null && cellStratum[cell] !== stratum) return
    asked += value
    if (isCovered[cell] === 1) covered += value
  })
  return asked === 0 ? null : covered / asked
}

function worstOf(
  problem: PlanProblem,
  types: readonly number[],
  share: (type: number, stratum: number) => number | null,
): PlanMeasures['worst'] {
  let worst: PlanMeasures['worst'] = null
  problem.stratumNames.forEach((name, stratum) => {
    let weight = 0
    let covered = 0
    for (const type of types) {
      const part = share(type, stratum)
      if (part === null) continue
      weight += problem.types[type]!.weight
      covered += problem.types[type]!.weight * part
    }
    const coveredPoints = (100 * covered) / weight
    if (weight > 0 && coveredPoints < (worst?.coveredPoints ?? Infinity)) {
      worst = { name, coveredPoints }
    }
  })
  return worst
}
