import { coveredBy } from '../../explain.ts'
import { minutesFor, type PlanProblem } from '../../problem.ts'
import { type Ladder, MORE_UNITS, type Relaxation } from './ladder.ts'

const MOST_ROOMS = 6

/**
 * Room at the places without any that reach most of what is not covered yet, six at most; and only
 * if room at all of them at once does anything.
 */
export function roomLadders(
  problem: PlanProblem,
  at: { readonly near: ReadonlySet<number>; readonly plan: Int32Array; readonly stratum: number },
): Ladder[] {
  const { near, plan, stratum } = at
  const open = openDemand(problem, plan, stratum)
  const full = [...near]
    .map((site) => ({ site, open: open(site), steps: moreRoom(problem, site, plan) }))
    .filter(({ steps }) => steps.length > 0)
    .sort((a, b) => b.open - a.open || a.site - b.site)
    .slice(0, MOST_ROOMS)
  const sites = problem.sites.map((own, site) => {
    const last = full.find((one) => one.site === site)?.steps.at(-1)
    return last ? last.problem.sites[site]! : own
  })
  const onlyIf: Relaxation = {
    kind: 'room',
    name: `more room at ${full.length} places near by`,
    problem: { ...problem, sites },
  }
  return full.map(({ site, steps }) => ({
    kind: 'room',
    tried: `more room at ${problem.sites[site]!.name}`,
    steps: steps.map((step) => ({ kind: 'room', ...step })),
    ...(full.length > 1 ? { onlyIf } : {}),
  }))
}

/** Per place, the weighted demand of a stratum in its reach that the plan does not cover. */
function openDemand(problem: PlanProblem, plan: Int32Array, stratum: number) {
  const { types, cellStratum, demand } = problem
  const parts = types.flatMap(({ weight, reachMinutes }, r) => {
    const all = demand[r]!.reduce((sum, value) => sum + value, 0)
    if (!(weight > 0) || all === 0) return []
    const isCovered = coveredBy(problem, r, plan)
    const cells = [...cellStratum.keys()].filter(
      (cell) => cellStratum[cell] === stratum && isCovered[cell] === 0 && demand[r]![cell]! > 0,
    )
    const worth = (cell: number) => (weight * demand[r]![cell]!) / all
    const isNear = (site: number, cell: number) =>
      minutesFor(problem, r, { site, cell }) <= reachMinutes
    return [
      (site: number) =>
        cells.reduce((sum, cell) => sum + (isNear(site, cell) ? worth(cell) : 0), 0),
    ]
  })
  return (site: number) => parts.reduce((sum, part) => sum + part(site), 0)
}

/** Room for so many more of the largest type, beyond what stands there; where the plan has none left. */
function moreRoom(problem: PlanProblem, site: number, plan: Int32Array) {
  const { types, sites, currentCount } = problem
  const { name, capacityUnits } = sites[site]!
  const largest = Math.max(...types.map(({ sizeUnits }) => sizeUnits))
  const largestName = types.find(({ sizeUnits }) => sizeUnits === largest)!.name
  const usedBy = (count: Int32Array) =>
    types.reduce((sum, { sizeUnits }, r) => sum + sizeUnits * count[site * types.length + r]!, 0)
  const room = Math.max(capacityUnits, usedBy(currentCount))
  if (room - usedBy(plan) >= largest) return []
  return MORE_UNITS.map((more) => ({
    name: `Room for ${more === 1 ? `one more ${largestName}` : `${more} × ${largestName} more`} at ${name}`,
    problem: {
      ...problem,
      sites: sites.map((own, at) =>
        at === site ? { ...own, capacityUnits: room + more * largest } : own,
      ),
    },
  }))
}
