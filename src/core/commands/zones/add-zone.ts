import { addCommand } from '../edit-fields.ts'
import { outlineFault, scenarioFault } from './zone-guard.ts'

/** Puts a zone that was drawn. */
export const addZone = addCommand({
  table: 'zones',
  id: 'zone.add',
  title: 'Add zone',
  noun: 'zone',
  nameOf: ({ name }) => name,
  guard: (document, zone) => scenarioFault(document, zone.scenarioId) ?? outlineFault(zone.outline),
})
