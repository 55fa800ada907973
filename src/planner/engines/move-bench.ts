import type { Random } from '#core/random.ts'
import type { CoverModel } from './cover-model.ts'
import { blockOf, bookUnit, type Laydown, setLaydown, unbookUnit } from './laydown.ts'
import { createSlotGains, type SlotGains } from './slot-gains.ts'

/** Most units that one move may put or take. */
export const MOST_STEPS = 128
const GUIDE_SIZE = 512

/** What a random move needs: the laydown it changes, chance, and where each type could be of use. */
export type MoveBench = {
  readonly laydown: Laydown
  readonly model: CoverModel
  readonly gains: SlotGains
  readonly random: Random
  /** Per type, the slots where one of it could do, carry or hold anything. */
  readonly slots: readonly Int32Array[]
  /** Per type, slots to prefer, each as often as it deserves; empty: none. */
  readonly guides: Int32Array[]
  readonly hasCrews: boolean
  temperature: number
  /** Steps of the move being tried: slot + 1 for a unit put, −slot − 1 for one taken. */
  readonly steps: Int32Array
  stepCount: number
  /** What the steps cost in prices of moves and money, as a loss. */
  priced: number
}

/** A work bench for `tryMove`; the laydown is changed in place. */
export function createMoveBench(laydown: Laydown, random: Random): MoveBench {
  const { model } = laydown
  return {
    laydown,
    model,
    gains: createSlotGains(laydown),
    guides: Array.from({ length: model.typeCount }, () => new Int32Array(0)),
    random,
    slots: usefulSlots(model),
    hasCrews: model.needsType.some((type) => type >= 0),
    temperature: 0,
    steps: new Int32Array(MOST_STEPS),
    stepCount: 0,
    priced: 0,
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

/** Takes the bench and its gains to a laydown from elsewhere. */
export function resetBench(bench: MoveBench, count: Int32Array): void {
  setLaydown(bench.laydown, count)
  for (let slot = 0; slot < count.length; slot++) bench.gains.forget(slot)
}

/** Has half of all draws prefer slots in proportion to what a bound's loads hold there. */
export function guideBench({ model, slots, guides }: MoveBench, held: Float64Array): void {
  for (let type = 0; type < model.typeCount; type++) {
    const total = slots[type]!.reduce((sum, slot) => sum + held[slot]!, 0)
    const table: number[] = []
    let sum = 0
    for (const slot of slots[type]!) {
      sum += held[slot]!
      while (total > 0 && (table.length + 0.5) * total <= sum * GUIDE_SIZE) table.push(slot)
    }
    guides[type] = Int32Array.from(table)
  }
}

/** A slot where a unit of a type could be of use. */
export function anySlot({ slots, guides, random }: MoveBench, type: number): number {
  const guide = guides[type]!
  const choice = guide.length > 0 && random.below(2) === 0 ? guide : slots[type]!
  return choice.length === 0 ? -1 : choice[random.below(choice.length)]!
}

/** A slot of a type at a place that is in use. */
export function openSlot(bench: MoveBench, type: number): number {
  const one = anyMovable(bench)
  return one < 0 ? -1 : one - (one % bench.model.typeCount) + type
}

export function anyMovable({ laydown, random }: MoveBench): number {
  if (laydown.movableCount === 0) return -1
  return laydown.movable[random.below(laydown.movableCount)]!
}

/** Puts a unit in the books of a slot; false: a rule forbids it. */
export function put(bench: MoveBench, slot: number): boolean {
  if (slot < 0 || bench.stepCount === MOST_STEPS || blockOf(bench.laydown, slot)) return false
  bench.priced += bookUnit(bench.laydown, slot)
  bench.steps[bench.stepCount++] = slot + 1
  return true
}

/** Takes a unit that may move out of the books of a slot. */
export function take(bench: MoveBench, slot: number): boolean {
  const { laydown, model } = bench
  if (slot < 0 || bench.stepCount === MOST_STEPS) return false
  if (laydown.count[slot]! <= model.fixed[slot]!) return false
  bench.priced += unbookUnit(laydown, slot)
  bench.steps[bench.stepCount++] = -slot - 1
  return true
}

/** Takes steps back out of the books, the last first, down to so many. */
export function unbook(bench: MoveBench, left: number): void {
  for (; bench.stepCount > left; bench.stepCount--) {
    const step = bench.steps[bench.stepCount - 1]!
    if (step > 0) unbookUnit(bench.laydown, step - 1)
    else bookUnit(bench.laydown, -step - 1)
  }
}
