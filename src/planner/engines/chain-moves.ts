import { blockOf } from './laydown.ts'
import {
  anyMovable,
  anySlot,
  MOST_STEPS,
  type MoveBench,
  openSlot,
  put,
  take,
} from './move-bench.ts'

const MOST_PUSHED = 4
/** Places that are tried for a unit that had to go. */
const PLACES_TRIED = 4

/**
 * A unit comes where room, stock, money or moves are short: of its room what is missed least there makes
 * way, of the rest anything, and goes to another place in use if there is one for it.
 */
export function pushIn(bench: MoveBench): boolean {
  const { laydown, model, random } = bench
  const type = random.below(model.typeCount)
  const to = random.below(2) === 0 ? anySlot(bench, type) : openSlot(bench, type)
  if (to < 0) return false
  for (let i = 0; i < MOST_PUSHED && blockOf(laydown, to) !== null; i++) {
    const from = inTheWayOf(bench, to)
    if (from === to || !take(bench, from)) return false
  }
  if (!put(bench, to)) return false
  for (let i = bench.stepCount - 2; i >= 0; i--) {
    const from = -bench.steps[i]! - 1
    placeElsewhere(bench, from)
  }
  return true
}

/** A slot that holds of what a slot lacks; −1: nothing to be done. */
function inTheWayOf(bench: MoveBench, slot: number): number {
  const block = blockOf(bench.laydown, slot)
  if (block === 'room') return leastMissedAt(bench, slot - (slot % bench.model.typeCount))
  if (block === 'supply') return anyOfType(bench, slot)
  return block === 'budget' || block === 'moves' ? anyMovable(bench) : -1
}

/** The unit that may leave a site and whose loss is least for its size. */
function leastMissedAt({ laydown, model, gains }: MoveBench, base: number): number {
  let least = -1
  let lowest = Infinity
  for (let slot = base; slot < base + model.typeCount; slot++) {
    if (laydown.count[slot]! <= model.fixed[slot]!) continue
    const loss = -gains.dropping(slot) / model.size[slot - base]!
    if (loss >= lowest) continue
    lowest = loss
    least = slot
  }
  return least
}

/** A slot elsewhere with a unit of the same type that may move: the first after a random site. */
export function anyOfType({ laydown, model, random }: MoveBench, slot: number): number {
  const { siteCount, typeCount } = model
  const start = random.below(siteCount)
  for (let i = 0; i < siteCount; i++) {
    const other = ((start + i) % siteCount) * typeCount + (slot % typeCount)
    if (other !== slot && laydown.count[other]! > model.fixed[other]!) return other
  }
  return -1
}

/** Puts a unit like that of a slot to another place in use, if a few draws find one. */
function placeElsewhere(bench: MoveBench, from: number): boolean {
  const type = from % bench.model.typeCount
  for (let draw = 0; draw < PLACES_TRIED && bench.laydown.stock[type]! > 0; draw++) {
    const slot = openSlot(bench, type)
    if (slot !== from && put(bench, slot)) return true
  }
  return false
}

/** Everything that may leave a site goes to another; false: to a place where not all of it may go. */
export function relocateSite(bench: MoveBench): boolean {
  const to = clearSite(bench)
  if (to < 0) return false
  const { steps, model } = bench
  for (let i = bench.stepCount - 1; i >= 0; i--) {
    if (!put(bench, to + ((-steps[i]! - 1) % model.typeCount))) return false
  }
  return true
}

/** Everything that may leave a site goes: as much of it as can to one other place, the rest wherever there is room. */
export function scatterSite(bench: MoveBench): boolean {
  const to = clearSite(bench)
  if (to < 0) return false
  const { steps, model } = bench
  let isMoved = false
  for (let i = bench.stepCount - 1; i >= 0; i--) {
    const from = -steps[i]! - 1
    if (put(bench, to + (from % model.typeCount))) isMoved = true
    else placeElsewhere(bench, from)
  }
  return isMoved
}

/** Takes everything that may leave off a site, carriers last; returns the first slot of another site, or −1. */
function clearSite(bench: MoveBench): number {
  const { laydown, model } = bench
  const { typeCount } = model
  const one = anyMovable(bench)
  if (one < 0) return -1
  const from = one - (one % typeCount)
  const target = anySlot(bench, one % typeCount)
  const to = target - (target % typeCount)
  if (target < 0 || to === from || laydown.unitsAt[from / typeCount]! * 2 > MOST_STEPS) return -1
  for (let pass = 0; pass < 2; pass++) {
    for (let type = 0; type < typeCount; type++) {
      const isCrew = model.needsType[type]! >= 0
      if (isCrew === (pass === 0)) while (take(bench, from + type));
    }
  }
  return to
}
