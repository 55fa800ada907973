import type { Ground } from '../../ground.ts'
import type { NeedSurface } from '../../situation.ts'
import { createRanker } from '../../statistics/ranks.ts'

/** The most that need can be. */
const MOST_NEED = 10

/** Need of a place in a surge: so many times what it is, up to 10. */
export function surgedScore(score: number, factor: number): number {
  return Math.min(MOST_NEED, factor * score)
}

/** Need in a surge of one area, of what is known and of what could be. */
export function surgedNeed(
  { grid }: Ground,
  need: NeedSurface,
  { areaIndex, factor }: { readonly areaIndex: number; readonly factor: number },
): NeedSurface {
  const surged = (scores: Float64Array) =>
    scores.map((score, cell) =>
      grid.areaIndex[cell] === areaIndex ? surgedScore(score, factor) : score,
    )
  const score = surged(need.score)
  const rank = new Int32Array(score.length)
  createRanker(score.length).rank(score, rank)
  return { ...need, score, lowest: surged(need.lowest), highest: surged(need.highest), rank }
}
