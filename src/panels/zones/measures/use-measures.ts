import { useMemo } from 'react'
import { distanceText } from '#core/figures.ts'
import { lineMetres } from '#core/geo/distance.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { useDocument, useScenarioId, useScreen } from '#ui/room.tsx'

/** Control measures of the scenario on screen, by name. */
export function useMeasures(): readonly ControlMeasure[] {
  const table = useDocument((state) => state.document.tables.controlMeasures)
  const scenarioId = useScenarioId()
  return useMemo(
    () =>
      [...table.values()]
        .filter((measure) => measure.scenarioId === scenarioId)
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    [table, scenarioId],
  )
}

/** The control measure that is selected; null: none of this scenario is. */
export function useSelectedMeasure(): ControlMeasure | null {
  const measures = useMeasures()
  const id = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'controlMeasures' ? selection.id : null,
  )
  return measures.find((measure) => measure.id === id) ?? null
}

/** How long a line is, or how far rings go. */
export function sizeText({ geometry }: ControlMeasure): string {
  if (geometry.type === 'line') return distanceText(lineMetres(geometry.line))
  return distanceText(Math.max(...geometry.radiiMetres))
}
