import type { OperationDocument } from './document.ts'
import type { Vehicle } from './records/vehicle.ts'

/** Vehicles in the order people gave them. */
export function vehiclesInOrder({ tables }: Pick<OperationDocument, 'tables'>): Vehicle[] {
  return [...tables.vehicles.values()].sort((a, b) =>
    a.orderKey === b.orderKey ? (a.id < b.id ? -1 : 1) : a.orderKey < b.orderKey ? -1 : 1,
  )
}
