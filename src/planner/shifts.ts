import type { CoverModel } from './engines/cover-model.ts'
import { minutesFor, type PlanProblem } from './problem.ts'

/** Units of one type that go from one site to another, or from stock (`from` −1), or to stock (`to` −1). */
export type Shift = {
  readonly type: number
  readonly count: number
  readonly from: number
  readonly to: number
}

/**
 * Who goes where between two laydowns: sites that lose units of a type are matched with sites that
 * gain them, carriers with the crews that they carry, then the nearest pair first by that type's
 * travel time; what is over comes from or goes to stock. Equal times go by the order of sites.
 *
 * @param laydown units per slot after the change; before it, the problem's `currentCount`.
 */
export function shiftsBetween(problem: PlanProblem, laydown: Int32Array): Shift[] {
  const typeCount = problem.types.length
  const carriers = new Set(problem.types.map(({ needs }) => needs?.typeIndex ?? -1))
  const order = [...problem.types.keys()].sort(
    (a, b) => Number(carriers.has(a)) - Number(carriers.has(b)) || a - b,
  )
  const shifts: Shift[] = []
  for (const type of order) {
    const change = problem.sites.map(
      (_, site) =>
        laydown[site * typeCount + type]! - problem.currentCount[site * typeCount + type]!,
    )
    const crews = shifts.filter((shift) => problem.types[shift.type]!.needs?.typeIndex === type)
    shifts.push(...shiftsOfType(problem, { type, change, crews }))
  }
  return shifts.sort((a, b) => a.type - b.type)
}

type Matching = {
  readonly type: number
  readonly change: number[]
  /** What goes first: carriers along with the crews that they carry. */
  readonly crews: readonly Shift[]
}

function shiftsOfType(problem: PlanProblem, { type, change, crews }: Matching): Shift[] {
  const sites = [...change.keys()]
  const isWithCrew = (from: number, to: number) =>
    crews.some((crew) => crew.from === from && crew.to === to)
  const pairs = sites
    .filter((from) => change[from]! < 0)
    .flatMap((from) =>
      sites
        .filter((to) => change[to]! > 0)
        .map((to) => ({
          from,
          to,
          rank: isWithCrew(from, to) ? 0 : 1,
          minutes: minutesBetween(problem, type, { from, to }),
        })),
    )
    .sort(
      (a, b) => a.rank - b.rank || compare(a.minutes, b.minutes) || a.from - b.from || a.to - b.to,
    )
  const shifts: Shift[] = []
  for (const { from, to } of pairs) {
    const count = Math.min(-change[from]!, change[to]!)
    if (count <= 0) continue
    change[from]! += count
    change[to]! -= count
    shifts.push({ type, count, from, to })
  }
  sites.forEach((site) => {
    if (change[site]! > 0) shifts.push({ type, count: change[site]!, from: -1, to: site })
    if (change[site]! < 0) shifts.push({ type, count: -change[site]!, from: site, to: -1 })
  })
  return shifts
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function minutesBetween(
  problem: PlanProblem,
  type: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const { cell } = problem.sites[to]!
  if (cell < 0) return Infinity
  const minutes = minutesFor(problem, type, { site: from, cell })
  return Number.isNaN(minutes) ? Infinity : minutes
}

/** Slot of a type at a site. */
export function slotOf(model: CoverModel, site: number, type: number): number {
  return site * model.typeCount + type
}
