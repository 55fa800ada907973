import { minutesFor, type PlanProblem } from './problem.ts'

/** Minutes from the nearest unit of a type to each cell under a laydown; NaN: none can get there. */
export function nearestMinutes(
  problem: PlanProblem,
  type: number,
  laydown: Int32Array,
): Float64Array {
  const nearest = new Float64Array(problem.cellStratum.length).fill(Number.NaN)
  problem.sites.forEach((_, site) => {
    if (laydown[site * problem.types.length + type] === 0) return
    for (let cell = 0; cell < nearest.length; cell++) {
      const minutes = minutesFor(problem, type, { site, cell })
      if (!(nearest[cell]! <= minutes) && !Number.isNaN(minutes)) nearest[cell] = minutes
    }
  })
  return nearest
}
