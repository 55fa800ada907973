import { removeCommand } from '../edit-fields.ts'
import { VEHICLE_WORDS } from './vehicle-words.ts'

/** Takes a vehicle out that neither the settings nor a type uses. */
export const removeVehicle = removeCommand({
  ...VEHICLE_WORDS,
  id: 'vehicle.remove',
  title: 'Remove vehicle',
})
