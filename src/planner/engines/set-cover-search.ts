import { createProof } from './branch-and-bound.ts'
import type { SetCover } from './set-cover.ts'
import { coverByPrices, setCoverPart } from './set-cover-bound.ts'

const STEPS = { root: 300, part: 40 }
/** Every so many steps the multipliers are asked for a cover. */
const STEPS_PER_COVER = 5

/** A cover that gets smaller and a bound that gets higher, step by step. Without chance. */
export type CoverSearch = {
  /** The sites of the smallest cover so far. */
  best: readonly number[]
  /** No cover has fewer sites; where `cap` is passed, only that much is shown. */
  bound(): number
  step(): void
  /** The best is proven, or that none has fewer than `cap`. */
  isDone(): boolean
}

/**
 * Smallest cover by branch and bound, from a greedy one.
 *
 * @param cap covers of so many sites or more are of no use: whether there is a smaller one is all that
 *   is asked.
 */
export function createCoverSearch(cover: SetCover, cap = Infinity): CoverSearch {
  const proof = createProof(setCoverPart(cover), STEPS)
  let steps = 0
  const reached = () => Math.min(search.best.length, cap)
  const search: CoverSearch = {
    best: coverByPrices(cover, new Float64Array(cover.rowCount)),
    bound: () => Math.max(0, proof.bound),
    step() {
      proof.tighten(reached())
      steps += 1
      if (steps % STEPS_PER_COVER !== 0) return
      const found = Array.from(proof.favoured())
      if (found.length < search.best.length) search.best = found
    },
    isDone: () => proof.bound >= reached(),
  }
  return search
}
