import { createRandom, type Random } from '#core/random.ts'
import type { CoverModel } from './cover-model.ts'
import { addUnit, blockOf, canDrop, dropUnit, type Laydown, setLaydown } from './laydown.ts'
import { coolingDraws, exponential, logarithm } from './series.ts'

const DRAWS = coolingDraws(4096)
const STEP_MOVES = 500
/** Share of the moves that each round of cooling takes, and its first temperature beside the first round's. */
const ROUNDS = [
  { share: 0.3, heat: 1 },
  { share: 0.7, heat: 0.6 },
] as const

/** Annealing that can be stopped after any move and goes on exactly as if it had not been. */
export type Annealing = {
  /** The best laydown so far: `count` of it, and its objective. */
  readonly best: Int32Array
  bestObjective: number
  moves: number
  /** Makes one more move; its temperature follows from the number of moves alone. */
  move(): void
}

type Bench = {
  readonly laydown: Laydown
  readonly model: CoverModel
  readonly random: Random
  readonly slots: readonly Int32Array[]
  temperature: number
}

/**
 * Annealing of units over sites with exact differences: units come, go, move, change type, and
 * whole sites relocate. Some 0.5 million moves a second at country scale.
 *
 * @param start taken over: the search works on it.
 */
export function createAnnealing(
  start: Laydown,
  { seed, maxMoves }: { readonly seed: number; readonly maxMoves: number },
): Annealing {
  const bench: Bench = {
    laydown: start,
    model: start.model,
    random: createRandom(seed),
    slots: usefulSlots(start.model),
    temperature: 0,
  }
  const hot = startTemperature(start)
  const annealing: Annealing = {
    best: start.count.slice(),
    bestObjective: start.objective,
    moves: 0,
    move() {
      if (annealing.moves % STEP_MOVES === 0) cool(bench, annealing, hot * heatAt(annealing.moves))
      annealing.moves += 1
      tryMove(bench)
      if (start.objective > annealing.bestObjective) {
        annealing.bestObjective = start.objective
        annealing.best.set(start.count)
      }
    },
  }
  const heatAt = (moves: number) => heatSchedule(moves / maxMoves)
  return annealing
}

/** Sets the temperature; a new round starts from the best laydown. */
function cool(bench: Bench, annealing: Annealing, temperature: number): void {
  if (temperature > bench.temperature && annealing.moves > 0) setLaydown(bench.laydown, annealing.best)
  bench.temperature = temperature
}

function heatSchedule(doneShare: number): number {
  let from = 0
  for (const { share, heat } of ROUNDS) {
    if (doneShare < from + share) {
      const cold = logarithm(0.004)
      return heat * exponential((cold * (doneShare - from)) / share)
    }
    from += share
  }
  return 0
}

/** A third of what a unit is worth on average. */
function startTemperature(laydown: Laydown): number {
  const { model, count } = laydown
  let units = 1
  let worth = 0
  for (let slot = 0; slot < count.length; slot++) {
    units += Math.max(0, count[slot]! - model.fixed[slot]!)
  }
  for (let group = 0; group < model.groupCount; group++) {
    for (let level = 0; level < Math.min(model.levelCount, laydown.cover[group]!); level++) {
      worth += model.value[group * model.levelCount + level]!
    }
  }
  return Math.max(1, worth / units / 3)
}

/** Per type, the slots where one of it could do or carry anything. */
function usefulSlots(model: CoverModel): Int32Array[] {
  const { typeCount, offsets } = model
  const isCarrier = new Uint8Array(typeCount)
  for (const type of model.needsType) if (type >= 0) isCarrier[type] = 1
  return Array.from({ length: typeCount }, (_, type) =>
    Int32Array.from(
      Array.from({ length: model.siteCount }, (_, site) => site * typeCount + type).filter(
        (slot) =>
          model.isForbidden[Math.floor(slot / typeCount)] === 0 &&
          (isCarrier[type] === 1 ||
            model.isForced[Math.floor(slot / typeCount)] === 1 ||
            offsets[slot + 1]! > offsets[slot]!),
      ),
    ),
  )
}

function tryMove(bench: Bench): void {
  const draw = bench.random.below(100)
  if (draw < 20) addOne(bench)
  else if (draw < 26) dropOne(bench)
  else if (draw < 76) moveOne(bench)
  else if (draw < 92) retypeOne(bench)
  else relocateSite(bench)
}

function isAccepted({ temperature, random }: Bench, change: number): boolean {
  if (change >= 0) return true
  return temperature > 0 && -change <= temperature * DRAWS[random.below(DRAWS.length)]!
}

function randomSlot({ slots, random }: Bench, type: number): number {
  const choice = slots[type]!
  return choice.length === 0 ? -1 : choice[random.below(choice.length)]!
}

function randomMovable({ laydown, random }: Bench): number {
  if (laydown.movableCount === 0) return -1
  return laydown.movable[random.below(laydown.movableCount)]!
}

function addOne(bench: Bench): void {
  const { laydown } = bench
  const slot = randomSlot(bench, bench.random.below(bench.model.typeCount))
  if (slot < 0 || blockOf(laydown, slot) !== null) return
  if (!isAccepted(bench, addUnit(laydown, slot))) dropUnit(laydown, slot)
}

function dropOne(bench: Bench): void {
  const slot = randomMovable(bench)
  if (slot < 0 || !canDrop(bench.laydown, slot)) return
  if (!isAccepted(bench, dropUnit(bench.laydown, slot))) addUnit(bench.laydown, slot)
}

function moveOne(bench: Bench): void {
  const from = randomMovable(bench)
  if (from >= 0) exchange(bench, from, randomSlot(bench, from % bench.model.typeCount))
}

function retypeOne(bench: Bench): void {
  const { model, random } = bench
  const from = randomMovable(bench)
  if (from < 0) return
  const type = random.below(model.typeCount)
  exchange(bench, from, from - (from % model.typeCount) + type)
}

function exchange(bench: Bench, from: number, to: number): void {
  const { laydown } = bench
  if (to < 0 || to === from || !canDrop(laydown, from)) return
  const loss = dropUnit(laydown, from)
  if (blockOf(laydown, to) === null) {
    if (isAccepted(bench, loss + addUnit(laydown, to))) return
    dropUnit(laydown, to)
  }
  addUnit(laydown, from)
}

const moved = new Int32Array(64)

/** Everything that may leave a site goes to another, carriers first, so that crews find them there. */
function relocateSite(bench: Bench): void {
  const { laydown, model, random } = bench
  const first = randomMovable(bench)
  if (first < 0) return
  const { typeCount } = model
  const from = first - (first % typeCount)
  const to = random.below(model.siteCount) * typeCount
  if (to === from || model.isForbidden[to / typeCount] === 1) return
  let movedCount = 0
  let change = 0
  for (let pass = 0; pass < 2 && movedCount < moved.length; pass++) {
    for (let type = 0; type < typeCount; type++) {
      if (model.needsType[type]! < 0 !== (pass === 1)) continue
      while (movedCount < moved.length && canDrop(laydown, from + type)) {
        change += dropUnit(laydown, from + type)
        moved[movedCount++] = type
      }
    }
  }
  let arrived = movedCount
  while (arrived > 0 && blockOf(laydown, to + moved[arrived - 1]!) === null) {
    change += addUnit(laydown, to + moved[--arrived]!)
  }
  if (arrived === 0 && isAccepted(bench, change)) return
  for (let i = arrived; i < movedCount; i++) dropUnit(laydown, to + moved[i]!)
  for (let i = movedCount - 1; i >= 0; i--) addUnit(laydown, from + moved[i]!)
}
