import type { Random } from '#core/random.ts'
import type { CoverModel } from './cover-model.ts'
import { addUnit, blockOf, dropUnit, isSound, type Laydown } from './laydown.ts'
import { coolingDraws } from './series.ts'

const DRAWS = coolingDraws(4096)
const MOST_STEPS = 128

/** What a random move needs: the laydown it changes, chance, and where each type could be of use. */
export type MoveBench = {
  readonly laydown: Laydown
  readonly model: CoverModel
  readonly random: Random
  /** Per type, the slots where one of it could do, carry or hold anything. */
  readonly slots: readonly Int32Array[]
  readonly hasCrews: boolean
  temperature: number
  /** Steps of the move being tried: slot + 1 for a unit put, −slot − 1 for one taken. */
  readonly steps: Int32Array
  stepCount: number
  change: number
}

/** A work bench for `tryMove`; the laydown is changed in place. */
export function createMoveBench(laydown: Laydown, random: Random): MoveBench {
  const { model } = laydown
  return {
    laydown,
    model,
    random,
    slots: usefulSlots(model),
    hasCrews: model.needsType.some((type) => type >= 0),
    temperature: 0,
    steps: new Int32Array(MOST_STEPS),
    stepCount: 0,
    change: 0,
  }
}

function usefulSlots(model: CoverModel): Int32Array[] {
  const { typeCount, offsets } = model
  const isCarrier = new Uint8Array(typeCount)
  for (const type of model.needsType) if (type >= 0) isCarrier[type] = 1
  const isUseful = (slot: number) => {
    const site = Math.floor(slot / typeCount)
    if (model.isForbidden[slot] === 1) return false
    const isHolding = isCarrier[slot % typeCount] === 1 || model.isForced[site] === 1
    return isHolding || offsets[slot + 1]! > offsets[slot]!
  }
  return Array.from({ length: typeCount }, (_, type) =>
    Int32Array.from(
      Array.from({ length: model.siteCount }, (_, site) => site * typeCount + type).filter(
        isUseful,
      ),
    ),
  )
}

/**
 * Tries one random move: a unit comes, goes, moves or changes type; two units change together;
 * a whole site relocates. It stays if it keeps every rule and the temperature lets it; else the
 * laydown is as before.
 */
export function tryMove(bench: MoveBench): void {
  bench.stepCount = 0
  bench.change = 0
  const draw = bench.random.below(100)
  let isMade = false
  if (draw < 20) isMade = put(bench, anySlot(bench, bench.random.below(bench.model.typeCount)))
  else if (draw < 25) isMade = take(bench, anyMovable(bench))
  else if (draw < 64) isMade = moveOne(bench)
  else if (draw < 79) isMade = retypeOne(bench)
  else if (draw < 91) isMade = bench.hasCrews && draw < 85 ? moveCrew(bench) : moveTwo(bench)
  else isMade = relocateSite(bench)
  if (!isMade || !isAccepted(bench) || !isAllSound(bench)) undo(bench)
}

function isAccepted({ temperature, random, change }: MoveBench): boolean {
  if (change >= 0) return true
  return temperature > 0 && -change <= temperature * DRAWS[random.below(DRAWS.length)]!
}

function isAllSound({ laydown, model, steps, stepCount }: MoveBench): boolean {
  for (let i = 0; i < stepCount; i++) {
    const step = steps[i]!
    if (step < 0 && !isSound(laydown, Math.floor((-step - 1) / model.typeCount))) return false
  }
  return true
}

function undo({ laydown, steps, stepCount }: MoveBench): void {
  for (let i = stepCount - 1; i >= 0; i--) {
    const step = steps[i]!
    if (step > 0) dropUnit(laydown, step - 1)
    else addUnit(laydown, -step - 1)
  }
}

function put(bench: MoveBench, slot: number): boolean {
  if (slot < 0 || bench.stepCount === MOST_STEPS || blockOf(bench.laydown, slot)) return false
  bench.change += addUnit(bench.laydown, slot)
  bench.steps[bench.stepCount++] = slot + 1
  return true
}

function take(bench: MoveBench, slot: number): boolean {
  const { laydown, model } = bench
  if (slot < 0 || bench.stepCount === MOST_STEPS) return false
  if (laydown.count[slot]! <= model.fixed[slot]!) return false
  bench.change += dropUnit(laydown, slot)
  bench.steps[bench.stepCount++] = -slot - 1
  return true
}

function anySlot({ slots, random }: MoveBench, type: number): number {
  const choice = slots[type]!
  return choice.length === 0 ? -1 : choice[random.below(choice.length)]!
}

