import { hashOf, hashOfNumbers } from '#core/canonical-json.ts'
import type { PlanProblem } from './problem.ts'

/** SHA-256 of everything that a plan follows from; typed arrays by their numbers. Some 5 ns a value. */
export function inputHashOf(problem: PlanProblem): string {
  const plain = Object.fromEntries(
    Object.entries(problem).filter(([, value]) => !ArrayBuffer.isView(value)),
  )
  const { demand: _, demandRange: __, minutes: ___, ...settings } = plain as Partial<PlanProblem>
  const arrays = [
    problem.cellStratum,
    problem.peopleCount,
    ...problem.demand,
    ...Object.keys(problem.minutes)
      .sort()
      .map((key) => problem.minutes[key]!),
    problem.currentCount,
    problem.fixedCount,
  ]
  return hashOf({ settings, arrays: arrays.map(hashOfNumbers) })
}
