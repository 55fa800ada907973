import type { Ground } from '../../ground.ts'
import type { NeedSurface } from '../../situation.ts'
import { createRanker } from '../../statistics/ranks.ts'

/** Need in a surge: min(10, factor × need) in one area, of what is known and of what could be. */
export function surgedNeed(
  { grid }: Ground,
  need: NeedSurface,
  { areaIndex, factor }: { readonly areaIndex: number; readonly factor: number },
): NeedSurface {
  const surged = (scores: Float64Array) =>
    scores.map((score, cell) =>
      grid.areaIndex[cell] === areaIndex ? Math.min(10, factor * score) : score,
    )
  const score = surged(need.score)
  const rank = new Int32Array(score.length)
  createRanker(score.length).rank(score, rank)
  return { ...need, score, lowest: surged(need.lowest), highest: surged(need.highest), rank }
}
