import { removeCommand } from '../edit-fields.ts'
import { lockedMeasure } from './control-measure-guard.ts'

/** Takes a control measure out. */
export const removeControlMeasure = removeCommand({
  table: 'controlMeasures',
  id: 'controlMeasure.remove',
  title: 'Delete control measure',
  noun: 'control measure',
  nameOf: ({ name }) => name,
  guard: (_document, before) => lockedMeasure(before),
})
