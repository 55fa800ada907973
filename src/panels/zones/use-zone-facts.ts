import { useMemo } from 'react'
import type { ZoneFacts } from '#analysis/zone-statistics.ts'
import { movementOf } from '#state/desk/document-inputs.ts'
import { useDocument, useResults, useScenarioId } from '#ui/room.tsx'
import { zoneFactsOf } from './zone-facts.ts'

/** Facts for zone statistics of the scenario on screen; null until its picture is there. */
export function useZoneFacts(): ZoneFacts | null {
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const ground = useResults((state) => state.ground.value)
  const situation = useResults((state) => state.situations[scenarioId]?.value ?? null)
  const incidents = useResults((state) => state.incidents)?.recent
  return useMemo(
    () =>
      ground && situation && incidents
        ? zoneFactsOf({
            ground,
            situation,
            incidents,
            ...movementOf({ document }, scenarioId),
          })
        : null,
    [ground, situation, incidents, document, scenarioId],
  )
}
