import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { editResourceType } from '#core/commands/resource-types/edit-resource-type.ts'
import { operationOf } from '#core/document.ts'
import { vehiclesInOrder } from '#core/vehicles-in-order.ts'
import { useDocument } from '#ui/room.tsx'
import type { Told } from '#ui/use-told.ts'
import { Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { FigureCell } from './figure-cell.tsx'

const WAIT = { least: 0, most: 1_440, unit: 'min' }
const FERRY_SPEED = { least: 1, most: 60, unit: 'km/h' }

/** Who travels by what, what travel times are shown for, and what ferries take. */
export function Travellers({
  run,
  tell,
}: {
  readonly run: Told['run']
  readonly tell: Told['tell']
}) {
  const document = useDocument((state) => state.document)
  const operation = operationOf(document)
  const choices = vehiclesInOrder(document).map(({ id, name }) => ({ id, name }))
  const types = [...document.tables.resourceTypes.values()]
  return (
    <>
      <Section title="Who travels by what">
        <div className="traveller-rows">
          <div className="vehicle-row">
            <span className="vehicle-fact">Travel times on the map</span>
            <Pick
              label="Vehicle that travel times are shown for"
              choices={choices}
              value={operation.vehicleId}
              onChange={(vehicleId) => run(editOperation, { fields: { vehicleId } })}
            />
          </div>
          {types.map(({ id, name, vehicleId }) => (
            <div key={id} className="vehicle-row">
              <span className="vehicle-fact">{name}</span>
              <Pick
                label={`What ${name} travels by`}
                choices={choices}
                value={vehicleId}
                onChange={(next) => run(editResourceType, { id, fields: { vehicleId: next } })}
              />
            </div>
          ))}
        </div>
      </Section>
      <Section title="Ferries">
        <div className="vehicle-line">
          <span className="vehicle-figure">
            wait and load
            <FigureCell
              label="Wait at a ferry"
              value={operation.ferryWaitMinutes}
              range={WAIT}
              onSettle={(minutes) =>
                run(editOperation, { fields: { ferryWaitMinutes: minutes ?? 0 } })
              }
              onFault={tell}
            />
            min
          </span>
          <span className="vehicle-figure">
            then cross at
            <FigureCell
              label="Speed of a ferry"
              value={operation.ferryKilometresPerHour}
              range={FERRY_SPEED}
              onSettle={(speed) =>
                run(editOperation, { fields: { ferryKilometresPerHour: speed ?? 1 } })
              }
              onFault={tell}
            />
            km/h
          </span>
        </div>
      </Section>
    </>
  )
}
