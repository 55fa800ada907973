import { removeCommand } from '../edit-fields.ts'
import { lockedZone } from './zone-guard.ts'

/** Takes a zone out. */
export const deleteZone = removeCommand({
  table: 'zones',
  id: 'zone.delete',
  title: 'Delete zone',
  noun: 'zone',
  nameOf: ({ name }) => name,
  guard: (_document, zone) => lockedZone(zone),
})
