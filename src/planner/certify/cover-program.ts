import type { CoverModel } from '../engines/cover-model.ts'
import { type SlotRange, slotRangeOf } from '../engines/slot-range.ts'
import { createRowWriter, type PackedRows, type RowWriter } from './row-writer.ts'

/** Integer units of the engines in one unit of the program's objective: a hundredth of a point, so that coefficients lie near 1. */
export const UNITS_PER_COST = 1e6
/** Sizes and costs of a model are thousandths and cents. */
const SIZE_UNITS = 1000
const CENTS = 100

/**
 * A cover problem as a mixed-integer program, to be maximised. Its optimum times `UNITS_PER_COST` is
 * the most that any allowed laydown is worth; prices of repeats are left out, as every bound does.
 */
export type CoverProgram = PackedRows & {
  readonly columnCount: number
  readonly rowCount: number
  readonly columnCost: Float64Array
  readonly columnLower: Float64Array
  readonly columnUpper: Float64Array
  /** 1: whole numbers only. */
  readonly integrality: Int32Array
  /** Columns of each slot, one a unit: `unitColumn[slot]` for the first, up to `unitColumn[slot + 1]` − 1 for the last. */
  readonly unitColumn: Int32Array
  /** Column that says whether a site is used; −1: it makes no difference. */
  readonly openColumn: Int32Array
}

type Build = {
  readonly model: CoverModel
  readonly range: SlotRange
  readonly rows: RowWriter
  readonly cost: number[]
  readonly lower: number[]
  readonly upper: number[]
  readonly whole: number[]
  readonly unitColumn: Int32Array
  readonly openColumn: Int32Array
}

/**
 * Writes the program. Exact: a column for every unit that a slot may take, one after another; whether
 * a site is used, where opening it costs; the worth of each level of a group; shortfalls of floors;
 * moves where they count. Levels 1 … K of a group are covered by no more than min(K, units) of each
 * slot: the linear relaxation is much tighter so (0.7 % at country scale) than with units summed.
 *
 * @param servesForced whether places that have to be used must be; where some never can be, the
 *   rule is left out, and the bound speaks of more laydowns than are allowed.
 */
export function coverProgram(
  model: CoverModel,
  { servesForced }: { readonly servesForced: boolean },
): CoverProgram {
  const slotCount = model.siteCount * model.typeCount
  const build: Build = {
    model,
    range: slotRangeOf(model),
    rows: createRowWriter(),
    cost: [],
    lower: [],
    upper: [],
    whole: [],
    unitColumn: new Int32Array(slotCount + 1),
    openColumn: new Int32Array(model.siteCount).fill(-1),
  }
  const { range, unitColumn } = build
  for (let slot = 0; slot < slotCount; slot++) {
    unitColumn[slot] = build.cost.length
    const price = model.costPrice * model.cost[slot % model.typeCount]!
    for (let n = 1; n <= range.most[slot]!; n++) {
      column(build, -price, [n <= range.least[slot]! ? 1 : 0, 1, 1])
    }
  }
  unitColumn[slotCount] = build.cost.length
  addSites(build, servesForced)
  addSupply(build)
  addMoves(build)
  addBudget(build)
  addFloors(build, addGroups(build))
  const packed = build.rows.packed()
  return {
    ...packed,
    rowCount: packed.rowLower.length,
    columnCount: build.cost.length,
    columnCost: Float64Array.from(build.cost, (units) => units / UNITS_PER_COST),
    columnLower: Float64Array.from(build.lower),
    columnUpper: Float64Array.from(build.upper),
    integrality: Int32Array.from(build.whole),
    unitColumn,
    openColumn: build.openColumn,
  }
}

/** Units per slot of a solution of the program. */
export function laydownOfColumns({ unitColumn }: CoverProgram, values: Float64Array): Int32Array {
  return Int32Array.from({ length: unitColumn.length - 1 }, (_, slot) => {
    const units = values.subarray(unitColumn[slot], unitColumn[slot + 1])
    return units.reduce((sum, unit) => sum + Math.round(unit), 0)
  })
}

