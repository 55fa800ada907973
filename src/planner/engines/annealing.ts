import { createRandom } from '#core/random.ts'
import { emptyForcedCount, type Laydown } from './laydown.ts'
import { createMoveBench, guideBench, type MoveBench, resetBench } from './move-bench.ts'
import { exponential, logarithm } from './series.ts'
import { tryMove } from './unit-moves.ts'

const STEP_MOVES = 500
/** Share of the moves that each round takes, and its first temperature: a quick descent, then annealing. */
const ROUNDS = [
  { share: 0.05, heat: 0 },
  { share: 0.95, heat: 1 },
] as const

/** The last temperature of a round beside its first: below it nothing but gains is ever let pass. */
const COLDEST = 0.1

export type AnnealingSettings = {
  readonly seed: number
  readonly maxMoves: number
  /** No heat: gains alone stay. A move that is refused costs a tenth of one that is taken. */
  readonly isDescent?: boolean
}

/** Annealing that can be stopped after any move and goes on exactly as if it had not been. */
export type Annealing = {
  /** The best laydown so far, as `isBetter` has it: `count` of it, and its objective. */
  readonly best: Int32Array
  bestObjective: number
  moves: number
  /** Makes one more move; its temperature follows from the number of moves alone. */
  move(): void
  /** Has draws prefer slots in proportion to what the loads of a bound hold there. */
  guide(held: Float64Array): void
}

/**
 * Annealing of units over sites with exact differences: units come, go, move, change type, push others out, and
 * whole sites relocate. Some 0.3 to 0.5 million moves a second at country scale.
 *
 * @param start taken over: the search works on it.
 */
export function createAnnealing(
  start: Laydown,
  { seed, maxMoves, isDescent }: AnnealingSettings,
): Annealing {
  const bench = createMoveBench(start, createRandom(seed))
  const hot = isDescent ? 0 : startTemperature(start)
  let emptyCount = emptyForcedCount(start)
  const annealing: Annealing = {
    best: start.count.slice(),
    bestObjective: start.objective,
    moves: 0,
    guide: (held) => guideBench(bench, held),
    move() {
      if (annealing.moves % STEP_MOVES === 0) cool(bench, annealing, hot * heatAt(annealing.moves))
      annealing.moves += 1
      tryMove(bench)
      // No move leaves more of them empty, so that once all are filled there is nothing to count.
      const isFiller = emptyCount > 0 && emptyForcedCount(start) < emptyCount
      if (isFiller || start.objective > annealing.bestObjective) {
        if (isFiller) emptyCount = emptyForcedCount(start)
        annealing.bestObjective = start.objective
        annealing.best.set(start.count)
      }
    },
  }
  const heatAt = (moves: number) => heatSchedule(moves / maxMoves)
  return annealing
}

/** Sets the temperature; a new round starts from the best laydown. */
function cool(bench: MoveBench, annealing: Annealing, temperature: number): void {
  if (temperature > bench.temperature && annealing.moves > 0) resetBench(bench, annealing.best)
  bench.temperature = temperature
}

function heatSchedule(doneShare: number): number {
  let from = 0
  for (const { share, heat } of ROUNDS) {
    if (doneShare < from + share) {
      const cold = logarithm(COLDEST)
      return heat * exponential((cold * (doneShare - from)) / share)
    }
    from += share
  }
  return 0
}

/** A sixteenth of what a unit is worth on average. */
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
  return Math.max(1, worth / units / 16)
}
