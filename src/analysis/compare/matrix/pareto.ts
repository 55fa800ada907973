import type { MatrixRow } from './matrix.ts'

/**
 * For each course, the first one that rules it out by some criteria: no worse in the value of any, and
 * materially better in one; −1: there is none. Values that are equal, or differ by no more than is not
 * known, rule nobody out, and neither does a course that lacks a value, which is ruled out by nobody.
 * Those with all values that are ruled out by none are the front. For the few courses of one comparison.
 *
 * @source reference 06-robustness/regret_pareto_shapley.json, where nothing is drawn.
 */
export function ruledOutBy(rows: readonly MatrixRow[]): number[] {
  const courses = [...(rows[0]?.cells.keys() ?? [])]
  return courses.map((course) => courses.findIndex((other) => rulesOut(rows, other, course)))
}

function rulesOut(rows: readonly MatrixRow[], course: number, other: number): boolean {
  const isNoWorse = rows.every(({ criterion, cells }) => {
    const [own, against] = [cells[course]!.value, cells[other]!.value]
    if (own === null || against === null) return false
    return criterion.isHighGood ? own >= against : own <= against
  })
  return isNoWorse && rows.some(({ standings }) => standings[course]![other] === 'better')
}
