import { expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { addVehicle } from '#core/commands/vehicles/add-vehicle.ts'
import { editVehicle } from '#core/commands/vehicles/edit-vehicle.ts'
import { removeVehicle } from '#core/commands/vehicles/remove-vehicle.ts'
import { operationOf } from '#core/document.ts'
import { vehiclesInOrder } from '#core/vehicles-in-order.ts'
import { anOperation } from '#support/build.ts'

const document = anOperation()
const truck = document.tables.vehicles.get('truck-8t')!
const used = new Set([
  operationOf(document).vehicleId,
  ...[...document.tables.resourceTypes.values()].map(({ vehicleId }) => vehicleId),
])

it('adds a copy under a name of its own', () => {
  const row = { ...truck, id: 'new', name: 'Truck, other tyres' }
  expect(addVehicle.blocked(document, { row })).toBeNull()
  const after = applyChange(document, addVehicle.change(document, { row }))
  expect(after.tables.vehicles.get('new')).toEqual(row)
  expect(addVehicle.blocked(document, { row: { ...row, name: truck.name.toUpperCase() } })).toMatch(
    /give this one another name/,
  )
})

it('takes speeds that can be driven, and 0 for what cannot be passed', () => {
  const at = (wetKilometresPerHour: number) => ({
    id: truck.id,
    fields: {
      roadSpeeds: {
        ...truck.roadSpeeds,
        track: {
          ...truck.roadSpeeds.track,
          earth: { ...truck.roadSpeeds.track.earth, wetKilometresPerHour },
        },
      },
    },
  })
  expect(editVehicle.blocked(document, at(0))).toBeNull()
  expect(editVehicle.blocked(document, at(200))).toBeNull()
  expect(editVehicle.blocked(document, at(201))).toMatch(/faster than 200 km\/h/)
  expect(editVehicle.blocked(document, at(-1))).not.toBeNull()
  expect(editVehicle.blocked(document, at(Number.NaN))).not.toBeNull()
})

it('keeps an aircraft flying', () => {
  const air = vehiclesInOrder(document).find(({ mode }) => mode === 'air')!
  const edit = (airKilometresPerHour: number | null) =>
    editVehicle.blocked(document, { id: air.id, fields: { airKilometresPerHour } })
  expect(edit(null)).toMatch(/needs a speed/)
  expect(edit(1_001)).toMatch(/1000 km\/h/)
  expect(edit(240)).toBeNull()
})

it('removes a vehicle that nothing uses, and says in a sentence what uses one', () => {
  const idle = vehiclesInOrder(document).find(({ id }) => !used.has(id))!
  const after = applyChange(document, removeVehicle.change(document, { id: idle.id }))
  expect(after.tables.vehicles.has(idle.id)).toBe(false)
  expect(removeVehicle.blocked(document, { id: idle.id })).toBeNull()
  for (const id of used) expect(removeVehicle.blocked(document, { id })).toMatch(/ first\.$/)
  const shown = operationOf(document).vehicleId
  expect(removeVehicle.blocked(document, { id: shown })).toMatch(/^Travel times are shown for /)
})
