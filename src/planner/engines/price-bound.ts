import type { CoverModel } from './cover-model.ts'
import type { Laydown } from './laydown.ts'
import { createLevelBound, type LevelBound } from './level-bound.ts'
import { createUnitBound } from './unit-bound.ts'

/** Steps after which prices of whole groups come no further, and those of levels go on from them. */
const UNIT_STEPS = 600

/** A proven limit that tightens step by step; see `LevelBound`. */
export type PriceBound = Omit<LevelBound, 'adopt'>

/**
 * Both bounds beside each other, the tighter one counting. Prices of whole groups settle sooner where
 * much is short (on real roads, with floors missed), prices of levels end lower where places hold
 * several units; after 600 steps the second goes on from the first if that stands better.
 */
export function createPriceBound(model: CoverModel, start: Laydown): PriceBound {
  const levels = createLevelBound(model, start)
  const units = createUnitBound(model, start)
  let steps = 0
  return {
    get bound() {
      return Math.min(levels.bound, units.bound)
    },
    get isSpent() {
      return steps >= UNIT_STEPS && levels.isSpent
    },
    held: levels.held,
    tighten(reached) {
      if (!levels.isSpent) levels.tighten(reached)
      if (steps < UNIT_STEPS) units.tighten(reached)
      steps += 1
      if (steps === UNIT_STEPS) levels.adopt(units.prices)
    },
  }
}
