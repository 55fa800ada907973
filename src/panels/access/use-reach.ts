import { useEffect, useMemo, useState } from 'react'
import { type PeopleReached, peopleReached } from '#analysis/compare/reach-of-people.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { shocksOf } from '#core/shocks-of.ts'
import { useDocument, useResults, useScenarioId } from '#ui/room.tsx'

/** People by reach under the COA on screen, and what they were before the edit in hand. */
export type ReachNow = {
  /** Null: not worked out yet. */
  readonly now: PeopleReached | null
  /** As it was before the edit began; null: nothing is being edited, or it is not known. */
  readonly before: PeopleReached | null
  /** Vehicle, season, time or COA changed since: `before` is as it was right after that. */
  readonly isBeforeReset: boolean
  /** A newer answer is on its way. */
  readonly isStale: boolean
  /** Why there is no answer; null: there is, or it is on its way. */
  readonly error: string | null
}

/** What figures were under a setting. */
type Compared = {
  readonly people: PeopleReached | null
  readonly setting: string
  readonly isReset: boolean
}

/** Follows the answers; while `isEditing`, remembers what they were when it began. */
export function useReach(isEditing: boolean): ReachNow {
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const ground = useResults((state) => state.ground.value)
  const work = useResults((state) => state.travel[scenarioId])
  const standardMinutes = operationOf(document).responseStandardMinutes
  const setting = useMemo(() => settingOf(document, scenarioId), [document, scenarioId])
  const minutes = work?.value?.responseMinutes
  const isStale = work?.status === 'running'
  const now = useMemo(
    () => (ground && minutes ? peopleReached(ground, minutes, standardMinutes) : null),
    [ground, minutes, standardMinutes],
  )
  // Until a newer answer comes, the one that is there belongs to the setting before.
  const [seen, setSeen] = useState({ minutes, setting })
  if (seen.minutes !== minutes) setSeen({ minutes, setting })
  const isOfSetting = seen.minutes !== minutes || seen.setting === setting
  const [compared, setCompared] = useState<Compared>({
    people: isStale ? null : now,
    setting,
    isReset: false,
  })
  const before = compared.setting === setting ? compared.people : null
  // A draft waits for the answer before it, so that the first one to settle is what was before.
  const isOther =
    before?.withinCount !== now?.withinCount ||
    before?.beyondCount !== now?.beyondCount ||
    before?.outOfReachCount !== now?.outOfReachCount
  useEffect(() => {
    if (isStale || !isOfSetting || !isOther || (isEditing && before !== null)) return
    const isReset = isEditing && compared.people !== null
    setCompared({ people: now, setting, isReset })
  })
  return {
    now,
    before: isEditing ? before : null,
    isBeforeReset: isEditing && compared.isReset,
    isStale,
    error: work?.status === 'failed' ? work.error : null,
  }
}

/** What reach follows from and no edit of a restriction changes, as a text to compare. */
function settingOf(document: OperationDocument, scenarioId: string): string {
  const { vehicleId, season, wetMonths, planningAt, utcOffsetMinutes } = operationOf(document)
  const vehicle = document.tables.vehicles.get(vehicleId) ?? null
  const shocks = shocksOf(document, scenarioId)
  return JSON.stringify([
    scenarioId,
    vehicle,
    season,
    wetMonths,
    planningAt,
    utcOffsetMinutes,
    shocks,
  ])
}
