import { useEffect, useState } from 'react'
import { type RankRange, rankDraws } from './rank-draws.ts'
import type { Weighed } from './reweigh.ts'

const DRAW_COUNT = 200
const SLICE_MILLISECONDS = 12
const NONE: ReadonlyMap<number, RankRange> = new Map()

/** Rank ranges of the communities in sight, worked out in slices so that the screen stays live. */
export function useRankRanges(
  facts: Weighed | null,
  communities: readonly number[],
): ReadonlyMap<number, RankRange> {
  const [ranges, setRanges] = useState(NONE)
  const key = communities.join(',')
  useEffect(() => {
    setRanges(NONE)
    if (!facts || key === '' || !facts.indicators.some(({ weight }) => weight > 0)) return
    const draws = rankDraws(facts, key.split(',').map(Number), 1)
    let timer = setTimeout(work, 250)
    function work() {
      const until = performance.now() + SLICE_MILLISECONDS
      while (draws.drawnCount() < DRAW_COUNT && performance.now() < until) draws.draw()
      if (draws.drawnCount() >= DRAW_COUNT) setRanges(draws.ranges())
      else timer = setTimeout(work, 16)
    }
    return () => clearTimeout(timer)
  }, [facts, key])
  return ranges
}
