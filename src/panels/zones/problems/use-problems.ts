import { useMemo } from 'react'
import type { ZoneProblem } from '#analysis/zones/problems/problem.ts'
import { liveProblems, worstFirst } from '#analysis/zones/problems/registry.ts'
import type { Zone } from '#core/records/zone.ts'
import { useResults, useScenarioId } from '#ui/room.tsx'
import type { StatisticsById } from '../use-zones.ts'

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
  const routeWork = useResults((state) => state.zoneRoutes)
  const routes = routeWork.scenarioId === scenarioId ? routeWork.value : null
  const before = useMemo(() => live(zones, saved), [zones, saved])
  const asSaved = useMemo(() => {
    const ids = new Set(zones.map(({ id }) => id))
    const ofGround = [...(review?.problems ?? []), ...(routes ?? [])]
    const told = ofGround.filter(({ zoneId }) => zoneId === null || ids.has(zoneId))
    return worstFirst([...before, ...told])
  }, [zones, before, review, routes])
  return useMemo(() => {
    const gone = before.filter(({ zoneId }) => inHand.has(zoneId ?? ''))
    const now = inHand.size === 0 ? [] : live(zones, inHand)
    const [goneSet, goneIds] = [new Set(gone), new Set(gone.map(({ id }) => id))]
    const nowIds = new Set(now.map(({ id }) => id))
    return {
      // All but a few are in order already, which sorting is quick with.
      list:
        inHand.size === 0
          ? asSaved
          : worstFirst([...asSaved.filter((each) => !goneSet.has(each)), ...now]),
      solvedCount: [...goneIds].filter((id) => !nowIds.has(id)).length,
      newCount: [...nowIds].filter((id) => !goneIds.has(id)).length,
      isRunning: zones.length > 0 && [work, routeWork].some(isUnderWay),
      error: work.error ?? routeWork.error,
    }
  }, [zones, before, asSaved, inHand, work, routeWork])
}

function live(zones: readonly Zone[], of: StatisticsById): ZoneProblem[] {
  return zones.flatMap((zone) => {
    const own = of.get(zone.id)
    return own ? liveProblems(zone, own) : []
  })
}

function isUnderWay({ status, value }: { readonly status: string; readonly value: unknown }) {
  return status === 'running' || (value === null && status !== 'failed')
}
