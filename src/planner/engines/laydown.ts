import type { CoverModel } from './cover-model.ts'

/**
 * Units in place and everything that follows from them, kept exact by `addUnit` and `dropUnit`.
 * Objective in integer units (`UNITS_PER_POINT` a point). Mutable: it is an engine's work bench.
 */
export type Laydown = {
  readonly model: CoverModel
  /** Units per slot. */
  readonly count: Int32Array
  /** Units over each group. */
  readonly cover: Uint16Array
  /** Share of each floor's demand that is covered, integer units. */
  readonly floorCovered: Float64Array
  readonly stock: Int32Array
  readonly room: Float64Array
  readonly unitsAt: Int32Array
  budgetLeft: number
  moves: number
  objective: number
  /** Slots that hold a unit that may move, in no order; the first `movableCount` count. */
  readonly movable: Int32Array
  readonly movableAt: Int32Array
  movableCount: number
}

/** Nothing but the units that stay whatever happens. */
export function fixedLaydown(model: CoverModel): Laydown {
  const slotCount = model.siteCount * model.typeCount
  const laydown: Laydown = {
    model,
    count: new Int32Array(slotCount),
    cover: new Uint16Array(model.groupCount),
    floorCovered: new Float64Array(model.floorCount),
    stock: model.supply.slice(),
    room: model.capacity.slice(),
    unitsAt: new Int32Array(model.siteCount),
    budgetLeft: model.budget,
    moves: 0,
    objective: -model.floorCount * model.floorTarget * model.floorPrice,
    movable: new Int32Array(slotCount),
    movableAt: new Int32Array(slotCount).fill(-1),
    movableCount: 0,
  }
  for (let slot = 0; slot < slotCount; slot++) {
    for (let unit = 0; unit < model.fixed[slot]!; unit++) addUnit(laydown, slot)
  }
  return laydown
}

/** The laydown with these counts; limits are not looked at. */
export function laydownOf(model: CoverModel, count: Int32Array): Laydown {
  const laydown = fixedLaydown(model)
  setLaydown(laydown, count)
  return laydown
}

/** Takes a laydown to given counts, never below what is fixed. */
export function setLaydown(laydown: Laydown, count: Int32Array): void {
  const { fixed } = laydown.model
  for (let slot = 0; slot < count.length; slot++) {
    while (laydown.count[slot]! > Math.max(count[slot]!, fixed[slot]!)) dropUnit(laydown, slot)
  }
  for (let slot = 0; slot < count.length; slot++) {
    while (laydown.count[slot]! < count[slot]!) addUnit(laydown, slot)
  }
}

/** Puts a unit in a slot and returns what that adds to the objective. */
export function addUnit(laydown: Laydown, slot: number): number {
  const change = coverMore(laydown, slot) + bookUnit(laydown, slot)
  laydown.objective += change
  return change
}

/** Takes a unit out of a slot and returns what that adds to the objective: nothing, or a loss, or a move's price. */
export function dropUnit(laydown: Laydown, slot: number): number {
  const change = coverLess(laydown, slot) + unbookUnit(laydown, slot)
  laydown.objective += change
  return change
}

/** Everything that one more unit changes but cover and objective; returns its prices, as a loss. */
export function bookUnit(laydown: Laydown, slot: number): number {
  const { model, count } = laydown
  const site = Math.floor(slot / model.typeCount)
  const type = slot - site * model.typeCount
  const cost = costOf(laydown, site, type)
  let change = -model.costPrice * cost
  if (count[slot]! >= model.current[slot]!) {
    laydown.moves += 1
    change -= model.movePrice + model.repeatPrice[slot]!
  }
  laydown.budgetLeft -= cost
  laydown.unitsAt[site]! += 1
  laydown.room[site]! -= model.size[type]!
  laydown.stock[type]! -= 1
  count[slot]! += 1
  if (count[slot] === model.fixed[slot]! + 1) {
    laydown.movableAt[slot] = laydown.movableCount
    laydown.movable[laydown.movableCount++] = slot
  }
  return change
}

