import { useState } from 'react'
import { addVehicle } from '#core/commands/vehicles/add-vehicle.ts'
import { editVehicle } from '#core/commands/vehicles/edit-vehicle.ts'
import { removeVehicle } from '#core/commands/vehicles/remove-vehicle.ts'
import { operationOf } from '#core/document.ts'
import { freeName } from '#core/free-name.ts'
import { keyBetween } from '#core/order-key.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { vehiclesInOrder } from '#core/vehicles-in-order.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { useTold } from '#ui/use-told.ts'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { SpeedTable } from './speed-table.tsx'
import { Travellers } from './travellers.tsx'
import { VehicleFacts } from './vehicle-facts.tsx'
import './vehicles.css'

const MODES: Readonly<Record<Vehicle['mode'], string>> = {
  foot: 'on foot',
  road: 'by road',
  air: 'by air',
}

/** The register of vehicles, one at a time, the one that travel times are for first, and who travels by which. */
export function VehiclesPanel() {
  const { newId } = useRoom()
  const document = useDocument((state) => state.document)
  const { told, tell, run } = useTold()
  const vehicles = vehiclesInOrder(document)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const vehicle =
    vehicles.find(({ id }) => id === chosenId) ??
    vehicles.find(({ id }) => id === operationOf(document).vehicleId) ??
    vehicles[0]
  if (!vehicle) return <p className="vehicle-note">This operation has no vehicles.</p>
  const { id, name, mode } = vehicle
  const edit = (fields: Partial<Omit<Vehicle, 'id'>>) => run(editVehicle, { id, fields })
  const copy = () => {
    const next = vehicles[vehicles.indexOf(vehicle) + 1]?.orderKey ?? null
    const orderKey = keyBetween(vehicle.orderKey, isAfter(vehicle.orderKey, next) ? next : null)
    const names = vehicles.map((each) => each.name)
    const row = { ...vehicle, id: newId(), name: freeName(`${name}, copy`, names), orderKey }
    if (run(addVehicle, { row })) setChosenId(row.id)
  }
  const discard = () => {
    if (run(removeVehicle, { id })) setChosenId(null)
  }
  return (
    <div className="vehicles">
      <div className="vehicle-head">
        <Pick
          label="Vehicle"
          choices={vehicles.map((each) => ({
            id: each.id,
            name: each.name,
            note: MODES[each.mode],
          }))}
          value={id}
          onChange={(chosen) => {
            tell(null)
            setChosenId(chosen)
          }}
        />
        <NameField key={id} label="Name" value={name} onSettle={(text) => edit({ name: text })} />
        <Button onPress={copy}>Copy</Button>
        <Button onPress={discard}>Remove</Button>
      </div>
      {told === null ? null : (
        <p className="vehicle-told" role="alert">
          <StatusMark status="bad" word="not taken" /> {told}
        </p>
      )}
      {mode === 'road' ? (
        <>
          <p className="vehicle-note">
            0: it cannot pass there. Arrows and Enter move from number to number.
          </p>
          <SpeedTable
            key={id}
            vehicle={vehicle}
            onChange={(roadSpeeds) => edit({ roadSpeeds })}
            onFault={tell}
          />
        </>
      ) : (
        <p className="vehicle-note">
          {mode === 'foot'
            ? 'Who walks goes at one speed, on roads and off them.'
            : 'It flies between landing sites; from there people go on as below.'}
        </p>
      )}
      <VehicleFacts key={`${id} facts`} vehicle={vehicle} onChange={edit} onFault={tell} />
      <Travellers run={run} tell={tell} />
    </div>
  )
}

function isAfter(key: string, next: string | null): boolean {
  return next !== null && next > key
}
