import { useMemo } from 'react'
import { bearingText } from '#analysis/access/bearing.ts'
import type { Ground } from '#analysis/ground.ts'
import { roadsUnder } from '#analysis/reach/roads-under.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { movementOf } from '#state/desk/document-inputs.ts'
import { useDocument, useScenarioId } from '#ui/room.tsx'

/** One line on why the restriction in hand changes what it changes, or nothing. */
export function Bearing(props: {
  readonly restriction: Restriction | null
  readonly ground: Ground
}) {
  const { restriction, ground } = props
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const geometry = restriction?.geometry
  const roads = useMemo(
    () => (geometry ? roadsUnder(ground.network, geometry) : null),
    [ground, geometry],
  )
  if (!restriction || !roads) return null
  const { operation } = movementOf({ document }, scenarioId)
  const vehicle = document.tables.vehicles.get(operation.vehicleId) ?? null
  return <p className="access-note">{bearingText(restriction, { operation, vehicle, roads })}</p>
}