/** The way back from `bookUnit`. */
export function unbookUnit(laydown: Laydown, slot: number): number {
  const { model, count } = laydown
  const site = Math.floor(slot / model.typeCount)
  const type = slot - site * model.typeCount
  laydown.unitsAt[site]! -= 1
  const cost = costOf(laydown, site, type)
  let change = model.costPrice * cost
  if (count[slot]! > model.current[slot]!) {
    laydown.moves -= 1
    change += model.movePrice + model.repeatPrice[slot]!
  }
  laydown.budgetLeft += cost
  laydown.room[site]! += model.size[type]!
  laydown.stock[type]! += 1
  count[slot]! -= 1
  if (count[slot] === model.fixed[slot]!) forgetMovable(laydown, slot)
  return change
}

/** In cents: what one more unit costs, with the opening of a place that stands empty. */
function costOf({ model, unitsAt }: Laydown, site: number, type: number): number {
  return model.cost[type]! + (unitsAt[site] === 0 ? model.openingCost[site]! : 0)
}

function forgetMovable(laydown: Laydown, slot: number): void {
  const { movable, movableAt } = laydown
  const last = movable[--laydown.movableCount]!
  const at = movableAt[slot]!
  movable[at] = last
  movableAt[last] = at
  movableAt[slot] = -1
}

/** Lays one more unit over what a slot covers, and nothing else; returns what that is worth. */
export function coverMore(laydown: Laydown, slot: number): number {
  const { cover, model, floorCovered } = laydown
  const { offsets, groups, value, levelCount, groupFloor } = model
  let change = 0
  for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) {
    const group = groups[i]!
    const level = cover[group]!
    cover[group] = level + 1
    if (level >= levelCount) continue
    change += value[group * levelCount + level]!
    const floor = groupFloor[group]!
    if (level > 0 || floor < 0) continue
    const missing = model.floorTarget - floorCovered[floor]!
    const share = model.groupShare[group]!
    floorCovered[floor]! += share
    if (missing > 0) change += model.floorPrice * Math.min(missing, share)
  }
  return change
}

/** The way back from `coverMore`. */
export function coverLess(laydown: Laydown, slot: number): number {
  const { cover, model, floorCovered } = laydown
  const { offsets, groups, value, levelCount, groupFloor } = model
  let change = 0
  for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) {
    const group = groups[i]!
    const level = cover[group]! - 1
    cover[group] = level
    if (level >= levelCount) continue
    change -= value[group * levelCount + level]!
    const floor = groupFloor[group]!
    if (level > 0 || floor < 0) continue
    const share = model.groupShare[group]!
    floorCovered[floor]! -= share
    const missing = model.floorTarget - floorCovered[floor]!
    if (missing > 0) change -= model.floorPrice * Math.min(missing, share)
  }
  return change
}

/** What a unit in this slot would add, without putting it there. */
export function gainOfAdding(laydown: Laydown, slot: number): number {
  const { model } = laydown
  const isMove = laydown.count[slot]! >= model.current[slot]!
  let gain = isMove ? -model.movePrice - model.repeatPrice[slot]! : 0
  if (model.costPrice > 0) {
    const site = Math.floor(slot / model.typeCount)
    gain -= model.costPrice * costOf(laydown, site, slot % model.typeCount)
  }
  return gain + gainOfCover(laydown, slot)
}

/** What `coverMore` would return, with everything left as it is. */
export function gainOfCover(laydown: Laydown, slot: number): number {
  const { cover, model } = laydown
  const { offsets, groups, value, levelCount } = model
  if (model.hasFloor[slot % model.typeCount] === 1) {
    const gain = coverMore(laydown, slot)
    coverLess(laydown, slot)
    return gain
  }
  let gain = 0
  for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) {
    const level = cover[groups[i]!]!
    if (level < levelCount) gain += value[groups[i]! * levelCount + level]!
  }
  return gain
}

