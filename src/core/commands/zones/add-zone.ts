import { addCommand } from '../edit-fields.ts'
import { answeringFault, outlineFault, scenarioFault } from './zone-guard.ts'

/** Puts a zone that was drawn. */
export const addZone = addCommand({
  table: 'zones',
  id: 'zone.add',
  title: 'Add zone',
  noun: 'zone',
  nameOf: ({ name }) => name,
  guard: (document, zone) =>
    scenarioFault(document, zone.scenarioId) ??
    answeringFault(document, zone) ??
    outlineFault(zone.outline),
})
