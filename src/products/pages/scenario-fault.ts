import type { OperationDocument } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'

/** A slide that shows a COA which is gone, or a ground that is not there yet. */
export function scenarioFault(
  { scenarioId, againstScenarioId }: Slide,
  { tables }: OperationDocument,
): string | null {
  const isThere = (id: string | null) => id === null || tables.scenarios.has(id)
  if (!isThere(scenarioId) || !isThere(againstScenarioId)) {
    return 'The COA that this slide shows is no longer there.'
  }
  return tables.areas.size > 0 ? null : 'There is no ground yet: import areas to show a map.'
}
