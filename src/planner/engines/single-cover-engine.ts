import { type CoverModel, UNITS_PER_POINT } from './cover-model.ts'
import type { Engine } from './engine.ts'
import { laydownOf } from './laydown.ts'
import { createSwapSearch, type SingleCover } from './single-cover.ts'
import { createSingleCoverBound } from './single-cover-bound.ts'

/** One type, one level, nothing else (MCLP): swap search and its own bound. */
export function singleCoverEngine(
  model: CoverModel,
  cover: SingleCover,
  { seed, totalDemand }: { readonly seed: number; readonly totalDemand: number },
): Engine {
  const search = createSwapSearch(cover, seed)
  const limit = createSingleCoverBound(cover)
  const perPoint = cover.isWhole ? totalDemand / 100 : UNITS_PER_POINT
  let steps = 0
  return {
    sense: 'max',
    movesPerBoundStep: 20,
    boundStepCount: 500,
    objective: () => search.bestObjective / perPoint,
    bound: () => (limit.bound === Infinity ? null : limit.bound / perPoint),
    laydown: () => {
      const count = new Int32Array(model.siteCount)
      for (const site of search.best) count[cover.sites[site]!] = 1
      return laydownOf(model, count).count.slice()
    },
    move: search.move,
    tighten() {
      limit.tighten(search.bestObjective)
      steps += 1
      if (steps % 100 === 0) search.suggest([...limit.favoured])
    },
    isProven: () => limit.bound <= search.bestObjective,
  }
}
