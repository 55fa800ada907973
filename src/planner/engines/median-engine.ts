import type { Engine } from './engine.ts'
import { createMedianSearch, type Median } from './median.ts'
import { createMedianProof } from './median-proof.ts'

/** p-median: interchange search and branch and bound. */
export function medianEngine(
  median: Median,
  { seed, siteCount }: { readonly seed: number; readonly siteCount: number },
): Engine {
  const search = createMedianSearch(median, seed)
  const proof = createMedianProof(median)
  let steps = 0
  return {
    sense: 'min',
    movesPerBoundStep: 10,
    boundStepCount: Infinity,
    objective: () => search.bestObjective,
    bound: () => (proof.bound === -Infinity ? null : proof.bound),
    laydown: () => {
      const count = new Int32Array(siteCount)
      for (const site of search.best) count[median.sites[site]!] = 1
      return count
    },
    move: search.move,
    tighten() {
      proof.tighten(search.bestObjective)
      steps += 1
      if (steps % 50 === 0) search.suggest(proof.favoured())
    },
    isProven: () => proof.bound >= search.bestObjective,
  }
}
