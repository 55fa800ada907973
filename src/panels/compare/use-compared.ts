import { useMemo } from 'react'
import type { Scenario } from '#core/records/scenario.ts'
import { comparedScenarios } from '#state/compared.ts'
import { useDocument, useScreen } from '#ui/room.tsx'

/** The columns of a comparison: the current posture first, four at most. */
export function useComparedScenarios(): readonly Scenario[] {
  const document = useDocument((state) => state.document)
  const comparedIds = useScreen((state) => state.comparedIds)
  const scenarioId = useScreen((state) => state.scenarioId)
  return useMemo(
    () => comparedScenarios(document, { comparedIds, scenarioId }),
    [document, comparedIds, scenarioId],
  )
}
