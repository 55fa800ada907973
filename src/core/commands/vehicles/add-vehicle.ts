import { addCommand } from '../edit-fields.ts'
import { VEHICLE_WORDS } from './vehicle-words.ts'

/** Adds a vehicle, most often a copy of another with other speeds. */
export const addVehicle = addCommand({
  ...VEHICLE_WORDS,
  id: 'vehicle.add',
  title: 'Add vehicle',
})
