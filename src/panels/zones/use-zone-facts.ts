import { useMemo } from 'react'
import { type ZoneFacts, zoneFactsOf } from '#analysis/zones/zone-facts.ts'
import { forceOf } from '#core/force-at.ts'
import { movementOf, postingsOf } from '#state/desk/document-inputs.ts'
import { isSameKey, type Key } from '#state/desk/task.ts'
import { useDocument, useResults, useScenarioId } from '#ui/room.tsx'

/** Facts for zone statistics of the scenario on screen; null until its picture is there. */
export function useZoneFacts(): ZoneFacts | null {
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const ground = useResults((state) => state.ground.value)
  const situation = useResults((state) => state.situations[scenarioId]?.value ?? null)
  const incidents = useResults((state) => state.incidents)?.recent
  const zoneTravel = useResults((state) => state.zoneTravel)
  const travel = zoneTravel.scenarioId === scenarioId ? zoneTravel.value : null
  return useMemo(() => {
    if (!ground || !situation || !incidents) return null
    const { operation, bases, restrictions, shocks, scenarios } = document.tables
    const { units, postings, resourceTypes } = document.tables
    const key = [
      ...[ground, situation, incidents, travel, scenarioId, operation, bases, restrictions],
      ...[shocks, scenarios, units, postings, resourceTypes],
    ]
    if (held && isSameKey(held.key, key)) return held.facts
    const cellCount = ground.grid.cells.length
    const isOfGround = travel?.minutes.length === cellCount * (travel?.baseIds.length ?? 0)
    const facts = zoneFactsOf({
      ground,
      situation,
      incidents,
      units: forceOf(document, scenarioId).units,
      postings: postingsOf(document, scenarioId),
      resourceTypes: [...resourceTypes.values()],
      travel: isOfGround ? travel : null,
      ...movementOf({ document }, scenarioId),
    })
    held = { key, facts }
    return facts
  }, [ground, situation, incidents, travel, document, scenarioId])
}

/** Several papers ask; a moved border makes no new facts, so that only its zone is counted again. */
let held: { readonly key: Key; readonly facts: ZoneFacts } | null = null
