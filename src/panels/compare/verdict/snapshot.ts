import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import type { Verdict } from '#core/records/verdict.ts'

/** What a verdict keeps of the matrix: raw values of all that weighs, heaviest first. */
export function snapshotOf({ rows, scenarioIds }: Matrix): Verdict['criteria'] {
  return rows
    .filter(({ criterion }) => criterion.weight > 0)
    .sort((a, b) => b.criterion.weight - a.criterion.weight)
    .map(({ criterion: { name, unit, weight }, cells }) => ({
      name,
      unit,
      weight,
      values: Object.fromEntries(scenarioIds.map((id, i) => [id, cells[i]?.value ?? null])),
    }))
}
