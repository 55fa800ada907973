import type { CoverModel } from './engines/cover-model.ts'
import { addUnit, blockOf, canDrop, dropUnit, type Laydown, laydownOf } from './engines/laydown.ts'
import type { PlanProblem } from './problem.ts'
import { type Shift, shiftsBetween, slotOf } from './shifts.ts'

/**
 * Lets crews take their own carriers along. To a search all carriers of a type are alike, so a
 * platoon may leave its vehicles behind and find others, from elsewhere, where it goes; here these
 * go back, and its own follow it, wherever every limit is kept and nothing is worth less.
 *
 * @returns units per slot: as many moves, and as much worth or more.
 */
export function withCarriersFromHome(
  problem: PlanProblem,
  model: CoverModel,
  count: Int32Array,
): Int32Array {
  const laydown = laydownOf(model, count)
  const shifts = shiftsBetween(problem, count)
  for (const carrier of new Set(model.needsType)) {
    if (carrier < 0 || problem.types[carrier]!.weight > 0) continue
    bringAlong(laydown, carrier, shifts)
  }
  return laydown.count.slice()
}

/** How many carriers of each site are spoken for: of those that it gains, and of those that it loses. */
type Spoken = { readonly gained: Int32Array; readonly lost: Int32Array }

function bringAlong(laydown: Laydown, carrier: number, shifts: readonly Shift[]): void {
  const { model, count } = laydown
  const spoken: Spoken = {
    gained: new Int32Array(model.siteCount),
    lost: new Int32Array(model.siteCount),
  }
  const gain = (site: number) => {
    const slot = slotOf(model, site, carrier)
    return count[slot]! - model.current[slot]!
  }
  for (const { type, count: crews, from, to } of shifts) {
    if (model.needsType[type] !== carrier || from < 0 || to < 0) continue
    let wanted = Math.ceil(crews / model.needsRatio[type]!)
    for (; wanted > 0 && gain(to) > spoken.gained[to]!; wanted--) {
      const isOwn = -gain(from) > spoken.lost[from]!
      if (!isOwn && !swapped(laydown, carrier, { from, spoken })) break
      spoken.gained[to]! += 1
      spoken.lost[from]! += 1
    }
  }
}

/** One carrier leaves `from` in place of one that leaves another site; false where none can. */
function swapped(
  laydown: Laydown,
  carrier: number,
  { from, spoken }: { readonly from: number; readonly spoken: Spoken },
): boolean {
  const { model, count } = laydown
  const own = slotOf(model, from, carrier)
  if (!canDrop(laydown, own)) return false
  const before = laydown.objective
  dropUnit(laydown, own)
  for (let site = 0; site < model.siteCount; site++) {
    const slot = slotOf(model, site, carrier)
    const isLosing = model.current[slot]! - count[slot]! > spoken.lost[site]!
    if (site === from || !isLosing || blockOf(laydown, slot) !== null) continue
    addUnit(laydown, slot)
    if (laydown.objective >= before) return true
    dropUnit(laydown, slot)
  }
  addUnit(laydown, own)
  return false
}