/** What `coverLess` would return, with everything left as it is. */
export function lossOfCover(laydown: Laydown, slot: number): number {
  const { cover, model } = laydown
  const { offsets, groups, value, levelCount } = model
  if (model.hasFloor[slot % model.typeCount] === 1) {
    const loss = coverLess(laydown, slot)
    coverMore(laydown, slot)
    return loss
  }
  let loss = 0
  for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) {
    const level = cover[groups[i]!]! - 1
    if (level < levelCount) loss -= value[groups[i]! * levelCount + level]!
  }
  return loss
}

/** What forbids one more unit in a slot; null: nothing does. */
export type Block = 'rule' | 'enough' | 'supply' | 'room' | 'crew' | 'budget' | 'moves'

/** The first limit that one more unit would break. */
export function blockOf(laydown: Laydown, slot: number): Block | null {
  const { model, count } = laydown
  const site = Math.floor(slot / model.typeCount)
  const type = slot - site * model.typeCount
  if (model.isForbidden[slot] === 1) return 'rule'
  if (count[slot]! >= model.most[slot]! && count[slot]! >= model.current[slot]!) return 'enough'
  if (laydown.stock[type]! <= 0) return 'supply'
  if (laydown.room[site]! < model.size[type]!) return 'room'
  if (count[slot]! + 1 > crewLimit(laydown, site, type)) return 'crew'
  if (laydown.budgetLeft < costOf(laydown, site, type)) return 'budget'
  if (count[slot]! >= model.current[slot]! && laydown.moves >= model.maxMoves) return 'moves'
  return null
}

/** Whether a site keeps the rules that a departure could break: crews have carriers, a forced site is not empty. */
export function isSound(laydown: Laydown, site: number): boolean {
  const { model, count } = laydown
  if (model.isForced[site] === 1 && laydown.unitsAt[site] === 0) return false
  const base = site * model.typeCount
  for (let type = 0; type < model.typeCount; type++) {
    if (count[base + type]! > 0 && count[base + type]! > crewLimit(laydown, site, type))
      return false
  }
  return true
}

/** Whether one unit may leave a slot, and nothing else changes. */
export function canDrop(laydown: Laydown, slot: number): boolean {
  const { model, count } = laydown
  if (count[slot]! <= model.fixed[slot]!) return false
  const site = Math.floor(slot / model.typeCount)
  count[slot]! -= 1
  laydown.unitsAt[site]! -= 1
  const isAllowed = isSound(laydown, site)
  count[slot]! += 1
  laydown.unitsAt[site]! += 1
  return isAllowed
}

/** Most units that the carriers beside a slot let stand there. */
export function carriedAt(laydown: Laydown, slot: number): number {
  const site = Math.floor(slot / laydown.model.typeCount)
  return crewLimit(laydown, site, slot - site * laydown.model.typeCount)
}

function crewLimit(laydown: Laydown, site: number, type: number): number {
  const { model, count } = laydown
  const carrier = model.needsType[type]!
  if (carrier < 0) return Infinity
  const base = site * model.typeCount
  const carried = Math.floor(count[base + carrier]! * model.needsRatio[type]!)
  return carried + model.needsSlack[base + type]!
}

/** Whether a laydown keeps every limit; what engines hand out always does, but for forced sites that cannot be served. */
export function isFeasible(laydown: Laydown): boolean {
  const { model, count } = laydown
  if (laydown.budgetLeft < 0 || laydown.moves > model.maxMoves) return false
  if (laydown.stock.some((left) => left < 0) || laydown.room.some((left) => left < 0)) return false
  return count.every((units, slot) => {
    if (units < model.fixed[slot]!) return false
    if (model.isForbidden[slot] === 1 && units > model.fixed[slot]!) return false
    return units <= carriedAt(laydown, slot)
  })
}

/** Places that have to be used and stand empty: no limit catches them, for some can never be served. */
export function emptyForcedCount({ model, unitsAt }: Laydown): number {
  return model.isForced.reduce(
    (sum, forced, site) => sum + Number(forced === 1 && unitsAt[site] === 0),
    0,
  )
}
