import type { OperationDocument } from '../../document.ts'
import { MAX_AIR_KILOMETRES_PER_HOUR, MAX_ROAD_KILOMETRES_PER_HOUR } from '../../records/limits.ts'
import type { Vehicle } from '../../records/vehicle.ts'
import type { TableWords } from '../edit-fields.ts'

/** What the commands on vehicles have in common: speeds that can be driven, names told apart. */
export const VEHICLE_WORDS = {
  table: 'vehicles',
  noun: 'vehicle',
  nameOf: ({ name }) => name,
  guard: (document, before, after) =>
    after ? (nameFault(document, after) ?? speedFault(after)) : removalFault(document, before),
} as const satisfies Partial<TableWords<'vehicles'>>

function nameFault({ tables }: OperationDocument, { id, name }: Vehicle): string | null {
  const isTaken = [...tables.vehicles.values()].some(
    (other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase(),
  )
  return isTaken ? `There is a vehicle called ${name} already; give this one another name.` : null
}

function speedFault(vehicle: Vehicle): string | null {
  const { name, mode, airKilometresPerHour } = vehicle
  const onGround = [
    ...Object.values(vehicle.roadSpeeds).flatMap((bySurface) => Object.values(bySurface)),
    vehicle.offRoad.speeds,
  ].flatMap(({ dryKilometresPerHour, wetKilometresPerHour }) => [
    dryKilometresPerHour,
    wetKilometresPerHour,
  ])
  if (onGround.some((speed) => speed > MAX_ROAD_KILOMETRES_PER_HOUR)) {
    return `${name} cannot go faster than ${MAX_ROAD_KILOMETRES_PER_HOUR} km/h on the ground.`
  }
  if (mode === 'air' && airKilometresPerHour === null) return `${name} flies, so it needs a speed.`
  return (airKilometresPerHour ?? 0) > MAX_AIR_KILOMETRES_PER_HOUR
    ? `${name} cannot fly faster than ${MAX_AIR_KILOMETRES_PER_HOUR} km/h.`
    : null
}

function removalFault({ tables }: OperationDocument, { id, name }: Vehicle): string | null {
  const isShown = [...tables.operation.values()].some(({ vehicleId }) => vehicleId === id)
  if (isShown) return `Travel times are shown for ${name}. Choose another vehicle for them first.`
  const type = [...tables.resourceTypes.values()].find(({ vehicleId }) => vehicleId === id)
  return type ? `${type.name} travels by ${name}. Give it another vehicle first.` : null
}