/** A new column with its worth in integer units; its bounds and whether it is whole. */
function column(
  { cost, lower, upper, whole }: Build,
  worth: number,
  [least, most, isWhole]: readonly [number, number, 0 | 1],
): number {
  cost.push(worth)
  lower.push(least)
  upper.push(most)
  whole.push(isWhole)
  return cost.length - 1
}

/** Puts the first units of a slot into the row that was begun last. */
function putUnits({ rows, unitColumn }: Build, slot: number, value: number, most = Infinity): void {
  const end = Math.min(unitColumn[slot + 1]!, unitColumn[slot]! + most)
  for (let unit = unitColumn[slot]!; unit < end; unit++) rows.put(unit, value)
}

/** Order of units, room, carriers and the price of opening, site by site. */
function addSites(build: Build, servesForced: boolean): void {
  const { model, range, rows, unitColumn, openColumn } = build
  const { typeCount, size } = model
  for (let site = 0; site < model.siteCount; site++) {
    const slots = Array.from({ length: typeCount }, (_, type) => site * typeCount + type).filter(
      (slot) => range.most[slot]! > 0,
    )
    const isUsed = slots.some((slot) => range.least[slot]! > 0)
    if (servesForced && model.isForced[site] === 1 && !isUsed) {
      rows.row(1, Infinity)
      for (const slot of slots) putUnits(build, slot, 1)
    }
    if (slots.length === 0) continue
    const isPaid = model.budget !== Infinity || model.costPrice > 0
    const isPriced = model.openingCost[site]! > 0 && isPaid
    const price = model.costPrice * model.openingCost[site]!
    if (isPriced) openColumn[site] = column(build, -price, [Number(isUsed), 1, 1])
    const open = isUsed ? -1 : openColumn[site]!
    const most = slots.reduce((sum, slot) => sum + range.most[slot]! * size[slot % typeCount]!, 0)
    const room = Math.min(model.capacity[site]!, most) / SIZE_UNITS
    if (most > model.capacity[site]! || open >= 0) {
      rows.row(-Infinity, open < 0 ? room : 0)
      for (const slot of slots) putUnits(build, slot, size[slot % typeCount]! / SIZE_UNITS)
      if (open >= 0) rows.put(open, -room)
    }
    for (const slot of slots) {
      if (open >= 0) notBefore(rows, unitColumn[slot]!, open)
      for (let unit = unitColumn[slot]! + 1; unit < unitColumn[slot + 1]!; unit++) {
        notBefore(rows, unit, unit - 1)
      }
      addCrew(build, slot)
    }
  }
}

/** A column that is 1 only where another is. */
function notBefore(rows: RowWriter, later: number, earlier: number): void {
  rows.row(-Infinity, 0)
  rows.put(later, 1)
  rows.put(earlier, -1)
}

/** The n-th of a crew stands only where there are the carriers that it takes. */
function addCrew(build: Build, slot: number): void {
  const { model, range, rows, unitColumn, upper, lower } = build
  const type = slot % model.typeCount
  const carrierType = model.needsType[type]!
  if (carrierType < 0) return
  const carrier = slot - type + carrierType
  let carriers = 0
  for (let n = 1; n <= range.most[slot]!; n++) {
    const carried = () => Math.floor(carriers * model.needsRatio[type]!) + model.needsSlack[slot]!
    while (carriers <= range.most[carrier]! && carried() < n) carriers += 1
    const unit = unitColumn[slot]! + n - 1
    if (carriers === 0 || lower[unit] === 1) continue
    if (carriers > range.most[carrier]!) upper[unit] = 0
    else notBefore(rows, unit, unitColumn[carrier]! + carriers - 1)
  }
}

