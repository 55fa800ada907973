import { listed } from '#core/figures.ts'
import { lostCoverOf } from './cover-lost.ts'
import { minutesFor, type PlanProblem } from './problem.ts'
import { grouped } from './sentences.ts'
import type { Shift } from './shifts.ts'

/** Whom a posting reaches that no unit of its type reaches today. */
type Reached = {
  readonly peopleCount: number
  readonly strata: readonly { readonly name: string }[]
}

/**
 * What a posting does, as the middle of a sentence: the first that is true of whom it reaches anew, what
 * it carries, whom it keeps within reach, to whom it comes nearer and whom it backs up.
 *
 * @param laydown units by slot under the plan.
 */
export function effectOf(
  problem: PlanProblem,
  laydown: Int32Array,
  shift: Shift,
  newCover: Reached,
): string {
  const { name, reachMinutes, weight } = problem.types[shift.type]!
  if (newCover.peopleCount >= 1) {
    const counties = listed(newCover.strata.slice(0, 2).map((stratum) => stratum.name))
    return `reaches ${grouped(newCover.peopleCount)} people whom no ${name} reaches today within ${reachMinutes} minutes, most in ${counties}`
  }
  const crews = problem.types.filter(
    ({ needs }, type) =>
      needs?.typeIndex === shift.type && laydown[shift.to * problem.types.length + type]! > 0,
  )
  if (crews.length > 0) return `carries ${listed(crews.map((crew) => crew.name))} there`
  const served = weight > 0 ? servedBetter(problem, laydown, shift) : null
  if (served !== null) return served
  return problem.sites[shift.to]!.rule === 'forced'
    ? 'fills a place that has to be used'
    : 'serves nobody better'
}

function servedBetter(problem: PlanProblem, laydown: Int32Array, shift: Shift): string | null {
  const { name, reachMinutes } = problem.types[shift.type]!
  const isBarred = shift.from >= 0 && mayNotStay(problem, shift)
  const undone = isBarred ? { ...shift, from: -1 } : shift
  const kept = lostCoverOf(problem, laydown, undone).peopleCount
  if (kept >= 1) return `keeps ${grouped(kept)} people within ${reachMinutes} minutes of ${name}`
  const { nearerCount, backedCount } = betterServed(problem, laydown, undone)
  if (nearerCount >= 1) return `brings service nearer to ${grouped(nearerCount)} people`
  return backedCount >= 1
    ? `stands by for ${grouped(backedCount)} people when the unit that reaches them is busy`
    : null
}

/** Whether units of a shift have to leave where they are: without it they would go back to stock. */
function mayNotStay({ sites }: PlanProblem, { type, from }: Shift): boolean {
  const { rule, barredTypes } = sites[from]!
  return rule === 'forbidden' || barredTypes.includes(type)
}

/**
 * People whose nearest unit comes within a better grade by a shift, and those others who have one more
 * within a grade, where that is worth anything; against the plan with the units back where they came from.
 */
function betterServed(
  problem: PlanProblem,
  laydown: Int32Array,
  { type, count, from, to }: Shift,
): { readonly nearerCount: number; readonly backedCount: number } {
  const { grades, reachMinutes, levelValues } = problem.types[type]!
  const bands = grades.length > 0 ? grades.map((grade) => grade.withinMinutes) : [reachMinutes]
  const levelCount = levelValues.filter((value) => value > 0).length
  const slotAt = (site: number) => site * problem.types.length + type
  const standing = [...problem.sites.keys()].filter(
    (site) => laydown[slotAt(site)]! > 0 || site === from,
  )
  const isWithin = (site: number, cell: number, minutes: number) =>
    minutesFor(problem, type, { site, cell }) <= minutes
  let nearerCount = 0
  let backedCount = 0
  problem.demand[type]!.forEach((demand, cell) => {
    if (demand === 0) return
    let isNearer = false
    let isBacked = false
    for (const minutes of bands) {
      if (!isWithin(to, cell, minutes)) continue
      const after = standing.reduce(
        (sum, site) => sum + (isWithin(site, cell, minutes) ? laydown[slotAt(site)]! : 0),
        0,
      )
      const returned = from >= 0 && isWithin(from, cell, minutes) ? count : 0
      const before = after - count + returned
      if (after <= before) continue
      if (before === 0) isNearer = true
      else if (before < levelCount) isBacked = true
    }
    if (isNearer) nearerCount += problem.peopleCount[cell]!
    else if (isBacked) backedCount += problem.peopleCount[cell]!
  })
  return { nearerCount, backedCount }
}
