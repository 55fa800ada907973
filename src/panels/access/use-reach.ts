import { useEffect, useMemo, useState } from 'react'
import { type PeopleReached, peopleReached } from '#analysis/compare/reach-of-people.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import { useDocument, useResults, useScreen } from '#ui/room.tsx'

/** People by reach under the COA on screen, and what they were before the edit in hand. */
export type ReachNow = {
  /** Null: not worked out yet. */
  readonly now: PeopleReached | null
  /** As it was before the edit began; null: nothing is being edited, or it is not known. */
  readonly before: PeopleReached | null
  /** A newer answer is on its way. */
  readonly isStale: boolean
  /** Why there is no answer; null: there is, or it is on its way. */
  readonly error: string | null
}

/** Follows the answers; while `isEditing`, remembers what they were when it began. */
export function useReach(isEditing: boolean): ReachNow {
  const document = useDocument((state) => state.document)
  const scenarioId = useScreen((state) => state.scenarioId) ?? baselineOf(document)?.id ?? ''
  const ground = useResults((state) => state.ground.value)
  const work = useResults((state) => state.travel[scenarioId])
  const standardMinutes = operationOf(document).responseStandardMinutes
  const minutes = work?.value?.responseMinutes
  const isStale = work?.status === 'running'
  const now = useMemo(
    () => (ground && minutes ? peopleReached(ground, minutes, standardMinutes) : null),
    [ground, minutes, standardMinutes],
  )
  const [before, setBefore] = useState(isStale ? null : now)
  // A draft waits for the answer before it, so that the first one to settle is what was before.
  const isOther =
    before?.withinCount !== now?.withinCount ||
    before?.beyondCount !== now?.beyondCount ||
    before?.outOfReachCount !== now?.outOfReachCount
  useEffect(() => {
    if (!isStale && isOther && (!isEditing || before === null)) setBefore(now)
  })
  const error = work?.status === 'failed' ? work.error : null
  return { now, before: isEditing ? before : null, isStale, error }
}
