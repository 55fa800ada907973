import { slotNames } from '../../choices/postings.ts'
import { minutesFor, type PlanProblem } from '../../problem.ts'

/** What the units of one type at one place do for a stratum. All shares are of its demand, over the types by weight. */
export type Contribution = {
  readonly placeId: string
  readonly placeName: string
  readonly typeId: string
  readonly typeName: string
  readonly count: number
  /** More than stand there today. */
  readonly isPosted: boolean
  readonly reachedShare: number
  /** That nothing else of its type reaches: what is lost if these units alone go. */
  readonly aloneShare: number
  /** What several reach goes to each in equal parts: over all contributions this adds up to what is covered. */
  readonly countedShare: number
}

/** Who serves a stratum, those that count most first. Exact. */
export function contributionsTo(
  problem: PlanProblem,
  laydown: Int32Array,
  stratum: number,
): Contribution[] {
  const { types, cellStratum, demand, currentCount } = problem
  const cells = [...cellStratum.keys()].filter((cell) => cellStratum[cell] === stratum)
  const asked = types.map((_, r) => cells.reduce((sum, cell) => sum + demand[r]![cell]!, 0))
  const weight = types.reduce((sum, type, r) => sum + (asked[r]! > 0 ? type.weight : 0), 0)
  const rows: Contribution[] = []
  types.forEach((type, r) => {
    if (!(type.weight > 0) || asked[r] === 0) return
    const slots = problem.sites
      .map((_, site) => site * types.length + r)
      .filter((slot) => laydown[slot]! > 0)
    const isNear = (slot: number, cell: number) =>
      minutesFor(problem, r, { site: Math.floor(slot / types.length), cell }) <= type.reachMinutes
    const near = cells.map((cell) => slots.filter((slot) => isNear(slot, cell)))
    for (const slot of slots) {
      const sumOf = (part: (reachers: number) => number) =>
        near.reduce(
          (sum, reachers, at) =>
            reachers.includes(slot) ? sum + demand[r]![cells[at]!]! * part(reachers.length) : sum,
          0,
        ) *
        (type.weight / (weight * asked[r]!))
      const reachedShare = sumOf(() => 1)
      if (reachedShare === 0) continue
      rows.push({
        ...slotNames(problem, slot),
        count: laydown[slot]!,
        isPosted: laydown[slot]! > currentCount[slot]!,
        reachedShare,
        aloneShare: sumOf((reachers) => (reachers === 1 ? 1 : 0)),
        countedShare: sumOf((reachers) => 1 / reachers),
      })
    }
  })
  return rows.sort((a, b) => b.countedShare - a.countedShare)
}
