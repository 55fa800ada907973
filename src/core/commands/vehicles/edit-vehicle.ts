import { editCommand } from '../edit-fields.ts'
import { VEHICLE_WORDS } from './vehicle-words.ts'

/** Sets how fast a vehicle is, what it weighs or what it is called. */
export const editVehicle = editCommand({
  ...VEHICLE_WORDS,
  id: 'vehicle.edit',
  title: 'Edit vehicle',
})
