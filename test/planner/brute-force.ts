import type { CoverModel } from '#planner/engines/cover-model.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'

/** Worth of a laydown in integer units, counted from scratch and without the engines' bookkeeping. */
export function worthOf(model: CoverModel, count: Int32Array): number {
  const cover = new Int32Array(model.groupCount)
  let worth = 0
  count.forEach((units, slot) => {
    for (const group of model.groups.slice(model.offsets[slot], model.offsets[slot + 1])) {
      cover[group]! += units
    }
    worth -= model.movePrice * Math.max(0, units - model.current[slot]!)
  })
  const covered = new Float64Array(model.floorCount)
  cover.forEach((units, group) => {
    for (let k = 0; k < Math.min(units, model.levelCount); k++) {
      worth += model.value[group * model.levelCount + k]!
    }
    if (units > 0 && model.groupFloor[group]! >= 0) {
      covered[model.groupFloor[group]!]! += model.groupShare[group]!
    }
  })
  for (const share of covered) {
    worth -= model.floorPrice * Math.max(0, model.floorTarget - share)
  }
  return worth
}

/** The most that any allowed laydown is worth, by trying all of them; −∞ if none is allowed. */
export function bestByTrial(model: CoverModel): number {
  let best = -Infinity
  for (const count of allowedLaydowns(model)) best = Math.max(best, worthOf(model, count))
  return best
}

/** Every laydown that keeps all limits and leaves no forced site empty; one array, filled anew for each. */
export function* allowedLaydowns(model: CoverModel): Generator<Int32Array> {
  const count = model.fixed.slice()
  for (;;) {
    const isServed = model.isForced.every(
      (forced, site) =>
        forced === 0 ||
        count
          .subarray(site * model.typeCount, (site + 1) * model.typeCount)
          .some((units) => units > 0),
    )
    if (isServed && isFeasible(laydownOf(model, count))) yield count
    let slot = 0
    while (slot < count.length) {
      if (count[slot]! < model.supply[slot % model.typeCount]!) {
        count[slot]! += 1
        break
      }
      count[slot] = model.fixed[slot]!
      slot += 1
    }
    if (slot === count.length) return
  }
}
