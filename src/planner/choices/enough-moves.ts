import type { CoverModel } from '../engines/cover-model.ts'

/** Twice as many moves as there are laydowns: a search comes upon the best of so few long before. */
const MOVES_A_LAYDOWN = 2
/** Under this many a search is over before it could cool. */
const LEAST_MOVES = 2_000

/**
 * How many of the moves that a search may make are worth making: a few units over a few places can
 * stand in no more than so many ways, which a country has beyond all counting. Some microseconds.
 *
 * @returns `maxMoves` or fewer.
 */
export function enoughMoves(model: CoverModel, maxMoves: number): number {
  const { siteCount, typeCount, fixed, isForbidden, supply } = model
  const enough = maxMoves / MOVES_A_LAYDOWN
  let laydowns = 1
  for (let type = 0; type < typeCount; type++) {
    let places = 0
    let held = 0
    for (let slot = type; slot < siteCount * typeCount; slot += typeCount) {
      if (isForbidden[slot] === 0) places += 1
      held += fixed[slot]!
    }
    // Units over places and the stock, in whatever numbers: C(units + places, places).
    const units = Math.max(0, supply[type]! - held)
    for (let k = 1; k <= places && laydowns < enough; k++) laydowns *= (units + k) / k
    if (laydowns >= enough) return maxMoves
  }
  return Math.min(maxMoves, Math.max(LEAST_MOVES, Math.ceil(MOVES_A_LAYDOWN * laydowns)))
}