function anyMovable({ laydown, random }: MoveBench): number {
  if (laydown.movableCount === 0) return -1
  return laydown.movable[random.below(laydown.movableCount)]!
}

/** One unit goes elsewhere; a forced site that it leaves empty gets something from stock. */
function moveOne(bench: MoveBench): boolean {
  const { laydown, model, random } = bench
  const { typeCount } = model
  const from = anyMovable(bench)
  if (!take(bench, from) || !put(bench, anySlot(bench, from % typeCount))) return false
  const home = from - (from % typeCount)
  const isLeft = model.isForced[home / typeCount] === 1 && laydown.unitsAt[home / typeCount] === 0
  return !isLeft || put(bench, home + random.below(typeCount))
}

/** Another type in the same place, or anywhere: what the one leaves in room or money the other takes. */
function retypeOne(bench: MoveBench): boolean {
  const { model, random } = bench
  const from = anyMovable(bench)
  const type = random.below(model.typeCount)
  const to = random.below(4) > 0 ? from - (from % model.typeCount) + type : anySlot(bench, type)
  return take(bench, from) && put(bench, to)
}

/** Two units leave; each goes to where the other was, to one new site together, or anywhere. */
function moveTwo(bench: MoveBench): boolean {
  const { model, random, laydown } = bench
  const { typeCount } = model
  const a = anyMovable(bench)
  if (!take(bench, a)) return false
  const beside = a - (a % typeCount) + random.below(typeCount)
  const isBeside = random.below(2) === 0 && laydown.count[beside]! > model.fixed[beside]!
  const b = isBeside ? beside : anyMovable(bench)
  if (!take(bench, b)) return false
  const isCrewFirst = model.needsType[a % typeCount] === b % typeCount
  const [first, second] = isCrewFirst ? [b, a] : [a, b]
  const target = anySlot(bench, first % typeCount)
  const home = (slot: number) => slot - (slot % typeCount)
  const draw = random.below(4)
  const firstTo = draw < 2 && !isBeside ? home(second) + (first % typeCount) : target
  const secondTo =
    draw === 0 && !isBeside
      ? home(first) + (second % typeCount)
      : draw === 2
        ? home(Math.max(0, firstTo)) + (second % typeCount)
        : anySlot(bench, second % typeCount)
  if (!put(bench, firstTo)) return false
  return put(bench, secondTo) || draw === 3
}

/** A unit, from a site or from stock, and the carriers that it lacks go to a site; carriers found there serve. */
function moveCrew(bench: MoveBench): boolean {
  const { laydown, model, random } = bench
  const { typeCount } = model
  const from = random.below(3) === 0 ? -1 : anyMovable(bench)
  const type = from < 0 ? random.below(typeCount) : from % typeCount
  const carrier = model.needsType[type]!
  const to = anySlot(bench, type)
  if (carrier < 0 || to < 0 || (from >= 0 && !take(bench, from))) return false
  const target = to - type + carrier
  while (blockOf(laydown, to) === 'crew') {
    const isTaken = from >= 0 && take(bench, from - type + carrier)
    if (!isTaken && laydown.stock[carrier] === 0 && !takeFromAny(bench, target)) return false
    if (!put(bench, target)) return false
  }
  return put(bench, to)
}

/** Takes a unit of a slot's type from another site, the first that has one after a random one. */
function takeFromAny(bench: MoveBench, slot: number): boolean {
  const { siteCount, typeCount } = bench.model
  const start = bench.random.below(siteCount)
  for (let i = 0; i < siteCount; i++) {
    const other = ((start + i) % siteCount) * typeCount + (slot % typeCount)
    if (other !== slot && take(bench, other)) return true
  }
  return false
}

/** Everything that may leave a site goes to another, carriers first, so that crews find them there. */
function relocateSite(bench: MoveBench): boolean {
  const { laydown, model, random, steps } = bench
  const { typeCount } = model
  const one = anyMovable(bench)
  if (one < 0) return false
  const from = one - (one % typeCount)
  const to = random.below(model.siteCount) * typeCount
  if (to === from || laydown.unitsAt[from / typeCount]! * 2 > MOST_STEPS) return false
  for (let pass = 0; pass < 2; pass++) {
    for (let type = 0; type < typeCount; type++) {
      const isCrew = model.needsType[type]! >= 0
      if (isCrew === (pass === 0)) while (take(bench, from + type));
    }
  }
  for (let i = bench.stepCount - 1; i >= 0; i--) {
    if (!put(bench, to + ((-steps[i]! - 1) % typeCount))) return false
  }
  return true
}
