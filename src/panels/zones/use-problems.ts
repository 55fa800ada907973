import { useMemo } from 'react'
import type { ZoneProblem } from '#analysis/zones/problems/problem.ts'
import { liveProblems, worstFirst } from '#analysis/zones/problems/registry.ts'
import type { Zone } from '#core/records/zone.ts'
import { useResults, useScenarioId } from '#ui/room.tsx'
import type { StatisticsById } from './use-zones.ts'

/** What is wrong with the zones on screen. */
export type Problems = {
  readonly list: readonly ZoneProblem[]
  /** How many are gone since the border was taken in hand, and how many are new. */
  readonly solvedCount: number
  readonly newCount: number
  /** Those that outlines and roads tell are being worked out again. */
  readonly isRunning: boolean
  readonly error: string | null
}

/** Statistics tell at every move, outlines and roads once the border is let go. */
export function useProblems(
  zones: readonly Zone[],
  saved: StatisticsById,
  inHand: StatisticsById,
): Problems {
  const scenarioId = useScenarioId()
  const work = useResults((state) => state.zoneReview)
  const review = work.scenarioId === scenarioId ? work.value : null
  return useMemo(() => {
    const live = (of: StatisticsById) =>
      zones.flatMap((zone) => {
        const own = of.get(zone.id)
        return own ? liveProblems(zone, own) : []
      })
    const before = live(saved)
    const now = inHand.size === 0 ? before : live(new Map([...saved, ...inHand]))
    const ids = new Set(zones.map(({ id }) => id))
    const told = (review?.problems ?? []).filter(({ zoneId }) => zoneId === null || ids.has(zoneId))
    const idsBefore = new Set(before.map(({ id }) => id))
    const idsNow = new Set(now.map(({ id }) => id))
    return {
      list: worstFirst([...now, ...told]),
      solvedCount: [...idsBefore].filter((id) => !idsNow.has(id)).length,
      newCount: [...idsNow].filter((id) => !idsBefore.has(id)).length,
      isRunning: zones.length > 0 && (review === null || work.status === 'running'),
      error: work.error,
    }
  }, [zones, saved, inHand, review, work])
}
