import type { Indicator } from '#core/records/indicator.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Ground } from './ground.ts'
import { needSurface } from './need.ts'
import type { Situation } from './situation.ts'
import { underservedOf } from './underserved.ts'

/**
 * The same situation under other weights or another mean: what was measured is not measured again.
 * For the page itself: see the bench for what it costs. Goalposts are in the scores already, so a
 * change of those needs the `situation` job.
 *
 * @param indicators in the order of `situation.need.indicatorShares`.
 */
export function rescored(
  ground: Ground,
  situation: Situation,
  { indicators, operation }: { indicators: readonly Indicator[]; operation: Operation },
): Situation {
  const { indicatorShares, indicatorConfidences } = situation.need
  const surfaces = indicatorShares.map((values, i) => ({
    values,
    confidenceShare: indicatorConfidences?.[i] ?? null,
  }))
  const onScale = indicators.map((row) => ({ ...row, lo: 0, hi: 1, isHighGood: false }))
  const need = needSurface(onScale, surfaces, {
    cellCount: ground.grid.cells.length,
    mean: operation.needMean,
    dataThresholdShare: operation.needDataThresholdShare,
  })
  return { ...situation, need, ...underservedOf({ ground, operation }, { ...situation, need }) }
}
