import { isWetSeason } from '#analysis/reach/conditions.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import type { Operation } from '#core/records/operation.ts'
import { movementOf } from '#state/desk/document-inputs.ts'
import { useDocument, useRun, useScenarioId } from '#ui/room.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

/** Which vehicle travel times are for, and in which season. */
export function TravelPicks() {
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const run = useRun()
  const operation = operationOf(document)
  const vehicles = [...document.tables.vehicles.values()].sort((a, b) =>
    a.orderKey < b.orderKey ? -1 : 1,
  )
  const under = movementOf({ document }, scenarioId).operation
  const seasons: readonly { readonly id: Operation['season']; readonly name: string }[] = [
    {
      id: 'byMonth',
      name: `By month: ${isWetSeason({ ...operation, season: 'byMonth' }) ? 'wet' : 'dry'} now`,
    },
    { id: 'dry', name: 'Dry season' },
    { id: 'wet', name: 'Wet season' },
  ]
  return (
    <div className="access-picks">
      <Pick
        label="Vehicle that travel times are for"
        choices={vehicles.map(({ id, name }) => ({ id, name }))}
        value={operation.vehicleId}
        none="Choose a vehicle"
        onChange={(vehicleId) => run(editOperation, { fields: { vehicleId } })}
      />
      <Pick
        label="Season that speeds are for"
        choices={seasons}
        value={operation.season}
        onChange={(season) => run(editOperation, { fields: { season } })}
      />
      {under.season !== operation.season ? (
        <p className="access-note">
          A shock of this COA makes it the {under.season} season, whatever is set here.
        </p>
      ) : null}
    </div>
  )
}