function addSupply(build: Build): void {
  const { model, range, rows } = build
  for (let type = 0; type < model.typeCount; type++) {
    let most = 0
    for (let site = 0; site < model.siteCount; site++) {
      most += range.most[site * model.typeCount + type]!
    }
    if (most <= model.supply[type]!) continue
    rows.row(-Infinity, model.supply[type]!)
    for (let site = 0; site < model.siteCount; site++) {
      putUnits(build, site * model.typeCount + type, 1)
    }
  }
}

/** Units beyond those of today, where there is a limit or a price on them. */
function addMoves(build: Build): void {
  const { model, range, rows, cost, unitColumn } = build
  range.most.forEach((most, slot) => {
    for (let n = model.current[slot]!; n < most; n++)
      cost[unitColumn[slot]! + n]! -= model.movePrice
  })
  if (model.maxMoves === Infinity) return
  rows.row(-Infinity, model.maxMoves)
  range.most.forEach((most, slot) => {
    for (let n = model.current[slot]!; n < most; n++) rows.put(unitColumn[slot]! + n, 1)
  })
}

function addBudget(build: Build): void {
  const { model, range, rows, openColumn } = build
  if (model.budget === Infinity) return
  rows.row(-Infinity, model.budget / CENTS)
  range.most.forEach((_, slot) => {
    const price = model.cost[slot % model.typeCount]!
    if (price > 0) putUnits(build, slot, price / CENTS)
  })
  openColumn.forEach((open, site) => {
    if (open >= 0) rows.put(open, model.openingCost[site]! / CENTS)
  })
}

/** Worth of the levels of each group; returns, by floor, the first levels that count for it and their shares. */
function addGroups(build: Build): (readonly [number, number])[][] {
  const { model, range, rows } = build
  const { groupCount, levelCount, value, groupFloor, groupShare } = model
  const slotsOver = slotsOverGroups(model, range)
  const firstLevels: (readonly [number, number])[][] = Array.from(
    { length: model.floorCount },
    () => [],
  )
  for (let group = 0; group < groupCount; group++) {
    const slots = slotsOver[group]!
    const floor = groupFloor[group]!
    const units = slots.reduce((sum, slot) => sum + range.most[slot]!, 0)
    const deepest = slots.reduce((most, slot) => Math.max(most, range.most[slot]!), 0)
    const levels: number[] = []
    for (let k = 0; k < Math.min(levelCount, units); k++) {
      const worth = value[group * levelCount + k]!
      if (worth > 0 || (k === 0 && floor >= 0)) levels.push(column(build, worth, [0, 1, 0]))
    }
    if (levels.length === 0) continue
    if (floor >= 0) firstLevels[floor]!.push([levels[0]!, groupShare[group]!])
    for (let count = 1; count <= levels.length; count++) {
      if (count < levels.length && deepest <= count) continue
      rows.row(-Infinity, 0)
      for (const level of levels.slice(0, count)) rows.put(level, 1)
      for (const slot of slots) putUnits(build, slot, -1, count)
    }
  }
  return firstLevels
}

function slotsOverGroups(model: CoverModel, range: SlotRange): number[][] {
  const over: number[][] = Array.from({ length: model.groupCount }, () => [])
  range.most.forEach((most, slot) => {
    if (most === 0) return
    for (let i = model.offsets[slot]!; i < model.offsets[slot + 1]!; i++) {
      over[model.groups[i]!]!.push(slot)
    }
  })
  return over
}

/** What a floor lacks, as a share of what it asks for. */
function addFloors(build: Build, firstLevels: readonly (readonly [number, number])[][]): void {
  const { model, rows } = build
  if (model.floorTarget === 0) return
  for (const levels of firstLevels) {
    const lack = column(build, -model.floorPrice * model.floorTarget, [0, 1, 0])
    rows.row(1, Infinity)
    for (const [level, share] of levels) rows.put(level, share / model.floorTarget)
    rows.put(lack, 1)
  }
}
