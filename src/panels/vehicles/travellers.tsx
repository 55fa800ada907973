import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { editResourceType } from '#core/commands/resource-types/edit-resource-type.ts'
import { operationOf } from '#core/document.ts'
import { BARRIER_METRES } from '#core/records/waterway.ts'
import { vehiclesInOrder } from '#core/vehicles-in-order.ts'
import { useDocument } from '#ui/room.tsx'
import type { Told } from '#ui/use-told.ts'
import { Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { FigureCell } from './figure-cell.tsx'

const WAIT = { least: 0, most: 1_440, unit: 'min' }
const WATER_WIDTH = { least: 1, most: 1_000, unit: 'm' }
const FERRY_SPEED = { least: 1, most: 60, unit: 'km/h' }

/** Who travels by what, what travel times are shown for, what ferries take and what water is waded. */
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
      <Section title="Water off the road">
        <div className="vehicle-line">
          <span className="vehicle-figure">
            rivers, lakes and other water from
            <FigureCell
              label="Width of water that is not waded"
              value={operation.waterBarrierMetres ?? BARRIER_METRES}
              range={WATER_WIDTH}
              onSettle={(metres) =>
                run(editOperation, { fields: { waterBarrierMetres: metres ?? BARRIER_METRES } })
              }
              onFault={tell}
            />
            m wide are not waded
          </span>
        </div>
      </Section>
    </>
  )
}
