import { listed } from '#core/figures.ts'
import type { CoverModel } from './engines/cover-model.ts'
import { blockOf, gainOfAdding, laydownOf } from './engines/laydown.ts'
import type { PlanProblem } from './problem.ts'
import { grouped, unitsOf } from './sentences.ts'
import { type Shift, slotOf } from './shifts.ts'

/** Why units leave the place where they stand and go nowhere else. */
export type WithdrawalCause = 'reserve' | 'place' | 'crew' | 'cost' | 'budget' | 'room'

/** Units that a plan takes out of use where they stand. */
export type Withdrawal = {
  readonly why: WithdrawalCause
  readonly typeId: string
  readonly typeName: string
  readonly count: number
  readonly fromPlaceId: string
  readonly fromName: string
}

/**
 * What a plan withdraws, and why: asked of the plan itself, by what keeps one of them from going
 * back. Held in reserve are those that nothing else keeps away.
 */
export function withdrawalsOf(
  problem: PlanProblem,
  model: CoverModel,
  { count, shifts }: { readonly count: Int32Array; readonly shifts: readonly Shift[] },
): Withdrawal[] {
  const { sites, types } = problem
  const laydown = laydownOf(model, count)
  return shifts
    .filter(({ to }) => to < 0)
    .map(({ type, count: units, from }) => {
      const slot = slotOf(model, from, type)
      const block = model.isForbidden[slot] === 1 ? 'rule' : blockOf(laydown, slot)
      return {
        why: causeOf(block, model.costPrice > 0 && gainOfAdding(laydown, slot) < 0),
        typeId: types[type]!.id,
        typeName: types[type]!.name,
        count: units,
        fromPlaceId: sites[from]!.placeId,
        fromName: sites[from]!.name,
      }
    })
}

/** Stock is used up only where some of it is held back: what there is always has a place where it stands. */
function causeOf(block: ReturnType<typeof blockOf>, isDear: boolean): WithdrawalCause {
  if (block === 'rule') return 'place'
  if (block === 'crew' || block === 'budget' || block === 'room') return block
  return isDear ? 'cost' : 'reserve'
}

const WHY: Readonly<Record<WithdrawalCause, string>> = {
  reserve: 'held in reserve there, covering nothing',
  place: 'back to stock, for they may not stay there',
  crew: 'back to stock, for the vehicles that they need may not stay there',
  cost: 'home, for they earn less than they cost',
  budget: 'back to stock, for the budget does not pay for them',
  room: 'back to stock, for there is no room left',
}

/** One sentence for each type and cause, places with most units first. */
export function withdrawalSentences(withdrawals: readonly Withdrawal[]): string[] {
  const groups = new Map<string, Withdrawal[]>()
  for (const each of withdrawals) {
    const key = JSON.stringify([each.typeId, each.why])
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].map((group) => {
    const sorted = [...group].sort((a, b) => b.count - a.count)
    const total = group.reduce((sum, { count }) => sum + count, 0)
    const [first] = sorted
    const places = sorted
      .slice(0, 3)
      .map(({ count, fromName }) =>
        group.length === 1 ? fromName : `${grouped(count)} at ${fromName}`,
      )
    const more = sorted.length - places.length
    if (more > 0) places.push(`${more} more ${more === 1 ? 'place' : 'places'}`)
    const where = group.length === 1 ? ` at ${places[0]}` : ` (${listed(places)})`
    return `${unitsOf(total, first!.typeName)}${where}: ${WHY[first!.why]}.`
  })
}
